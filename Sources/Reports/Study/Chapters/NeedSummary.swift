import PolicingDomain

/// The need of the largest bureaus, and of all others together.
struct NeedSummary {
  private let summary: TableReading
  private let employment: String
  private let sums = [
    "authorized", "assigned", "deployable", "required", "decided", "recommended", "difference",
    "unfilled",
  ]

  /// Creates a summary of bureaus.
  ///
  /// - Parameters:
  ///   - summary: The need by bureau and employment, with the department last.
  ///   - employment: Which rows of it count.
  init(_ summary: TableReading, _ employment: String) {
    self.summary = summary
    self.employment = employment
  }

  /// Returns the table with a row for each of the largest bureaus, one for the others, and the
  /// department.
  func largest(_ count: Int) -> TableReading {
    let own = summary.rows.filter { summary.text($0, "employment") == employment }
    let bureaus = own.filter { summary.text($0, "group") != "Department" }
    let order = bureaus.sorted { (size($0), $1) > (size($1), $0) }
    let kept = Set(order.prefix(count))
    let others = bureaus.filter { !kept.contains($0) }
    let table = summary.table
    var rows = bureaus.filter(kept.contains).map { table.rows[$0] }
    rows.append(
      table.columns.map { column -> ResultTable.Cell in
        switch column.key {
        case "group": .text("\(others.count) other bureaus")
        case "employment": .text(employment)
        default: sums.contains(column.key) ? sum(column.key, others) : .missing
        }
      })
    let parts = Array(rows.indices)
    rows += own.filter { summary.text($0, "group") == "Department" }.map { table.rows[$0] }
    let shown = ResultTable(
      name: table.name, title: table.title, columns: table.columns, rows: rows, notes: table.notes)
    return TableReading(
      shown.declaring(rows.count > parts.count ? [ResultTable.Sum(parts.count, of: parts)] : []))
  }

  private func size(_ row: Int) -> Double {
    ["required", "decided", "deployable"].reduce(0) { $0 + (summary.number(row, $1) ?? 0) }
  }

  private func sum(_ key: String, _ rows: [Int]) -> ResultTable.Cell {
    let known = rows.compactMap { summary.number($0, key) }
    return known.isEmpty ? .missing : .number(known.reduce(0, +))
  }
}
