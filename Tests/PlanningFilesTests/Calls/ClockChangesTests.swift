import Foundation
import PlanningFiles
import PolicingDomain
import Testing

@Suite("Clock changes")
struct ClockChangesTests {
  private func changes(
    _ zone: String, _ first: CalendarDay, _ last: CalendarDay
  ) throws -> [String] {
    let timeZone = try #require(TimeZone(identifier: zone))
    return ClockChanges.within(first: first, last: last, timeZone: timeZone).map {
      "\(LocalTime(seconds: $0.hourNumber * 3600)) \($0.gain)"
    }
  }

  private func day(_ year: Int, _ month: Int, _ day: Int) throws -> CalendarDay {
    try #require(CalendarDay(year: year, month: month, day: day))
  }

  /// Source of truth: the Uniform Time Act, 15 USC 260a: from the second Sunday of March to the
  /// first of November, at 2 o'clock.
  @Test func `Chicago 2023`() throws {
    #expect(
      try changes("America/Chicago", day(2023, 1, 1), day(2023, 12, 31)) == [
        "2023-03-12T02:00:00 -1", "2023-11-05T01:00:00 1",
      ])
  }

  @Test func `the first and the last day belong to the period`() throws {
    let zone = "America/Chicago"
    #expect(try changes(zone, day(2023, 3, 12), day(2023, 3, 12)).count == 1)
    #expect(try changes(zone, day(2023, 11, 5), day(2023, 11, 5)).count == 1)
    #expect(try changes(zone, day(2023, 3, 13), day(2023, 11, 4)).isEmpty)
    #expect(try changes(zone, day(2023, 3, 12), day(2023, 3, 11)).isEmpty)
    #expect(try changes(zone, day(2021, 1, 1), day(2023, 12, 31)).count == 6)
  }

  /// Source of truth: Arizona keeps standard time; the European Union changes at 01:00 UTC.
  @Test func `other places`() throws {
    #expect(try changes("America/Phoenix", day(2023, 1, 1), day(2023, 12, 31)).isEmpty)
    #expect(
      try changes("Europe/Berlin", day(2024, 1, 1), day(2024, 12, 31)) == [
        "2024-03-31T02:00:00 -1", "2024-10-27T02:00:00 1",
      ])
  }

  /// Source of truth: 365 days of 24 hours, one hour less in March and one more in November.
  @Test func `a year of Chicago has 8760 hours`() throws {
    let first = try day(2023, 1, 1)
    let last = try day(2023, 12, 31)
    let timeZone = try #require(TimeZone(identifier: "America/Chicago"))
    let period = try #require(
      StudyPeriod(
        from: first, through: last,
        clockChanges: ClockChanges.within(first: first, last: last, timeZone: timeZone)))
    let hours = period.occurrences()
    #expect(hours.reduce(0, +) == 8760)
    #expect(hours[6 * 24 + 2] == 52 && hours[6 * 24 + 1] == 54)
  }
}
