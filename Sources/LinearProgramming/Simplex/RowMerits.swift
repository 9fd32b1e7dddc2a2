/// A number for each row, of which the largest can be found without looking at all of them.
///
/// Rows lie in blocks. Each block has a bound that is at least its largest number; it is made
/// exact only when the block looks best.
struct RowMerits: Sendable {
  private var merits: [Double]
  private var bounds: [Double]
  private let blockBits: Int

  /// Creates zeros for `count` rows.
  init(count: Int) {
    var bits = 4
    while 1 << (2 * bits) < count { bits += 1 }
    blockBits = bits
    merits = [Double](repeating: 0, count: count)
    bounds = [Double](repeating: 0, count: (count >> bits) + 1)
  }

  /// The number of `row`.
  subscript(row: Int) -> Double { merits[row] }

  /// Replaces the number of `row`, which is not negative.
  @inline(__always)
  mutating func set(_ row: Int, _ merit: Double) {
    merits[row] = merit
    if merit > bounds[row >> blockBits] { bounds[row >> blockBits] = merit }
  }

  /// The first row with the largest number, or nil if all are zero.
  mutating func largest() -> Int? {
    while true {
      var best = -1
      var bound = 0.0
      do {
        let bounds = self.bounds.span
        for block in bounds.indices where bounds[block] > bound {
          best = block
          bound = bounds[block]
        }
      }
      if best < 0 { return nil }
      var row = -1
      var largest = 0.0
      do {
        let merits = self.merits.span
        let end = min((best + 1) << blockBits, merits.count)
        for index in best << blockBits..<end where merits[index] > largest {
          row = index
          largest = merits[index]
        }
      }
      if largest == bound { return row }
      bounds[best] = largest
    }
  }

  /// Makes all numbers zero.
  mutating func removeAll() {
    for index in merits.indices { merits[index] = 0 }
    for index in bounds.indices { bounds[index] = 0 }
  }
}
