import PolicingDomain
import Rollcall
import TestSupport
import Testing
import Workbooks

@Suite("The workbook and the program agree", .serialized)
struct WorkbookEndToEndTests {
  /// Source of truth: the program itself, run at the other target; LibreOffice works the workbook out.
  ///
  /// The workbook keeps the needs for waits, which the program finds again: queues reach from one watch into
  /// the next, so districts may differ by a share of a percent.
  @Test(.tags(.slow), .enabled(if: runsSlowTests && LibreOffice.isThere))
  func `a target changed in the workbook gives the need that the program finds`() throws {
    let folder = try #require(ReferenceData.study("chicago"))
    let pipeline = try StudyPipeline(studyAt: folder)
    let results = try pipeline.run(to: .allocation)
    let bytes = try StudyWorkbook(Self.record(of: results)).bytes()
    let office = try LibreOffice()
    defer { office.remove() }

    let same = try office.sheets(of: bytes)
    try Self.expectEqual(same, results, within: 1e-6)

    let scenario = try Scenario(
      results.study, changedBy: [.value(name: "proactive_time", value: 0.5)])
    let changed = try pipeline.answer(results, under: scenario, to: .requirement)
    let moved = try office.sheets(of: bytes, changing: ("Inputs", 0.4, 0.5))
    try Self.expectEqual(moved, changed, within: 0.005)
    let needs = try [same, moved].map { try Self.need(of: $0) }
    #expect(needs[1] > needs[0] * 1.03)
  }

  /// Compares the need of every district with the cross-check of its positions.
  private static func expectEqual(
    _ sheets: [String: [[String]]], _ results: StudyResults, within tolerance: Double
  ) throws {
    let ladder = try #require(sheets["Patrol staffing"])
    var compared = 0
    for group in results.study.organization.positions where group.basis == .coverage {
      let stated = try #require(results.positions.first { $0.group == group.id }).positions.value
      let row = try #require(
        ladder.first { $0.count > 8 && $0[0] == group.section.description && !$0[4].isEmpty })
      let live = try #require(Double(row[4]))
      #expect(agrees(live, stated, within: tolerance), "\(group.id): \(live), \(stated)")
      compared += 1
    }
    #expect(compared == results.study.geography.districts.count)
  }

  private static func need(of sheets: [String: [[String]]]) throws -> Double {
    let row = try #require(sheets["Patrol staffing"]?.first { $0.first == "Patrol need" })
    return try #require(Double(row[1]))
  }

  private static func record(of results: StudyResults) -> RunRecord {
    RunRecord(
      subject: .init(
        name: results.study.name, title: results.study.title, notice: results.study.notice,
        from: "\(results.study.period.first)", through: "\(results.study.period.last)",
        calls: "made up"), figures: results.figures, answers: [], tables: results.tables,
      findings: results.findings, countingFindings: [], booksClose: true, explanations: [],
      making: .init(version: "", numerics: "", arguments: [], seed: 0, inputs: []))
  }
}
