import Charts
import PolicingDomain
import Reports
import Testing

@Suite("Chapters on deployment and waits")
struct DeploymentAndWaitsTests {
  private static let work = ChapterFixture.table(
    "hours-of-week",
    "weekday|hour|busy_units|officer_initiated_units\n"
      + ChapterFixture.week { day, hour in
        "\(day == "Sat" || day == "Sun" ? 4.0 : (hour == 12 ? 6.0 : 3.0))|1.0"
      })
  private static let street = ChapterFixture.table(
    "proactive-by-hour",
    "weekday|hour|units_required|units_planned|proactive_percent_required|target_percent\n"
      + ChapterFixture.week { _, hour in "10.0|?|\(hour == 12 ? 30.0 : 60.0)|40.0" })

  /// Source of truth: by hand: weekdays (23 × 4 + 7) ÷ 24 = 4.125 busy of 10, 70 % at noon.
  @Test func `work stands against the units required, weekdays and weekend apart`() throws {
    let section = try #require(
      ChapterFixture.section("deployment", ChapterFixture.record([Self.work, Self.street])))
    #expect(section.says("Weekdays: work takes up to 70 % of the units required, at 12:00"))
    #expect(section.says("Weekend: work takes up to 50 % of the units required, at 00:00"))
    #expect(section.says("Workload, mean: 4.1"))
    #expect(section.says("Saturation, mean: 41.3 %"))
    #expect(section.says("In 7 of 168 hours of the week less than 40 % of time is free"))
  }

  /// Source of truth: by hand: two cars and one wagon are 3 units; supervisors are no patrol supply.
  @Test func `deployment counts patrol units where all districts tell theirs`() throws {
    func section(_ second: String) throws -> ReportSection {
      let hours =
        ChapterFixture.week { _, _ in "A|beat|2.0" } + "\n"
        + ChapterFixture.week { _, _ in "A|wagon|1.0" } + "\n"
        + ChapterFixture.week { _, _ in "A|supervisor|9.0" }
      let tables = [
        Self.work,
        ChapterFixture.table("deployment-hours", "weekday|hour|district|class|units\n" + hours),
        ChapterFixture.table(
          "deployment-against-workload",
          "district|watch|units_on_street|busy_share\nA|day|3.0|0.5\n\(second)",
          notes: ["The units on the street are an assumption of the study."]),
      ]
      return try #require(ChapterFixture.section("deployment", ChapterFixture.record(tables)))
    }
    let known = try section("A|night|3.0|0.7")
    #expect(known.says("Deployed, mean: 3.0"))
    #expect(known.says("District A, night watch: 70.0 %"))
    #expect(known.says("Nobody counted these units"))
    #expect(try !section("B|day|?|?").says("Deployed, mean"))
  }

  /// Source of truth: the rows below; 8 minutes at 70 % do not exist, because work exceeds the units.
  @Test func `waits are told at the units required and planned`() throws {
    let curve = ChapterFixture.table(
      "wait-curve-department",
      """
      units|percent_of_required|mean_units|mean_wait_p1_minutes|mean_wait_p2_minutes
      70 % of required|70.0|7.0|no end|no end
      100 % of required|100.0|10.0|2.5|6.0
      planned|95.0|9.5|3.0|7.0
      """)
    let section = try #require(ChapterFixture.section("waits", ChapterFixture.record([curve])))
    #expect(section.says("At the units required, P1 calls wait 2.5 minutes on average"))
    #expect(
      section.says("units planned (10 on average) calls wait, in minutes: P1 3.0 and P2 7.0."))
    #expect(section.says("At 70 % of the units required, work exceeds the units in some hours"))
  }

  /// Source of truth: units × busy share of each district's first row: D 6, B 5, C 4, A 3.
  @Test func `the three busiest districts are drawn`() throws {
    let rows = [("A", 0.3), ("B", 0.5), ("C", 0.4), ("D", 0.6)].flatMap { name, share in
      [10, 11].map { "\(name)|third|Fri|\($0)|11.0|?|work|\(share)|1.5" }
    }.joined(separator: "\n")
    let curves = ChapterFixture.table(
      "wait-curves",
      "district|watch|weekday|units|units_required|units_planned|governs|busy_share|mean_wait_p1_minutes\n"
        + rows)
    let section = try #require(ChapterFixture.section("waits", ChapterFixture.record([curves])))
    #expect(
      section.charts.map { $0.title.prefix(10) } == ["District D", "District B", "District C"])
    #expect(section.tables.allSatisfy { $0.rows.count == 2 })
  }

  /// Source of truth: the rows below: 9 of 10 P1 calls within 9.5 minutes, 50 % recorded.
  @Test func `recorded responses carry the share that is recorded`() throws {
    let times = ChapterFixture.table(
      "response-times",
      """
      quantity|priority|times_observed|percent_recorded|median_minutes|p90_minutes|observed_mean_minutes
      dispatch delay|P1|10|99.0|1.5|4.0|2.0
      response|P1|5|50.0|5.0|9.5|6.0
      """)
    let section = try #require(ChapterFixture.section("waits", ChapterFixture.record([times])))
    #expect(section.says("Nine of ten P1 calls have a unit within 9.5 minutes"))
    #expect(section.says("P1: response median 5.0 minutes, 90 % 9.5, from 50 % of the calls."))
    #expect(section.says("Arrival is recorded for less than nine of ten calls of P1"))
    let table = try #require(section.tables.first { $0.name == "response-by-priority" })
    #expect(table.words(0) == ["P1", "2.0", "6.0", "5.0", "9.5", "5", "50.0"])
  }
}
