/// The places in the order of what their next server gains.
struct GainHeap {
  /// What the next server of a place changes.
  struct Entry {
    /// The change of the cost; the smallest comes first.
    let change: Double
    /// Whether the place is between two corners of its envelope; it then comes before equals.
    let isUnderWay: Bool
    /// The place; the lower number comes before equals.
    let place: Int

    func precedes(_ other: Entry) -> Bool {
      if change != other.change { return change < other.change }
      if isUnderWay != other.isUnderWay { return isUnderWay }
      return place < other.place
    }
  }

  private var entries: [Entry] = []

  init(capacity: Int) { entries.reserveCapacity(capacity) }

  var first: Entry? { entries.first }

  mutating func add(_ entry: Entry) {
    entries.append(entry)
    var index = entries.count - 1
    while index > 0 {
      let parent = (index - 1) / 2
      guard entry.precedes(entries[parent]) else { break }
      entries[index] = entries[parent]
      index = parent
    }
    entries[index] = entry
  }

  /// Puts another entry, or none, in the place of the first.
  mutating func replaceFirst(with entry: Entry?) {
    guard let last = entry ?? entries.last else { return }
    if entry == nil {
      entries.removeLast()
      if entries.isEmpty { return }
    }
    var index = 0
    while true {
      var child = 2 * index + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].precedes(entries[child]) { child += 1 }
      guard entries[child].precedes(last) else { break }
      entries[index] = entries[child]
      index = child
    }
    entries[index] = last
  }
}
