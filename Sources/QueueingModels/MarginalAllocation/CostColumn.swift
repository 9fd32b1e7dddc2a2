/// The costs of one place that have been looked at, from its first finite one.
struct CostColumn {
  let place: PlaceCost
  /// The smallest number of servers with a finite cost.
  let base: Int
  /// The costs of `base`, `base` + 1 … that are known.
  private(set) var values: [Double]
  /// How many servers above `base` the place can take; falls when a cost turns out infinite.
  private(set) var room: Int
  /// The first number at which the cost is not convex.
  private(set) var failure: Int?
  /// The changes of the lower convex envelope, and which numbers above `base` are its corners.
  private(set) var envelope: (changes: [Double], isCorner: [Bool])?

  /// Looks for the first finite cost up to a total; nothing if there is none.
  init?(_ place: PlaceCost, total: Int) {
    var number = place.fewest
    let last = min(place.most, max(total, place.fewest))
    var value = place(number)
    while value == .infinity {
      number += 1
      if number > last { return nil }
      value = place(number)
    }
    self.place = place
    base = number
    values = [value]
    room = place.most - number
  }

  /// Returns the change of the cost by server `count` + 1 above the base, or nothing if there is no
  /// room for it.
  mutating func change(after count: Int) -> Double? {
    if let envelope { return count < envelope.changes.count ? envelope.changes[count] : nil }
    while values.count <= count + 1 {
      guard values.count <= room, look() else { return nil }
    }
    return count < room ? values[count + 1] - values[count] : nil
  }

  /// Whether a number above the base is on the envelope, and the cost itself.
  func isOnEnvelope(_ count: Int) -> Bool { envelope?.isCorner[count] ?? true }

  /// The lower convex envelope of the cost at a number above the base.
  func envelopeCost(_ count: Int) -> Double {
    guard let envelope else { return values[count] }
    return envelope.changes.prefix(count).reduce(values[0], +)
  }

  /// Looks at all costs up to `count` above the base.
  mutating func lookAtAll(upTo count: Int) {
    while values.count <= min(count, room), look() {}
  }

  /// Looks at one cost more; returns whether it is finite, or not the end.
  private mutating func look() -> Bool {
    let count = values.count
    let value = place(base + count)
    if value == .infinity, !place.isTable {
      room = count - 1
      return false
    }
    values.append(value)
    // A tail of infinite costs ends the range; a hole does not.
    if value == .infinity { return true }
    if count >= 2, failure == nil {
      let (first, middle) = (values[count - 2], values[count - 1])
      let size = max(abs(first), abs(middle), abs(value))
      if middle == .infinity || value - middle < middle - first - 1e-12 * size {
        failure = base + count - 1
      }
    }
    return true
  }

  /// Takes the infinite costs at the end of a table away.
  mutating func dropInfiniteTail() {
    while values.count > 1, values[values.count - 1] == .infinity { values.removeLast() }
    room = min(room, values.count - 1)
  }

  /// Finds the lower convex envelope of the costs up to `count` above the base.
  mutating func findEnvelope(upTo count: Int) {
    lookAtAll(upTo: count)
    var corners: [Int] = []
    for number in 0...min(count, room) where values[number] < .infinity {
      while corners.count >= 2 {
        let (left, middle) = (corners[corners.count - 2], corners[corners.count - 1])
        let before = (values[middle] - values[left]) / Double(middle - left)
        let after = (values[number] - values[middle]) / Double(number - middle)
        guard after < before else { break }
        corners.removeLast()
      }
      corners.append(number)
    }
    var changes: [Double] = []
    var isCorner = [true]
    for (left, right) in zip(corners, corners.dropFirst()) {
      let change = (values[right] - values[left]) / Double(right - left)
      for number in left + 1...right {
        changes.append(change)
        isCorner.append(number == right)
      }
    }
    envelope = (changes, isCorner)
  }
}
