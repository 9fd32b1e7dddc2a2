import Foundation
import PlanningFiles
import Testing

@Suite("Hostile study files")
struct HostileStudyTests {
  private func codes(ofManifest text: String) throws -> [String] {
    let copy = try StudyCopy()
    try copy.write(text, to: "study.yaml")
    return copy.issues.map(\.code)
  }

  @Test(arguments: [
    "a: &a [*a]\n",
    "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
    "a: &a {b: 1}\n? *a\n: 1\n",
    "a: \"x # \"\nb: 'it''s'\nc: &x 1\nd: *x\n",
  ])
  func `an alias is refused before anything is built from it`(text: String) throws {
    #expect(try codes(ofManifest: text) == [StudyIssueCode.yamlAlias.rawValue])
  }

  @Test func `an ampersand and a star in plain words are no alias`() throws {
    let copy = try StudyCopy()
    try copy.replace("an example", with: "R&D * and *emphasis*", in: "study.yaml")
    #expect(copy.issues.isEmpty)
  }

  @Test(arguments: [
    "", "\u{0}", "[", "- a\n- b\n", "schema", "schema: [1]", "? [a, b]\n: c\n", "%YAML 9.9\n---\n",
    "a: b: c", "\t", "---\n---\n", "!!binary x", "schema: 99999999999999999999999",
    String(repeating: "[", count: 60_000), String(repeating: "- ", count: 30_000),
    String(repeating: "{a: ", count: 15_000), String(repeating: "a", count: 60_000),
    String(repeating: "? ", count: 30_000), "schema: 1\nschema: 1\n",
    "schema: 1\nwatches: [[]]\nstudy: {}\ntables: 7\ncalls: []\nrotation: x\noffice: 1\ncivilian:\n",
    "schema: 1\ncalls: {synthesis: study.yaml}\n",
  ])
  func `a manifest of nonsense is an error and nothing worse`(text: String) throws {
    #expect(try !codes(ofManifest: text).isEmpty)
  }

  @Test func `bytes that are not text are an error`() throws {
    let copy = try StudyCopy()
    try Data([0xff, 0xfe, 0x00, 0x80]).write(to: URL(filePath: copy.file("study.yaml")))
    #expect(copy.issues.map(\.code) == [StudyIssueCode.unreadableFile.rawValue])
  }

  @Test(arguments: [("study.yaml", 70_000), ("rules.csv", 5_000_000)])
  func `a file that is too large is not read`(name: String, size: Int) throws {
    let copy = try StudyCopy()
    try copy.append(String(repeating: "#", count: size), to: name)
    #expect(copy.issues.map(\.code) == [StudyIssueCode.fileTooLarge.rawValue])
  }

  @Test func `a compressed table is not unpacked`() throws {
    let copy = try StudyCopy()
    try Data([0x1f, 0x8b, 8, 0]).write(to: URL(filePath: copy.file("rules.csv")))
    #expect(copy.issues.map(\.code) == [StudyIssueCode.unreadableFile.rawValue])
  }

  @Test func `a table with too many rows is cut`() throws {
    let copy = try StudyCopy()
    let rows = (0..<400).map { "r\($0),x,sworn,\($0 + 9),1,s,2026,yes" }
    try copy.append(rows.joined(separator: "\n"), to: "ranks.csv")
    #expect(copy.issues.map(\.code) == [StudyIssueCode.fileTooLarge.rawValue])
  }

  @Test(.timeLimit(.minutes(1)))
  func `ten thousand wrong rows are counted, not listed`() throws {
    let copy = try StudyCopy()
    let rows = (0..<10_000).map { "x\($0),nobody\($0),sworn,,1,0,,s,2026" }
    try copy.append(rows.joined(separator: "\n"), to: "strength.csv")
    let issues = copy.issues
    #expect(issues.count < 1000)
    #expect(issues.contains { $0.message == "further problems of this kind" && $0.count > 9000 })
  }

  private static let long: [(file: String, text: String)] = [
    (
      "availability.csv",
      "x,recurring," + String(repeating: "officer|", count: 400_000) + ",,1,tours,s,2026,yes\n"
    ),
    (
      "availability.csv",
      "y,recurring," + (0..<300_000).map { "x\($0)" }.joined(separator: "|")
        + ",,1,tours,s,2026,yes\n"
    ),
    (
      "positions.csv",
      (0..<19_000).map {
        "g\($0),records,f,officer,,sworn_only,ratio,,,g\($0 + 1),1,1,no,deployable,desk,a,s,2026,yes"
      }.joined(separator: "\n")
    ),
    (
      "geography.csv",
      (0..<19_000).map { "b\($0),s\($0),d\($0),north" }.joined(separator: "\n")
    ),
    ("rules.csv", "\"" + String(repeating: "a", count: 4_000_000)),
    ("rules.csv", String(repeating: ",", count: 4_000_000)),
    ("rules.csv", String(repeating: "\n", count: 4_000_000)),
    ("budget.csv", "pay," + String(repeating: "9", count: 1_000_000) + ",s,2026\n"),
  ]

  @Test(.timeLimit(.minutes(1)), arguments: 0..<8)
  func `a table as large as is allowed takes no minute`(position: Int) throws {
    let long = Self.long[position]
    let copy = try StudyCopy()
    try copy.append(long.text, to: long.file)
    let begin = ContinuousClock.now
    _ = copy.issues
    #expect(ContinuousClock.now - begin < .seconds(30))
  }

  /// Every seventh character of the manifest and of a table is once left out and once doubled.
  @Test(arguments: ["study.yaml", "positions.csv"])
  func `no small damage crashes the reader`(name: String) throws {
    let copy = try StudyCopy()
    let text = Array(try String(contentsOfFile: copy.file(name), encoding: .utf8))
    for position in stride(from: 0, to: text.count, by: 7) {
      var short = text
      short.remove(at: position)
      try copy.write(String(short), to: name)
      _ = copy.issues
      var long = text
      long.insert(text[position], at: position)
      try copy.write(String(long), to: name)
      _ = copy.issues
    }
  }
}
