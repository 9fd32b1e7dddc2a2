import PolicingDomain
import StaffingRequirements
import TestSupport
import Testing

@Suite("Figures of schedules")
struct ScheduleFiguresTests {
  /// Source of truth: published: tours and paid hours a year of the three schedules of Chicago
  /// (E02-02, D14-10): 260.71 and 2,085.7; 243.33 and 2,068.3; 208.57 and 2,085.7.
  @Test func `tours and paid hours of the three schedules of Chicago`() throws {
    let expected: [(TourSchedule, Double, Double)] = [
      (try PublishedSchedules.fixed(), 260.71, 2085.7),
      (try PublishedSchedules.nine(), 243.33, 2068.3),
      (try PublishedSchedules.ten(), 208.57, 2085.7),
    ]
    for (schedule, tours, paid) in expected {
      let figures = try ScheduleFigures(of: schedule)
      #expect(abs(figures.scheduledTours - tours) < 0.005, "\(schedule.id)")
      #expect(abs(figures.paidHours.value - paid) < 0.05, "\(schedule.id)")
      #expect(agrees(figures.paidHoursPerWeek.value, figures.paidHours.value * 7 / 365))
    }
  }

  /// Source of truth: published: staffing model of Paris TX, 12-hour alternating tours are 182.5 days.
  @Test func `half of all days on is 182.5 tours`() throws {
    let figures = try ScheduleFigures(of: try PublishedSchedules.twelve())
    #expect(agrees(figures.scheduledTours, 182.5))
    #expect(agrees(figures.paidHours.value, 2190))
  }

  /// Source of truth: by hand.
  ///
  /// Of the six phases of 4 on 2 off, one has Saturday and Sunday off: 365 / 7 / 6 = 8.690 weekends,
  /// and a third of 104.29 weekend days. Group 8 has every weekend off and the six others have none
  /// whole: 52.14 / 7 on average. The 2-2-3 has every other weekend off.
  @Test func `weekends off`() throws {
    let nine = try ScheduleFigures(of: try PublishedSchedules.nine()).weekendsOff
    #expect(agrees(nine.mean, 365.0 / 42))
    #expect(agrees(nine.least, nine.most))
    let days = try ScheduleFigures(of: try PublishedSchedules.nine()).weekendDaysOff
    #expect(agrees(days.mean, 365.0 * 2 / 7 / 3))
    let fixed = try ScheduleFigures(of: try PublishedSchedules.fixed()).weekendsOff
    #expect(agrees(fixed.most, 365.0 / 7))
    #expect(fixed.least == 0)
    #expect(agrees(fixed.mean, 365.0 / 49))
    let twelve = try ScheduleFigures(of: try PublishedSchedules.twelve()).weekendsOff
    #expect(agrees(twelve.mean, 365.0 / 14))
    #expect(agrees(twelve.least, twelve.most))
  }

  /// Source of truth: published: notice D14-10 says that the days off of four in a row are weekends:
  /// three of the seven weeks of the cycle.
  @Test func `the squads of ten and a half hours have three weekends off in seven`() throws {
    let figures = try ScheduleFigures(of: try PublishedSchedules.ten())
    #expect(agrees(figures.weekendsOff.mean, 365.0 * 3 / 49))
    #expect(agrees(figures.weekendsOff.least, figures.weekendsOff.most))
    #expect(figures.calendarDays == 49)
  }

  /// Source of truth: by hand, from the patterns; runs go round the end of the cycle.
  @Test func `runs of days on and off`() throws {
    let nine = try ScheduleFigures(of: try PublishedSchedules.nine())
    #expect(nine.longestRunOn == 4)
    #expect(nine.longestRunOff == 2)
    let ten = try ScheduleFigures(of: try PublishedSchedules.ten())
    #expect(ten.longestRunOn == 5)
    #expect(ten.longestRunOff == 4)
    let round = try PublishedSchedules.schedule(
      "round", try PublishedSchedules.fixed().tours,
      DayOffRotation(
        pattern: PublishedSchedules.days("1100111"), groups: [DayOffGroup("A")], starts: [0]))
    #expect(try ScheduleFigures(of: round).longestRunOn == 5)
    let always = try PublishedSchedules.schedule(
      "always", try PublishedSchedules.fixed().tours,
      DayOffRotation(pattern: [true], groups: [DayOffGroup("A")], starts: [0]))
    let figures = try ScheduleFigures(of: always)
    #expect(figures.longestRunOn == nil)
    #expect(figures.longestRunOff == 0)
  }

  /// Source of truth: by hand.
  ///
  /// Nine hours leave fifteen; from 23:00–08:00 to 06:00 of the same calendar day would be a tour
  /// that begins before the other ends: 24 + 6 − 32 = −2 hours. With tours at 06:00 and 18:00 of
  /// twelve hours, the change from night to day leaves none.
  @Test func `rest between tours`() throws {
    let nine = try ScheduleFigures(of: try PublishedSchedules.nine())
    #expect(agrees(nine.restOnSameTour.value, 15))
    #expect(agrees(nine.restOnChange?.value ?? .nan, -2))
    let twelve = try ScheduleFigures(of: try PublishedSchedules.twelve())
    #expect(agrees(twelve.restOnSameTour.value, 12))
    #expect(agrees(twelve.restOnChange?.value ?? .nan, 0))
    #expect(try ScheduleFigures(of: try PublishedSchedules.fixed()).restOnChange == nil)
  }

  /// Source of truth: by hand.
  ///
  /// First watch 22:00–08:00, second 06:00–16:00, third 14:00–00:00: two hours of overlap at each of
  /// three changes. Twelve-hour tours meet without any.
  @Test func `hours that watches overlap`() throws {
    #expect(
      agrees(
        try ScheduleFigures(of: try PublishedSchedules.nine()).overlapHoursPerDay.value, 6))
    #expect(
      agrees(
        try ScheduleFigures(of: try PublishedSchedules.twelve()).overlapHoursPerDay.value, 0))
  }

  /// Source of truth: closed form: every cycle here has as many groups on duty each day.
  @Test func `groups on duty are even over the cycle`() throws {
    for schedule in [
      try PublishedSchedules.fixed(), try PublishedSchedules.nine(), try PublishedSchedules.ten(),
      try PublishedSchedules.twelve(),
    ] {
      let figures = try ScheduleFigures(of: schedule)
      #expect(agrees(figures.evenness, 1), "\(schedule.id)")
      #expect(agrees(figures.onDutyByDay[0], schedule.rotation.shareOfDaysOn))
    }
  }

  @Test(arguments: [Double.nan, -1, 0, 25, .infinity])
  func `a tour of impossible length is refused`(length: Double) throws {
    let tour = PublishedSchedules.tour("t", watch: nil, start: 0, length: length, paid: 8)
    let schedule = try PublishedSchedules.schedule("bad", [tour], PublishedSchedules.fourTwo)
    #expect(throws: RequirementsError.self) { try ScheduleFigures(of: schedule) }
  }

  @Test func `a schedule without tours is refused`() throws {
    let schedule = try PublishedSchedules.schedule("none", [], PublishedSchedules.fourTwo)
    #expect(throws: RequirementsError.self) { try ScheduleFigures(of: schedule) }
  }
}
