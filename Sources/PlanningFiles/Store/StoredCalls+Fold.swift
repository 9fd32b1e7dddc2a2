internal import Dispatch
internal import GRDB
package import PolicingDomain
internal import Synchronization

extension StoredCalls {
  /// Adds up something over the calls of some imports, on several threads.
  ///
  /// Each thread reads a stretch of the calls with a connection of its own; the stretches are merged
  /// in their order, so that a sum which does not depend on where it is cut has equal bits at any
  /// number of threads.
  ///
  /// - Parameters:
  ///   - imports: Those to read, in their order.
  ///   - threads: How many threads, at least 1.
  ///   - initial: Where each stretch begins.
  ///   - add: Adds a batch.
  ///   - merge: Adds what a later stretch gave.
  /// - Returns: What all calls give.
  /// - Throws: What ``batches(of:each:)`` throws.
  /// - Precondition: `threads` is at least 1.
  package func fold<Total: Sendable>(
    _ imports: [StoreImport], threads: Int, into initial: Total,
    add: @Sendable (inout Total, CallBatch) -> Void, merge: (inout Total, Total) -> Void
  ) throws(FileError) -> Total {
    precondition(threads >= 1, "Somebody has to read")
    let stretches = Self.stretches(of: imports, count: threads)
    let outcomes = Mutex([Result<Total, FileError>?](repeating: nil, count: stretches.count))
    DispatchQueue.concurrentPerform(iterations: stretches.count) { number in
      let outcome = Result { () throws(FileError) in
        var total = initial
        try batches(in: stretches[number]) { add(&total, $0) }
        return total
      }
      outcomes.withLock { $0[number] = outcome }
    }
    var total: Total?
    for outcome in outcomes.withLock({ $0 }) {
      guard let part = try outcome?.get() else { continue }
      if var sum = total {
        merge(&sum, part)
        total = sum
      } else {
        total = part
      }
    }
    return total ?? initial
  }

  private struct Piece {
    let calls: Range<Int>
    let hasResponses: Bool
  }

  private func batches(in pieces: [Piece], each: (CallBatch) -> Void) throws(FileError) {
    try Self.reading(path) { db in
      try requireUnchanged(db)
      var reader = try StoredCallReader(db, file: path)
      for piece in pieces {
        try reader.read(piece.calls, hasResponses: piece.hasResponses, each: each)
      }
    }
  }

  /// Cuts the calls of `imports` into `count` stretches of about the same length.
  private static func stretches(of imports: [StoreImport], count: Int) -> [[Piece]] {
    let total = imports.reduce(0) { $0 + $1.calls.count }
    guard total > 0 else { return [] }
    let length = (total + count - 1) / count
    var stretches: [[Piece]] = []
    var room = 0
    for part in imports {
      var rest = part.calls
      while !rest.isEmpty {
        if room == 0 {
          stretches.append([])
          room = length
        }
        let end = min(rest.upperBound, rest.lowerBound + room)
        stretches[stretches.count - 1].append(
          Piece(calls: rest.lowerBound..<end, hasResponses: part.responses > 0))
        room -= end - rest.lowerBound
        rest = end..<rest.upperBound
      }
    }
    return stretches
  }
}
