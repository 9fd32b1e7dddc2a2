import PolicingDomain

/// The chart of a table of targets that the program computed: what each target of proactive time needs.
struct TargetChart {
  private let targets: Int
  private let officers: Int
  private let rows: Int

  /// Finds the columns; nothing for any other table, or one without numbers.
  init?(_ table: ResultTable) {
    guard table.name == "target-ladder", let targets = table.position(of: "target_percent"),
      let officers = table.position(of: "patrol_officers_required"),
      table.rows.contains(where: { $0[officers].asNumber != nil })
    else { return nil }
    self.targets = targets
    self.officers = officers
    rows = table.rows.count
  }

  /// Returns the chart, two rows below what the sheet holds.
  func chart(below row: Int) -> SheetChart {
    let first = TableSheet.headingRow + 1
    func range(_ column: Int) -> CellRange {
      CellRange(CellPlace(first, column), CellPlace(first + rows - 1, column))
    }
    var chart = SheetChart(
      .column, at: CellPlace(row + 2, 0),
      title: "What each target of proactive time needs, by tours", categories: range(targets),
      series: [.init("Patrol officers", range(officers), colour: 0x1F77B4)])
    chart.categoryTitle = "Target of proactive time (%)"
    chart.valueTitle = "Full-time equivalents"
    (chart.width, chart.height) = (640, 320)
    return chart
  }
}
