internal import PolicingDomain

/// Finished calls of one partition, in the order of their first rows.
///
/// A run lies in memory, or block by block in a file; blocks hold whole records.
struct CallRun {
  static let blockSize = 1 << 16

  private let file: SpillFile?
  private var segments: [SpillFile.Segment] = []
  private var nextSegment = 0
  private var decoder: CallDecoder
  /// The position of the next call, or nothing at the end.
  private(set) var next: Int?

  /// Creates a run in memory.
  init(_ bytes: [UInt8]) {
    file = nil
    decoder = CallDecoder(bytes)
    next = decoder.isAtEnd ? nil : decoder.readIndex()
  }

  /// Creates a run in a file.
  init(_ segments: [SpillFile.Segment], of file: SpillFile) throws(FileError) {
    self.file = file
    self.segments = segments
    decoder = CallDecoder([])
    try advance()
  }

  /// Moves the next call to the end of `batch`.
  mutating func move(to batch: inout CallBatch) throws(FileError) {
    var row = decoder.readRow()
    batch.letters.append(contentsOf: decoder.bytes[decoder.readLetters()])
    for _ in 0..<decoder.readResponseCount() {
      batch.responses.append(decoder.readResponse(received: row.received))
    }
    row.numberEnd = Int32(batch.letters.count)
    row.responsesEnd = Int32(batch.responses.count)
    batch.rows.append(row)
    try advance()
  }

  private mutating func advance() throws(FileError) {
    if decoder.isAtEnd {
      guard let file, nextSegment < segments.count else {
        next = nil
        return
      }
      var bytes: [UInt8] = []
      try file.read(segments[nextSegment], into: &bytes)
      nextSegment += 1
      decoder = CallDecoder(bytes)
    }
    next = decoder.readIndex()
  }
}

/// Runs merged by the first rows of their calls: a heap of runs, the smallest position on top.
struct CallRuns {
  private var heap: [CallRun] = []

  init(_ runs: [CallRun]) {
    heap = runs.filter { $0.next != nil }
    for place in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(place) }
  }

  /// Hands out all calls in batches of at most `size`.
  mutating func drain(
    names: CallNames, size: Int, each: (CallBatch) throws(FileError) -> Void
  ) throws(FileError) {
    var batch = CallBatch(names: names)
    while !heap.isEmpty {
      try heap[0].move(to: &batch)
      if heap[0].next == nil {
        heap.swapAt(0, heap.count - 1)
        heap.removeLast()
      }
      sink(0)
      if batch.rows.count == size {
        try each(batch)
        batch.removeCalls()
      }
    }
    if !batch.rows.isEmpty { try each(batch) }
  }

  private mutating func sink(_ start: Int) {
    var place = start
    while true {
      var least = place
      for child in [2 * place + 1, 2 * place + 2]
      where child < heap.count && position(child) < position(least) {
        least = child
      }
      guard least != place else { return }
      heap.swapAt(place, least)
      place = least
    }
  }

  private func position(_ place: Int) -> Int { heap[place].next ?? Int.max }
}
