import PolicingDomain
import Reports
import Testing

@Suite("What is withheld, and what several rows share")
struct WithheldAndSharedTests {
  private static func estimate(_ value: Double, _ calls: Int, _ reason: String) -> Estimate {
    Estimate(
      value: value, unit: "units", observations: calls, imputed: .none,
      interval: .none(reason: reason))
  }

  private static func points(_ table: ResultTable) -> ReportSection? {
    ChapterFixture.section("summary", ChapterFixture.record([table]))
  }

  private static func facts(_ section: ReportSection) -> [ReportFact] {
    section.blocks.flatMap { block -> [ReportFact] in
      if case .facts(let facts) = block { facts } else { [] }
    }
  }

  private static let responderKeys =
    "responder|kind|category|district|calls|eligible_calls|calls_taken|calls_returned|calls_spared"
    + "|officer_hours_net\n"

  private static func responders(_ rows: String) -> ResultTable {
    ChapterFixture.table("responders", responderKeys + rows)
  }

  /// Source of truth: the record of a public run holds no number of calls (`published(by:)`).
  @Test func `the summary says withheld of calls, not that somebody decided them`() throws {
    var record = ChapterFixture.record([])
    record.figures = [
      .init(name: "calls", estimate: Self.estimate(0, 0, "withheld"), key: .calls),
      .init(name: "unit-hours", estimate: Self.estimate(900, 0, "made up calls")),
      .init(name: "strength decided by policy", estimate: Self.estimate(5, 0, "made up calls")),
    ]
    record.withheld = [.calls]
    record.isPublic = true
    let section = try #require(ChapterFixture.section("summary", record))
    let facts = Self.facts(section)
    #expect(facts.map(\.value) == ["withheld", "900", "5"])
    #expect(facts[0].note.contains("n withheld"))
    #expect(facts[1].note.contains("n withheld"))
    #expect(facts[2].note.contains("a decision, not an estimate"))
    #expect(section.says("No interval: made up calls."))
    #expect(!section.says("No interval: withheld"))
    #expect(record.certainty(of: "calls").line.hasPrefix("n = withheld · interval: withheld"))
    let pages = StudyReport(record, kind: .full).pages
    #expect(pages.first?.markdown.contains("Small counts withheld.") == true)
  }

  /// Source of truth: the rows below: the first two have no target, the last has one that is met.
  @Test func `without a target nothing is met or missed`() throws {
    let keys = "district|units|proactive_percent|target_percent|is_met\n"
    let none = try #require(
      Self.points(
        ChapterFixture.table(
          "proactive-time", keys + "A|planned|30.0|?|?\nB|planned|50.0|?|?")))
    #expect(!none.says("is met in"))
    let one = try #require(
      Self.points(
        ChapterFixture.table(
          "proactive-time", keys + "A|planned|30.0|?|?\nB|planned|50.0|40.0|yes")))
    #expect(one.says("is met in 1 of 1 districts at the planned units; the least is 50.0 %"))
  }

  /// Source of truth: by hand: 100 + 60 calls, 10 + 20 + 30 taken, 9 + 18 + 27 spared, 5 + 6 + 7 hours.
  @Test func `calls that two responders share count once, a category of one district counts`()
    throws
  {
    let table = Self.responders(
      """
      phone|telephone|noise|all|100|40|10|1|9|5.0
      phone|telephone|noise|A|70|30|6|1|5|3.0
      phone|telephone|noise|B|30|10|4|0|4|2.0
      phone|telephone|lost|A|60|40|20|2|18|6.0
      aide|aide|noise|all|100|50|30|3|27|7.0
      aide|aide|noise|A|70|35|20|2|18|4.0
      aide|aide|noise|B|30|15|10|1|9|3.0
      """)
    let record = ChapterFixture.record([table])
    let page = try #require(ChapterFixture.section("other-responders", record))
    #expect(page.says("Others spare police 54 calls and 18 officer-hours a year"))
    #expect(page.says("Of 160 calls of these categories a year, 60 are taken (37.5 %)."))
    let summary = try #require(ChapterFixture.section("summary", record))
    #expect(summary.says("spare the police 54 calls a year, or 18 officer-hours a year."))
    let draft = Statement(parsing: StatementDraft(record).text, against: record)
    #expect(draft.isSound, "\(draft.issues)")
    #expect(
      draft.findings.map { $0.text.joined() } == [
        "9.0 calls a year would be spared the police. Besides, 18.0 of a category that it takes in "
          + "one district only.", "27.0 calls a year would be spared the police.",
      ])
  }

  /// Source of truth: no number follows from a sum of which a part is withheld.
  @Test func `a withheld part leaves its sum out`() throws {
    let table = Self.responders(
      """
      phone|telephone|noise|A|100|40|withheld|withheld|withheld|5.0
      phone|telephone|lost|A|60|40|20|2|18|6.0
      """)
    #expect(TableReading(table).total("calls_spared") == nil)
    #expect(TableReading(table).total("calls") == 160)
    #expect(TableReading(table).total("no such column") == nil)
    let record = ChapterFixture.record([table])
    let page = try #require(ChapterFixture.section("other-responders", record))
    #expect(page.says("Others spare police 11 officer-hours a year"))
    #expect(page.says("Counts in 1 row are withheld"))
    #expect(!page.says("are taken ("))
    let summary = try #require(ChapterFixture.section("summary", record))
    #expect(summary.says("Other responders would spare the police 11 officer-hours a year."))
    let sum = try FigureReference("responders | | sum calls_spared").text(in: record)
    #expect(sum == "withheld")
    let draft = Statement(parsing: StatementDraft(record).text, against: record)
    #expect(draft.isSound, "\(draft.issues)")
  }

  private static let imputationKeys =
    "quantity|observed|missing|percent_missing|not_imputed|mean_minutes\n"

  /// Source of truth: the rows below: each time has its own number, and travel has gaps.
  @Test func `times of the same calls are not added up`() throws {
    let table = ChapterFixture.table(
      "imputation",
      Self.imputationKeys + "travel|90|10|10.0|withheld|5.0\nresponse|100|0|0.0|0|9.0")
    let section = try #require(
      ChapterFixture.section("quality", ChapterFixture.record([table])))
    #expect(section.says("Travel rests on filled-in values for 10.0 % of calls"))
    #expect(!section.says("Every missing time could be filled"))
    let certainty = section.blocks.compactMap { block -> Certainty? in
      if case .figure(let figure) = block { figure.certainty } else { nil }
    }.first
    #expect(certainty?.observations == "travel 90 and response 100")
    #expect(certainty?.imputed == "travel 10 and response 0")
  }

  /// Source of truth: the rows below: one field is never recorded, the other always.
  @Test func `fields that are complete are not called missing`() throws {
    let table = ChapterFixture.table(
      "calls-read",
      "kind|what|rows|percent_of_rows|first_lines\nrows|read|100|?|\nmissing|enroute|100|100.0|2\n"
        + "missing|arrived|0|0.0|")
    let section = try #require(
      ChapterFixture.section("quality", ChapterFixture.record([table])))
    #expect(!section.says("0.0 %"))
    #expect(section.says("Time a unit set out is not recorded at all; no other field is missing"))
    #expect(section.says("none is missing in any row"))
  }

  /// Source of truth: by hand: 60 + 60 calls of alarms are more than 100 of theft.
  @Test func `most calls are counted over all origins`() throws {
    let table = ChapterFixture.table(
      "calls-by-category",
      """
      category|origin|calls|calls_with_unit|units_per_call|minutes_per_unit|unit_hours|flag
      alarm|community|60|60|1.0|10.0|10.0|
      alarm|officer|60|60|1.0|10.0|10.0|
      theft|community|100|100|1.0|60.0|100.0|
      """)
    let section = try #require(ChapterFixture.section("calls", ChapterFixture.record([table])))
    #expect(section.says("Most calls are alarm, most work is theft"))
  }

  /// Source of truth: every rule that is not met has a finding, whatever its names are made of.
  @Test(arguments: ["unit 1; unit 2", "a | b", "{{x | | count}}", "a }} b", "a = b"])
  func `a rule is drafted whatever its names hold`(scope: String) {
    let rules = ResultTable(
      name: "rules", title: "Rules",
      columns: ["rule", "authority", "scope", "state", "effect"].map { .init($0, $0) },
      rows: [
        [.text("span"), .text("decree"), .text(scope), .text("not met"), .text("two teams fail")]
      ])
    let record = ChapterFixture.record([rules])
    let draft = Statement(parsing: StatementDraft(record).text, against: record)
    #expect(draft.isSound, "\(draft.issues)")
    #expect(draft.findings.count == 1)
    #expect(draft.findings.first?.text.joined().contains("two teams fail") == true)
  }

  /// Source of truth: two sources of one item are joined; one of them says that nothing is published.
  @Test func `an item without a published rate is named whatever stands before`() throws {
    let ledger = ChapterFixture.table(
      "hours-ledger",
      """
      district|rank|tour|part|item|hours_per_year|source
      department|officer|day|paid|all|2000.0|
      department|officer|day|absence|sick, band 1|100.0|contract
      department|officer|day|absence|sick, band 2|100.0|no rate published
      """)
    let section = try #require(ChapterFixture.section("hours", ChapterFixture.record([ledger])))
    #expect(section.says("No published rate was found for sick"))
  }
}
