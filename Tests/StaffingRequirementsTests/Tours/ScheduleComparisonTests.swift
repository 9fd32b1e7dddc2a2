import PolicingDomain
import StaffingRequirements
import TestSupport
import Testing

@Suite("Parts of the comparison of schedules")
struct ScheduleComparisonTests {
  private func teams(_ counts: [Double]) -> [TourFit.Team] {
    counts.enumerated().map { position, count in
      .init(
        tour: .init("day"), group: DayOffGroup(position == 0 ? "A" : "B"),
        officers: FullTimeEquivalents(count))
    }
  }

  /// Source of truth: by hand.
  ///
  /// Teams of 10 and 12 with a span of 10 need 1 and 2 sergeants: 22 / 3 assigned; with presences 0.5
  /// and 1 of officers and sergeants 11 / 3 are present, and the span is always kept.
  @Test func `span of teams that have sergeants of their own`() throws {
    let kept = try TourComparison.SpanKept(of: teams([10, 12]), span: 10, presence: (0.5, 1))
    #expect(kept.sergeants == 3)
    #expect(agrees(kept.assigned, 22.0 / 3))
    #expect(agrees(kept.present, 11.0 / 3))
    #expect(agrees(kept.shareOfTours, 1))
    let absent = try TourComparison.SpanKept(of: teams([10]), span: 10, presence: (1, 0.8))
    #expect(agrees(absent.shareOfTours, 0.8))
  }

  @Test(arguments: [0, -1, Double.nan])
  func `a span that is no number is refused`(span: Double) {
    #expect(throws: RequirementsError.self) {
      try TourComparison.SpanKept(of: teams([1]), span: span, presence: (1, 1))
    }
  }

  /// Source of truth: by hand.
  ///
  /// Group A works Monday and Tuesday of the first week by day, B not: 6 officers with a presence of
  /// 0.5 are 3 on the street, times the density of the meal, 10.25 / 10.75; two to a car.
  @Test func `officers on the street against vehicles`() throws {
    let coverage = ScheduleCoverage(of: try PublishedSchedules.twelve())
    let load = TourComparison.StreetLoad(
      of: teams([6, 4]), coverage: coverage, presence: 0.5,
      crew: [Double](repeating: 2, count: 168), vehicles: 1)
    #expect(agrees(load.mostOfficers, 3 * 10.25 / 10.75))
    #expect(agrees(load.mostVehicles, 1.5 * 10.25 / 10.75))
    // A is on duty on 7 of 14 days, from 07:00 to 17:45 on the street: in the last, partial hour, with
    // 1.07 cars, there are too few as well.
    #expect(agrees(load.hoursBeyondVehicles ?? 0, 7 * 11 / 2.0))
  }

  /// Source of truth: by hand, from the published figures of the nine-hour tour.
  @Test func `limits are kept or exceeded in words`() throws {
    let schedule = try PublishedSchedules.nine()
    let figures = try ScheduleFigures(of: schedule)
    let found = LimitCheck.findings(
      of: schedule, figures,
      common: ScheduleLimits(
        consecutiveDays: 3, rest: Hours(10), paidHours: Hours(2085.8), startsPerWatch: 2))
    #expect(found.map(\.isKept) == [false, true, false, true, true])
    #expect(found[0].words == "4 days on in a row, at most 3: exceeded")
    #expect(found[3].words == "2,068.3 paid hours a year, at most 2,085.8")
    let own = try PublishedSchedules.ten()
    let starts = LimitCheck.findings(of: own, try ScheduleFigures(of: own))
    #expect(starts.map(\.words) == ["3 starts on the watch with fewest, at least 3"])
  }

  /// Source of truth: by hand.
  ///
  /// 24 calendar days cost 16 tours on 4 on 2 off and 12 on half of the days; 40 hours cost 4.706 and
  /// 3.333 tours.
  @Test func `absences are taken on the days and hours of the schedule`() throws {
    var work = WorkSchedule(
      watches: [], patrolTours: [], officeTour: Fixture.officeTour, officeToursPerYear: 260,
      civilianTour: Fixture.officeTour, civilianToursPerYear: 260,
      rotation: try PublishedSchedules.nine().rotation,
      absences: [
        Fixture.absence("furlough", 24, .calendarDays),
        Fixture.absence("training", 40, .hoursOfTours),
      ], seniority: [])
    work.limits = ScheduleLimits()
    let nine = try Availability(
      of: Fixture.officer, on: try PublishedSchedules.nine(), absencesOf: work)
    #expect(agrees(nine.netTours, 730.0 / 3 - 16 - 40 / 8.5))
    let twelve = try Availability(
      of: Fixture.officer, on: try PublishedSchedules.twelve(), absencesOf: work)
    #expect(agrees(twelve.netTours, 182.5 - 12 - 40 / 12.0))
    #expect(agrees(nine.reliefFactor(), 365 / nine.netTours))
    #expect(
      agrees(try nine.reliefFactorByHours().value, 8760 / (nine.netTours * 7.25)))
  }

  @Test func `tours of different parts have no one availability`() throws {
    let schedule = try PublishedSchedules.schedule(
      "mixed",
      [
        PublishedSchedules.tour("a", watch: nil, start: 6, length: 9, paid: 8.5),
        PublishedSchedules.tour("b", watch: nil, start: 6, length: 10, paid: 9.5),
      ], PublishedSchedules.fourTwo)
    let work = WorkSchedule(
      watches: [], patrolTours: [], officeTour: Fixture.officeTour, officeToursPerYear: 260,
      civilianTour: Fixture.officeTour, civilianToursPerYear: 260, rotation: schedule.rotation,
      absences: [], seniority: [])
    #expect(throws: RequirementsError.differingPatrolTours(.init("a"), .init("b"))) {
      try Availability(of: Fixture.officer, on: schedule, absencesOf: work)
    }
  }
}
