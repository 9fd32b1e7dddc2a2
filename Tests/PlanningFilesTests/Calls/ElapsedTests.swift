import PlanningFiles
import PolicingDomain
import Testing

@Suite("Ways of writing times")
struct TimeWritingTests {
  private func received(_ written: String, _ pattern: String, zone: String? = nil) throws -> String?
  {
    let yaml = """
      name: times
      \(zone.map { "time_zone: \($0)" } ?? "source: none")
      columns: {id: row number, received: t}
      times: {formats: ["\(pattern)"]}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "times.yaml")
    let found = try CallImport(
      [.bytes(Array("t\n\"\(written)\"\n".utf8), name: "t.csv")], profile: profile)
    return found.calls.first?.received.description
  }

  /// Source of truth: worked by hand; POSIX `%y` for the years of two digits.
  @Test(arguments: [
    ("2024 Jan 05 11:12:13 PM", "yyyy MMM dd hh:mm:ss a", "2024-01-05T23:12:13"),
    ("5-dec-2023 0:07", "d-MMM-yyyy H:mm", "2023-12-05T00:07:00"),
    ("20250303033607", "yyyyMMddHHmmss", "2025-03-03T03:36:07"),
    ("12/31/68 23:59", "MM/dd/yy HH:mm", "2068-12-31T23:59:00"),
    ("12/31/69 23:59", "MM/dd/yy HH:mm", "1969-12-31T23:59:00"),
    ("2025-03-03T03:36:07.1234567", "yyyy-MM-dd'T'HH:mm:ss.S", "2025-03-03T03:36:07"),
  ])
  func `a moment is read`(written: String, pattern: String, expected: String) throws {
    #expect(try received(written, pattern) == expected)
  }

  @Test(arguments: [
    ("2025-02-29 00:00", "yyyy-MM-dd HH:mm"), ("2025-03-03 24:00", "yyyy-MM-dd HH:mm"),
    ("2025-03-0x 00:00", "yyyy-MM-dd HH:mm"), ("2025:03-03 00:00", "yyyy-MM-dd HH:mm"),
    ("2025-03-03 00:0/", "yyyy-MM-dd HH:mm"), ("2025-03-03 00:0:", "yyyy-MM-dd HH:mm"),
    ("2025-03-03 13:00 PM", "yyyy-MM-dd hh:mm a"), ("2025-03-03 00:00 AM", "yyyy-MM-dd hh:mm a"),
    ("2025-03-03 00:00 XM", "yyyy-MM-dd hh:mm a"), ("2024 Jam 05", "yyyy MMM dd"),
  ])
  func `what is no moment is not read`(written: String, pattern: String) throws {
    let yaml = """
      name: times
      columns: {id: row number, received: t}
      times: {formats: ["\(pattern)"], precision: day}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "times.yaml")
    let found = try CallImport(
      [.bytes(Array("t\n\(written)\n".utf8), name: "t.csv")], profile: profile)
    #expect(found.calls.isEmpty && found.ledger.setAside.map(\.rows) == [1])
  }

  /// Source of truth: closed form: every second of the patterns is what `LocalTime` describes.
  @Test func `patterns of fixed width read every day of four centuries`() throws {
    var text = "t\n"
    let first = try #require(CalendarDay(year: 1850, month: 1, day: 1))
    var expected: [String] = []
    for day in stride(from: 0, to: 146_097, by: 13) {
      let time = LocalTime(seconds: (first.dayNumber + day) * 86_400 + day % 86_400)
      expected.append(time.description)
      text += time.description + "\n"
    }
    let yaml = """
      name: times
      columns: {id: row number, received: t}
      times: {formats: ["yyyy-MM-dd'T'HH:mm:ss"]}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "times.yaml")
    let found = try CallImport([.bytes(Array(text.utf8), name: "t.csv")], profile: profile)
    #expect(found.calls.map(\.received.description) == expected)
  }

  /// Source of truth: the order of the list; both days fit when the day is 12 or less.
  @Test func `the first format that fits is taken, whatever came before`() throws {
    let yaml = """
      name: times
      columns: {id: row number, received: t}
      times: {formats: ["MM/dd/yyyy HH:mm", "dd/MM/yyyy HH:mm"]}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "times.yaml")
    let text = "t\n31/01/2025 10:00\n02/03/2025 10:00\n31/01/2025 10:00\n02/03/2025 10:00\n"
    let found = try CallImport([.bytes(Array(text.utf8), name: "t.csv")], profile: profile)
    #expect(
      found.calls.map { "\($0.received.day)" } == [
        "2025-01-31", "2025-02-03", "2025-01-31", "2025-02-03",
      ])
  }
}
