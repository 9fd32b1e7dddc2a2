import PolicingDomain
import StaffingRequirements
import Testing

/// Work, staff and service by district.
@Suite("Equity lines")
struct EquityLineTests {
  static let two = Fixture.districts(2)

  /// A week in which the first district brings 300 calls, 240 of them with a known wait, the second none.
  static func workload() throws -> Workload {
    let first = try #require(CalendarDay(year: 2024, month: 1, day: 1))
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 6)))
    let calls = Fixture.table(two) { row, _ in row == 0 ? 300.0 / 168 : 0 }
    var workload = Workload(
      period: period,
      priorities: [
        .init(
          priority: CallPriority(1), calls: calls, callsWithUnit: calls,
          unitHoursByArrival: calls)
      ], communityUnitHours: calls, officerUnitHours: calls, categories: [], beats: [],
      unplacedUnitHours: .zero, unbeatedUnitHours: .zero, callCount: 300, callsOutsidePeriod: 0,
      callsWithoutUnit: 0, imputedUnitHours: .zero, backUpUnitHours: .zero, imputationNotes: [])
    let none = WaitDistribution(
      counts: [Int](repeating: 0, count: WaitDistribution.ends.count + 1))
    workload.waits = ObservedWaits(rows: [
      .init(
        priority: CallPriority(1), known: calls.scaled(by: 0.8), hours: calls,
        distributions: [none, none])
    ])
    return workload
  }

  /// Source of truth: worked by hand; three of four calls come in the first district.
  @Test func `shares of work and staff stand side by side`() throws {
    let stream = Demand.Stream(
      priority: CallPriority(1), arrivals: Fixture.table(Self.two) { row, _ in row == 0 ? 3 : 1 },
      unitTimePerCall: Self.two.map { _ in Hours(0.5) })
    let demand = Fixture.demand([stream], Self.two)
    let watch = Fixture.watch("all", start: 0, length: 24)
    let units = Self.two.flatMap { district in
      Weekday.allCases.map {
        UnitsOnStreet(district: district, watch: watch.id, weekday: $0, units: 4)
      }
    }
    let geography = Fixture.geography(Self.two)
    let waits = try DistrictWaits.all(
      at: units, demand: demand, geography: geography, watches: [watch],
      standards: Fixture.standards())
    let lines = try EquityLine.all(
      geography: geography, workload: Self.workload(), demand: demand,
      staff: [
        .init("assigned", [Self.two[0]: 60, Self.two[1]: 40]),
        .init("recommended", [Self.two[0]: 60]),
      ], waits: [("required", waits)],
      proactive: ProactiveTime.all(
        demand: demand, levels: [.init("required", units.unitHours([watch]))], target: nil))
    #expect(lines.map { $0.workloadShare } == [0.75, 0.25])
    #expect(lines.map { $0.staff[0].share } == [0.6, 0.4])
    #expect(lines[0].staff[1].share == nil && lines[0].staff[1].amount == 60)
    #expect(near(lines[0].proactiveHours?.value, 4 * 168 - 252))
    #expect(near(lines[0].stampsRecorded?.value, 0.8) && lines[1].stampsRecorded == nil)
    #expect(lines[0].residents == 1000 && lines[0].violentCrimes == nil)
    let first = try #require(lines[0].waits.first?.waits.first)
    let second = try #require(lines[1].waits.first?.waits.first)
    #expect(first.wait > second.wait)
    #expect(throws: RequirementsError.self) {
      try EquityLine.all(
        geography: geography, workload: Self.workload(), demand: demand,
        staff: [.init("assigned", [Self.two[0]: .nan])], waits: [], proactive: [])
    }
  }
}
