import PolicingDomain
import Reports
import Testing

@Suite("Chapters on calls and on when they come")
struct CallsAndDemandTests {
  private static let header =
    "category|origin|calls|calls_with_unit|units_per_call|minutes_per_unit|unit_hours|flag\n"

  private static func calls(_ rows: String) -> RunRecord {
    ChapterFixture.record([ChapterFixture.table("calls-by-category", header + rows)])
  }

  /// Source of truth: by hand: 10 × 2 × 30 ÷ 60 = 10 and 20 × 1 × 60 ÷ 60 = 20 unit-hours.
  @Test func `categories stand in alphabetical order, origins side by side`() throws {
    let section = try #require(
      ChapterFixture.section(
        "calls",
        Self.calls(
          """
          theft|community|25|20|1.0|60.0|20.0|
          alarm|community|12|10|2.0|30.0|10.0|
          alarm|officer|4|4|1.0|15.0|1.0|n < 30
          all|community|37|30|1.33|45.0|30.0|
          all|officer|4|4|1.0|15.0|1.0|n < 30
          """)))
    let table = try #require(section.tables.first { $0.name == "calls-side-by-side" })
    #expect(
      table.words(0) == [
        "alarm", "4", "4", "1.0", "15.0", "1.0", "12", "10", "2.0", "30.0", "10.0",
      ])
    #expect(table.words(1).prefix(6) == ["theft", "?", "?", "?", "?", "?"])
    #expect(table.words(2).first == "Total")
    #expect(table.columns[1].heading == "Officer: calls")
    #expect(section.says("Theft takes 64.5 % of the unit-hours on calls"))
    #expect(
      section.says("4 calls with a unit × 1.00 units × 15.0 minutes ÷ 60 = 1 unit-hours, which"))
    #expect(section.says("alarm, officer-initiated (n < 30)"))
  }

  /// Source of truth: by hand: 30 × 1.5 × 40 ÷ 60 = 30, and the sum of the rows is 40, a third more.
  @Test func `a total that its means do not give is explained`() throws {
    let section = try #require(
      ChapterFixture.section(
        "calls",
        Self.calls(
          """
          alarm|community|30|30|1.5|53.33|40.0|
          all|community|30|30|1.5|40.0|40.0|
          """)))
    #expect(section.says("= 30 unit-hours. The categories add up to 40, 33.3 % more"))
    #expect(section.says("No call of this run is marked as begun by officers"))
  }

  /// Source of truth: a withheld count is words; nothing is added up over it.
  @Test func `withheld counts stay withheld`() throws {
    let section = try #require(
      ChapterFixture.section(
        "calls",
        Self.calls(
          """
          alarm|community|withheld|withheld|withheld|withheld|10.0|withheld
          theft|community|25|20|1.0|60.0|20.0|
          all|community|withheld|withheld|withheld|withheld|30.0|withheld
          """)))
    #expect(!section.says("Most calls are"))
    #expect(!section.says("Check"))
    #expect(!section.says("Read with care"))
    let table = try #require(section.tables.first { $0.name == "calls-side-by-side" })
    #expect(table.words(0) == ["alarm", "withheld", "withheld", "withheld", "withheld", "10.0"])
  }

  /// Source of truth: by hand: hour h has h/2 units, Sundays 1 more: the mean day has 5.75 and 6.75.
  @Test func `the week is told by hour and weekday with its means`() throws {
    let week = ChapterFixture.week { day, hour in
      "\(Double(hour) / 2 + (day == "Sun" ? 1 : 0))"
    }
    let section = try #require(
      ChapterFixture.section(
        "demand",
        ChapterFixture.record([
          ChapterFixture.table("hours-of-week", "weekday|hour|busy_units\n" + week)
        ])))
    #expect(section.says("Calls keep most units busy on Sunday at 23:00"))
    #expect(section.says("The peak is Sunday at 23:00 with 12.5 units busy with calls"))
    #expect(section.says("from 5.8 on Monday to 6.8 on Sunday"))
    let table = try #require(section.tables.first)
    #expect(table.rows.count == 25)
    #expect(
      table.words(24) == ["Mean", "5.75", "5.75", "5.75", "5.75", "5.75", "5.75", "6.75", "5.89"])
    #expect(table.words(2).last == "1.14")
  }

  /// Source of truth: an export without hours of work still tells when calls come.
  @Test func `without hours of work, calls are counted`() throws {
    let week = ChapterFixture.week { _, hour in "?|\(Double(hour))" }
    let section = try #require(
      ChapterFixture.section(
        "demand",
        ChapterFixture.record([
          ChapterFixture.table("hours-of-week", "weekday|hour|busy_units|calls_per_hour\n" + week)
        ])))
    #expect(section.says("Most calls come on Monday at 23:00"))
  }

  /// Source of truth: by hand: 30 of 40 unit-hours are 75 %, and an even split among two is 50 %.
  @Test func `the district with most work is named`() throws {
    let section = try #require(
      ChapterFixture.section(
        "demand",
        ChapterFixture.record(
          [
            ChapterFixture.table(
              "hours-of-week", "weekday|hour|busy_units\n" + ChapterFixture.week { _, _ in "1.0" }),
            ChapterFixture.table(
              "workload-by-district",
              """
              district|community_calls|community_unit_hours
              A|5|10.0
              B|5|30.0
              all|10|40.0
              """),
          ], districts: [.init(id: "B", name: "Harbour")])))
    #expect(section.says("District B (Harbour) has 75.0 % of the unit-hours on calls"))
    #expect(section.says("would give each 50.0 %"))
  }
}
