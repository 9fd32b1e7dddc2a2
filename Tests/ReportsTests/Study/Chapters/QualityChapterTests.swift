import PolicingDomain
import Reports
import Testing

@Suite("Chapter on the quality of the data")
struct QualityChapterTests {
  private static let read = ChapterFixture.table(
    "calls-read",
    """
    kind|what|rows|percent_of_rows|unit_hours|first_lines|remedy
    rows|read|1000|?|?||
    rows|used|900|?|?||
    calls|removed by the rules plain|50|?|?||
    calls|kept|850|?|?||
    set aside|no time of receipt|100|10.0|?|4 9|give the column
    missing|arrived|400|40.0|?|2 3|
    missing|enroute|1000|100.0|?|2 3|
    refused|hours of work|?|?|?||add the column cleared
    """)

  /// Source of truth: 900 of 1,000 rows are 90 %; the other numbers stand in the table above.
  @Test func `rows are told from read to kept, with what they lack`() throws {
    let section = try #require(
      ChapterFixture.section("quality", ChapterFixture.record([Self.read])))
    #expect(section.says("Rows read: 1,000"))
    #expect(section.says("Rows used: 900"))
    #expect(section.says("Calls kept: 850"))
    #expect(section.says("Unit-hours imputed: 25.0 %"))
    #expect(section.says("Time of arrival is missing in 40.0 % of the rows"))
    #expect(section.says("Never recorded: time a unit set out"))
    #expect(section.says("cannot answer this: hours of work. Remedy: add the column cleared."))
    let changed = try #require(section.tables.first { $0.name == "rows-changed" })
    #expect(changed.rows.count == 1)
  }

  /// Source of truth: by hand: a kind without a row has no calls, so that P1 has 5 and P2 has 2.
  @Test func `unmet demand counts each priority, and a withheld count stays withheld`() throws {
    let text = """
      what_became_of_it|priority|district|calls
      never sent|P1|all|5
      never sent|P1|007|5
      held|P1|all|3
      held|P2|all|2
      """
    let known = try #require(
      ChapterFixture.section(
        "quality", ChapterFixture.record([ChapterFixture.table("unmet-demand", text)])))
    #expect(known.says("5 calls of P1: never sent"))
    #expect(known.says("Held: 5 calls in all, 3 of them P1."))
    var rows = text
    rows.replace("held|P1|all|3", with: "held|P1|all|withheld")
    let guarded = try #require(
      ChapterFixture.section(
        "quality", ChapterFixture.record([ChapterFixture.table("unmet-demand", rows)])))
    #expect(!guarded.says("Held: "))
    #expect(guarded.tables.last?.words(2).contains("withheld") == true)
  }

  /// Source of truth: the smallest share of response in the table is the 30 % of P2.
  @Test func `the share of times recorded is told by priority`() throws {
    let times = ChapterFixture.table(
      "response-times",
      """
      quantity|priority|times_observed|percent_recorded|flag
      dispatch delay|P1|100|99.0|
      response|P1|80|80.0|
      response|P2|30|30.0|mostly imputed
      """)
    let section = try #require(ChapterFixture.section("quality", ChapterFixture.record([times])))
    #expect(section.says("Response of P2 is recorded for only 30 % of calls"))
    #expect(section.says("for 80.0 % of P1 calls and 30.0 % of P2 calls"))
    #expect(section.says("Less than half is recorded of response of P2"))
  }

  /// Source of truth: of two districts the one with the wider interval for its mean is 2: 20/40.
  @Test func `intervals are drawn where there are any`() throws {
    let estimates = ChapterFixture.table(
      "workload-estimates",
      """
      of|part|unit_hours_a_week|unit_hours_low|unit_hours_high|calls|flag
      district|1|100.0|95.0|105.0|300|
      district|2|40.0|30.0|50.0|20|n < 30
      officer-initiated|all|0.0|?|?|0|n < 30
      """)
    let section = try #require(
      ChapterFixture.section("quality", ChapterFixture.record([estimates])))
    #expect(section.says("The work of District 2 is known least exactly"))
    #expect(section.says("Marked as weak: district 2 (n < 30)."))
  }

  /// Source of truth: a page for analysts has this chapter even when a run has little else.
  @Test func `the page on quality stands on its own`() {
    let record = ChapterFixture.record([Self.read])
    #expect(ChapterFixture.section("quality", record, kind: .dataQuality) != nil)
    #expect(ChapterFixture.section("quality", ChapterFixture.record([])) == nil)
  }
}
