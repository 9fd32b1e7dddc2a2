import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Store of calls")
struct StoredCallsTests {
  /// Source of truth: the definition: what went in comes out.
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `calls come out of the store as they went in`(seed: UInt64) throws {
    let calls = StoreFixtures.calls(900, seed: seed)
    try StoreFixtures.withStore { path in
      let made = try StoreFixtures.add(calls, to: path, batchSize: 70)
      #expect(try StoreFixtures.calls(in: path) == calls)
      let store = try StoredCalls(at: path)
      #expect(store.imports == [made])
      #expect(made.calls.count == 900)
      #expect(made.responses == calls.reduce(0) { $0 + $1.responses.count })
      #expect(made.ledger == StoreFixtures.ledger(900))
    }
  }

  /// Source of truth: constructed: the second import starts with names of its own.
  @Test func `a second import comes behind the first one`() throws {
    let first = StoreFixtures.calls(50, seed: 11)
    let second = StoreFixtures.calls(60, seed: 12)
    try StoreFixtures.withStore { path in
      try StoreFixtures.add(first, to: path, as: "january.csv")
      try StoreFixtures.add(second, to: path, as: "february.csv")
      #expect(try StoreFixtures.calls(in: path) == first + second)
      let files = try StoredCalls(at: path).imports.map { $0.sources.map(\.file) }
      #expect(files == [["january.csv"], ["february.csv"]])
    }
  }

  @Test func `an import takes the place of the one that it replaces`() throws {
    let first = StoreFixtures.calls(50, seed: 21)
    let second = StoreFixtures.calls(60, seed: 22)
    let changed = StoreFixtures.calls(70, seed: 23)
    try StoreFixtures.withStore { path in
      let old = try StoreFixtures.add(first, to: path, as: "january.csv")
      try StoreFixtures.add(second, to: path, as: "february.csv")
      try StoreFixtures.add(changed, to: path, as: "january.csv", replacing: [old.id])
      #expect(try StoreFixtures.calls(in: path) == second + changed)
    }
  }

  /// Source of truth: constructed: whole numbers have one sum, wherever the calls are cut.
  @Test(arguments: [1, 2, 3, 8])
  func `a fold gives the same at any number of threads`(threads: Int) throws {
    let calls = StoreFixtures.calls(10_007, seed: 31)
    try StoreFixtures.withStore { path in
      try StoreFixtures.add(Array(calls[..<5000]), to: path, as: "1.csv")
      try StoreFixtures.add(Array(calls[5000...]), to: path, as: "2.csv")
      let store = try StoredCalls(at: path)
      let found = try store.fold(store.imports, threads: threads, into: [CallForService]()) {
        total, batch in
        for index in batch.rows.indices { total.append(batch.call(at: index)) }
      } merge: {
        $0 += $1
      }
      #expect(found == calls)
    }
  }

  @Test func `units keep apart without what they were called`() throws {
    try StoreFixtures.withStore { path in
      var batch = CallBatch()
      batch.append(StoreFixtures.calls(1, seed: 4, hasResponses: false)[0])
      for unit in [0xDEAD_BEEF_DEAD_BEEF, 0, 77, 0xDEAD_BEEF_DEAD_BEEF] as [UInt64] {
        var response = CallBatch.Response()
        response.unit = unit
        batch.responses.append(response)
      }
      batch.rows[0].responsesEnd = 4
      try StoredCalls.add(
        to: path, recipe: StoreFixtures.recipe, sources: [StoreFixtures.source("x.csv")]
      ) { each throws(FileError) in
        try each(batch)
        return StoreFixtures.ledger(1)
      }
      let store = try StoredCalls(at: path)
      var units: [UInt64] = []
      try store.batches(of: store.imports) { units += $0.responses.map(\.unit) }
      #expect(units == [1, 0, 2, 1])
    }
  }

  @Test func `a store without calls is a store`() throws {
    try StoreFixtures.withStore { path in
      try StoreFixtures.add([], to: path)
      #expect(try StoreFixtures.calls(in: path) == [])
      #expect(try StoredCalls(at: path).imports.count == 1)
    }
  }

  @Test func `only the owner may read a new store`() throws {
    try StoreFixtures.withStore { path in
      try StoreFixtures.add([], to: path)
      let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
      #expect((mode as? NSNumber)?.intValue == 0o600)
    }
  }
}
