import PlanningFiles
import PolicingDomain
import Testing

@Suite("Time pattern")
struct TimePatternTests {
  private func text(_ written: String, _ pattern: String) throws -> String? {
    let yaml = """
      name: times
      columns: {id: row number, received: t}
      times: {formats: ["\(pattern)"], precision: day}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "times.yaml")
    let found = try CallImport(
      [.bytes(Array("t\n\(written)\n".utf8), name: "t.csv")], profile: profile)
    return found.calls.first?.received.description
  }

  /// Source of truth: worked by hand.
  @Test(arguments: [
    ("03/27/2017 05:02:47 AM", "MM/dd/yyyy hh:mm:ss a", "2017-03-27T05:02:47"),
    ("03/27/2017 12:00:00 AM", "MM/dd/yyyy hh:mm:ss a", "2017-03-27T00:00:00"),
    ("03/27/2017 12:30:00 pm", "MM/dd/yyyy hh:mm:ss a", "2017-03-27T12:30:00"),
    ("03/27/2017 11:59:59 PM", "MM/dd/yyyy hh:mm:ss a", "2017-03-27T23:59:59"),
    ("2024-02-29T23:59:59", "yyyy-MM-dd'T'HH:mm:ss", "2024-02-29T23:59:59"),
    ("2024-02-29T23:59:59.000", "yyyy-MM-dd'T'HH:mm:ss.SSS", "2024-02-29T23:59:59"),
    ("2019-01-31", "yyyy-MM-dd", "2019-01-31T00:00:00"),
    ("20240131235958", "yyyyMMddHHmmss", "2024-01-31T23:59:58"),
    ("7/4/2023 9:05", "M/d/yyyy H:mm", "2023-07-04T09:05:00"),
    ("12/14/2023 19:05", "M/d/yyyy H:mm", "2023-12-14T19:05:00"),
    ("  2019-01-31\t", "yyyy-MM-dd", "2019-01-31T00:00:00"),
  ])
  func `times are read as they are written`(
    written: String, pattern: String, moment: String
  ) throws {
    #expect(try text(written, pattern) == moment)
  }

  @Test(arguments: [
    ("13/27/2017 05:02:47 AM", "MM/dd/yyyy hh:mm:ss a"),
    ("03/27/2017 13:02:47 PM", "MM/dd/yyyy hh:mm:ss a"),
    ("03/27/2017 00:02:47 AM", "MM/dd/yyyy hh:mm:ss a"),
    ("03/27/2017 05:02:47", "MM/dd/yyyy hh:mm:ss a"),
    ("2023-02-29T00:00:00", "yyyy-MM-dd'T'HH:mm:ss"),
    ("2023-02-28T24:00:00", "yyyy-MM-dd'T'HH:mm:ss"),
    ("2023-02-28T23:59:59Z", "yyyy-MM-dd'T'HH:mm:ss"), ("2019-1-31", "yyyy-MM-dd"),
    ("0000-01-01", "yyyy-MM-dd"), ("20190131", "yyyyMMddHHmmss"),
  ])
  func `times that do not fit or do not exist are not read`(
    written: String, pattern: String
  ) throws {
    #expect(try text(written, pattern) == nil)
  }

  @Test(arguments: [
    "", "HH:mm", "yyyy-MM-dd HH:mm a", "yyyy-MM-dd hh:mm", "y-MM-dd", "yyyy-MM-dd z",
    "yyyy-MM-dd'T", "yyyy-MM-dd yyyy", "DD.MM.YYYY",
  ])
  func `a pattern that gives no whole time is refused`(text: String) {
    #expect(TimePattern(text) == nil)
  }
}
