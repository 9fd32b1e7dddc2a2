import PolicingDomain
import Reports
import Testing

@Suite("Tables of a damaged record")
struct OddHoursTests {
  /// Source of truth: a cell of a file may hold any number, and a report must not stop at it.
  @Test(arguments: ["busy_units", "calls_per_hour"])
  func `hours that are no hours are passed over`(key: String) {
    let odd: [Double] = [.nan, .infinity, -.infinity, 1e300, -1, 24, 0.5]
    let rows = (odd + [3, 4]).map { hour -> [ResultTable.Cell] in
      [.text("Friday"), .number(hour), .number(hour == 3 ? 1.5 : hour == 4 ? 2.5 : 99)]
    }
    let table = ResultTable(
      name: "hours-of-week", title: "Hours",
      columns: [
        .init("weekday", "Weekday"), .init("hour", "Hour"), .init(key, "Value", decimals: 1),
      ], rows: rows)
    let text = ReportFixture.text(ReportFixture.record(with: table))
    #expect(text.contains("Friday at 04:00"))
  }
}
