import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Store of calls when something fails")
struct StoreFailureTests {
  private func code(_ body: () throws -> Void) -> String? {
    do {
      try body()
      return nil
    } catch let error as FileError {
      #expect(error.issues.allSatisfy { !$0.remedy.isEmpty })
      return error.issues.first?.code
    } catch {
      return "\(error)"
    }
  }

  private func names(beside path: String) throws -> [String] {
    let folder = URL(filePath: path).deletingLastPathComponent().path
    return try FileManager.default.contentsOfDirectory(atPath: folder).filter {
      !$0.hasSuffix(".lock")
    }.sorted()
  }

  /// An import that hands over some calls and then finds the export damaged.
  private func failingImport(_ calls: [CallForService], to path: String) throws {
    try StoredCalls.add(
      to: path, recipe: StoreFixtures.recipe, sources: [StoreFixtures.source("b.csv")],
      replacing: [1]
    ) { each throws(FileError) in
      var batch = CallBatch()
      for call in calls { batch.append(call) }
      try each(batch)
      throw FileError([
        FileIssue(code: "E107", "the file ends in the middle", file: "b.csv", remedy: "copy it")
      ])
    }
  }

  @Test func `an import that fails leaves no new store`() throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(3000, seed: 1)
      let found = code { try failingImport(calls, to: path) }
      #expect(found == "E107")
      let left = try names(beside: path)
      #expect(left == [])
    }
  }

  @Test func `an import that fails leaves a store as it was`() throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(500, seed: 1)
      try StoreFixtures.add(calls, to: path, as: "a.csv")
      let before = try Data(contentsOf: URL(filePath: path))
      let found = code { try failingImport(StoreFixtures.calls(3000, seed: 2), to: path) }
      #expect(found == "E107")
      #expect(try StoreFixtures.calls(in: path) == calls)
      #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }
  }

  /// Source of truth: constructed: the limit of pages stands for a disk without room.
  @Test(arguments: [true, false])
  func `a full disk leaves the store as it was`(isThere: Bool) throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(500, seed: 1)
      if isThere { try StoreFixtures.add(calls, to: path, as: "a.csv") }
      var options = StoreChange.Options()
      options.pageLimit = 40
      let more = StoreFixtures.calls(9000, seed: 2)
      let found = code { try StoreFixtures.add(more, to: path, as: "b.csv", options: options) }
      #expect(found == "E164")
      if isThere {
        #expect(try StoreFixtures.calls(in: path) == calls)
      } else {
        #expect(try names(beside: path) == [])
      }
    }
  }

  @Test func `a second import waits its time, then says who is in the way`() throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(10, seed: 1)
      try StoredCalls.add(
        to: path, recipe: StoreFixtures.recipe, sources: [StoreFixtures.source("a.csv")]
      ) { each throws(FileError) in
        var options = StoreChange.Options()
        options.wait = 0.1
        let found = code { try StoreFixtures.add(calls, to: path, options: options) }
        #expect(found == "E163")
        return StoreFixtures.ledger(0)
      }
      try StoreFixtures.add(calls, to: path)
      #expect(try StoreFixtures.calls(in: path) == calls)
    }
  }

  @Test func `a busy import keeps nobody from reading`() throws {
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(500, seed: 1)
      try StoreFixtures.add(calls, to: path, as: "a.csv")
      try StoredCalls.add(
        to: path, recipe: StoreFixtures.recipe, sources: [StoreFixtures.source("b.csv")]
      ) { each throws(FileError) in
        var batch = CallBatch()
        for call in StoreFixtures.calls(4000, seed: 2) { batch.append(call) }
        try each(batch)
        #expect((try? StoreFixtures.calls(in: path)) == calls)
        return StoreFixtures.ledger(4000)
      }
    }
  }

  @Test(arguments: [
    "", "not a database, but long enough to be looked at as one", "SQLite format 3",
  ])
  func `a file that is no store is called so`(text: String) throws {
    try StoreFixtures.withStore { path in
      try Data(text.utf8).write(to: URL(filePath: path))
      let found = code { _ = try StoredCalls(at: path) }
      #expect(found == "E160")
    }
  }

  @Test func `a store that is not there is called so`() {
    let found = code { _ = try StoredCalls(at: "/nowhere/calls.sqlite") }
    #expect(found == "E164")
  }

  /// Source of truth: constructed: any bytes may be wrong, and nothing may crash or hang.
  @Test(arguments: 0..<60)
  func `a damaged store is an error or reads as calls, never a crash`(seed: Int) throws {
    var chance = SeededGenerator(seed: UInt64(seed))
    try StoreFixtures.withStore { path in
      let calls = StoreFixtures.calls(600, seed: 5)
      try StoreFixtures.add(calls, to: path)
      var bytes = try Data(contentsOf: URL(filePath: path))
      if seed % 3 == 0 {
        bytes = bytes.prefix(chance.integer(below: bytes.count))
      } else {
        for _ in 0..<1 + chance.integer(below: 40) {
          bytes[chance.integer(below: bytes.count)] = UInt8(chance.integer(below: 256))
        }
      }
      try bytes.write(to: URL(filePath: path))
      do {
        let found = try StoreFixtures.calls(in: path)
        #expect(found.count <= calls.count)
      } catch let error as FileError {
        #expect(["E160", "E161", "E162", "E164"].contains(error.issues[0].code), "\(error)")
      }
    }
  }
}
