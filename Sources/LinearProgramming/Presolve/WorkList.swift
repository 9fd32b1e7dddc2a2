/// The rows, or the columns, that may have become reducible, each listed once, first in first out.
struct WorkList {
  private var queue: [Int32]
  private var cursor = 0
  private var isListed: [Bool]

  /// Lists all of 0..<`count`.
  init(all count: Int) {
    queue = (0..<Int32(truncatingIfNeeded: count)).map { $0 }
    isListed = [Bool](repeating: true, count: count)
  }

  /// Whether nothing is listed.
  var isEmpty: Bool { cursor == queue.count }

  /// Lists `index`, unless it is listed already.
  @inline(__always) mutating func add(_ index: Int) {
    if isListed[index] { return }
    isListed[index] = true
    queue.append(Int32(truncatingIfNeeded: index))
  }

  /// Takes the first off the list.
  mutating func next() -> Int? {
    guard cursor < queue.count else { return nil }
    let index = Int(queue[cursor])
    cursor += 1
    isListed[index] = false
    if cursor == queue.count {
      queue.removeAll(keepingCapacity: true)
      cursor = 0
    }
    return index
  }
}
