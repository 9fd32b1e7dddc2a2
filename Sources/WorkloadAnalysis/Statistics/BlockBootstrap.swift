/// How often each unit of a series is drawn, when blocks of neighbours are drawn with replacement
/// around a circle.
///
/// D. N. Politis, J. P. Romano, *A circular block-resampling procedure for stationary data*, 1992.
/// Every unit is drawn equally often on average, and neighbours that depend on one another stay
/// together.
package struct BlockBootstrap {
  /// The number of units.
  package let count: Int
  /// The number of neighbours drawn together.
  package let blockLength: Int
  private var generator: SplitMix

  /// Takes blocks of ∛n units, rounded.
  ///
  /// At this rate the best length for a variance grows: P. Hall, J. L. Horowitz, B.-Y. Jing,
  /// *On blocking rules for the bootstrap with dependent data*, Biometrika 82 (1995).
  ///
  /// - Precondition: `count` is at least 1.
  package init(count: Int, seed: UInt64) {
    precondition(count >= 1, "There is something to draw")
    self.count = count
    var length = 1
    // Rounded cube root: the largest k with (k − ½)³ ≤ n.
    while (2 * length + 1) * (2 * length + 1) * (2 * length + 1) <= 8 * count { length += 1 }
    blockLength = length
    generator = SplitMix(seed: seed)
  }

  /// Returns how often each unit is drawn in the next replicate; `count` in all.
  package mutating func draw() -> [Double] {
    var times = [Double](repeating: 0, count: count)
    var drawn = 0
    while drawn < count {
      let start = generator.integer(below: count)
      for step in 0..<min(blockLength, count - drawn) { times[(start + step) % count] += 1 }
      drawn += blockLength
    }
    return times
  }
}
