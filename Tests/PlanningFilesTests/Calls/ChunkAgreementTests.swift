import Foundation
import PlanningFiles
import PolicingDomain
import TestSupport
import Testing

/// An export of random pieces: what a chunk, a quote or a line end can break.
struct RandomExport {
  static let yaml = """
    name: small
    columns:
      id: id
      received: at
      dispatched: sent
      cleared: clear
      priority: pri
      category: type
      unit_count: units
    times:
      formats: ["MM/dd/yyyy HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "M/d/yy h:mm a"]
      sentinel_years: [1900]
    missing: [N/A]
    """
  private static let pieces: [[UInt8]] = [
    ",", ",", ",", ",", "\n", "\n", "\r\n", "\r", "\"", "\"\"", "\"a,b\"", "\"x\ny\"", "\"q\"r",
    "07/04/2023 12:00", "07/04/2023 11:59", "2023-07-04T12:00:01", "7/4/23 1:05 pm",
    "01/01/1900 00:00", "E", "E1", "9", "N/A", " ", "\t", "-3", "é", "very long text of a call",
  ].map { Array($0.utf8) }
  private static let rows: [[UInt8]] = [
    "E1,07/04/2023 12:00,07/04/2023 12:05,07/04/2023 13:00,2,THEFT,1\n",
    "E2,2023-07-04T12:00:01,,\"07/04/2023 13:00\",1,\"ROBBERY, ARMED\",2\r\n",
    "\"E\"\"3\",7/4/23 1:05 pm,07/04/2023 11:00,,x,\"two\nlines\",0\n", "\n",
  ].map { Array($0.utf8) }

  /// Returns the bytes of an export.
  static func bytes(_ generator: inout SeededGenerator) -> [UInt8] {
    var bytes: [UInt8] = []
    if generator.integer(below: 20) > 0 {
      if generator.integer(below: 10) == 0 { bytes = [0xEF, 0xBB, 0xBF] }
      let ends = ["\n", "\r\n", "\r"]
      bytes += Array(("id,at,sent,clear,pri,type,units" + ends[generator.integer(below: 3)]).utf8)
    }
    for _ in 0..<generator.integer(below: 24) {
      switch generator.integer(below: 12) {
      case 0: bytes.append(UInt8.random(in: 0...255, using: &generator))
      case 1...4: bytes += rows[generator.integer(below: rows.count)]
      default: bytes += pieces[generator.integer(below: pieces.count)]
      }
    }
    return bytes
  }
}

@Suite("Chunk agreement")
struct ChunkAgreementTests {
  /// What an import gives, or the errors that it throws.
  private enum Outcome: Equatable {
    case found(CallImport)
    case failed([FileIssue])
  }

  private func outcome(
    _ inputs: [DelimitedInput], _ profile: ColumnProfile, threads: Int, chunkSize: Int
  ) -> Outcome {
    do throws(FileError) {
      return .found(
        try CallImport(inputs, profile: profile, threads: threads, chunkSize: chunkSize))
    } catch {
      return .failed(error.issues)
    }
  }

  /// The rows of an export by the reader that goes through them one by one.
  private func serialRows(_ bytes: [UInt8]) throws(FileError) -> (rows: Int, blank: Int, stray: Int)
  {
    var reader = try DelimitedReader.open(.bytes(bytes, name: "in.csv"))
    while try reader.next() {}
    return (reader.rowCount, reader.remarks.blankLines.count, reader.remarks.strayText.count)
  }

  /// Source of truth: another implementation: the whole file in one chunk on one thread, and the
  /// reader that goes row by row.
  @Test(arguments: 1...4)
  func `small chunks on two threads give what one chunk gives`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let profile = try ColumnProfile(yaml: RandomExport.yaml, file: "small.yaml")
    var found = 0
    for _ in 0..<1500 {
      let bytes = RandomExport.bytes(&generator)
      let input = [DelimitedInput.bytes(bytes, name: "in.csv")]
      let whole = outcome(input, profile, threads: 1, chunkSize: 1 << 16)
      let size = 1 + generator.integer(below: 90)
      let threads = generator.integer(below: 4) == 0 ? 3 : 1
      #expect(outcome(input, profile, threads: threads, chunkSize: size) == whole)
      guard case .found(let result) = whole else { continue }
      found += 1
      let serial = try serialRows(bytes)
      #expect(result.ledger.rowsRead == serial.rows)
      #expect(result.ledger.balances)
      let remarks = result.ledger.remarks
      #expect(
        remarks.first { $0.what.hasPrefix("blank line") }?.rows ?? 0 == serial.blank)
      #expect(
        remarks.first { $0.what.hasPrefix("letters behind") }?.rows ?? 0 == serial.stray)
    }
    #expect(found > 500)
  }

  /// Source of truth: another implementation, as above; `ROLLCALL_FUZZ_INPUTS` tells how many
  /// exports are made up, and `ROLLCALL_FUZZ_SEED` from where on.
  @Test(.tags(.slow), .enabled(if: runsSlowTests))
  func `millions of small exports are read alike and balance`() throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["ROLLCALL_FUZZ_INPUTS"].flatMap { Int($0) } ?? 200_000
    let seed = environment["ROLLCALL_FUZZ_SEED"].flatMap { UInt64($0) } ?? 100
    var generator = SeededGenerator(seed: seed)
    let profile = try ColumnProfile(yaml: RandomExport.yaml, file: "small.yaml")
    var found = 0
    for number in 0..<count {
      let input = [DelimitedInput.bytes(RandomExport.bytes(&generator), name: "in.csv")]
      let whole = outcome(input, profile, threads: 1, chunkSize: 1 << 16)
      let size = 1 + generator.integer(below: 90)
      let cut = outcome(input, profile, threads: number % 64 == 0 ? 3 : 1, chunkSize: size)
      if cut != whole { Issue.record("input \(number) of seed \(seed), chunks of \(size)") }
      guard case .found(let result) = whole else { continue }
      found += 1
      let isWhole =
        result.ledger.balances && result.ledger.rowsUsed == result.calls.count
      if !isWhole { Issue.record("input \(number) of seed \(seed) does not balance") }
    }
    #expect(found > count / 3)
  }

  /// Source of truth: the same rows in one file.
  @Test(arguments: [1, 2, 5])
  func `several files with columns in other orders are one stream`(threads: Int) throws {
    let yaml = """
      name: two
      columns: {id: id, received: at, category: type}
      times: {formats: ["yyyy-MM-dd HH:mm:ss"]}
      """
    let profile = try ColumnProfile(yaml: yaml, file: "two.yaml")
    var first = "id,at,type\n"
    var second = "Type; at ;ID\r\n"
    for number in 0..<500 {
      first += "A\(number),2025-01-01 00:00:\(10 + number % 50),t\(number % 7)\n"
      second += "t\(number % 7);2025-01-02 00:00:\(10 + number % 50);B\(number)\r\n"
    }
    let found = try CallImport(
      [
        .bytes(Array(first.utf8), name: "a.csv"), .bytes(Array(second.utf8), name: "b.csv"),
        .bytes(Array(first.utf8), name: "c.csv"),
      ], profile: profile, threads: threads, chunkSize: 100)
    #expect(found.ledger.rowsRead == 1500 && found.ledger.balances)
    #expect(found.calls.map(\.id).prefix(500) == found.calls.map(\.id).suffix(500))
    #expect(found.calls[500].id == "B0" && found.calls[500].category == CallCategory("t0"))
    let repeated = found.ledger.remarks.first { $0.what.hasPrefix("repeated id") }
    #expect(repeated?.what == "repeated id (lines of c.csv)")
    #expect(repeated?.rows == 500 && repeated?.lines == [2, 3, 4, 5, 6])
  }

  @Test(arguments: [1, 2])
  func `what the taker of batches throws ends the reading`(threads: Int) throws {
    let profile = try ColumnProfile(yaml: RandomExport.yaml, file: "small.yaml")
    var text = "id,at,sent,clear,pri,type,units\n"
    for number in 0..<300 { text += "E\(number),07/04/2023 12:00,,,1,THEFT,1\n" }
    let stop = FileError([FileIssue(code: "E199", "enough", file: "here", remedy: "none")])
    var calls = 0
    let error = try #require(throws: FileError.self) {
      _ = try CallImport.batches(
        [.bytes(Array(text.utf8), name: "in.csv")], profile: profile, threads: threads,
        chunkSize: 200
      ) { batch throws(FileError) in
        calls += batch.rows.count
        if calls > 50 { throw stop }
      }
    }
    #expect(error == stop)
    #expect(calls < 100)
  }

  /// Source of truth: the calls that are handed out one by one.
  @Test(arguments: [1, 2, 3])
  func `calls are added up once by all threads`(threads: Int) throws {
    let profile = try ColumnProfile(yaml: RandomExport.yaml, file: "small.yaml")
    var text = "id,at,sent,clear,pri,type,units\n"
    for number in 0..<2000 { text += "E\(number),07/04/2023 12:00,,,1,\"A\nB\(number % 9)\",1\n" }
    let input = [DelimitedInput.bytes(Array(text.utf8), name: "in.csv")]
    let (counts, ledger) = try CallImport.fold(
      input, profile: profile, threads: threads, chunkSize: 512,
      into: { [String: Int]() },
      add: { counts, batch in
        for row in batch.rows { counts[batch.names[row.category], default: 0] += 1 }
      }, merge: { $0.merge($1, uniquingKeysWith: +) })
    #expect(counts.count == 9)
    #expect(counts.values.reduce(0, +) == 2000)
    #expect(ledger == (try CallImport(input, profile: profile)).ledger)
  }

  @Test func `lines are counted across quoted line ends and chunks`() throws {
    let profile = try ColumnProfile(yaml: RandomExport.yaml, file: "small.yaml")
    var text = "id,at,sent,clear,pri,type,units\n"
    for _ in 0..<40 { text += "E,07/04/2023 12:00,,,1,\"A\nB\nC\",1\n" }
    text += ",07/04/2023 12:00,,,1,A,1\n"
    for size in [7, 30, 64, 1000] {
      let found = try CallImport(
        [.bytes(Array(text.utf8), name: "in.csv")], profile: profile, threads: 2,
        chunkSize: size)
      #expect(found.ledger.setAside.map(\.lines) == [[122]])
    }
  }
}
