import PlanningFiles
import PolicingDomain
import Testing

@Suite("Column profile")
struct ColumnProfileTests {
  private func issues(_ yaml: String) throws -> [FileIssue] {
    let error = try #require(throws: FileError.self) {
      try ColumnProfile(yaml: yaml, file: "city.yaml")
    }
    return error.issues
  }

  private func profile(columns: String, rest: String = "") -> String {
    """
    name: city
    columns:
      id: Event
      received: Time
    \(columns)
    times:
      formats: ["yyyy-MM-dd HH:mm:ss"]
    \(rest)
    """
  }

  @Test func `an unknown key is an error at its line, with the nearest key`() throws {
    let issues = try issues(profile(columns: "  dispached: Sent", rest: "colums: 3"))
    #expect(issues.map(\.code) == ["E121", "E121"])
    #expect(issues[0].description.hasPrefix("error[E121]: a profile has no key"))
    #expect(issues[0].remedy.hasPrefix("did you mean `columns`?"))
    #expect(issues[1].line == 5 && issues[1].column == 3)
    #expect(issues[1].remedy.hasPrefix("did you mean `dispatched`?"))
  }

  /// Source of truth: eleven levels of nine repetitions, which took minutes to compare as keys.
  @Test func `an alias is refused before anything is built from it`() throws {
    var yaml = "name: city\nmissing: &x0 [a]\n"
    for level in 1...11 {
      let repeats = [String](repeating: "*x\(level - 1)", count: 9).joined(separator: ", ")
      yaml += "y\(level): &x\(level) [\(repeats)]\n"
    }
    let issues = try issues(yaml + "? *x11\n: 1\n? *x10\n: 2\n")
    #expect(issues.map(\.code) == ["E120"])
    #expect(issues[0].line == 3)
  }

  @Test(arguments: [
    "Caller Name", "OFFICER_ID", "badgeNumber", "Phone", "Narrative", "Remarks", "call_taker",
    "CallTaker", "Reporting_Officer", "ReportingOfficerName", "FirstName",
    "OFFICERNAME", "callername", "Complainants",
  ])
  func `a column that looks personal is refused`(column: String) throws {
    let issues = try issues(profile(columns: "  category: \(column)"))
    #expect(issues.map(\.code) == ["E124"])
    #expect(issues[0].line == 5)
    #expect(issues[0].message.contains(column))
  }

  @Test(arguments: [
    "officer_initiated", "Time_PhonePickUp", "count_of_officers", "District Name", "Type",
    "V.Radio_Name", "Nature", "officerinitiated", "BEATNAME",
  ])
  func `a column that only sounds personal is read`(column: String) throws {
    let yaml = profile(columns: "  category: \(column)")
    #expect(
      try ColumnProfile(yaml: yaml, file: "city.yaml").header(of: .category) == column)
  }

  @Test func `a column under never_read is refused`() throws {
    let yaml = profile(columns: "  beat: Place", rest: "never_read: [Place]")
    #expect(try issues(yaml).map(\.code) == ["E124"])
  }

  @Test func `what is missing is told, all at once`() throws {
    let issues = try issues("columns:\n  beat: Beat\n")
    #expect(issues.map(\.code) == ["E123", "E123", "E123", "E123"])
    #expect(issues.map(\.message).contains { $0.contains("when the call was received") })
  }

  @Test(arguments: [
    ("grain: calls", "`grain` cannot be `calls`"),
    ("timezone: America/Chicgo", "there is no time zone"),
    ("template: maybe", "`template` cannot be `maybe`"),
    ("outcomes: {cancelled: [X]}", "`outcomes` has no column"),
    ("statuses: {dispatched: [D]}", "statuses are told, but a row is a call"),
    ("units: [{pattern: A, class: beat}]", "`units` has no column"),
    ("elapsed: {cleared: {since: arrived, columns: [T], unit: minutes}}", "which nothing tells"),
    ("elapsed: {cleared: {columns: [T], unit: weeks}}", "`unit` cannot be `weeks`"),
    ("delimiter: \"ab\"", "not one ASCII letter"),
    ("priorities: {A: 12}", "`12` is not a priority"),
    ("priorities: 3", "`priorities` is not a list"),
    ("origins: {officer: [A], community: [A]}", "cannot be both"),
    ("origins: {default: nobody}", "`default` cannot be `nobody`"),
  ])
  func `a value that makes no sense is an error`(line: String, message: String) throws {
    let issues = try issues(profile(columns: "", rest: line))
    #expect(issues.map(\.code) == ["E122"])
    #expect(issues[0].message.contains(message))
    #expect(issues[0].line == 8)
  }

  @Test func `dates alone need the precision day`() throws {
    let yaml = profile(columns: "").replacing(" HH:mm:ss", with: "")
    #expect(try issues(yaml).map(\.code) == ["E122"])
    let byDay = yaml.replacing("times:", with: "times:\n  precision: day")
    #expect(try ColumnProfile(yaml: byDay, file: "city.yaml").precision == .day)
  }

  @Test(arguments: ["name: [", "a: 1\na: 2", "\tname: x", ""])
  func `text that is not YAML is an error`(yaml: String) throws {
    let issues = try issues(yaml)
    #expect(issues.count == 1)
    #expect(issues[0].code == (yaml.isEmpty ? "E123" : "E120"))
    #expect(yaml.isEmpty || issues[0].line != nil)
  }

  @Test func `a missing profile is an error`() throws {
    let error = try #require(throws: FileError.self) {
      try ColumnProfile(contentsOf: "no-such-profile.yaml")
    }
    #expect(error.issues.map(\.code) == ["E101"])
  }
}
