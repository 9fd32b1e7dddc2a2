internal import Dispatch

/// Puts the parts of a file that threads read at the same time into their order.
///
/// Each thread reads its chunk as if it began outside of quotes. Here it learns whether that is so:
/// how the chunk before it ended. Everything that is counted is added up in the order of chunks.
final class ChunkTurns: Sendable {
  /// What comes before a chunk.
  struct Progress: Sendable {
    /// Rows in all files so far.
    var rows = 0
    /// The line at which the chunk begins, or the row of which the chunk before has the beginning.
    var line = 1
    /// The beginning of a row that the chunk before could not end.
    var tail: [UInt8] = []
  }

  private struct State: Sendable {
    var next = 0
    var progress = Progress()
    var tally = CallTally()
    var isStopped = false
    var failure: FileError?
    var waiting: [Int: DispatchSemaphore] = [:]

    mutating func wakeAll() {
      for semaphore in waiting.values { semaphore.signal() }
      waiting = [:]
    }
  }

  private let state = Shared(State())

  /// Waits until all chunks before `number` are done.
  ///
  /// - Returns: What comes before the chunk; nothing when reading was stopped.
  func progress(before number: Int) -> Progress? {
    while true {
      let (progress, semaphore) = state.withLock { state -> (Progress?, DispatchSemaphore?) in
        if state.isStopped { return (nil, nil) }
        if state.next == number { return (state.progress, nil) }
        let semaphore = DispatchSemaphore(value: 0)
        state.waiting[number] = semaphore
        return (nil, semaphore)
      }
      guard let semaphore else { return progress }
      semaphore.wait()
    }
  }

  /// Says that chunk `number`, whose turn it is, is done.
  ///
  /// - Parameters:
  ///   - number: The chunk.
  ///   - progress: What comes before the next one.
  ///   - tally: What was counted in it, with lines from 0 on.
  ///   - line: The line at which it begins.
  ///   - file: The number of its file.
  func finish(
    _ number: Int, _ progress: Progress, _ tally: CallTally, line: Int, file: Int
  ) {
    state.withLock { state in
      state.tally.append(tally, line: line, file: file)
      state.progress = progress
      state.next = number + 1
      state.waiting.removeValue(forKey: number + 1)?.signal()
    }
  }

  /// Stops reading, because of `failure` unless there was another one before.
  func stop(_ failure: FileError?) {
    state.withLock { state in
      if state.failure == nil { state.failure = failure }
      state.isStopped = true
      state.wakeAll()
    }
  }

  /// What stopped reading, if anything did.
  var failure: FileError? { state.withLock { $0.failure } }

  /// Everything that was counted.
  var tally: CallTally { state.withLock { $0.tally } }
}
