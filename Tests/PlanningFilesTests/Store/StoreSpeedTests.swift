import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Speed of the store", .tags(.slow), .enabled(if: runsSlowTests))
struct StoreSpeedTests {
  /// Source of truth: the project's own targets, far below what is measured on an idle machine.
  @Test func `a third of a million calls go in and out in seconds`() throws {
    let calls = StoreFixtures.calls(330_000, seed: 1, hasResponses: false)
    var batches: [CallBatch] = [CallBatch()]
    for call in calls {
      if batches[batches.count - 1].rows.count == 4096 {
        batches.append(CallBatch(names: batches[batches.count - 1].names))
      }
      batches[batches.count - 1].append(call)
    }
    try StoreFixtures.withStore { path in
      let clock = ContinuousClock()
      let inTime = try clock.measure {
        try StoredCalls.add(
          to: path, recipe: StoreFixtures.recipe, sources: [StoreFixtures.source("a.csv")]
        ) { each throws(FileError) in
          for batch in batches { try each(batch) }
          return StoreFixtures.ledger(calls.count)
        }
      }
      let store = try StoredCalls(at: path)
      var count = 0
      let outTime = try clock.measure {
        try store.batches(of: store.imports) { count += $0.rows.count }
      }
      let two = try clock.measure {
        count = try store.fold(store.imports, threads: 2, into: 0) {
          $0 += $1.rows.count
        } merge: {
          $0 += $1
        }
      }
      print("in \(inTime), out \(outTime), out on two threads \(two)")
      #expect(count == calls.count)
      #expect(inTime < .seconds(20) && outTime < .seconds(10))
    }
  }
}
