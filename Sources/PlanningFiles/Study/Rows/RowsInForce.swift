import PolicingDomain

/// The rows of a table that are in force on a day, by their columns `from` and `through`.
struct RowsInForce {
  /// The rows in force, in their order.
  let rows: [StudyRow]

  /// Leaves out the rows of `table` that are not in force on `asOf`.
  ///
  /// Without a day, rows with dates are an error: nobody could say which of them is meant.
  init(of table: StudyTable, asOf: CalendarDay?, log: IssueLog) {
    let dated = table.rows.filter { !$0.text("from").isEmpty || !$0.text("through").isEmpty }
    guard let first = dated.first else {
      rows = table.rows
      return
    }
    guard let asOf else {
      rows = table.rows
      first.complain(
        .missingAsOf, first.text("from").isEmpty ? "through" : "from",
        "the row is in force between dates, but the study names no day",
        remedy: "write `as_of: 2025-01-01` into study.yaml, with the day for which the study plans")
      return
    }
    rows = table.rows.filter { Self.isInForce($0, on: asOf) }
    let skipped = table.rows.count - rows.count
    guard skipped > 0 else { return }
    if rows.isEmpty {
      log.add(
        .emptyTable, at: FilePlace(file: table.file, line: 1),
        "no row of the table is in force on \(asOf)",
        remedy: "change `as_of` in study.yaml, or add a row that is in force on that day")
      return
    }
    log.add(
      .rowsNotInForce, at: FilePlace(file: table.file),
      "\(skipped == 1 ? "1 row is" : "\(skipped) rows are") not in force on \(asOf) and skipped",
      remedy: "nothing to do, if `as_of` in study.yaml is the day that is meant")
  }

  private static func isInForce(_ row: StudyRow, on day: CalendarDay) -> Bool {
    let from = row.day("from")
    let through = row.day("through")
    if let from, let through, through < from {
      row.complain(
        .brokenWindow, "through", "the last day, \(through), comes before the first, \(from)",
        remedy: "correct one of the two")
      return true
    }
    return (from.map { $0 <= day } ?? true) && (through.map { $0 >= day } ?? true)
  }
}
