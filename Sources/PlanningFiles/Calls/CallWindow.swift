internal import Dispatch
internal import PolicingDomain

/// Batches that threads finish out of order, handed to one taker in order, a few at a time.
final class CallWindow: Sendable {
  /// A batch and the thread whose names it uses.
  struct Item: Sendable {
    var batch: CallBatch
    let worker: Int
  }

  private struct State: Sendable {
    var next = 0
    var ready: [Int: Item] = [:]
    var workers: Int
    var isStopped = false
    var waiting: [Int: DispatchSemaphore] = [:]
  }

  private let size: Int
  private let state: Shared<State>
  private let arrivals = DispatchSemaphore(value: 0)

  /// Creates a window for the batches of some threads, of which twice as many may wait.
  init(workers: Int) {
    size = workers * 2
    state = Shared(State(workers: workers))
  }

  /// Puts in the batch of chunk `number`, and waits first until it is near enough to its turn.
  ///
  /// - Returns: Whether more is wanted.
  func put(_ item: Item, number: Int) -> Bool {
    while true {
      let (isDone, semaphore) = state.withLock { state -> (Bool, DispatchSemaphore?) in
        if state.isStopped { return (false, nil) }
        if number < state.next + size {
          state.ready[number] = item
          return (true, nil)
        }
        let semaphore = DispatchSemaphore(value: 0)
        state.waiting[number] = semaphore
        return (false, semaphore)
      }
      guard let semaphore else {
        arrivals.signal()
        return isDone
      }
      semaphore.wait()
    }
  }

  /// Says that a thread puts in no more.
  func leave() {
    state.withLock { $0.workers -= 1 }
    arrivals.signal()
  }

  /// Takes the next batch out; waits until it is there or all threads have left.
  func take() -> Item? {
    while true {
      let (item, isOver) = state.withLock { state -> (Item?, Bool) in
        if let item = state.ready.removeValue(forKey: state.next) {
          state.next += 1
          for number in state.waiting.keys where number < state.next + size {
            state.waiting.removeValue(forKey: number)?.signal()
          }
          return (item, false)
        }
        return (nil, state.workers == 0)
      }
      if item != nil || isOver { return item }
      arrivals.wait()
    }
  }

  /// Wants no more.
  func stop() {
    state.withLock { state in
      state.isStopped = true
      for semaphore in state.waiting.values { semaphore.signal() }
      state.waiting = [:]
    }
  }
}

/// One list of names for the batches of several threads, in the order of the file.
struct NameUnion {
  private var names = CallNames()
  /// By thread and position in its names, the position in these, or −1.
  private var known: [[Int32]]

  init(workers: Int) { known = [[Int32]](repeating: [], count: workers) }

  /// Makes the rows of `batch` point to these names.
  mutating func adopt(_ batch: inout CallBatch, of worker: Int) {
    let old = batch.names
    let missing = old.count - known[worker].count
    if missing > 0 { known[worker] += [Int32](repeating: -1, count: missing) }
    var first = 0
    for index in batch.rows.indices {
      move(&batch.rows[index].category, old, worker)
      move(&batch.rows[index].district, old, worker)
      move(&batch.rows[index].beat, old, worker)
      let end = Int(batch.rows[index].responsesEnd)
      for place in first..<end { move(&batch.responses[place].home, old, worker) }
      first = end
    }
    batch.names = names
  }

  @inline(__always)
  private mutating func move(_ position: inout Int32, _ old: CallNames, _ worker: Int) {
    guard position >= 0 else { return }
    let moved = known[worker][Int(position)]
    if moved >= 0 {
      position = moved
    } else {
      let new = names.position(of: old[position])
      known[worker][Int(position)] = new
      position = new
    }
  }
}
