/// One of several sets of right-hand sides, ranges or bounds: the first that has a name is used.
struct MPSVector {
  private var used: String?
  private var passedOver: [String] = []

  /// Returns whether a line of the set that is named at `range` counts; a line without a name
  /// belongs to the set in use.
  mutating func accepts(_ text: borrowing Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.isEmpty { return true }
    guard let used else {
      self.used = text.string(at: range)
      return true
    }
    if text.equals(used, at: range) { return true }
    if let last = passedOver.last, text.equals(last, at: range) { return false }
    let name = text.string(at: range)
    if passedOver.count < 10, !passedOver.contains(name) { passedOver.append(name) }
    return false
  }

  /// What to tell about sets that were passed over.
  func note(section: String) -> String? {
    guard let used, !passedOver.isEmpty else { return nil }
    return
      "\(section): the set \(used) is used; passed over: \(passedOver.joined(separator: ", "))."
  }
}

extension Span where Element == UInt8 {
  /// Whether the bytes at `range` are those of `word`.
  func equals(_ word: String, at range: Range<Int>) -> Bool {
    guard word.utf8.count == range.count else { return false }
    var place = range.lowerBound
    for byte in word.utf8 {
      if self[place] != byte { return false }
      place += 1
    }
    return true
  }
}
