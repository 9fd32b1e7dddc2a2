import PolicingDomain
import TestSupport
import WorkloadAnalysis

/// Calls made for tests of data quality.
struct MadeCalls {
  /// Monday, 6 January 2025, noon.
  static let noon = LocalTime(seconds: 20_094 * 86_400 + 12 * 3600)

  private(set) var calls: [CallForService] = []

  /// Adds `count` calls, each sent after five minutes, there after ten, and free again after `busy`
  /// seconds, but for the stamps in `without`.
  mutating func add(
    _ count: Int, _ category: String = "A", priority: Int? = 1, busy: Int = 3600, units: Int? = 1,
    without: Set<DataQuality.Stamp> = [], origin: CallOrigin = .community,
    district: String? = "1", beat: String? = "11", at start: LocalTime = noon,
    outcome: CallOutcome = .served, responses: [UnitResponse] = []
  ) {
    for _ in 0..<count {
      let sent = start.advanced(bySeconds: 307)
      calls.append(
        CallForService(
          id: "\(calls.count + 1)", received: start,
          dispatched: without.contains(.dispatched) ? nil : sent,
          enroute: without.contains(.enroute) ? nil : sent.advanced(bySeconds: 61),
          arrived: without.contains(.arrived) ? nil : sent.advanced(bySeconds: 299),
          cleared: without.contains(.cleared) ? nil : sent.advanced(bySeconds: busy),
          priority: priority.flatMap { CallPriority($0) }, category: CallCategory(category),
          origin: origin, district: district.map { District.ID($0) },
          beat: beat.map { Beat.ID($0) }, unitCount: units, outcome: outcome,
          responses: responses))
    }
  }

  /// Adds a call that was there in the second in which it was sent.
  mutating func addEqual(at moment: LocalTime) {
    calls.append(
      CallForService(
        id: "\(calls.count + 1)", received: moment.advanced(bySeconds: -61), dispatched: moment,
        enroute: moment, arrived: moment, cleared: moment.advanced(bySeconds: 1801),
        priority: CallPriority(1), category: CallCategory("A"), district: District.ID("1"),
        beat: Beat.ID("11"), unitCount: 1))
  }

  /// The calls as batches of `size`.
  func batches(of size: Int, order: [Int]? = nil) -> [CallBatch] {
    let ordered = (order ?? Array(calls.indices)).map { calls[$0] }
    return stride(from: 0, to: ordered.count, by: size).map { start in
      var batch = CallBatch()
      for call in ordered[start..<min(start + size, ordered.count)] { batch.append(call) }
      return batch
    }
  }

  /// The ledger of an import of these calls in which nothing was amiss.
  var ledger: CallLedger {
    CallLedger(
      source: "made", profile: "canonical", grain: "call", rowsRead: calls.count,
      rowsUsed: calls.count, setAside: [], missing: [], orderViolations: [], remarks: [],
      refusals: [])
  }

  /// The quality of the calls.
  func quality(
    export: DataQuality.Export = DataQuality.Export(), geography: Geography? = nil
  ) -> DataQuality {
    var tally = QualityTally(of: export, geography: geography)
    for batch in batches(of: 1000) { tally.add(batch) }
    return tally.quality(ledger: ledger)
  }

  /// Calls of every kind of dirt, the same for the same seed.
  static func dirty(_ count: Int, seed: UInt64) -> MadeCalls {
    var generator = SeededGenerator(seed: seed)
    var made = MadeCalls()
    for _ in 0..<count {
      var without: Set<DataQuality.Stamp> = []
      for stamp in DataQuality.Stamp.later where generator.integer(below: 4) == 0 {
        without.insert(stamp)
      }
      let unit = UnitResponse(
        unitClass: UnitClass.allCases[generator.integer(below: 7)], officers: 2,
        dispatched: noon,
        cleared: generator.integer(below: 3) == 0 ? nil : noon.advanced(bySeconds: 1234))
      made.add(
        1, "K\(generator.integer(below: 5))",
        priority: generator.integer(below: 12), busy: generator.integer(below: 100_000) - 2000,
        units: [nil, 0, 1, 3][generator.integer(below: 4)], without: without,
        origin: CallOrigin.allCases[generator.integer(below: 2)],
        district: [nil, "1", "2", "7"][generator.integer(below: 4)],
        beat: generator.integer(below: 5) == 0 ? nil : "\(generator.integer(below: 30))",
        at: noon.advanced(bySeconds: generator.integer(below: 90 * 86_400)),
        outcome: CallOutcome.allCases[generator.integer(below: 4)],
        responses: generator.integer(below: 3) == 0 ? [unit, unit] : [])
    }
    return made
  }
}
