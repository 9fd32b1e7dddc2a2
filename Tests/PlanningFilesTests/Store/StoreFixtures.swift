import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport

/// Stores of made-up calls in folders that go away.
enum StoreFixtures {
  static let recipe = StoreRecipe(
    profile: "made-up", profileSHA256: "0", cleaning: "plain", grain: .unit)

  /// Calls with every kind of value, by chance.
  static func calls(_ count: Int, seed: UInt64, hasResponses: Bool = true) -> [CallForService] {
    var chance = SeededGenerator(seed: seed)
    return (0..<count).map { number in
      let start = Int.random(in: -4_000_000_000...4_000_000_000, using: &chance)
      func stamp() -> LocalTime? {
        chance.integer(below: 4) == 0
          ? nil
          : LocalTime(seconds: start + Int.random(in: -9999...99_999, using: &chance))
      }
      let responses = (0..<(hasResponses ? chance.integer(below: 4) : 0)).map { _ in
        UnitResponse(
          unitClass: UnitClass.allCases[chance.integer(below: UnitClass.allCases.count)],
          home: chance.integer(below: 2) == 0 ? nil : District.ID("0\(chance.integer(below: 9))"),
          officers: chance.integer(below: 2) == 0 ? nil : chance.integer(below: 99),
          dispatched: stamp(), enroute: stamp(), arrived: stamp(), cleared: stamp())
      }
      return CallForService(
        id: ["№ \(number)", "2024-\(number)", "", "'; DROP TABLE calls; --"][
          chance.integer(below: 4)],
        received: LocalTime(seconds: start), dispatched: stamp(), enroute: stamp(),
        arrived: stamp(), cleared: stamp(), priority: CallPriority(chance.integer(below: 12)),
        category: CallCategory("kind \(chance.integer(below: 30)) \"é\""),
        origin: CallOrigin.allCases[chance.integer(below: 2)],
        district: chance.integer(below: 5) == 0 ? nil : District.ID("\(chance.integer(below: 9))"),
        beat: chance.integer(below: 5) == 0 ? nil : Beat.ID("\(chance.integer(below: 40))"),
        unitCount: chance.integer(below: 3) == 0 ? nil : chance.integer(below: 999),
        closed: stamp(), outcome: CallOutcome.allCases[chance.integer(below: 4)],
        responses: responses)
    }
  }

  static func source(_ name: String) -> StoreSource {
    StoreSource(file: name, bytes: 1, sha256: name)
  }

  static func ledger(_ rows: Int) -> CallLedger {
    CallLedger(
      source: "calls.csv", profile: "made-up", grain: "unit", rowsRead: rows, rowsUsed: rows,
      setAside: [], missing: [.init(what: "beat", rows: 1, lines: [7], remedy: "\"quoted\"")],
      orderViolations: [], remarks: [], refusals: [.init(what: "hours of work: none", rows: 0)])
  }

  /// Adds `calls` to the store at `path`, in batches of `size`.
  @discardableResult
  static func add(
    _ calls: [CallForService], to path: String, as name: String = "calls.csv",
    replacing: [Int] = [], batchSize: Int = 1000, options: StoreChange.Options = .init()
  ) throws -> StoreImport {
    try StoredCalls.add(
      to: path, recipe: recipe, sources: [source(name)], replacing: replacing, options: options
    ) { each throws(FileError) in
      var batch = CallBatch()
      for call in calls {
        batch.append(call)
        guard batch.rows.count == batchSize else { continue }
        try each(batch)
        batch.removeCalls()
      }
      try each(batch)
      return ledger(calls.count)
    }
  }

  /// All calls of the store at `path`, in order.
  static func calls(in path: String) throws -> [CallForService] {
    let store = try StoredCalls(at: path)
    var found: [CallForService] = []
    try store.batches(of: store.imports) { batch in
      for index in batch.rows.indices { found.append(batch.call(at: index)) }
    }
    return found
  }

  /// Runs `body` with the path of a store that is not there yet, in a folder of its own.
  static func withStore<Value>(_ body: (String) throws -> Value) throws -> Value {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    return try body(folder.appending(path: "calls.sqlite").path)
  }
}
