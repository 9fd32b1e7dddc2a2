import PolicingDomain
import Testing

@Suite("Calls and quantities")
struct CallTests {
  @Test func `a share is from nothing to the whole`() {
    #expect(Share(-0.01) == nil)
    #expect(Share(1.01) == nil)
    #expect(Share(.nan) == nil)
    #expect(Share(0.4)?.complement == Share(0.6))
    #expect(Share(3, of: 4) == Share(0.75))
    #expect(Share(0, of: 0) == Share.none)
  }

  /// Source of truth: by hand: two hours of cars with 1.5 officers are three officer-hours.
  @Test func `unit-hours become officer-hours by the crew`() {
    #expect(UnitHours(2).officerHours(crew: 1.5) == OfficerHours(3))
  }

  @Test func `the time of a unit needs both stamps in order`() {
    let received = LocalTime(seconds: 1000)
    func call(_ dispatched: Int?, _ cleared: Int?) -> CallForService {
      CallForService(
        id: "1", received: received, dispatched: dispatched.map { LocalTime(seconds: $0) },
        cleared: cleared.map { LocalTime(seconds: $0) }, category: CallCategory("alarm"))
    }
    #expect(call(1000, 4600).primaryUnitTime == Hours(1))
    #expect(call(nil, 4600).primaryUnitTime == nil)
    #expect(call(1000, nil).primaryUnitTime == nil)
    #expect(call(4600, 1000).primaryUnitTime == nil)
  }

  /// Source of truth: FORMULATION 4.8 by hand: two officers are two one-officer cars or one
  /// two-officer car; three are three or two.
  @Test(arguments: [(1, 0.0, 1.0), (2, 0.0, 1.0), (2, 1.0, 2.0), (3, 0.0, 2.0), (3, 0.5, 2.5)])
  func `a need for officers draws cars by their crews`(
    officers: Int, oneOfficer: Double, units: Double
  ) throws {
    let share = try #require(Share(oneOfficer))
    #expect(BackUpFactors.expectedUnits(officers: officers, oneOfficerShare: share) == units)
  }
}
