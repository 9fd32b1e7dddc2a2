import PolicingDomain
import TestSupport
import Testing

@Suite("Time")
struct TimeTests {
  /// Source of truth: the calendar: 1 January 1970 was a Thursday, 29 February 2024 a Thursday,
  /// 2 November 2023 a Thursday, 5 November 2023 a Sunday.
  @Test(arguments: [
    (1970, 1, 1, Weekday.thursday), (2024, 2, 29, .thursday), (2023, 11, 2, .thursday),
    (2023, 11, 5, .sunday), (2000, 2, 29, .tuesday), (1900, 3, 1, .thursday),
  ])
  func `a day knows its weekday and its parts`(
    year: Int, month: Int, day: Int, weekday: Weekday
  ) throws {
    let date = try #require(CalendarDay(year: year, month: month, day: day))
    #expect(date.weekday == weekday)
    #expect(date.parts == (year, month, day))
  }

  @Test(arguments: [(2023, 2, 29), (1900, 2, 29), (2023, 13, 1), (2023, 4, 31), (2023, 1, 0)])
  func `refuses a day that does not exist`(year: Int, month: Int, day: Int) {
    #expect(CalendarDay(year: year, month: month, day: day) == nil)
  }

  /// Source of truth: definition: Monday 00:00 is hour 0, Sunday 23:59 is hour 167.
  @Test func `a moment knows its hour of the week`() throws {
    let monday = try #require(CalendarDay(year: 2023, month: 10, day: 30))
    let sunday = monday.advanced(by: 6)
    #expect(LocalTime(monday, hour: 0)?.hourOfWeek.index == 0)
    #expect(LocalTime(sunday, hour: 23, minute: 59, second: 59)?.hourOfWeek.index == 167)
    #expect(LocalTime(monday, hour: 7, minute: 5, second: 9)?.description == "2023-10-30T07:05:09")
    #expect(LocalTime(seconds: -1).description == "1969-12-31T23:59:59")
  }

  /// Source of truth: 365 days hold each hour of the week 52 times and those of the first weekday
  /// 53 times; in the spring one hour is skipped, in the autumn one comes twice.
  @Test func `counts how often each hour of the week occurs`() throws {
    let first = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    let last = try #require(CalendarDay(year: 2023, month: 12, day: 31))
    let springNight = try #require(CalendarDay(year: 2023, month: 3, day: 12))
    let autumnNight = try #require(CalendarDay(year: 2023, month: 11, day: 5))
    let spring = try #require(LocalTime(springNight, hour: 2))
    let autumn = try #require(LocalTime(autumnNight, hour: 1))
    let period = try #require(
      StudyPeriod(
        from: first, through: last,
        clockChanges: [
          .init(hourNumber: spring.hourNumber, gain: -1),
          .init(hourNumber: autumn.hourNumber, gain: 1),
        ]))
    let occurrences = period.occurrences()
    #expect(occurrences.reduce(0, +) == 365 * 24)
    #expect(occurrences[HourOfWeek(.monday, hour: 5).index] == 52)
    #expect(occurrences[HourOfWeek(.sunday, hour: 5).index] == 53)
    #expect(occurrences[HourOfWeek(.sunday, hour: 2).index] == 52)
    #expect(occurrences[HourOfWeek(.sunday, hour: 1).index] == 54)
  }

  /// Source of truth: by hand: the first watch of Monday, 23:00 to 07:00, lies mostly on Monday and
  /// begins on Sunday; the third watch, 15:00 to 23:00, lies wholly on its day.
  @Test func `a watch belongs to the day on which most of it lies`() {
    let first = Watch(id: .init("first"), startHour: 23, length: 8, oneOfficerShare: .none)
    let third = Watch(id: .init("third"), startHour: 15, length: 8, oneOfficerShare: .none)
    #expect(first.hours(on: .monday).map(\.index) == [167, 0, 1, 2, 3, 4, 5, 6])
    #expect(third.hours(on: .monday).map(\.index) == Array(15...22))
    let days = Weekday.allCases.flatMap { first.hours(on: $0) + third.hours(on: $0) }
    #expect(Set(days).count == days.count)
  }

  /// Source of truth: CPD directive D20-02: nine hours = roll call 0.75, relief 0.25, directed patrol
  /// 7.75 with 0.5 for the meal, check-off 0.25; 7.25 hours on the street.
  @Test func `a tour is on the street for what its parts leave`() {
    let tour = Tour(
      id: .init("first-early"), watch: .init("first"), start: Hours(22), length: Hours(9),
      paid: Hours(8.5), meal: Hours(0.5), rollCall: Hours(0.75), relief: Hours(0.25),
      checkOff: Hours(0.25))
    #expect(agrees(tour.onStreet.value, 7.25))
    let shares = tour.streetShareByHour()
    #expect(agrees(shares.reduce(0, +), 7.25))
    #expect(shares[22] == 0)
    #expect(agrees(shares[30], 0.75 * 7.25 / 7.75))
  }

  /// Source of truth: CPD directive D20-02, series 61/63/65: of six groups, two are off each day and
  /// each is off on two days running.
  @Test func `four on and two off leaves two groups off each day`() throws {
    let groups = ["61", "62", "63", "64", "65", "66"].map { DayOffGroup($0) }
    let rotation = try #require(DayOffRotation(daysOn: 4, daysOff: 2, groups: groups))
    for phase in 0..<6 {
      #expect(groups.indices.count { rotation.isOn(groupAt: $0, phase: phase) } == 4)
    }
    for group in groups.indices {
      #expect((0..<6).count { rotation.isOn(groupAt: group, phase: $0) } == 4)
    }
    #expect(agrees(rotation.scheduledTours, 243.333333, within: 1e-8))
  }

  @Test func `a rotation has one group for each day of its cycle`() {
    #expect(DayOffRotation(daysOn: 4, daysOff: 2, groups: [DayOffGroup("61")]) == nil)
    #expect(
      DayOffRotation(daysOn: 1, daysOff: 1, groups: [DayOffGroup("A"), DayOffGroup("A")]) == nil)
  }

  /// Source of truth: 13 periods of 28 days are 364; the day left over belongs to the last.
  @Test func `a year has thirteen police periods`() {
    #expect(PolicePeriod(dayOfYear: 1).number == 1)
    #expect(PolicePeriod(dayOfYear: 28).number == 1)
    #expect(PolicePeriod(dayOfYear: 29).number == 2)
    #expect(PolicePeriod(dayOfYear: 365).number == 13)
  }
}
