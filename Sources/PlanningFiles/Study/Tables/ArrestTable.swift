import PolicingDomain

/// How the arrests of a year fall on the hours of the week.
struct ArrestTable {
  /// The arrests in each hour of a mean week; nothing where the study states no number.
  let byHour: [Double]?

  /// Reads the table `arrests`; without it, arrests are spread evenly.
  ///
  /// - Parameters:
  ///   - table: The shares of the hours, which may be left out.
  ///   - perYear: Arrests a year, if the study states them.
  ///   - log: Takes note of every problem.
  init(_ table: StudyTable?, perYear: Double?, log: IssueLog) {
    let hours = 168
    let shares = Self.shares(table, hours, log) ?? [Double](repeating: 1 / 168, count: hours)
    let sum = shares.reduce(0, +)
    byHour = perYear.map { total in
      shares.map { sum > 0 ? total * 7 / 365 * $0 / sum : 0 }
    }
    guard let table, perYear == nil else { return }
    log.add(
      .unusedValue, at: FilePlace(file: table.file),
      "the table of arrests is not used: study.yaml does not say how many there are",
      remedy: "write `arrests_per_year: 5000` into study.yaml, with the right number")
  }

  private static func shares(_ table: StudyTable?, _ count: Int, _ log: IssueLog) -> [Double]? {
    guard let table else { return nil }
    var shares = [Double?](repeating: nil, count: count)
    var names = ReferenceList(of: "hour of the week")
    for row in table.rows {
      _ = row.provenance()
      names.insert(row.needed("hour_of_week"), from: row, "hour_of_week")
      let share = row.number("share")
      guard let hour = row.integer(ifAny: "hour_of_week") else { continue }
      shares[hour] = share
    }
    let known = shares.compactMap(\.self)
    guard known.count == count else {
      log.add(
        .incompleteList, at: FilePlace(file: table.file),
        "\(count - known.count) of the \(count) hours of the week have no share of the arrests",
        remedy: "add a row for each hour from 0, Monday midnight, to \(count - 1)")
      return nil
    }
    let sum = known.reduce(0, +)
    if (sum - 1).magnitude > 0.001 {
      log.add(
        sum > 1 ? .sharesOverOne : .sharesUnderOne, at: FilePlace(file: table.file),
        "the column `share` sums to \(shortText((sum * 1e6).rounded() / 1e6))",
        remedy: "let the shares sum to 1")
    }
    return known
  }
}
