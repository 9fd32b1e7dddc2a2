import PolicingDomain
import Reports
import Testing

@Suite("Chapters on hours, the ladder and targets")
struct HoursAndTargetsTests {
  /// Source of truth: by hand: 2,000 paid − 100 − 200 vacation − 100 roll call = 1,600, 80 %.
  @Test func `a year of hours closes, bands of one item added up`() throws {
    let ledger = ChapterFixture.table(
      "hours-ledger",
      """
      district|rank|tour|part|item|hours_per_year|source
      department|officer|day|paid|all|2000.0|
      department|officer|day|absence|vacation, band 1-3|100.0|contract
      department|officer|day|absence|vacation, band 4+|200.0|contract
      department|officer|day|off the street|roll_call|100.0|no rate published
      department|officer|day|on the street|calls of the community|600.0|
      department|officer|day|on the street|free time|1000.0|
      007|officer|day|paid|all|9999.0|
      """)
    let section = try #require(ChapterFixture.section("hours", ChapterFixture.record([ledger])))
    #expect(section.says("80 % of the paid hours of one officer reach the street"))
    #expect(section.says("The largest deduction is vacation with 300 hours, 15.0 % of those paid."))
    #expect(section.says("1,000 hours (62.5 % of them)"))
    #expect(section.says("No published rate was found for roll call"))
    let table = try #require(section.tables.first)
    #expect(table.words(0) == ["absence", "vacation", "300.0", "15.0", "contract"])
    #expect(table.words(4) == ["paid", "all", "2000.0", "100.0", ""])
  }

  /// Source of truth: the rank with most people is the sergeant; 1,000 − 250 = 750 hours.
  @Test func `without a ledger the rank with most people is shown`() throws {
    let tables = [
      ChapterFixture.table(
        "availability",
        """
        rank|tour|item|tours|hours|source
        officer|day|scheduled|?|900.0|
        sergeant|day|scheduled|?|1000.0|
        sergeant|day|sick|?|-250.0|x
        sergeant|day|on the street|?|750.0|
        """), ChapterFixture.table("strength", "rank|assigned\nofficer|2\nsergeant|5"),
    ]
    let section = try #require(ChapterFixture.section("hours", ChapterFixture.record(tables)))
    #expect(section.says("75 % of the paid hours of one sergeant reach the street"))
    let table = try #require(section.tables.first)
    #expect(table.words(1) == ["on the street", "on the street", "750.0", "75.0", ""])
  }

  /// Source of truth: the lines below: 250 ÷ 100 = 2.5 hours staffed for each hour of work.
  @Test func `the ladder of staffing names its levels`() throws {
    let ladder = ChapterFixture.table(
      "staffing-ladder",
      """
      line|step|value|unit|formula|source
      1|work of calls (a)|100.0|unit-hours a year||
      2|target (b)|0.4|share||
      3|hours at that target (c)|166.7|unit-hours a year|a ÷ (1 − b)|
      4|added where waiting governs|83.3|unit-hours a year||
      5|hours to staff (d)|250.0|unit-hours a year||
      6|by net hours (h)|40.0|positions||
      7|added because tours decide|10.0|positions||
      8|positions required (i)|50.0|positions||
      9|filled by the plan (j)|45.0|positions||
      10|left unfilled|5.0|positions||
      """)
    let section = try #require(ChapterFixture.section("ladder", ChapterFixture.record([ladder])))
    #expect(section.says("Calls take 100 unit-hours a year; 250 are to be staffed"))
    #expect(section.says("Patrol needs 50 positions under these assumptions"))
    #expect(section.says("busy, 2.50 hours are to be staffed"))
    #expect(section.says("fills 45 of the 50 positions"))
    #expect(section.tables.first?.rows.count == 4)
    #expect(section.tables.last?.rows.count == 10)
  }

  private static let rungs = ChapterFixture.table(
    "target-ladder",
    """
    target_percent|is_chosen|patrol_officers_required|dollars_change|proactive_percent_reached|mean_wait_p1_minutes
    50.0|no|120.0|3000000.0|55.0|1.0
    30.0|no|100.0|0.0|41.0|2.0
    40.0|yes|100.0|0.0|41.0|2.0
    """)

  /// Source of truth: the rows above, in order of the target: 100, 100, 120 officers.
  @Test func `targets are told against the chosen one`() throws {
    let section = try #require(
      ChapterFixture.section("targets", ChapterFixture.record([Self.rungs])))
    #expect(section.says("A target of 40 % needs 100 officers of patrol under these assumptions"))
    #expect(section.says("At 30 % instead of 40 % the need is the same: something else decides."))
    #expect(section.says("120 officers of patrol, 20 more, and 3.0 million dollars a year more."))
    #expect(section.says("from 2.0 minutes at 30 % to 1.0 minutes at 50 %"))
    let short = try #require(
      ChapterFixture.section("targets", ChapterFixture.record([Self.rungs]), kind: .executive))
    #expect(short.blocks.count == 1)
    #expect(short.charts.count == 1)
  }

  /// Source of truth: the rows below: one choice, made in no forum, and one alternative of 7 more.
  @Test func `choices say who made them and what alternatives need`() throws {
    let targets = ChapterFixture.table(
      "targets",
      """
      target|value|unit|status|required|required_change|set_by|forum|date|comment
      proactive_time|0.4|share|chosen|100.0|0.0|the chief|none|2026-01-01|
      proactive_time|0.5|share|alternative|107.0|7.0||||heard
      """)
    let section = try #require(ChapterFixture.section("targets", ChapterFixture.record([targets])))
    #expect(section.says("1 choice made by the chief."))
    #expect(section.says("1 of 1 were not made in any public forum"))
    #expect(section.says("proactive time at 0.5 needs most: +7 positions"))
    let table = try #require(section.tables.first)
    #expect(table.words(0).contains("the chief, in no public forum, 2026-01-01"))
  }
}
