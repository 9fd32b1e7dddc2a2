import Foundation
import PlanningFiles
import TestSupport
import Testing

@Suite("Strict validation")
struct StrictStudyTests {
  private func strict(_ copy: StudyCopy) -> [FileIssue] {
    StudyFolder.issues(at: copy.path, isStrict: true)
  }

  /// Source of truth: README.md of the template: nobody can have read made-up rules.
  @Test func `the template fails on its made-up rules only`() throws {
    let issues = try strict(StudyCopy(of: "generic"))
    let errors = issues.filter { $0.severity == .error }
    #expect(Set(errors.map(\.code)) == ["W293"])
    #expect(errors.count == 6 && errors[0].line == 2 && errors[0].column == 7)
    #expect(issues.filter { $0.severity == .warning }.map(\.code) == ["W286"])
  }

  private static let damages: [(file: String, old: String, new: String, code: String, line: Int)] =
    [
      ("geography.csv", "101,1-A,1,city,made up for the template", "101,1-A,1,city,", "W291", 2),
      (
        "ranks.csv", "125000,made up for the template,2025-01-01,TF-COST", "125000,x,2025,yes",
        "W292", 7
      ),
      ("assumptions.csv", "sickness a year,6,tours,4,9", "sickness a year,6,tours,,9", "W292", 10),
      ("assumptions.csv", "sickness a year,6,tours,4,9", "sickness a year,3,tours,4,9", "W292", 10),
      (
        "targets.csv", "proactive_time,0.4,share,study author,none has decided it,0.3|0.5",
        "speed,1,x,y,z,2", "W294", 2
      ),
      (
        "targets.csv", "0.4,share,study author,none has decided it", "0.4,share,study author,",
        "W295", 2
      ),
      ("positions.csv", ",desk,city charter,", ",desk,,", "W296", 15),
    ]

  @Test(arguments: 0..<7)
  func `what a council would ask for is found`(position: Int) throws {
    let damage = Self.damages[position]
    let copy = try StudyCopy(of: "generic")
    try copy.replace(damage.old, with: damage.new, in: damage.file)
    #expect(copy.issues.filter { $0.severity == .error } == [])
    let issues = strict(copy)
    let report = Comment(rawValue: issues.map(\.description).joined(separator: "\n"))
    let issue = try #require(issues.first { $0.code == damage.code }, report)
    #expect(issue.severity == .error && issue.line == damage.line, report)
  }

  @Test func `warnings become errors`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("printed: 195", with: "printed: 196", in: "study.yaml")
    #expect(copy.issues.contains { $0.code == "W281" && $0.severity == .warning })
    #expect(strict(copy).contains { $0.code == "W281" && $0.severity == .error })
  }

  @Test func `problems can be read by an editor`() throws {
    let copy = try StudyCopy(of: "generic")
    let text = try FileIssue.json(strict(copy))
    let page = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    let issues = page?["issues"] as? [[String: Any]] ?? []
    #expect(issues.count == 7)
    #expect(issues.last?["line"] as? Int == 7 && issues.last?["severity"] as? String == "error")
  }
}

@Suite("Hostile tables of the whole department")
struct HostileDepartmentTests {
  private static let tables = [
    "responders", "caseloads", "civilianization", "flows", "second_count", "differences",
    "calendar", "schedules", "teams", "targets", "arrests",
  ]

  @Test(arguments: tables)
  func `a damaged table is an error and nothing worse`(name: String) throws {
    let copy = try StudyCopy(of: "generic")
    let file = "\(name).csv"
    let text = try String(contentsOfFile: copy.file(file), encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let header = lines[0]
    let wide = (0..<1000).map { "c\($0)" }.joined(separator: ",")
    let commas = String(repeating: ",", count: header.count { $0 == "," })
    let texts = [
      "", "\n", header, header + "\n", wide + "\n", header + "\n" + commas + "\n",
      text.replacingOccurrences(of: "made up", with: "\u{0}"), header + "," + wide + "\n",
      text.replacingOccurrences(of: ",", with: ";"), text + "\"", String(text.reversed()),
      header + "\n" + commas.replacingOccurrences(of: ",", with: "nan,") + "nan\n",
      header + "\n" + commas.replacingOccurrences(of: ",", with: "-1,") + "-1\n",
      header + "\n" + commas.replacingOccurrences(of: ",", with: ":|;=,") + ":\n",
      header + "\n" + commas.replacingOccurrences(of: ",", with: "1e308,") + "1e308\n",
    ]
    for (position, damaged) in texts.enumerated() {
      try copy.write(damaged, to: file)
      let isHarmless = position == 6
      #expect(isHarmless || copy.issues.contains { $0.severity == .error }, "\(position)")
    }
  }

  /// Every ninth field of the new tables is once emptied and once filled with nonsense.
  @Test(.tags(.slow), .enabled(if: runsSlowTests), arguments: tables)
  func `no field can crash the reader`(name: String) throws {
    let copy = try StudyCopy(of: "generic")
    let file = "\(name).csv"
    let text = try String(contentsOfFile: copy.file(file), encoding: .utf8)
    let parts = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    let step = max(9, parts.count / 12)
    for position in stride(from: 0, to: parts.count, by: step) {
      for nonsense in ["", "999999999999999999999", "-0.5", "a:b:c|d|d", "\u{FFFD}"] {
        var damaged = parts
        damaged[position] = nonsense
        try copy.write(damaged.joined(separator: ","), to: file)
        _ = copy.issues
      }
    }
  }

  @Test(arguments: [
    "4 on", "0 on 4 off", "4 on -2 off", "99999999999999999999 on 1 off", "1", "0000", "10 01 x",
    String(repeating: "1", count: 400), "366 on 1 off", "on off on off", "四 on 2 off",
  ])
  func `a pattern of nonsense is an error`(pattern: String) throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("1100111 0011000", with: pattern, in: "study.yaml")
    #expect(copy.issues.contains { $0.code == StudyIssueCode.brokenRotation.rawValue })
  }
}
