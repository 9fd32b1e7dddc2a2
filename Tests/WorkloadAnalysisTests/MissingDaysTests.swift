import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Missing days")
struct MissingDaysTests {
  static let district = District.ID("1")
  /// 1 January 2024 is a Monday.
  static let first = CalendarDay(dayNumber: 19_723)

  static func period(days: Int) throws -> StudyPeriod {
    try #require(StudyPeriod(from: first, through: first.advanced(by: days - 1)))
  }

  /// Calls at noon and after, `count` of a day, each of half an hour.
  static func calls(on day: CalendarDay, count: Int) throws -> [CallForService] {
    try (0..<count).map { number in
      let received = try #require(LocalTime(day, hour: 12)).advanced(bySeconds: number * 600)
      return CallForService(
        id: "\(day)-\(number)", received: received, dispatched: received,
        cleared: received.advanced(bySeconds: 1800), priority: CallPriority(1),
        category: CallCategory("any"), district: district, unitCount: 1)
    }
  }

  /// The workload of 30 weeks in which each day has as many calls as `count` says.
  static func workload(
    of period: StudyPeriod, lacking days: [CalendarDay] = [], gaps: Set<Int> = [],
    count: (Int) -> Int = { _ in 20 }
  ) throws -> Workload {
    var tally = WorkloadTally(period: period, districts: [district])
    for day in 0..<period.dayCount where !gaps.contains(day) {
      for call in try calls(on: first.advanced(by: day), count: count(day)) { tally.add(call) }
    }
    return tally.finish(
      intervals: IntervalSettings(seed: 3, replicates: 50), lacking: days)
  }

  /// Source of truth: by hand: 20 calls of half an hour a day are 140 calls and 70 unit-hours a
  /// week, and 20 an hour of Monday noon and after; two weeks without data change none of it.
  @Test func `missing days, stated or found, change no mean`() throws {
    let period = try Self.period(days: 210)
    let gaps = Set(100..<114)
    let days = gaps.sorted().map { Self.first.advanced(by: $0) }
    let whole = try Self.workload(of: period)
    let stated = try Self.workload(of: period.without(days))
    let found = try Self.workload(of: period, lacking: days, gaps: gaps)
    #expect(stated.callsOutsidePeriod == 14 * 20 && found.callsOutsidePeriod == 0)
    #expect(stated.callCount + stated.callsOutsidePeriod == whole.callCount)
    for workload in [whole, stated, found] {
      let estimates = try #require(workload.estimates)
      #expect(agrees(estimates.calls.value, 140))
      #expect(agrees(estimates.unitHours.value, 70))
      #expect(agrees(estimates.totalCalls.value, Double(workload.callCount)))
      guard case .range(let low, let high, _) = estimates.calls.interval else {
        Issue.record("no interval")
        return
      }
      #expect(agrees(low, 140) && agrees(high, 140))
      let demand = Demand(from: workload)
      #expect(agrees(demand.busyUnits.total, 70))
    }
    #expect(stated.period == found.period && stated.period.observedDayCount == 196)
    #expect(stated.estimates?.weeks.map(\.hours).reduce(0, +) == 196.0 * 24)
  }

  /// Source of truth: by hand: 40 calls on each day of a weekend and 10 on others are 130 a week,
  /// and as 65 unit-hours; 58 days from a Saturday to a Sunday hold nine weekends and eight times
  /// five other days.
  @Test func `a period with a weekend too many has the mean of whole weeks`() throws {
    let saturday = Self.first.advanced(by: 5)
    let period = try #require(
      StudyPeriod(from: saturday, through: saturday.advanced(by: 57)))
    #expect(period.last.weekday == .sunday)
    var tally = WorkloadTally(period: period, districts: [Self.district])
    for day in 0..<58 {
      for call in try Self.calls(on: saturday.advanced(by: day), count: day % 7 < 2 ? 40 : 10) {
        tally.add(call)
      }
    }
    let estimates = try #require(tally.finish().estimates)
    #expect(agrees(estimates.calls.value, 130) && agrees(estimates.unitHours.value, 65))
    #expect(agrees(estimates.totalCalls.value, 9 * 80 + 8 * 50))
    #expect(estimates.weeks.map(\.hours) == [168, 168, 168, 168, 168, 168, 168, 168, 48])
  }

  /// Source of truth: by hand: two days of ten calls are as good as a week of seventy.
  @Test func `less than a week is carried to a whole one`() throws {
    let estimates = try #require(
      try Self.workload(of: try Self.period(days: 2), count: { _ in 10 }).estimates)
    #expect(agrees(estimates.calls.value, 70) && agrees(estimates.totalCalls.value, 20))
  }

  /// Source of truth: by hand: a week without any data is not drawn, and does not count as one.
  @Test func `weeks without data are not counted as weeks`() throws {
    let days = (7..<35).map { Self.first.advanced(by: $0) }
    let few = try Self.workload(
      of: try Self.period(days: 77), lacking: days, gaps: Set(7..<35))
    guard case .none(let reason) = try #require(few.estimates).calls.interval else {
      Issue.record("An interval from seven weeks")
      return
    }
    #expect(reason == "7 weeks are too few for an interval: 8 are the fewest")
    let none = try Self.workload(
      of: try Self.period(days: 14), lacking: (0..<14).map { Self.first.advanced(by: $0) },
      gaps: Set(0..<14))
    #expect(try #require(none.estimates).calls.value == 0)
  }
}
