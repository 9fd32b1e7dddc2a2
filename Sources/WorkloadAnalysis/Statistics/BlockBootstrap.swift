/// How often each unit of a series is drawn, when blocks of neighbours are drawn with replacement
/// around a circle.
///
/// D. N. Politis, J. P. Romano, *A circular block-resampling procedure for stationary data*, 1992.
/// Every unit is drawn equally often on average, and neighbours that depend on one another stay
/// together.
struct BlockBootstrap {
  /// The number of units.
  let count: Int
  /// The number of neighbours drawn together.
  let blockLength: Int
  private var generator: SplitMix

  /// Takes blocks of ∛n units, rounded: the rate at which the best length for a variance grows
  /// (P. Hall, J. L. Horowitz, B.-Y. Jing, Biometrika 82 (1995)).
  ///
  /// - Precondition: `count` is at least 1.
  init(count: Int, seed: UInt64) {
    precondition(count >= 1, "There is something to draw")
    self.count = count
    var length = 1
    // Rounded cube root: the largest k with (k − ½)³ ≤ n.
    while (2 * length + 1) * (2 * length + 1) * (2 * length + 1) <= 8 * count { length += 1 }
    blockLength = length
    generator = SplitMix(seed: seed)
  }

  /// Returns how often each unit is drawn in the next replicate; `count` in all.
  mutating func draw() -> [Double] {
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

/// The ends of an interval among sorted replicates.
///
/// A plain percentile interval is too short, as if the standard error were computed with n in place
/// of n − 1 and used with normal quantiles. T. C. Hesterberg, *What Teachers Should Know About the
/// Bootstrap*, The American Statistician 69 (2015), section 4.1, takes the percentiles
/// Φ(−√(n/(n − 1)) t) instead. With blocks of ℓ the variance within a replicate is too small by
/// 1 − ℓ/n, and a variance estimated from overlapping blocks has about 3n/(2ℓ) degrees of freedom
/// (H. R. Künsch, Annals of Statistics 17 (1989), section 3.3): n − ℓ stands for n − 1, and these
/// degrees, less one, for those of t.
struct ExpandedPercentiles {
  /// The share of replicates below the interval, and above it.
  let tail: Double
  /// The degrees of freedom.
  let degrees: Int

  /// - Precondition: There are more units than a block has, and `confidence` is between 0 and 1.
  init(count: Int, blockLength: Int, confidence: Double) {
    precondition(count > blockLength && confidence > 0 && confidence < 1, "More than one block")
    let units = Double(count)
    let length = Double(blockLength)
    degrees = max(1, blockLength == 1 ? count - 1 : Int(1.5 * units / length) - 1)
    let t = StudentDistribution(degrees: degrees).quantile(min(0.999, (1 + confidence) / 2))
    let factor = (units / (units - length)).squareRoot()
    tail = NormalDistribution.cumulative(-factor * t)
  }

  /// Returns the ends of the interval in replicates of a figure.
  ///
  /// - Precondition: There is a replicate.
  func interval(_ replicates: [Double]) -> (low: Double, high: Double) {
    let sorted = replicates.sorted()
    return (Self.quantile(sorted, tail), Self.quantile(sorted, 1 - tail))
  }

  private static func quantile(_ sorted: [Double], _ share: Double) -> Double {
    let place = share * Double(sorted.count + 1) - 1
    let lower = max(0, min(sorted.count - 1, Int(place.rounded(.down))))
    let upper = min(sorted.count - 1, lower + 1)
    let weight = max(0, min(1, place - Double(lower)))
    return sorted[lower] + (sorted[upper] - sorted[lower]) * weight
  }
}
