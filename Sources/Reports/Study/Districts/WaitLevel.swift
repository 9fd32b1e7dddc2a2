import PolicingDomain

/// At which units the waits of the districts are stated: those planned, or without a plan those required.
///
/// A plan may leave more work than units in some hour. Its waits then have no end; the table has blanks
/// there, which must not be taken for a run without a plan.
struct WaitLevel {
  /// What the units are: planned or required.
  let name: String
  private let equity: TableReading

  /// What stands for a wait that has no end.
  static let noEnd = "no end"
  /// What a wait without end means.
  static let meaning =
    "No end: in some hour of the week, calls bring more work than the units can do, and those "
    + "waiting become ever more."

  init(_ equity: TableReading, _ source: ReportSource) {
    self.equity = equity
    let columns = equity.table.columns.map(\.key).filter {
      $0.hasPrefix("wait_p") && $0.hasSuffix("_planned_minutes")
    }
    let isPlanned =
      source.table("proactive-time")?.row(where: ["units": "planned"]) != nil
      || equity.rows.contains { row in
        (["recommended_percent"] + columns).contains { equity.number(row, $0) != nil }
      }
    name = !columns.isEmpty && isPlanned ? "planned" : "required"
  }

  /// The column of the waits of a priority.
  func key(_ priority: Int) -> String { "wait_p\(priority)_\(name)_minutes" }

  /// The mean wait of a district in minutes; infinite where it has no end, nothing where there is no
  /// such call, or where it is not told.
  func minutes(_ row: Int, _ priority: Int) -> Double? {
    if let minutes = equity.number(row, key(priority)) { return minutes }
    guard name == "planned", equity.column(key(priority)) != nil,
      equity.text(row, key(priority)).isEmpty,
      equity.number(row, "wait_p\(priority)_required_minutes") != nil
    else { return nil }
    return .infinity
  }

  /// The cell of a wait.
  static func cell(_ minutes: Double?) -> ResultTable.Cell {
    guard let minutes else { return .missing }
    return minutes.isFinite ? .number(minutes) : .text(noEnd)
  }

  /// The waits of all districts and priorities, with words where they have no end.
  func table(named name: String, titled title: String) -> ResultTable {
    let columns = equity.table.columns
    let rows = equity.rows.map { row in
      columns.indices.map { column -> ResultTable.Cell in
        let cell = equity.table.rows[row][column]
        guard let priority = priority(of: columns[column].key),
          let minutes = minutes(row, priority), !minutes.isFinite
        else { return cell }
        return .text(Self.noEnd)
      }
    }
    let hasNoEnd = equity.rows.contains { row in
      columns.contains { column in
        priority(of: column.key).flatMap { minutes(row, $0) }.map { !$0.isFinite } ?? false
      }
    }
    return ResultTable(
      name: equity.table.name, title: equity.table.title, columns: columns, rows: rows,
      notes: equity.table.notes + (hasNoEnd ? [Self.meaning] : [])
    ).showing(
      ["district"] + columns.map(\.key).filter { $0.hasPrefix("wait_p") }, named: name,
      titled: title)
  }

  private func priority(of key: String) -> Int? {
    let end = "_\(name)_minutes"
    guard key.hasPrefix("wait_p"), key.hasSuffix(end) else { return nil }
    return Int(key.dropFirst("wait_p".count).dropLast(end.count))
  }

  /// What waits span, in words that follow on `wait`: between two, or without end.
  ///
  /// - Parameter waits: Waits in minutes, infinite where they have no end.
  /// - Returns: The words; nothing where there are no waits.
  static func span(_ waits: [Double]) -> String? {
    let finite = waits.filter(\.isFinite)
    let endless = waits.count - finite.count
    guard let least = finite.min(), let most = finite.max() else {
      return endless == 0
        ? nil : "without end in \(Wording.count(endless, "district", "districts"))"
    }
    let words =
      finite.count == 1
      ? "\(Wording.minutes(least)) on average in one district"
      : "between \(Wording.minutes(least)) and \(Wording.minutes(most)) on average"
    guard endless > 0 else { return words }
    return words + "; in \(Wording.count(endless, "district", "districts")) waits have no end"
  }
}
