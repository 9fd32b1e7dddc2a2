import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

@Suite("Grouping of random logs")
struct GroupingPropertyTests {
  /// Rows of whole assignments, each unit free before it is sent again, and their unit-seconds.
  private func rows(seed: UInt64, calls: Int) -> (rows: [RowSketch], parts: Int, seconds: Int) {
    var random = SeededGenerator(seed: seed)
    var rows: [RowSketch] = []
    var seconds = 0
    for call in 0..<calls {
      let received = random.integer(below: 40_000)
      for unit in 0..<random.integer(below: 4) {
        var free = received + random.integer(below: 20)
        for _ in 0...random.integer(below: 2) {
          let sent = free + random.integer(below: 30)
          free = sent + 1 + random.integer(below: 90)
          seconds += (free - sent) * 60
          rows.append(
            RowSketch(
              number: "N\(call % 1000)-\(call)", received: received, unit: UInt64(unit + 1),
              dispatched: sent, arrived: random.integer(below: 2) == 0 ? nil : sent, cleared: free,
              category: "C\(random.integer(below: 5))", district: "\(random.integer(below: 3))",
              priority: Int8(random.integer(below: 5)), officers: Int16(random.integer(below: 3))))
        }
      }
    }
    let parts = rows.count
    return (rows, parts, seconds)
  }

  private func seconds(_ calls: [CallForService]) -> Int {
    calls.flatMap(\.responses).reduce(0) { sum, part in
      guard let sent = part.dispatched, let free = part.cleared else { return sum }
      return sum + free.seconds - sent.seconds
    }
  }

  /// Rows in random order, some of them twice.
  private func shuffled(_ rows: [RowSketch], seed: UInt64) -> [RowSketch] {
    var random = SeededGenerator(seed: seed)
    return random.shuffled(rows.count).map { rows[$0] }
  }

  private func log(of rows: [RowSketch]) -> [RowSketch] {
    rows.flatMap { row -> [RowSketch] in
      [row.dispatched, row.enroute, row.arrived, row.cleared].enumerated().compactMap {
        place, minute in
        guard let minute else { return nil }
        var one = row
        one.dispatched = place == 0 ? minute : nil
        one.enroute = nil
        one.arrived = place == 2 ? minute : nil
        one.cleared = place == 3 ? minute : nil
        one.officers = -1
        return one
      }
    }
  }

  /// Source of truth: constructed: unit-seconds and parts are known from the making of the rows.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `hours and parts are conserved, whatever the order and however often rows are repeated`(
    seed: UInt64
  ) throws {
    let made = rows(seed: seed, calls: 300)
    let once = try Sketches.group(made.rows)
    #expect(seconds(once.calls) == made.seconds)
    #expect(once.books.responses == made.parts)
    let again = try Sketches.group(shuffled(made.rows + made.rows, seed: seed))
    #expect(Set(again.calls) == Set(once.calls) && again.calls.count == once.calls.count)
    #expect(again.books.rowsRepeated == made.rows.count)
    #expect(again.books.rowsGrouped == made.rows.count)
  }

  /// Source of truth: constructed: the log of an assignment is its stamps, one in a row.
  @Test(arguments: [4, 5] as [UInt64])
  func `a status log gives the parts that its rows were taken from`(seed: UInt64) throws {
    let made = rows(seed: seed, calls: 300)
    let found = try Sketches.group(shuffled(log(of: made.rows), seed: seed), grain: .status)
    #expect(seconds(found.calls) == made.seconds)
    #expect(found.books.responses == made.parts)
  }

  /// Source of truth: constructed: the limit of memory changes where rows wait, and nothing else.
  @Test(arguments: [ColumnProfile.Grain.unit, .status])
  func `calls and books are the same at any limit of memory`(grain: ColumnProfile.Grain) throws {
    let made = rows(seed: 6, calls: 400)
    let all = shuffled(grain == .unit ? made.rows : log(of: made.rows), seed: 9)
    let reference = try Sketches.group(all, grain: grain)
    #expect(reference.calls.count > 200)
    for limit in [1, 10, 1000] {
      let found = try Sketches.group(all, grain: grain, rowsInMemory: limit)
      #expect(found.calls == reference.calls, "\(limit) rows in memory")
      #expect(found.books == reference.books, "\(limit) rows in memory")
    }
    let numbers = all.map(\.number)
    let firsts = reference.calls.map { call in numbers.firstIndex(of: call.id) ?? -1 }
    #expect(firsts == firsts.sorted())
  }

  /// Source of truth: by hand: extreme values come back as they went in.
  @Test func `a row survives the temporary file`() throws {
    let far = 4_000_000_000
    let row = RowSketch(
      number: "Nº 1, “x”", received: -far, unit: UInt64.max, dispatched: far, enroute: -far,
      arrived: 0, cleared: far + 1, closed: far + 2, category: "Ä", district: "d", beat: "b",
      priority: 9, origin: .officer, outcome: .elsewhere, unitClass: .citywide, home: "h",
      officers: 32_767)
    let found = try Sketches.group([row], rowsInMemory: 1)
    let call = try #require(found.calls.first)
    #expect(call.id == row.number && call.received.seconds == -far * 60)
    #expect(Sketches.minutes(call) == [[far, -far, 0, far + 1]])
    #expect(call.closed?.seconds == (far + 2) * 60 && call.beat == Beat.ID("b"))
    #expect(call.priority == CallPriority(9) && call.origin == .officer)
    #expect(call.outcome == .elsewhere && call.category == CallCategory("Ä"))
    let part = try #require(call.responses.first)
    #expect(part.officers == 32_767 && part.home == District.ID("h"))
    #expect(part.unitClass == .citywide)
  }

  @Test func `the temporary file leaves nothing behind`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var grouping = CallGrouping(grain: .unit, rowsInMemory: 2, temporaryFolder: folder.path)
    try grouping.add(Sketches.batch(rows(seed: 8, calls: 50).rows))
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    let stop = FileError([FileIssue(code: "E999", "stop", file: "x", remedy: "none")])
    #expect(throws: stop) { try grouping.finish { _ throws(FileError) in throw stop } }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
  }

  @Test func `a folder that cannot be written is named`() throws {
    var grouping = CallGrouping(
      grain: .unit, rowsInMemory: 1, temporaryFolder: "/no/such/folder")
    let error = #expect(throws: FileError.self) {
      try grouping.add(Sketches.batch([RowSketch(dispatched: 1, cleared: 2)]))
    }
    #expect(error?.issues.map(\.code) == ["E150"])
    #expect(error?.issues.first?.file == "/no/such/folder")
  }
}
