import Foundation
import PlanningFiles
import PolicingDomain
import Testing

/// Rows in force on a day, files that include one another, tables of several files.
@Suite("Dated rows and includes")
struct StudyLayersTests {
  private func codes(_ copy: StudyCopy) -> [String] { copy.issues.map(\.code) }

  /// Source of truth: budget.csv of the template: 33 million in 2025, 34 million from 2026.
  @Test(arguments: [("2025-12-31", 33_000_000.0), ("2026-01-01", 34_000_000)])
  func `the row in force on the day of the study counts`(day: String, limit: Double) throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("as_of: 2025-07-01", with: "as_of: \(day)", in: "study.yaml")
    let reading = try StudyFolder.read(at: copy.path)
    #expect(reading.study.budget?.limit.value == limit)
    #expect(reading.warnings.map(\.code) == [StudyIssueCode.rowsNotInForce.rawValue])
    #expect(reading.warnings[0].message.contains("1 row is not in force on \(day)"))
  }

  @Test func `rows with dates need a day`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("as_of: 2025-07-01\n", with: "", in: "study.yaml")
    let issue = try #require(copy.issues.first)
    #expect(issue.code == StudyIssueCode.missingAsOf.rawValue)
    #expect(issue.line == 2 && issue.column == 7 && issue.remedy.contains("as_of: 2025-01-01"))
  }

  @Test func `two rows in force at once are one thing stated twice`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("2026-01-01,", with: "2025-06-01,", in: "budget.csv")
    #expect(codes(copy) == [StudyIssueCode.duplicate.rawValue])
  }

  @Test func `a table must have a row in force, and its dates an order`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace("as_of: 2025-07-01", with: "as_of: 2024-07-01", in: "study.yaml")
    #expect(codes(copy) == [StudyIssueCode.emptyTable.rawValue])
    let other = try StudyCopy(of: "generic")
    try other.replace("2025-01-01,2025-12-31", with: "2025-01-01,2024-12-31", in: "budget.csv")
    #expect(codes(other).contains(StudyIssueCode.brokenWindow.rawValue))
  }

  /// A copy of the example whose tables lie in a folder of their own.
  private func layered() throws -> StudyCopy {
    let copy = try StudyCopy()
    let manager = FileManager.default
    try manager.createDirectory(atPath: copy.file("base"), withIntermediateDirectories: false)
    for name in try manager.contentsOfDirectory(atPath: copy.path) where name != "base" {
      try manager.moveItem(atPath: copy.file(name), toPath: copy.file("base/\(name)"))
    }
    try copy.write(
      """
      schema: 1
      include: [base]
      study: {title: "Another title"}
      plan_year: 2027
      tables: {budget: budget.csv}

      """, to: "study.yaml")
    try copy.write("item,annual_dollars,source,date\nlimit,5,x,2026\n", to: "budget.csv")
    return copy
  }

  /// Source of truth: by hand: title, year and budget are the file's own, all else is the base's.
  @Test func `own keys go before included ones, tables one by one`() throws {
    let copy = try layered()
    let reading = try StudyFolder.read(at: copy.path)
    let study = reading.study
    #expect(study.title == "Another title" && study.name == "generic-two-districts")
    #expect(study.planYear == 2027 && study.budget?.limit.value == 5)
    #expect(study.geography.beats.count == 5 && study.growth?.ratePerYear == 0.01)
    #expect(study.calls == .export(file: copy.file("base/calls.csv"), profile: "canonical"))
    let paths = reading.inputs.map(\.path)
    #expect(paths.prefix(2) == ["study.yaml", "base/study.yaml"])
    #expect(paths.contains("budget.csv") && !paths.contains("base/budget.csv"))
  }

  @Test func `an included file keeps its own place in messages`() throws {
    let copy = try layered()
    try copy.replace("plan_year", with: "plan_yaer", in: "study.yaml")
    try copy.replace("rotation: {days_on: 4", with: "rotation: {days_on: 5", in: "base/study.yaml")
    try copy.replace("\ncalls:", with: "\ncals: 1\ncalls:", in: "base/study.yaml")
    let issues = copy.issues
    #expect(issues.contains { $0.file == copy.file("study.yaml") && $0.line == 4 })
    #expect(issues.contains { $0.code == "E253" && $0.file == copy.file("base/study.yaml") })
    #expect(
      issues.contains { $0.message.contains("`cals`") && $0.file.hasSuffix("base/study.yaml") })
  }

  @Test(arguments: ["[study.yaml]", "[base, base/../study.yaml]", "[../other]", "[/etc]", "[none]"])
  func `an include that leads around or out is refused`(list: String) throws {
    let copy = try StudyCopy()
    try copy.append("include: \(list)", to: "study.yaml")
    let code = try #require(codes(copy).first)
    #expect(["E261", "E204", "E201"].contains(code))
  }

  @Test func `a circle of includes is named`() throws {
    let copy = try StudyCopy()
    try copy.append("include: [a.yaml]", to: "study.yaml")
    try copy.write("schema: 1\ninclude: [b.yaml]\n", to: "a.yaml")
    try copy.write("include: [a.yaml]\n", to: "b.yaml")
    let issue = try #require(copy.issues.first)
    #expect(issue.code == "E261" && issue.file == copy.file("b.yaml"))
    #expect(issue.message.contains("study.yaml → a.yaml → b.yaml → a.yaml"))
  }

  @Test func `many files that include one another end`() throws {
    let copy = try StudyCopy()
    try copy.append("include: [f0.yaml, f1.yaml]", to: "study.yaml")
    for number in 0..<30 {
      let next = "[f\(number + 1).yaml, f\(number + 2).yaml]"
      try copy.write("schema: 1\ninclude: \(next)\n", to: "f\(number).yaml")
    }
    #expect(codes(copy).contains("E261"))
  }

  /// Source of truth: by hand: the error stands in line 3 of the second file.
  @Test func `a table of two files names the right one`() throws {
    let copy = try StudyCopy(of: "generic")
    let name = "strength-headquarters.csv"
    try copy.replace("command,chief,sworn,1,1,0", with: "command,chief,sworn,1,x,0", in: name)
    let issue = try #require(copy.issues.first { $0.severity == .error })
    #expect(issue.file == copy.file(name) && issue.line == 3 && issue.column == 5)
  }

  @Test func `the files of a table have the same columns and are named once`() throws {
    let copy = try StudyCopy(of: "generic")
    try copy.replace(
      "section,rank,employment", with: "rank,section,employment", in: "strength-headquarters.csv")
    let issue = try #require(copy.issues.first { $0.code == "E262" })
    #expect(issue.file == copy.file("strength-headquarters.csv") && issue.line == 1)
    let other = try StudyCopy(of: "generic")
    try other.replace(
      "strength-headquarters.csv]", with: "strength-districts.csv]", in: "study.yaml")
    #expect(codes(other).contains(StudyIssueCode.duplicate.rawValue))
    let none = try StudyCopy(of: "generic")
    try none.replace(
      "[strength-districts.csv, strength-headquarters.csv]", with: "[]", in: "study.yaml")
    #expect(codes(none).contains(StudyIssueCode.missingValue.rawValue))
  }
}
