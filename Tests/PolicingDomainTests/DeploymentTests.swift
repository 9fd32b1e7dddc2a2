import PolicingDomain
import TestSupport
import Testing

@Suite("Deployment")
struct DeploymentTests {
  private let watches = [
    Watch(id: .init("day"), startHour: 7, length: 12, oneOfficerShare: Share(0.5) ?? .none),
    Watch(id: .init("night"), startHour: 19, length: 12, oneOfficerShare: .none),
  ]

  private func row(
    _ watch: String, _ weekday: Weekday?, _ unitClass: UnitClass, units: Double?,
    officers: Double? = nil
  ) -> DeploymentAssumption {
    DeploymentAssumption(
      district: .init("1"), watch: .init(watch), weekday: weekday, unitClass: unitClass,
      units: units, officers: officers,
      provenance: Provenance(source: "the chief", date: "2026", isAssumption: true))
  }

  /// Source of truth: by hand.
  ///
  /// Crews: 1.5 by day, 2 at night.
  @Test func `an assumption is laid out over its watches, a weekday before every day`() throws {
    let found = Deployment(
      assumed: [
        row("day", nil, .beat, units: 8), row("night", nil, .beat, units: 6),
        row("day", .sunday, .beat, units: 4), row("day", nil, .supervisor, units: 1),
      ], watches: watches
    ).told(crew: DeploymentCrew(watches: watches))
    let units = try #require(found.patrolUnits(in: .init("1")))
    let officers = try #require(found.patrolOfficers(in: .init("1")))
    #expect(units[HourOfWeek(.monday, hour: 7).index] == 8)
    #expect(units[HourOfWeek(.monday, hour: 19).index] == 6)
    #expect(units[HourOfWeek(.sunday, hour: 7).index] == 4)
    #expect(officers[HourOfWeek(.monday, hour: 7).index] == 12)
    #expect(officers[HourOfWeek(.monday, hour: 2).index] == 12)
    #expect(found.series(of: .init("1"), .supervisor)?.officers == nil)
    #expect(found.patrolUnits(in: .init("2")) == nil)
    #expect(found.kind == .assumption && found.provenance.isAssumption)
    #expect(found.notTold.count == 3)
  }

  /// Source of truth: by hand.
  @Test func `units follow from officers by the crew, with their spread`() throws {
    let level = Deployment.Level(mean: 6, least: 3, most: 9, deviation: 1.5, occurrences: 4)
    let one = Deployment.Series(
      district: .init("1"), unitClass: .rapid, units: nil,
      officers: [Deployment.Level](repeating: level, count: 168))
    let none = Deployment.Total(units: nil, officers: nil)
    let found = Deployment(
      kind: .attendance, provenance: Provenance(source: "", date: ""), span: nil, observedDays: 4,
      series: [one], observed: none, unobserved: none,
      ledger: DeploymentLedger(
        source: "", profile: "", grain: "", rowsRead: 4, rowsUsed: 4, setAside: [], absences: [],
        remarks: []), notTold: []
    ).told(crew: DeploymentCrew(stated: [.rapid: 1.5], byHour: nil))
    let units = try #require(found.series[0].units)
    #expect(units[0] == .init(mean: 4, least: 2, most: 6, deviation: 1, occurrences: 4))
    #expect(found.notTold.count == 1)
  }
}
