import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Queries to a store")
struct StoreQueryTests {
  private func asked(
    _ sql: String, parameters: [String: StoreQuery.Value] = [:],
    limits: StoreQuery.Limits = .init()
  ) throws -> StoreQuery.Answer {
    try StoreFixtures.withStore { path in
      try StoreFixtures.add(StoreFixtures.calls(300, seed: 9), to: path)
      return try StoreQuery(sql, parameters: parameters).run(on: path, limits: limits)
    }
  }

  private func issue(_ sql: String, limits: StoreQuery.Limits = .init()) throws -> FileIssue {
    do {
      let answer = try asked(sql, limits: limits)
      Issue.record("\(sql) was answered: \(answer)")
    } catch let error as FileError {
      return try #require(error.issues.first)
    }
    return FileIssue(code: "none", "", file: "", remedy: "")
  }

  /// Source of truth: constructed: 300 calls went in.
  @Test func `a question is answered`() throws {
    let answer = try asked("SELECT count(*) AS calls, 'x' AS word, NULL AS nothing FROM calls")
    #expect(answer.columns == ["calls", "word", "nothing"])
    #expect(answer.rows == [[.integer(300), .text("x"), .null]])
    #expect(!answer.isCut)
  }

  /// Source of truth: constructed: the same calls in readable form.
  @Test func `the view tells calls in words`() throws {
    let call = CallForService(
      id: "7", received: try #require(LocalTime(CalendarDay(dayNumber: 19_723), hour: 10)),
      dispatched: LocalTime(seconds: 19_723 * 86_400 + 36_060),
      cleared: LocalTime(seconds: 19_723 * 86_400 + 37_860), category: CallCategory("alarm"),
      origin: .officer, district: District.ID("07"), outcome: .cancelled)
    try StoreFixtures.withStore { path in
      try StoreFixtures.add([call], to: path)
      let answer = try StoreQuery(
        """
        SELECT received, weekday, hour, category, origin, outcome, district, beat, busy_minutes
        FROM calls_view
        """
      ).run(on: path)
      #expect(
        answer.rows == [
          [
            .text("2024-01-01T10:00:00"), .integer(0), .integer(10), .text("alarm"),
            .text("officer"), .text("cancelled"), .text("07"), .null, .number(30),
          ]
        ])
    }
  }

  @Test(arguments: [
    "INSERT INTO names VALUES (999, 'x')", "DROP TABLE calls", "DELETE FROM calls",
    "UPDATE calls SET priority = 1", "ATTACH '/tmp/other.sqlite' AS other", "VACUUM",
    "VACUUM INTO '/tmp/copy.sqlite'", "PRAGMA writable_schema = ON", "PRAGMA journal_mode = DELETE",
    "PRAGMA main.user_version = 7", "PRAGMA query_only(0)", "CREATE TEMP TABLE t (x)", "BEGIN",
    "-- look\nDROP TABLE calls", "/* SELECT */ DELETE FROM calls", "", "   -- nothing",
    "EXPLAIN SELECT 1; DROP TABLE calls", "SELECT 1; DELETE FROM calls",
    "WITH x AS (SELECT 1) DELETE FROM calls",
    "WITH x AS (SELECT 1) INSERT INTO names SELECT 9, 'x'",
    "SELECT load_extension('/tmp/x.so')", "SELECT writefile('/tmp/x', 'x')",
    "SELECT * FROM pragma_query_only(0); SELECT 1",
  ])
  func `a question cannot write`(sql: String) throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(20, seed: 9)
      try StoreFixtures.add(calls, to: path)
      let before = try Data(contentsOf: URL(filePath: path))
      do {
        _ = try StoreQuery(sql).run(on: path)
        Issue.record("\(sql) was answered")
      } catch {
        #expect(["E165", "E166"].contains(error.issues[0].code), "\(error)")
      }
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
      #expect(try StoreFixtures.calls(in: path) == calls)
    }
  }

  @Test func `a wrong name is told with its place and the nearest one`() throws {
    let column = try issue("SELECT number,\n  distrct FROM calls_view")
    #expect(column.code == "E165" && column.line == 2 && column.column == 3)
    #expect(column.remedy.contains("`district`"))
    let table = try issue("SELECT 1 FROM cals")
    #expect(table.remedy.contains("`calls`") && table.column == 15)
    let word = try issue("SELECT 1 FORM calls WHERE")
    #expect(word.code == "E165")
  }

  @Test func `an endless question ends`() throws {
    var limits = StoreQuery.Limits()
    limits.seconds = 0.3
    let endless =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT sum(x) FROM n"
    #expect(try issue(endless, limits: limits).code == "E167")
  }

  @Test func `a long answer is cut and says so`() throws {
    var limits = StoreQuery.Limits()
    limits.rows = 7
    let answer = try asked("SELECT id FROM calls ORDER BY id", limits: limits)
    #expect(answer.rows.count == 7 && answer.isCut)
    limits.rows = 300
    #expect(try !asked("SELECT id FROM calls", limits: limits).isCut)
  }

  /// Source of truth: the syntax of each format.
  @Test func `answers print in every format`() {
    let answer = StoreQuery.Answer(
      columns: ["a", "b|"],
      rows: [[.integer(1), .text("x,\"y\"\n|")], [.number(0.1 + 0.2), .null]], isCut: false)
    #expect(answer.text(.csv) == "a,b|\n1,\"x,\"\"y\"\"\n|\"\n0.3,\n")
    #expect(
      answer.text(.ndjson)
        == "{\"a\": 1, \"b|\": \"x,\\\"y\\\"\\n|\"}\n{\"a\": 0.3, \"b|\": null}\n")
    #expect(answer.text(.json).hasPrefix("[\n{") && answer.text(.json).hasSuffix("}\n]\n"))
    #expect(
      answer.text(.markdown) == "| a | b\\| |\n| ---: | --- |\n| 1 | x,\"y\" \\| |\n| 0.3 |  |\n")
    #expect(answer.text(.table) == "  a  b|\n───  ───────\n  1  x,\"y\" |\n0.3\n")
  }

  private static let named = """
    -- title: Long calls
    -- parameter hours number = 8: only calls that took longer
    -- parameter district text: only this district
    -- parameter from day: from this day on
    SELECT :hours AS hours, :district AS district, :from AS day
    """

  @Test func `a named query binds its parameters`() throws {
    let query = try NamedQuery(Self.named, name: "long-calls")
    #expect(query.parameters.map(\.name) == ["hours", "district", "from"])
    try StoreFixtures.withStore { path in
      try StoreFixtures.add([], to: path)
      let attack = "'; DROP TABLE calls; --"
      let asked = try query.query([("district", attack), ("from", "2024-02-29")])
      #expect(try asked.run(on: path).rows == [[.number(8), .text(attack), .text("2024-02-29")]])
      #expect(try StoreFixtures.calls(in: path) == [])
    }
  }

  @Test(arguments: [("hours", "many"), ("from", "2023-02-29"), ("distrct", "7"), ("hours", "inf")])
  func `a wrong parameter is refused`(name: String, text: String) throws {
    let query = try NamedQuery(Self.named, name: "long-calls")
    #expect(throws: FileError.self) { try query.query([(name, text)]) }
  }

  @Test(arguments: ["SELECT 1", "-- title: x\n-- parameter a b c d: e\nSELECT 1"])
  func `a query without a proper head is refused`(text: String) {
    #expect(throws: FileError.self) { try NamedQuery(text, name: "x") }
  }
}
