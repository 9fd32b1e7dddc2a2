import PolicingDomain
import StaffingRequirements
import Testing

/// Predicted waits at the units deployed, where units answer the calls of their zone.
@Suite("Calibration by radio zone")
struct ZoneCalibrationTests {
  private static let demand = RadioZoneTests.unlike(3)
  private static let watch = Fixture.watch()

  /// So many units in each district at all hours; none told of where there is nothing.
  private func deployment(_ units: [Double?]) -> Deployment {
    Deployment(
      kind: .assumption, provenance: Fixture.source, span: nil, observedDays: 0,
      series: zip(Self.demand.districts, units).map { district, units in
        Deployment.Series(
          district: district, unitClass: .beat,
          units: units.map { count in HourOfWeek.all.map { _ in Deployment.Level(stated: count) } },
          officers: nil)
      }, observed: .init(units: nil, officers: nil), unobserved: .init(units: nil, officers: nil),
      ledger: DeploymentLedger(
        source: "", profile: "", grain: "", rowsRead: 0, rowsUsed: 0, setAside: [], absences: [],
        remarks: []), notTold: [])
  }

  private func calibration(
    _ units: [Double?], zones: [String?], _ pooling: QueueingAssumptions.Pooling
  ) throws -> WaitCalibration {
    let demand = Self.demand
    let stream = demand.streams[0]
    return try WaitCalibration(
      of: ObservedWaits(rows: [
        .init(
          priority: stream.priority, known: stream.arrivals, hours: stream.arrivals,
          distributions: demand.districts.map { _ in WaitDistribution() })
      ]), at: deployment(units), demand: demand, watches: [Self.watch],
      standards: Fixture.standards(), queueing: QueueingAssumptions(pooling: pooling),
      geography: RadioZoneTests.geography(demand.districts, zones: zones))
  }

  /// Source of truth: the public performance function with the sum of the units, hour by hour over the
  /// calls of the district.
  @Test func `calls of a zone find all its calls and units`() throws {
    let zones = ["z", nil, "z"]
    let units = [4.0, 6, 9]
    let found = try calibration(units, zones: zones, .zone)
    let apart = try calibration(units, zones: zones, .district)
    try #require(found.rows.count == 3)
    #expect(found.rows[1] == apart.rows[1])
    #expect(zip(found.rows, units).allSatisfy { near($0.units, $1) })
    let places = RadioZoneTests.geography(Self.demand.districts, zones: zones)
    let arrivals = Self.demand.streams[0].arrivals
    for row in [0, 2] {
      var (calls, waiting) = (0.0, 0.0)
      for hour in Weekday.allCases.flatMap({ Self.watch.hours(on: $0) }) {
        let one = Watch(
          id: Watch.ID("hour"), startHour: hour.hourOfDay, length: 1, oneOfficerShare: .none)
        let performance = try UnitRequirements.performance(
          units: 13,
          during: PatrolBlock(
            district: Self.demand.districts[row], watch: one, weekday: hour.weekday),
          demand: Self.demand, geography: places, standards: Fixture.standards(),
          queueing: QueueingAssumptions(pooling: .zone))
        let weight = arrivals[Self.demand.districts[row], hour]
        calls += weight
        waiting += weight * performance.waitShare
      }
      #expect(near(found.rows[row].predictedWaitShare, waiting / calls))
      #expect(found.rows[row].predictedWaitShare != apart.rows[row].predictedWaitShare)
    }
  }

  /// Source of truth: by construction: what a zone has is not known where one of its districts is not.
  @Test func `a zone with a district of which records do not tell is left out`() throws {
    let found = try calibration([4, 6, nil], zones: ["z", nil, "z"], .zone)
    #expect(found.rows.map(\.district) == [Self.demand.districts[1]])
    let apart = try calibration([4, 6, nil], zones: ["z", nil, "z"], .district)
    #expect(apart.rows.count == 2)
  }
}
