import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Workload")
struct WorkloadTests {
  static let district = District.ID("001")
  static let fight = CallCategory("fight")

  static func monday(_ hour: Int, _ minute: Int = 0) throws -> LocalTime {
    let day = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    return try #require(LocalTime(day, hour: hour, minute: minute))
  }

  static func week() throws -> StudyPeriod {
    let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    return try #require(StudyPeriod(from: first, through: first.advanced(by: 6)))
  }

  static func call(
    _ id: Int, received: LocalTime, minutes: Int?, district: District.ID? = district,
    units: Int? = nil, priority: Int = 1, category: CallCategory = fight,
    origin: CallOrigin = .community
  ) -> CallForService {
    CallForService(
      id: "\(id)", received: received, dispatched: received,
      cleared: minutes.map { received.advanced(bySeconds: $0 * 60) },
      priority: CallPriority(priority), category: category, origin: origin, district: district,
      beat: .init("0111"), unitCount: units)
  }

  /// Source of truth: by hand.
  ///
  /// 90 minutes from 10:30 are half an hour in each of two hours, and two units make it twice that;
  /// 1 January 2024 is a Monday.
  @Test func `spreads unit time over the hours that it covers`() throws {
    let call = try Self.call(1, received: Self.monday(10, 30), minutes: 90, units: 2)
    let workload = try Workload(of: [call], during: Self.week(), districts: [Self.district])
    let busy = workload.communityUnitHours
    #expect(busy[Self.district, HourOfWeek(.monday, hour: 10)] == 1)
    #expect(busy[Self.district, HourOfWeek(.monday, hour: 11)] == 2)
    #expect(busy.total == 3)
    #expect(workload.priorities.count == 1)
    #expect(workload.priorities[0].unitHoursByArrival[Self.district, .init(.monday, hour: 10)] == 3)
  }

  /// Source of truth: by hand: work that runs over Sunday midnight comes round to Monday.
  @Test func `work that outlasts the week is not lost`() throws {
    let sunday = try Self.monday(23, 30).advanced(bySeconds: 6 * 86_400)
    let call = Self.call(1, received: sunday, minutes: 60)
    let workload = try Workload(of: [call], during: Self.week(), districts: [Self.district])
    #expect(workload.communityUnitHours[Self.district, HourOfWeek(.monday, hour: 0)] == 0.5)
    #expect(workload.communityUnitHours.total == 1)
  }

  /// Source of truth: by hand.
  ///
  /// Thirty calls of 20 minutes and thirty of 40 in two categories; a call without a clearance
  /// takes the mean of its own category and priority.
  @Test func `imputes a missing clearance from calls of its kind`() throws {
    let noise = CallCategory("noise")
    var calls: [CallForService] = []
    for number in 0..<30 {
      calls.append(try Self.call(number, received: Self.monday(1), minutes: 20))
      calls.append(
        try Self.call(100 + number, received: Self.monday(2), minutes: 40, category: noise))
    }
    calls.append(try Self.call(200, received: Self.monday(3), minutes: nil, category: noise))
    let workload = try Workload(of: calls, during: Self.week(), districts: [Self.district])
    #expect(agrees(workload.imputedUnitHours.value, 40.0 / 60))
    #expect(agrees(workload.totalUnitHours.value, 10 + 20 + 40.0 / 60))
    #expect(
      workload.imputationNotes == [
        "1 calls took the mean unit time of the same category and priority"
      ])
  }

  @Test func `a call cleared before it was dispatched is imputed, not negative`() throws {
    var calls = try (0..<30).map { try Self.call($0, received: Self.monday(1), minutes: 30) }
    calls.append(
      CallForService(
        id: "x", received: try Self.monday(5), dispatched: try Self.monday(5, 30),
        cleared: try Self.monday(5), priority: CallPriority(1), category: Self.fight,
        district: Self.district))
    let workload = try Workload(of: calls, during: Self.week(), districts: [Self.district])
    #expect(agrees(workload.imputedUnitHours.value, 0.5))
    #expect(workload.imputationNotes.contains { $0.contains("cleared before") })
  }

  /// Source of truth: FORMULATION 12: unit-hours in = unit-hours in every table.
  @Test func `every table adds up to the same unit-hours`() throws {
    let elsewhere = District.ID("099")
    let calls = try (0..<500).map { number -> CallForService in
      let place: District.ID? =
        number % 7 == 0 ? nil : (number % 5 == 0 ? elsewhere : Self.district)
      return try Self.call(
        number, received: Self.monday(number % 24, number % 60), minutes: number % 200,
        district: place, units: number % 4, priority: number % 6,
        origin: number % 3 == 0 ? .officer : .community)
    }
    let workload = try Workload(of: calls, during: Self.week(), districts: [Self.district])
    let total = workload.totalUnitHours.value
    #expect(total > 0)
    #expect(agrees(workload.categories.total(\.unitHours).value, total))
    #expect(
      agrees((workload.beats.total(\.unitHours) + workload.unbeatedUnitHours).value, total))
    let byArrival = workload.priorities.reduce(0) { $0 + $1.unitHoursByArrival.total }
    #expect(agrees(byArrival, workload.communityUnitHours.total))
    #expect(workload.unplacedUnitHours > .zero)
  }

  @Test func `calls outside the period are counted and left out`() throws {
    let late = try Self.monday(0).advanced(bySeconds: 8 * 86_400)
    let workload = try Workload(
      of: [Self.call(1, received: late, minutes: 10)], during: Self.week(),
      districts: [Self.district])
    #expect(workload.callCount == 0)
    #expect(workload.callsOutsidePeriod == 1)
    #expect(workload.totalUnitHours == .zero)
  }

  @Test func `a call to which nobody went is unmet demand, not work`() throws {
    let call = CallForService(
      id: "1", received: try Self.monday(1), category: Self.fight, district: Self.district)
    let workload = try Workload(of: [call], during: Self.week(), districts: [Self.district])
    #expect(workload.callsWithoutUnit == 1)
    #expect(workload.totalUnitHours == .zero)
  }

  /// Source of truth: metamorphic: the order of the calls does not matter.
  @Test func `shuffled calls give the same work`() throws {
    let calls = try (0..<300).map { number in
      try Self.call(number, received: Self.monday(number % 24), minutes: 5 + number % 90)
    }
    let forward = try Workload(of: calls, during: Self.week(), districts: [Self.district])
    let backward = try Workload(
      of: calls.reversed(), during: Self.week(), districts: [Self.district])
    #expect(agrees(forward.totalUnitHours.value, backward.totalUnitHours.value))
    #expect(forward.categories.map(\.calls) == backward.categories.map(\.calls))
  }

  /// Source of truth: by hand: 10 units an hour for one of the two Mondays is 5 on average.
  @Test func `demand is a mean over the times that an hour occurred`() throws {
    let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    let fortnight = try #require(StudyPeriod(from: first, through: first.advanced(by: 13)))
    let calls = try (0..<10).map { try Self.call($0, received: Self.monday(9), minutes: 60) }
    let demand = Demand(
      from: Workload(of: calls, during: fortnight, districts: [Self.district]))
    #expect(demand.busyUnits[Self.district, HourOfWeek(.monday, hour: 9)] == 5)
    #expect(demand.streams[0].arrivals[Self.district, HourOfWeek(.monday, hour: 9)] == 5)
    #expect(demand.streams[0].unitTimePerCall == [Hours(1)])
  }
}
