import PolicingDomain

/// The three tables of shares from which calls are made up.
struct SynthesisTables {
  /// Where problems go.
  let log: IssueLog
  /// The names of the districts.
  let districts: ReferenceList
  /// The names of the categories.
  let categories: ReferenceList

  /// Returns the shares of the hours of the week, Monday midnight first.
  func hours(_ table: StudyTable?) -> [Double]? {
    guard let table else { return nil }
    var shares = [Double?](repeating: nil, count: HourOfWeek.count)
    var names = ReferenceList(of: "hour of the week")
    for row in table.rows {
      names.insert(row.needed("hour_of_week"), from: row, "hour_of_week")
      let share = row.number("share", in: 0...1)
      guard let hour = row.integer(ifAny: "hour_of_week", in: 0...167) else { continue }
      shares[hour] = share
    }
    let known = shares.compactMap(\.self)
    if known.count < HourOfWeek.count {
      log.add(
        .incompleteList, at: FilePlace(file: table.file),
        "\(HourOfWeek.count - known.count) of the 168 hours of the week have no share",
        remedy: "add a row for each hour from 0, Monday midnight, to 167")
      return nil
    }
    checkSum(known, "share", table)
    return known
  }

  /// Returns the shares of the districts, in the order of the file.
  func districts(_ table: StudyTable?) -> [CallSynthesis.DistrictShare]? {
    guard let table else { return nil }
    var names = ReferenceList(of: "district")
    let shares = table.rows.map { row in
      let district = row.needed("district")
      names.insert(district, from: row, "district")
      districts.check(district, from: row, "district")
      return CallSynthesis.DistrictShare(
        district: District.ID(district), share: row.number("share", in: 0...1))
    }
    for district in districts.names where !names.contains(district) {
      log.add(
        .incompleteList, at: FilePlace(file: table.file),
        "the district \(district.quoted) has no share of the calls",
        remedy: "add a row for it; the share may be 0")
    }
    checkSum(shares.map(\.share), "share", table)
    return shares
  }

  /// Returns the categories, in the order of the file.
  func categories(_ table: StudyTable?) -> [CallSynthesis.Category]? {
    guard let table else { return nil }
    var names = ReferenceList(of: "category")
    let mix = table.rows.map { row in
      let name = row.needed("category")
      names.insert(name, from: row, "category")
      categories.check(name, from: row, "category")
      let priorities = (1...5).map { row.number("p\($0)", in: 0...1) }
      let sum = priorities.reduce(0, +)
      if (sum - 1).magnitude > 0.001 {
        row.complain(
          sum > 1 ? .sharesOverOne : .sharesUnderOne, "p1",
          "the priorities of \(name.quoted) sum to \(shortText(sum))",
          remedy: "let p1 to p5 of a category sum to 1")
      }
      return CallSynthesis.Category(
        category: CallCategory(name), share: row.number("share_of_calls", in: 0...1),
        meanMinutes: row.number("mean_minutes", in: 0.01...10_000),
        deviationMinutes: row.number("sd_minutes", in: 0...100_000), priorityShares: priorities)
    }
    checkSum(mix.map(\.share), "share_of_calls", table)
    return mix
  }

  private func checkSum(_ shares: [Double], _ column: String, _ table: StudyTable) {
    let sum = shares.reduce(0, +)
    guard (sum - 1).magnitude > 0.001 else { return }
    log.add(
      sum > 1 ? .sharesOverOne : .sharesUnderOne, at: FilePlace(file: table.file),
      "the column \(column.quoted) sums to \(shortText((sum * 1e6).rounded() / 1e6))",
      remedy: "let the shares sum to 1")
  }
}
