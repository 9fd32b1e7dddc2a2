/// Names in order, found by their bytes; no name is there twice.
///
/// Finding takes O(length of the name) on average: a table of positions, probed in turn.
struct NameIndex: Sendable {
  /// The names, in the order in which they were added.
  private(set) var names = NameList()
  /// One more than the position of a name, or zero for an empty place; the count is a power of two.
  private var slots = [Int32](repeating: 0, count: 16)

  /// The number of names.
  var count: Int { names.count }

  /// Returns the position of the name at `range` of `text`, or nil.
  func position(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: NameList.fingerprint(text, range)) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if names.equals(index, text, range) { return index }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds the name at `range` of `text`.
  ///
  /// - Returns: Its position, or nil if it was there already.
  mutating func insert(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Int? {
    if position(text, range) != nil { return nil }
    if 2 * (names.count + 1) > slots.count { grow() }
    names.append(text, range)
    let index = names.count - 1
    place(index)
    return index
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: 2 * slots.count)
    for index in 0..<names.count { place(index) }
  }

  private mutating func place(_ index: Int) {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: names.fingerprint(index)) & mask
    while slots[slot] != 0 { slot = (slot + 1) & mask }
    slots[slot] = Int32(index + 1)
  }
}
