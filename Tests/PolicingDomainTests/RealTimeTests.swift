import PolicingDomain
import Testing

@Suite("Real time")
struct RealTimeTests {
  /// Chicago, 2023: 12 March 02:00 is skipped, 5 November 01:00 comes twice.
  private func period() throws -> StudyPeriod {
    let spring = try moment(3, 12, 2, 0).hourNumber
    let autumn = try moment(11, 5, 1, 0).hourNumber
    let first = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    return try #require(
      StudyPeriod(
        from: first, through: first.advanced(by: 364),
        clockChanges: [
          .init(hourNumber: spring, gain: -1), .init(hourNumber: autumn, gain: 1),
        ]))
  }

  private func moment(_ month: Int, _ day: Int, _ hour: Int, _ minute: Int) throws -> LocalTime {
    let day = try #require(CalendarDay(year: 2023, month: month, day: day))
    return try #require(LocalTime(day, hour: hour, minute: minute))
  }

  /// Source of truth: worked by hand, in minutes.
  @Test(arguments: [
    // On the night of spring: before, across, out of the hour that is not there, after.
    (3, 12, 1, 30, 1, 59, 29), (3, 12, 1, 50, 3, 10, 20), (3, 12, 2, 30, 3, 10, 10),
    (3, 12, 1, 50, 2, 20, 10), (3, 12, 3, 0, 4, 0, 60), (3, 12, 3, 10, 1, 50, -80),
    // On the night of autumn: across both times round, into the first, out of the second.
    (11, 5, 0, 50, 2, 10, 140), (11, 5, 0, 50, 1, 10, 20), (11, 5, 1, 50, 2, 10, 20),
    (11, 5, 0, 0, 2, 0, 180), (11, 5, 1, 10, 1, 40, 30), (11, 5, 1, 50, 1, 20, 30),
    (11, 5, 1, 30, 1, 30, 0), (11, 5, 2, 10, 1, 50, -20), (11, 5, 1, 10, 0, 50, -20),
    // On any other night.
    (6, 1, 0, 50, 2, 10, 80),
  ])
  func `the time between two readings of the clock`(
    month: Int, day: Int, hour: Int, minute: Int, endHour: Int, endMinute: Int, minutes: Int
  ) throws {
    let period = try period()
    let start = try moment(month, day, hour, minute)
    let end = try moment(month, day, endHour, endMinute)
    #expect(period.realSeconds(from: start, to: end) == minutes * 60)
    var hours = 0
    period.clockChanges.forEachHour(from: start, to: end) { hours += $1 }
    #expect(hours == max(0, minutes) * 60)
  }

  /// Source of truth: by hand: a year of 365 days has 8760 hours, whatever the clock does.
  @Test func `a year is as long as its hours`() throws {
    let period = try period()
    let start = try moment(1, 1, 0, 0)
    let end = start.advanced(bySeconds: 365 * 86_400)
    #expect(period.realSeconds(from: start, to: end) == 8760 * 3600)
    var byHour: [Int: Int] = [:]
    period.clockChanges.forEachHour(from: start, to: end) { byHour[$0, default: 0] += $1 }
    #expect(byHour[try moment(3, 12, 2, 0).hourNumber] == nil)
    #expect(byHour[try moment(11, 5, 1, 0).hourNumber] == 7200)
    #expect(byHour.count == 8759)
  }

  @Test func `a reading in the hour that comes twice is ambiguous unless order decides`() throws {
    let changes = try period().clockChanges
    func isAmbiguous(_ hour: Int, _ minute: Int, _ endHour: Int, _ endMinute: Int) throws -> Bool {
      try changes.isAmbiguous(
        from: moment(11, 5, hour, minute), to: moment(11, 5, endHour, endMinute))
    }
    #expect(try isAmbiguous(0, 50, 1, 10))
    #expect(try isAmbiguous(1, 50, 2, 10))
    #expect(try isAmbiguous(1, 10, 1, 40))
    #expect(try !isAmbiguous(1, 50, 1, 20))
    #expect(try !isAmbiguous(0, 50, 2, 10))
  }
}
