internal import PolicingDomain

/// Exports that several threads read at once.
///
/// Results do not depend on the number of threads: chunks are cut at the same places, and what
/// depends on their order waits for its turn.
final class CallStream: Sendable {
  /// The usual size of a chunk: it fits into the cache of a core, marks and calls included.
  static let chunkSize = 1 << 18
  /// How many numbers of calls are held in memory until they are put into a file, 16 bytes each.
  private static let numbersInMemory = 1 << 20

  let threads: Int
  let turns = ChunkTurns()
  private let plan: CallPlan
  private let names: [String]
  private let source: ChunkSource
  private let numbers = NumberStore()
  private let logs = Shared<[NumberLog]>([])

  init(
    _ inputs: [DelimitedInput], profile: ColumnProfile, threads: Int, chunkSize: Int
  ) throws(FileError) {
    guard !inputs.isEmpty else {
      throw FileError([
        FileIssue(
          code: "E127", "there is no export to read", file: profile.file,
          remedy: "name at least one file")
      ])
    }
    let plan = CallPlan(profile)
    try plan.check()
    self.plan = plan
    self.threads = max(1, threads)
    names = inputs.map(\.name)
    source = ChunkSource(
      inputs, delimiter: profile.delimiter.asciiValue ?? UInt8(ascii: ","), chunkSize: chunkSize
    ) { header, file throws(FileError) in try plan.columns(in: header, of: file) }
  }

  /// Reads chunk after chunk, as one of several threads, until there are no more.
  ///
  /// - Parameter deliver: Called with each chunk's number and calls; these may be taken out.
  func work(_ deliver: (Int, inout CallBatch) throws(FileError) -> Void) {
    var reader = ChunkReader(plan)
    var log = NumberLog(limit: Self.numbersInMemory / threads, store: numbers)
    do throws(FileError) {
      reading: while true {
        switch source.next(into: &reader.buffer) {
        case .end: break reading
        case .failure(let failure, let number):
          // Calls of earlier chunks come first.
          if turns.progress(before: number) != nil { throw failure }
          break reading
        case .chunk(let chunk):
          guard try read(chunk, &reader, &log) else { break reading }
          try deliver(chunk.number, &reader.parser.batch)
        }
      }
    } catch {
      turns.stop(error)
    }
    logs.withLock { $0.append(log) }
  }

  /// Reads one chunk.
  ///
  /// - Returns: Whether it was read; otherwise reading was stopped.
  private func read(
    _ chunk: Chunk, _ reader: inout ChunkReader, _ log: inout NumberLog
  ) throws(FileError) -> Bool {
    var end = reader.parse(chunk, after: [])
    guard var progress = turns.progress(before: chunk.number) else { return false }
    if chunk.isFirst { progress.line = chunk.layout.firstLine }
    let line = progress.line
    let rows = progress.rows
    if !progress.tail.isEmpty { end = reader.parse(chunk, after: progress.tail) }
    progress.tail = try reader.openRow(end, of: chunk, line: line)
    progress.rows += reader.parser.tally.rowsRead
    progress.line += end.lines
    let file = chunk.layout.file
    turns.finish(chunk.number, progress, reader.parser.tally, line: line, file: file)
    try reader.parser.finish(rows: rows, line: line, file: file, log: &log)
    return true
  }

  /// Returns the ledger when all threads have returned, or throws what stopped them.
  func ledger() throws(FileError) -> CallLedger {
    if let failure = turns.failure { throw failure }
    var tally = turns.tally
    let (count, places) = try numbers.repetitions(in: logs.withLock { $0 })
    tally.noteRepetitions(count, places)
    return tally.ledger(files: names, profile: plan.profile)
  }
}

/// What one thread needs to read chunks.
struct ChunkReader: ~Copyable {
  var buffer: [UInt8] = []
  var parser: CallRowParser
  private var cutter = RowCutter()
  /// A chunk together with the beginning of its first row.
  private var joined: [UInt8] = []
  private var isJoined = false
  private var end = 0

  init(_ plan: CallPlan) { parser = CallRowParser(plan) }

  /// Reads the rows of the chunk in the buffer, behind the beginning of its first row.
  mutating func parse(_ chunk: Chunk, after tail: [UInt8]) -> CallRowParser.End {
    isJoined = !tail.isEmpty
    guard isJoined else {
      return Self.parse(&buffer, to: chunk.end, chunk, &cutter, &parser)
    }
    joined.removeAll(keepingCapacity: true)
    joined += tail
    joined += buffer[..<chunk.end]
    end = joined.count
    joined.append(contentsOf: repeatElement(0, count: RawField.slack * 2))
    return Self.parse(&joined, to: end, chunk, &cutter, &parser)
  }

  private static func parse(
    _ bytes: inout [UInt8], to end: Int, _ chunk: Chunk, _ cutter: inout RowCutter,
    _ parser: inout CallRowParser
  ) -> CallRowParser.End {
    cutter.cut(
      &bytes, to: end, isWholeFile: chunk.isLast, delimiter: chunk.layout.delimiter,
      width: chunk.layout.width, &parser
    ) { cutter, parser in parser.parse(&cutter, chunk.layout) }
  }

  /// Returns the row that a chunk could not end, for the next chunk.
  ///
  /// - Throws: `E105` when there is no next chunk, `E108` when the row is too long.
  func openRow(
    _ end: CallRowParser.End, of chunk: Chunk, line: Int
  ) throws(FileError) -> [UInt8] {
    guard let start = end.openRow else { return [] }
    let tail = isJoined ? Array(joined[start..<self.end]) : Array(buffer[start..<chunk.end])
    if chunk.isLast {
      throw FileError([
        FileIssue(
          code: "E105", "a quoted field begins here and the file ends before its closing quote",
          file: chunk.layout.name, line: line + end.lines + end.openLineFeeds,
          remedy: "close the quote, or write a quote inside a quoted field twice")
      ])
    }
    guard tail.count < DelimitedReader.longestRow else {
      throw FileError([
        FileIssue(
          code: "E108", "the row that begins here has more than 64 million bytes",
          file: chunk.layout.name, line: line + end.lines,
          remedy: "look for a quote that is opened and never closed")
      ])
    }
    return tail
  }
}
