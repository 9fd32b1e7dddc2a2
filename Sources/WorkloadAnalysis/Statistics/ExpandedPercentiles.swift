/// The ends of an interval among bootstrap replicates.
///
/// A plain percentile interval is too short, as if the standard error were computed with n in place
/// of n − 1 and used with normal quantiles. T. C. Hesterberg, *What Teachers Should Know About the
/// Bootstrap*, The American Statistician 69 (2015), section 4.1, takes the percentiles
/// Φ(∓√(n/(n − 1)) t) instead. With blocks of ℓ units the variance within a replicate is too small by
/// 1 − ℓ/n (H. R. Künsch, Annals of Statistics 17 (1989), section 3), so n − ℓ stands for n − 1, and
/// only n/ℓ blocks are independent, so t has one degree less than there are blocks.
package struct ExpandedPercentiles {
  /// The share of replicates below the interval, and above it.
  package let tail: Double
  /// The degrees of freedom.
  package let degrees: Int

  /// - Precondition: There are more units than a block has, and `confidence` is between 0 and 1.
  package init(count: Int, blockLength: Int, confidence: Double) {
    precondition(count > blockLength && confidence > 0 && confidence < 1, "More than one block")
    degrees = max(1, count / blockLength - 1)
    let t = StudentDistribution(degrees: degrees).quantile(min(0.999, (1 + confidence) / 2))
    let factor = (Double(count) / Double(count - blockLength)).squareRoot()
    tail = NormalDistribution.cumulative(-factor * t)
  }

  /// Returns the ends of the interval in replicates of a figure.
  ///
  /// - Precondition: There is a replicate.
  package func interval(_ replicates: [Double]) -> (low: Double, high: Double) {
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
