package import PolicingDomain

/// Rows of units, or of a log of statuses, grouped to calls with the part of each unit.
///
///     var grouping = CallGrouping(grain: .unit, rules: .plain)
///     for batch in batches { try grouping.add(batch) }
///     try grouping.finish { calls in … }
///     print(grouping.books)
///
/// Every row of a batch is one row of the export: what it tells of the call, and at most one
/// ``CallBatch/Response`` with what it tells of a unit. A row whose unit is not told has no
/// response where the export has a column of units, and one with the unit 0 where it has none. Rows
/// with the same number are one call, in whatever order they come; calls come out by their first
/// row.
///
/// Rows wait as bytes, divided by the keys of their numbers into 256 partitions. When there are
/// more rows than memory may hold, all of them go into a temporary file. At the end each partition
/// is grouped by itself, and the calls of all are merged by the positions of their first rows, so
/// the result does not depend on how many rows are held. Memory is that of the larger of this
/// number of rows and a 256th of all.
///
/// - Precondition: All batches share one growing list of names, as ``CallBatch/names`` says.
package struct CallGrouping: Sendable {
  private static let partitionBits: UInt64 = 8
  private static let partitionCount = 1 << partitionBits
  private static let callsInBatch = 4096

  private let grain: ColumnProfile.Grain
  private let rules: CleaningRules
  private let rowsInMemory: Int
  private let temporaryFolder: String?
  private var names = CallNames()
  private var rowCount = 0
  private var heldRows = 0
  private var held = [[UInt8]](repeating: [], count: partitionCount)
  private var file: SpillFile?
  private var spilled = [[SpillFile.Segment]](repeating: [], count: partitionCount)
  private var tally = GroupingTally()

  /// Creates a grouping without rows.
  ///
  /// - Parameters:
  ///   - grain: What a row is: `unit` or `status`.
  ///   - rules: What tells two calls of one number apart, and joins rows of one unit.
  ///   - rowsInMemory: How many rows are held before they are put into a temporary file.
  ///   - temporaryFolder: Where that file is made; nothing takes the one of the system.
  package init(
    grain: ColumnProfile.Grain, rules: CleaningRules = .plain, rowsInMemory: Int = 1_000_000,
    temporaryFolder: String? = nil
  ) {
    self.grain = grain
    self.rules = rules
    self.rowsInMemory = max(1, rowsInMemory)
    self.temporaryFolder = temporaryFolder
  }

  /// Takes the rows of a batch.
  ///
  /// - Throws: A ``FileError``: `E150` or `E151` when rows have to be put out of memory and cannot.
  /// - Complexity: O(bytes), about fifty for a row.
  package mutating func add(_ batch: CallBatch) throws(FileError) {
    precondition(batch.names.count >= names.count, "The names of batches only ever grow")
    names = batch.names
    var letters = 0
    for (place, row) in batch.rows.enumerated() {
      let end = Int(row.numberEnd)
      CallCodec.append(
        index: rowCount, row: row, number: batch.letters[letters..<end],
        responses: batch.responses[batch.responseRange(at: place)].prefix(1),
        to: &held[Self.partition(of: row.key)])
      letters = end
      rowCount += 1
      heldRows += 1
      if heldRows >= rowsInMemory { try spill() }
    }
  }

  /// Hands out the calls, batch by batch, in the order of their first rows, and forgets the rows.
  ///
  /// - Throws: A ``FileError``: `E150` to `E152` of the temporary file, or what `each` throws.
  /// - Complexity: O(*n* log *n*) for *n* rows.
  package mutating func finish(each: (CallBatch) throws(FileError) -> Void) throws(FileError) {
    defer { forget() }
    var assembly = CallAssembly(grain: grain, rules: rules, names: names)
    var runs: [CallRun] = []
    for place in 0..<Self.partitionCount {
      var bytes: [UInt8] = []
      swap(&bytes, &held[place])
      if let file {
        for segment in spilled[place] { try file.read(segment, into: &bytes) }
      }
      guard !bytes.isEmpty else { continue }
      runs.append(try run(of: bytes, by: &assembly))
    }
    tally = assembly.tally
    var merged = CallRuns(runs)
    runs = []
    try merged.drain(names: names, size: Self.callsInBatch, each: each)
  }

  /// What became of the rows, once they are handed out.
  package var books: CallLedger.Grouping { tally.books(rules) }
}

extension CallGrouping {
  /// Returns the partition of a key, by all of its bits: keys may be alike in most of them.
  private static func partition(of key: UInt64) -> Int {
    Int((key &* 0x9E37_79B9_7F4A_7C15) >> (64 - partitionBits))
  }

  private mutating func spill() throws(FileError) {
    if self.file == nil { self.file = try SpillFile(in: temporaryFolder) }
    guard let file else { return }
    for place in held.indices where !held[place].isEmpty {
      spilled[place].append(try file.append(held[place]))
      held[place].removeAll(keepingCapacity: true)
    }
    heldRows = 0
  }

  private mutating func forget() {
    held = [[UInt8]](repeating: [], count: Self.partitionCount)
    spilled = [[SpillFile.Segment]](repeating: [], count: Self.partitionCount)
    file = nil
    heldRows = 0
    rowCount = 0
  }

  /// Groups one partition.
  private func run(of bytes: [UInt8], by assembly: inout CallAssembly) throws(FileError) -> CallRun
  {
    var calls: [CallAssembly.Call] = []
    var numbers: [Range<Int>] = []
    let rows = Self.sortedRows(of: bytes)
    var start = 0
    while start < rows.count {
      let first = rows[start]
      var end = start + 1
      while end < rows.count, rows[end].row.key == first.row.key,
        bytes[rows[end].letters].elementsEqual(bytes[first.letters])
      {
        end += 1
      }
      for call in assembly.calls(of: rows[start..<end]) {
        calls.append(call)
        numbers.append(first.letters)
      }
      start = end
    }
    return try written(calls, numbers, bytes)
  }

  /// Returns the rows by number; different numbers with the same key lie one after the other.
  private static func sortedRows(of bytes: [UInt8]) -> [StoredRow] {
    var decoder = CallDecoder(bytes)
    var rows: [StoredRow] = []
    while !decoder.isAtEnd { rows.append(StoredRow(&decoder)) }
    let keys = rows.map(\.row.key)
    var order = rows.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }
    var start = 0
    while start < order.count {
      let first = rows[order[start]]
      var end = start + 1
      var isOneNumber = true
      while end < order.count, keys[order[end]] == first.row.key {
        isOneNumber =
          isOneNumber && bytes[rows[order[end]].letters].elementsEqual(bytes[first.letters])
        end += 1
      }
      if !isOneNumber { order[start..<end].sort { precedes(rows[$0], rows[$1], bytes) } }
      start = end
    }
    return order.map { rows[$0] }
  }

  private static func precedes(_ left: StoredRow, _ right: StoredRow, _ bytes: [UInt8]) -> Bool {
    let numbers = (bytes[left.letters], bytes[right.letters])
    if numbers.0.elementsEqual(numbers.1) { return left.index < right.index }
    return numbers.0.lexicographicallyPrecedes(numbers.1)
  }

  /// Returns the calls of a partition as a run, in the file if rows are there too.
  private func written(
    _ calls: [CallAssembly.Call], _ numbers: [Range<Int>], _ bytes: [UInt8]
  ) throws(FileError) -> CallRun {
    var block: [UInt8] = []
    var segments: [SpillFile.Segment] = []
    for place in calls.indices.sorted(by: { calls[$0].index < calls[$1].index }) {
      let call = calls[place]
      CallCodec.append(
        index: call.index, row: call.row, number: bytes[numbers[place]],
        responses: call.responses[...], to: &block)
      if let file, block.count >= CallRun.blockSize {
        segments.append(try file.append(block))
        block.removeAll(keepingCapacity: true)
      }
    }
    guard let file else { return CallRun(block) }
    if !block.isEmpty { segments.append(try file.append(block)) }
    return try CallRun(segments, of: file)
  }
}
