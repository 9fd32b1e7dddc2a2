internal import Synchronization

/// The numbers of calls that one thread has read, each with its place, divided by their hashes.
struct NumberLog: Sendable {
  /// A number and where it was read.
  struct Record: Sendable {
    let hash: UInt64
    /// The file in the upper bits, the line in the lower ones: places in order are numbers in order.
    let place: UInt64
  }

  static let partitionBits = 8
  static let partitionCount = 1 << partitionBits
  static let lineBits: UInt64 = 40

  private let limit: Int
  private let store: NumberStore
  private var count = 0
  fileprivate var parts = [[Record]](repeating: [], count: partitionCount)

  /// Creates a log that puts its records into `store` when there are more than `limit`.
  init(limit: Int, store: NumberStore) {
    self.limit = limit
    self.store = store
  }

  /// Notes a number.
  @inline(__always)
  mutating func note(_ hash: UInt64, file: Int, line: Int) throws(FileError) {
    let place = UInt64(file) << Self.lineBits | UInt64(line)
    parts[Int(hash >> UInt64(64 - Self.partitionBits))].append(Record(hash: hash, place: place))
    count += 1
    if count >= limit { try spill() }
  }

  private mutating func spill() throws(FileError) {
    for part in parts.indices where !parts[part].isEmpty {
      try store.append(parts[part], part: part)
      parts[part].removeAll(keepingCapacity: true)
    }
    count = 0
  }
}

/// The records of all threads that did not fit into memory, in a temporary file without a name.
///
/// Numbers are told apart by 64 bits of hash: among ten million calls, the chance that a single one
/// is wrongly taken for a repetition is about three in a million.
final class NumberStore: Sendable {
  private struct Segment {
    let part: Int
    let offset: Int
    let count: Int
  }

  private struct Contents {
    var file: ScratchFile?
    var segments: [Segment] = []
    var end = 0
  }

  private let contents = Mutex(Contents())

  /// Puts records of one partition away.
  fileprivate func append(_ records: [NumberLog.Record], part: Int) throws(FileError) {
    let failure = contents.withLock { contents -> FileError? in
      do throws(FileError) {
        let file: ScratchFile
        if let known = contents.file { file = known } else { file = try ScratchFile() }
        contents.file = file
        let bytes = records.count * MemoryLayout<NumberLog.Record>.stride
        let end = contents.end
        let failure = unsafe records.withUnsafeBytes { unsafe file.write($0, at: end) }
        if let failure { return failure }
        contents.segments.append(
          Segment(part: part, offset: contents.end, count: records.count))
        contents.end += bytes
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// Returns the number of places where a number comes again, and the first few of them.
  ///
  /// - Complexity: O(records), in memory of a 256th of them.
  func repetitions(in logs: [NumberLog]) throws(FileError) -> (count: Int, first: [UInt64]) {
    var count = 0
    var first: [UInt64] = []
    var table = FirstPlaces()
    for part in 0..<NumberLog.partitionCount {
      let stored = try stored(part)
      table.begin(stored.count + logs.reduce(0) { $0 + $1.parts[part].count })
      for record in stored { table.add(record, &count, &first) }
      for log in logs { for record in log.parts[part] { table.add(record, &count, &first) } }
    }
    return (count, first)
  }

  private func stored(_ part: Int) throws(FileError) -> [NumberLog.Record] {
    let result = contents.withLock { contents -> Result<[NumberLog.Record], FileError> in
      guard let file = contents.file else { return .success([]) }
      var records: [NumberLog.Record] = []
      for segment in contents.segments where segment.part == part {
        var piece = [NumberLog.Record](
          repeating: .init(hash: 0, place: 0), count: segment.count)
        let failure = unsafe piece.withUnsafeMutableBytes { bytes in
          unsafe file.read(bytes, at: segment.offset)
        }
        if let failure { return .failure(failure) }
        records += piece
      }
      return .success(records)
    }
    return try result.get()
  }
}

/// The first place of each number of one partition.
private struct FirstPlaces {
  private var slots: [NumberLog.Record] = []

  mutating func begin(_ count: Int) {
    var capacity = 16
    while capacity < count * 2 { capacity *= 2 }
    slots = [NumberLog.Record](repeating: .init(hash: 0, place: .max), count: capacity)
  }

  /// Adds a record; if its number is there, the later of the two places is a repetition.
  mutating func add(_ record: NumberLog.Record, _ count: inout Int, _ first: inout [UInt64]) {
    var slot = Int(truncatingIfNeeded: record.hash) & (slots.count - 1)
    while slots[slot].place != .max {
      if slots[slot].hash == record.hash {
        let known = slots[slot].place
        count += 1
        Self.keep(max(known, record.place), in: &first)
        if record.place < known { slots[slot] = record }
        return
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    slots[slot] = record
  }

  private static func keep(_ place: UInt64, in first: inout [UInt64]) {
    if first.count == LineTally.remembered, let last = first.last, last < place { return }
    let position = first.firstIndex { $0 > place } ?? first.count
    first.insert(place, at: position)
    if first.count > LineTally.remembered { first.removeLast() }
  }
}
