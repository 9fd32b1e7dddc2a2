import PolicingDomain
import StaffingRequirements
import TestSupport
import Testing

@Suite("Coverage of schedules")
struct ScheduleCoverageTests {
  private func position(_ tour: String, in schedule: TourSchedule) throws -> Int {
    try #require(schedule.tours.firstIndex { $0.id.description == tour })
  }

  /// Source of truth: by hand.
  ///
  /// The tour from 23:00 to 08:00 is on the street from midnight to 07:45, 7.25 of those 7.75 hours
  /// for the meal. On the fifth day of the cycle, its first day off, group 61 still works the night
  /// that began on the day before; on its first day on it is not yet on the street at 03:00.
  @Test func `a tour over midnight is on the street on the next day`() throws {
    let schedule = try PublishedSchedules.nine()
    let coverage = ScheduleCoverage(of: schedule)
    let late = try position("first-23.0", in: schedule)
    let density = 7.25 / 7.75
    #expect(agrees(coverage.share(tour: late, group: 0, hourOfDay: 3, day: 1), density))
    #expect(coverage.share(tour: late, group: 0, hourOfDay: 3, day: 0) == 0)
    #expect(agrees(coverage.share(tour: late, group: 0, hourOfDay: 3, day: 4), density))
    #expect(coverage.share(tour: late, group: 0, hourOfDay: 3, day: 5) == 0)
    #expect(agrees(coverage.share(tour: late, group: 0, hourOfDay: 7, day: 2), 0.75 * density))
    #expect(coverage.share(tour: late, group: 0, hourOfDay: 23, day: 2) == 0)
  }

  /// Source of truth: by hand: group 8 has Saturday and Sunday off; a night tour of Friday reaches
  /// Saturday, one of Sunday would reach Monday, day 0 of the next week.
  @Test func `a tour over the end of the week comes back on Monday`() throws {
    let night = PublishedSchedules.tour("night", watch: "night", start: 22, length: 8.5, paid: 8)
    let schedule = try PublishedSchedules.schedule(
      "nights", [night], try PublishedSchedules.fixed().rotation)
    let coverage = ScheduleCoverage(of: schedule)
    #expect(coverage.share(tour: 0, group: 0, hourOfDay: 2, day: 5) > 0.9)
    #expect(coverage.share(tour: 0, group: 0, hourOfDay: 2, day: 0) == 0)
    // Group 9 has Friday and Saturday off and works on Sunday.
    #expect(coverage.share(tour: 0, group: 1, hourOfDay: 2, day: 0) > 0.9)
    #expect(coverage.share(tour: 0, group: 1, hourOfDay: 2, day: 7) > 0.9)
  }

  /// Source of truth: conservation: over the calendar, each officer of a team is on the street for the
  /// days on × the hours of a tour on the street.
  @Test func `hours on the street are neither lost nor made`() throws {
    for schedule in [
      try PublishedSchedules.fixed(), try PublishedSchedules.nine(), try PublishedSchedules.ten(),
      try PublishedSchedules.twelve(),
    ] {
      let coverage = ScheduleCoverage(of: schedule)
      let cells = coverage.cells(required: [Double](repeating: 1, count: 168))
      #expect(cells.reduce(0) { $0 + $1.occurrences } == coverage.calendarDays * 24)
      let daysOn = Double(coverage.calendarDays) * schedule.rotation.shareOfDaysOn
      var team = 0
      for tour in schedule.tours {
        for _ in schedule.rotation.groups {
          let hours = cells.reduce(0) { $0 + Double($1.occurrences) * $1.shares[team] }
          #expect(agrees(hours, daysOn * tour.onStreet.value), "\(schedule.id) \(tour.id)")
          team += 1
        }
      }
    }
  }

  /// Source of truth: by hand: 4 on 2 off meets the week again after 42 days.
  @Test func `the calendar is as long as it takes`() throws {
    #expect(ScheduleCoverage(of: try PublishedSchedules.nine()).calendarDays == 42)
    #expect(ScheduleCoverage(of: try PublishedSchedules.ten()).calendarDays == 49)
    #expect(ScheduleCoverage(of: try PublishedSchedules.twelve()).calendarDays == 14)
  }

  /// Source of truth: by hand: a single tour of 8.5 hours leaves most of the day to nobody, and each
  /// such hour stays apart.
  @Test func `hours that nobody reaches are told apart`() throws {
    let cells = ScheduleCoverage(of: try PublishedSchedules.fixed())
      .cells(required: [Double](repeating: 1, count: 168))
    // On the street from 08:00 to 15:15, so that 16 hours of each day are reached by nobody.
    #expect(cells.count { cell in cell.shares.allSatisfy { $0 == 0 } } == 16 * 7)
  }
}
