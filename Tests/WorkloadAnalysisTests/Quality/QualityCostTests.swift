import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Costs of bad data")
struct QualityCostTests {
  /// Thirty calls of an hour, thirty of half an hour with two units, and one fault of each kind.
  private var faulty: MadeCalls {
    var made = MadeCalls()
    made.add(20, "A", priority: 1)
    made.add(10, "A", priority: 1, beat: nil)
    made.add(30, "B", priority: 2, busy: 1800, units: 2)
    made.add(4, "A", priority: 1, without: [.cleared])
    made.add(2, "B", priority: 2, units: 2, without: [.dispatched])
    made.add(1, "B", priority: 2, units: 1, without: [.dispatched, .cleared])
    made.add(1, "A", priority: 1, busy: -60)
    made.add(1, "A", priority: 1, busy: 25 * 3600)
    made.add(1, "C", priority: 1, without: [.cleared])
    made.add(1, "C", priority: 5, without: [.cleared])
    made.add(3, "A", priority: 1, units: nil, without: [.dispatched, .enroute, .arrived])
    return made
  }

  /// Source of truth: by hand: an hour for A at priority 1 (30 units), half an hour for B (60
  /// units), 216,000 ÷ 90 seconds for all.
  @Test func `every hour that is not in the stamps is put in once, by the rule that is stated`() {
    let quality = faulty.quality()
    let work = quality.work
    #expect(quality.calls == 74)
    #expect(quality.all.sent == 71)
    #expect(work.units == 103)
    #expect(work.timedUnits == 90)
    #expect(work.timedUnitHours == 60)
    #expect(agrees(work.imputedUnitHours ?? 0, 4 + 2 + 0.5 + 1 + 1 + 1 + 2400.0 / 3600))
    #expect(work.imputedBy == [11, 0, 1, 1])
    let reasons = [
      "dispatched-missing": (2, 2.0), "cleared-missing": (6, 4 + 1 + 2400.0 / 3600),
      "dispatched-and-cleared-missing": (1, 0.5), "cleared-before-dispatched": (1, 1.0),
      "unit-time-not-believed": (1, 1.0), "no-sign-of-a-unit": (3, 3.0),
    ]
    for (key, expected) in reasons {
      #expect(quality.cost(key)?.calls == expected.0, "\(key)")
      #expect(agrees(quality.cost(key)?.imputedUnitHours ?? -1, expected.1), "\(key)")
      #expect(quality.finding(key)?.count == expected.0, "\(key)")
    }
    let exclusive = quality.costs.prefix(5).reduce(0) { $0 + ($1.imputedUnitHours ?? 0) }
    #expect(agrees(exclusive, work.imputedUnitHours ?? 0))
    #expect(quality.cost("all-work")?.unitHours == work.unitHours)
    #expect(quality.cost("beat-missing")?.calls == 10)
    #expect(quality.cost("beat-missing")?.unitHours == 10)
  }

  /// Source of truth: by hand.
  @Test func `what is missing is counted for all calls and for those with a unit`() {
    let all = faulty.quality().all
    #expect(DataQuality.Stamp.later.map { all.missing($0) } == [6, 3, 3, 7])
    #expect(DataQuality.Stamp.later.map { all.missingThoughSent($0) } == [3, 0, 0, 7])
  }

  /// Source of truth: by hand: two officers for an hour and one for another.
  @Test func `officer-hours are told where the crews are`() {
    var made = MadeCalls()
    let start = MadeCalls.noon
    let end = start.advanced(bySeconds: 3600)
    made.add(
      1,
      responses: [
        UnitResponse(unitClass: .beat, officers: 2, dispatched: start, cleared: end),
        UnitResponse(officers: 1, dispatched: start, cleared: end),
        UnitResponse(unitClass: .rapid, officers: 2, dispatched: start),
      ])
    let quality = made.quality()
    #expect(quality.responses == 3)
    #expect(quality.work.crew == 1.5)
    #expect(quality.work.crewedShare == 1)
    #expect(quality.work.timedUnitHours == 2)
    #expect(quality.work.imputedUnitHours == 1)
    #expect(quality.cost("unit-unclassified")?.units == 1)
    #expect(quality.cost("unit-unclassified")?.unitHours == 1)
    let classes = quality.grouping("unit_class")?.groups ?? []
    #expect(classes.map(\.label) == ["beat", "rapid", "unclassified"])
    #expect(classes.map { $0.counts.missing(.cleared) } == [0, 1, 0])
  }

  @Test func `without any unit time no hours are made up`() {
    var made = MadeCalls()
    made.add(50, without: [.cleared])
    let quality = made.quality()
    #expect(quality.work.imputedUnitHours == nil)
    #expect(quality.finding("cleared-missing")?.unitHours == nil)
    #expect(quality.finding("cleared-missing")?.severity == .grave)
    #expect(quality.verdict(.hoursOfWork)?.answer == .no)
    #expect(quality.verdict(.response)?.answer == .yes)
  }

  /// Source of truth: by hand.
  @Test func `places are held against a study`() {
    let geography = Geography(
      areas: [], districts: [District(id: .init("1"), name: "One", area: .init("A"))],
      sectors: [],
      beats: [Beat(id: .init("11"), sector: .init("1-1"), district: .init("1"))])
    var made = MadeCalls()
    made.add(97)
    made.add(2, district: "9", beat: "99")
    made.add(1, beat: "98")
    let quality = made.quality(geography: geography)
    #expect(quality.cost("beat-unmatched")?.unitHours == 3)
    #expect(quality.cost("district-unmatched")?.calls == 2)
    let beats = quality.values.first { $0.field == "beat" }
    #expect(beats?.unmatched == 3)
    #expect(beats?.listed.map(\.text) == ["99", "98"])
    #expect(quality.finding("beat-unmatched")?.fate == .unplaced)
    #expect(made.quality().values.first { $0.field == "beat" }?.unmatched == nil)
  }

  @Test func `clean calls over a year are clean`() {
    var made = MadeCalls()
    for day in 0..<364 {
      made.add(
        12, at: MadeCalls.noon.advanced(bySeconds: day * 86_400 + 17 + day % 50),
        responses: [
          UnitResponse(
            unitClass: .beat, dispatched: MadeCalls.noon,
            cleared: MadeCalls.noon.advanced(bySeconds: 1800 + day))
        ])
    }
    let quality = made.quality()
    #expect(quality.isClean, "\(quality.findings.map(\.key))")
    #expect(quality.verdicts.allSatisfy { $0.answer == .yes })
  }
}
