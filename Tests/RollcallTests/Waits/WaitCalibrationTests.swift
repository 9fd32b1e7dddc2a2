import Rollcall
import TestSupport
import Testing

/// From calls to predicted waits, held against waits that were simulated.
@Suite("Calibration of waits")
struct WaitCalibrationTests {
  static let district = District.ID("1")
  static let watch = Watch(id: .init("all"), startHour: 0, length: 24, oneOfficerShare: .none)
  static let source = Provenance(source: "test", date: "2026-01-01")
  static let standards = ServiceStandards(
    proactiveTime: nil, proactiveTimeProvenance: source, waiting: [], complement: nil)

  static func calibration(
    _ dispatch: SimulatedDispatch, weeks: Int, units: Double, seed: UInt64
  ) throws -> (WaitCalibration, Workload) {
    let first = try #require(CalendarDay(year: 2025, month: 1, day: 6))
    let period = try #require(
      StudyPeriod(from: first, through: first.advanced(by: weeks * 7 - 1)))
    let start = try #require(LocalTime(first, hour: 0))
    let calls = dispatch.calls(from: start, hours: Double(weeks) * 168, seed: seed)
    let workload = Workload(of: calls, during: period, districts: [district])
    let deployment = Deployment(
      assumed: [
        DeploymentAssumption(
          district: district, watch: watch.id, weekday: nil, unitClass: .beat, units: units,
          officers: nil, provenance: source)
      ], watches: [watch])
    let calibration = try WaitCalibration(
      of: workload.waits, at: deployment, demand: Demand(from: workload), watches: [watch],
      standards: standards)
    return (calibration, workload)
  }

  /// Source of truth: a simulation of two years that knows no formula.
  ///
  /// Weeks of it vary by some per cent, and arrivals by hour are those that came, so the means agree
  /// to 8 % and the ninetieth percentiles to 10 %; the plain formula, which is a third too short,
  /// would fail by far.
  @Test func `predicted waits are those of a simulated district`() throws {
    let dispatch = SimulatedDispatch(
      kinds: [
        .init(priority: 1, callsPerHour: 1.4, units: [0.4, 0.5, 0.1]),
        .init(priority: 2, callsPerHour: 2.1, units: [0.7, 0.3]),
      ], units: 7, meanHours: 1, district: Self.district)
    let (found, workload) = try Self.calibration(dispatch, weeks: 104, units: 7, seed: 11)
    #expect(found.deployment == .assumption)
    #expect(found.totals.map(\.priority.level) == [1, 2])
    for total in found.totals {
      let predicted = try #require(total.predictedMean).value
      #expect(abs(predicted / total.observedMean.value - 1) < 0.08)
      let ninetieth = try #require(total.predictedNinetieth).value
      let observed = try #require(total.observedNinetieth).value
      #expect(abs(ninetieth / observed - 1) < 0.1)
      #expect(total.overloadedShare < 0.01)
      #expect(total.observations > 20_000)
    }
    let demand = Demand(from: workload)
    for (stream, kind) in zip(demand.streams, dispatch.kinds) {
      for (share, stated) in zip(stream.unitsPerCall[0].shares, kind.units) {
        #expect(abs(share - stated) < 0.01)
      }
    }
  }

  /// Source of truth: metamorphic: fewer units than really worked predict longer waits than were
  /// observed, more predict shorter ones; without enough for the work nothing is predicted.
  @Test func `a wrong deployment shows`() throws {
    let dispatch = SimulatedDispatch(
      kinds: [.init(priority: 1, callsPerHour: 3, units: [1])], units: 5, meanHours: 1,
      district: Self.district)
    func total(_ units: Double) throws -> WaitCalibration.Total {
      let (found, _) = try Self.calibration(dispatch, weeks: 26, units: units, seed: 3)
      return try #require(found.totals.first)
    }
    let observed = try total(5).observedMean
    #expect(try #require(try total(4).predictedMean) > observed)
    #expect(try #require(try total(6).predictedMean) < observed)
    let short = try total(2)
    #expect(short.overloadedShare > 0.9)
    #expect(short.predictedNinetieth == nil)
  }
}
