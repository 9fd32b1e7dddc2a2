import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Merging tallies")
struct TallyMergeTests {
  /// Calls with everything that a call can have: missing and impossible stamps, units of all
  /// classes, places elsewhere.
  static func calls(_ count: Int, seed: UInt64) -> [CallForService] {
    var random = SeededGenerator(seed: seed)
    let start = MadeUpCalls.firstDay.dayNumber * 86_400
    return (0..<count).map { number in
      let received = LocalTime(seconds: start - 86_400 + random.integer(below: 80 * 86_400))
      func stamp(_ odds: Int, after: LocalTime, _ range: Int) -> LocalTime? {
        random.integer(below: odds) == 0
          ? nil : after.advanced(bySeconds: random.integer(below: range) - range / 20)
      }
      let sent = stamp(5, after: received, 3000)
      let arrived = stamp(3, after: sent ?? received, 1200)
      let cleared = stamp(4, after: arrived ?? sent ?? received, 100_000)
      let units = random.integer(below: 3) == 0 ? random.integer(below: 4) : 0
      let responses = (0..<units).map { _ -> UnitResponse in
        UnitResponse(
          unitClass: UnitClass.allCases[random.integer(below: 7)],
          home: random.integer(below: 4) == 0
            ? nil : District.ID("00\(random.integer(below: 6))"),
          officers: random.integer(below: 3), dispatched: stamp(4, after: received, 2000),
          arrived: stamp(3, after: received.advanced(bySeconds: 2000), 900),
          cleared: stamp(4, after: received.advanced(bySeconds: 3000), 9000))
      }
      return CallForService(
        id: "\(number)", received: received, dispatched: sent, arrived: arrived, cleared: cleared,
        priority: CallPriority(random.integer(below: 7) - 1),
        category: CallCategory("kind \(random.integer(below: 9))"),
        origin: random.integer(below: 4) == 0 ? .officer : .community,
        district: random.integer(below: 9) == 0
          ? nil : District.ID("00\(random.integer(below: 6))"),
        beat: random.integer(below: 5) == 0 ? nil : Beat.ID("0\(random.integer(below: 50))"),
        unitCount: random.integer(below: 3) == 0 ? random.integer(below: 200) : nil,
        closed: stamp(2, after: received, 9000),
        outcome: CallOutcome.allCases[max(0, random.integer(below: 8) - 4)],
        responses: responses)
    }
  }

  static func period() throws -> StudyPeriod {
    // The clock is changed on Sunday 10 March: 02:00 is skipped.
    let change = StudyPeriod.ClockChange(
      hourNumber: MadeUpCalls.firstDay.advanced(by: 69).dayNumber * 24 + 2, gain: -1)
    return try #require(
      StudyPeriod(
        from: MadeUpCalls.firstDay, through: MadeUpCalls.firstDay.advanced(by: 72),
        clockChanges: [change]))
  }

  static func factors() -> BackUpFactors {
    BackUpFactors(
      units: [(CallCategory("kind 3"), [Double](repeating: 1.62, count: 24))],
      others: [Double](repeating: 4.0 / 3, count: 24))
  }

  static func tally() throws -> WorkloadTally {
    try WorkloadTally(period: period(), districts: MadeUpCalls.districts, backUp: factors())
  }

  /// Source of truth: metamorphic: whole numbers, so not a bit differs.
  @Test func `any split of the calls gives the same workload to the last bit`() throws {
    let calls = Self.calls(6000, seed: 5)
    var whole = try Self.tally()
    for call in calls { whole.add(call) }
    let intervals = IntervalSettings(seed: 9, replicates: 50)
    let expected = whole.finish(intervals: intervals)
    #expect(expected.totalUnitHours > .zero && expected.imputedUnitHours > .zero)
    for parts in [2, 3, 7] {
      var tallies = try (0..<parts).map { _ in try Self.tally() }
      // Every part has names of its own, in another order, and gets small batches.
      for part in tallies.indices {
        var batch = CallBatch()
        for (number, call) in calls.enumerated() where number % parts == part {
          batch.append(call)
          guard batch.rows.count == 100 else { continue }
          tallies[part].add(batch)
          batch.removeCalls()
        }
        tallies[part].add(batch)
      }
      var merged = tallies.removeLast()
      for other in tallies.reversed() { merged.merge(other) }
      #expect(merged.finish(intervals: intervals) == expected, "\(parts) parts")
    }
  }

  /// Source of truth: metamorphic: names of another list do not get mixed up.
  @Test func `batches of several lists of names may be added to one tally`() throws {
    let calls = Self.calls(900, seed: 6)
    var whole = try Self.tally()
    for call in calls { whole.add(call) }
    var mixed = try Self.tally()
    for start in stride(from: 0, to: 900, by: 90) {
      var batch = CallBatch()
      for call in calls[start..<start + 90].reversed() { batch.append(call) }
      mixed.add(batch)
    }
    #expect(mixed.finish(intervals: nil) == whole.finish(intervals: nil))
  }

  /// Source of truth: FORMULATION 12: unit-hours in = unit-hours in every table, known and imputed.
  @Test func `every table holds the same unit-hours`() throws {
    var tally = try Self.tally()
    for call in Self.calls(8000, seed: 8) { tally.add(call) }
    let workload = tally.finish(intervals: IntervalSettings(seed: 1, replicates: 20))
    let total = workload.totalUnitHours.value
    #expect(total > 1000)
    #expect(agrees(workload.categories.total(\.unitHours).value, total))
    #expect(agrees((workload.beats.total(\.unitHours) + workload.unbeatedUnitHours).value, total))
    #expect(agrees(workload.classes.total(\.unitHours).value, total))
    let matrix = workload.matrix.total(\.community) + workload.matrix.total(\.officer)
    #expect(agrees(matrix.value, total))
    let weeks = try #require(workload.estimates).weeks
    let byWeek = weeks.total(\.communityUnitHours) + weeks.total(\.officerUnitHours)
    #expect(agrees(byWeek.value, total))
    #expect(agrees(try #require(workload.estimates).totalUnitHours.value, total))
    for district in MadeUpCalls.districts {
      let need = workload.matrix.filter { $0.need == .district(district) }
      #expect(
        agrees(need.total(\.community).value, workload.communityUnitHours.total(of: district)))
      #expect(agrees(need.total(\.officer).value, workload.officerUnitHours.total(of: district)))
      let byArrival = workload.priorities.reduce(0) {
        $0 + $1.unitHoursByArrival.total(of: district)
      }
      #expect(agrees(byArrival, workload.communityUnitHours.total(of: district)))
    }
    for row in workload.categories {
      let product = row.unitsPerCall * row.minutesPerUnit * Double(row.callsWithUnit) / 60
      #expect(agrees(product, row.unitHours.value))
    }
    let calls = workload.categories.reduce(0) { $0 + $1.calls }
    #expect(calls == workload.callCount)
    #expect(calls + workload.duplicateCalls + workload.callsOutsidePeriod == 8000)
  }

  /// Source of truth: by hand: a count of 20,000 units is not believed, and sums do not overflow.
  @Test func `nonsense does not stop the tally`() throws {
    var tally = try Self.tally()
    let received = LocalTime(seconds: MadeUpCalls.firstDay.dayNumber * 86_400)
    for number in 0..<50 {
      tally.add(
        CallForService(
          id: "\(number)", received: received, dispatched: LocalTime(seconds: -.max / 4),
          cleared: LocalTime(seconds: .max / 4), category: CallCategory(""), unitCount: 20_000))
    }
    let workload = tally.finish()
    #expect(workload.callCount == 50)
    #expect(workload.totalUnitHours == .zero)
    #expect(workload.imputationNotes.contains { $0.hasPrefix("50 calls state more than 99 units") })
  }
}
