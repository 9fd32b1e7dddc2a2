import Foundation
import PlanningFiles
import PolicingDomain
import Testing

@Suite("study.yaml")
struct StudyManifestTests {
  private static let name = "study.yaml"

  private static let faults: [Damage] = [
    Damage(
      name, "  seed: 7\n", "  seed: 7\n  titel: x\n", .unknownKey, "unknown key `titel` in `study`",
      help: "did you mean `title`?", at: "10:3"),
    Damage(name, "  seed: 7\n", "", .missingKey, "the key `seed` is missing in `study`"),
    Damage(name, "  tours: tours.csv\n", "", .missingKey, "the key `tours` is missing in `tables`"),
    Damage(
      name, "  categories: categories.csv\n", "  catgories: categories.csv\n", .unknownKey,
      help: "did you mean `categories`?"),
    Damage(name, "title: \"Two", "title: [\"Two", .malformedYAML),
    Damage(
      name, "title: \"Two districts, an example\"", "title: [a, b]", .wrongShape,
      "`study.title` does not hold one value"),
    Damage(name, "seed: 7", "seed: -7", .unreadableNumber, "`-7`"),
    Damage(name, "seed: 7", "seed:", .missingValue, "`study.seed` is empty"),
    Damage(
      name, "name: generic-two-districts", "name: ../../x", .unfitName, "not fit for a file"),
    Damage(name, "schema: 1", "schema: 2", .unknownSchema, "this version reads schema 1"),
    Damage(name, "schema: 1", "schema: nan", .unreadableNumber, "`nan`"),
    Damage(name, "tours_per_year: 260.71}\nciv", "tours_per_year: 400}\nciv", .outOfRange, "400"),
    Damage(
      name, "through: 2025-03-16", "through: 2025-02-30", .unreadableTime, "2025-02-30", at: "8:39"),
    Damage(name, "through: 2025-03-16", "through: 2025-02-16", .brokenPeriod, "before it begins"),
    Damage(name, "from: 2025-03-03", "from: 1925-03-03", .brokenPeriod, "longer than 20 years"),
    Damage(
      name, "America/Chicago", "America/Chicgo", .unreadableTime, "no time zone",
      help: "did you mean `America/Chicago`?"),
    Damage(
      name, "tables:\n", "tables:\n  geography: other.csv\n", .malformedYAML,
      "the key `geography` stands there twice"),
  ]

  @Test(arguments: faults)
  func `a fault of the file is found where it is`(damage: Damage) throws { try damage.check() }

  private static let brokenCycles: [Damage] = [
    Damage(
      name, "start: \"15:00\", hours: 8", "start: \"15:00\", hours: 7", .brokenDay,
      "no watch covers 1 of the 24 hours, the first from 22:00", help: "sum to 23"),
    Damage(
      name, "start: \"15:00\", hours: 8", "start: \"15:00\", hours: 9", .brokenDay,
      "more than one watch covers 1 of the 24 hours, the first from 23:00"),
    Damage(name, "start: \"15:00\"", "start: \"15:30\"", .unreadableTime, "not a full hour"),
    Damage(name, "start: \"15:00\"", "start: \"25:00\"", .unreadableTime, "not a full hour"),
    Damage(
      name, "groups: [A, B, C, D, E, F]", "groups: [A, B, C, D, E]", .brokenRotation,
      "has 5 groups for a cycle of 6 days"),
    Damage(
      name, "groups: [A, B, C, D, E, F]", "groups: [A, B, C, D, E, E]", .brokenRotation,
      "names a group twice"),
    Damage(name, "days_on: 4", "days_on: 0", .outOfRange, "from 1 to 60"),
  ]

  @Test(arguments: brokenCycles)
  func `watches divide the day and groups the cycle`(damage: Damage) throws {
    try damage.check()
  }

  private static let wrongNames: [Damage] = [
    Damage(
      name, "ranks: ranks.csv", "ranks: rank.csv", .missingFile, "no file `rank.csv`",
      help: "did you mean `ranks.csv`?"),
    Damage(name, "file: calls.csv", "file: cals.csv", .missingFile, help: "`calls.csv`"),
    Damage(name, "file: calls.csv", "file: ../calls.csv", .escapingPath, "`../calls.csv`"),
    Damage(name, "file: calls.csv", "file: /etc/passwd", .escapingPath, "`/etc/passwd`"),
    Damage(name, "ranks: ranks.csv", "ranks: ./ranks.csv", .escapingPath),
    Damage(name, "profile: canonical", "profile: own.yaml", .missingFile, "no file `own.yaml`"),
  ]

  @Test(arguments: wrongNames)
  func `a file is in the folder or is not read`(damage: Damage) throws {
    try damage.check(allowingOthers: true)
  }

  @Test func `a link out of the folder is not followed`() throws {
    let copy = try StudyCopy()
    try FileManager.default.removeItem(atPath: copy.file("calls.csv"))
    try FileManager.default.createSymbolicLink(
      atPath: copy.file("calls.csv"), withDestinationPath: "/etc/passwd")
    #expect(copy.issues.map(\.code) == [StudyIssueCode.escapingPath.rawValue])
  }

  @Test func `a folder in the place of a table is not read`() throws {
    let copy = try StudyCopy()
    try FileManager.default.removeItem(atPath: copy.file("rules.csv"))
    try FileManager.default.createDirectory(
      atPath: copy.file("rules.csv"), withIntermediateDirectories: false)
    #expect(copy.issues.map(\.code) == [StudyIssueCode.unreadableFile.rawValue])
  }

  @Test func `a folder without study.yaml is one problem`() {
    let issues = StudyFolder.issues(at: "no-such-folder")
    #expect(issues.map(\.code) == [StudyIssueCode.missingFile.rawValue])
    #expect(issues.first?.file == "no-such-folder/study.yaml")
  }

  @Test func `a profile of the study's own is an input`() throws {
    let copy = try StudyCopy()
    try copy.replace("profile: canonical", with: "profile: own.yaml", in: Self.name)
    let own = """
      name: own
      columns: {id: id, received: received}
      times: {formats: ["yyyy-MM-dd'T'HH:mm:ss"]}

      """
    try copy.write(own, to: "own.yaml")
    let reading = try StudyFolder.read(at: copy.path)
    #expect(reading.inputs.last?.path == "own.yaml")
    #expect(
      reading.study.calls
        == .export(file: copy.file("calls.csv"), profile: copy.file("own.yaml")))
  }

  @Test func `all problems are told at once, in the order of the files`() throws {
    let copy = try StudyCopy()
    try copy.replace("seed: 7", with: "seed: x", in: Self.name)
    try copy.replace("101,1-A,1,north", with: "101,1-A,3,north", in: "geography.csv")
    try copy.replace(",45,42,0,", with: ",45,-42,0,", in: "strength.csv")
    let error = try #require(throws: FileError.self) { try StudyFolder.read(at: copy.path) }
    let codes: [StudyIssueCode] = [
      .unreadableNumber, .unknownReference, .contradictingPlace, .outOfRange,
      .statedTotal,
    ]
    #expect(error.issues.map(\.code) == codes.map(\.rawValue))
    #expect(error.issues == copy.issues)
  }

  @Test func `rows with the same problem are one issue with their number`() throws {
    let copy = try StudyCopy()
    try copy.replace(",officer,sworn", with: ",oficer,sworn", in: "strength.csv")
    let issue = try #require(copy.issues.first)
    #expect(issue.message == "there is no rank `oficer`")
    #expect(issue.remedy == "did you mean `officer`?")
    #expect(issue.line == 4)
    #expect(issue.column == 2)
    #expect(issue.count == 4)
  }
}
