import PolicingDomain

/// Whether stamps are missing at some priorities more than at others.
extension QualityTally {
  /// Returns the test of `stamp` among calls to which a unit went; nothing where fewer than two
  /// priorities have enough of them, or where the stamp is missing on none or on all.
  func priorityTest(
    of stamp: DataQuality.Stamp, in priorities: DataQuality.Grouping?
  ) -> DataQuality.PriorityTest? {
    let groups = (priorities?.groups ?? []).filter { group in
      group.label != DataQuality.notRecorded && group.counts.sent >= standards.fewestOfKind
    }
    var total = DataQuality.MissingCounts()
    for group in groups { total.add(group.counts) }
    guard groups.count >= 2, let share = total.shareThoughSent(stamp), share > 0, share < 1,
      let highest = groups.max(by: { Self.isBelow($0, $1, stamp) }),
      let lowest = groups.min(by: { Self.isBelow($0, $1, stamp) })
    else { return nil }
    var chiSquare = 0.0
    for group in groups {
      let expected = Double(group.counts.sent) * share
      let excess = Double(group.counts.missingThoughSent(stamp)) - expected
      chiSquare += excess * excess / expected + excess * excess / (expected / share - expected)
    }
    let degrees = groups.count - 1
    let gap =
      (highest.counts.shareThoughSent(stamp) ?? 0) - (lowest.counts.shareThoughSent(stamp) ?? 0)
    return DataQuality.PriorityTest(
      stamp: stamp, groups: groups, chiSquare: chiSquare, degrees: degrees,
      critical: Self.criticalValues[degrees - 1],
      cramersV: (chiSquare / Double(total.sent)).squareRoot(), highest: highest, lowest: lowest,
      gap: gap, gapInterval: Self.interval(highest, minus: lowest, stamp))
  }

  private static func isBelow(
    _ lhs: DataQuality.Grouping.Group, _ rhs: DataQuality.Grouping.Group,
    _ stamp: DataQuality.Stamp
  ) -> Bool {
    // Cross-multiplied, so that equal shares are equal to the last bit.
    lhs.counts.missingThoughSent(stamp) * rhs.counts.sent
      < rhs.counts.missingThoughSent(stamp) * lhs.counts.sent
  }

  /// The 95 % points of the chi-square distribution for 1 to 10 degrees of freedom.
  ///
  /// Source: NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.4.
  private static let criticalValues = [
    3.841, 5.991, 7.815, 9.488, 11.070, 12.592, 14.067, 15.507, 16.919, 18.307,
  ]

  /// The 95 % interval of a difference of two shares, by Newcombe, *Statistics in Medicine* 17
  /// (1998), pages 873 to 890, method 10: Wilson's limits of each, put together by squares.
  private static func interval(
    _ first: DataQuality.Grouping.Group, minus second: DataQuality.Grouping.Group,
    _ stamp: DataQuality.Stamp
  ) -> ClosedRange<Double> {
    let one = wilson(first.counts.missingThoughSent(stamp), of: first.counts.sent)
    let two = wilson(second.counts.missingThoughSent(stamp), of: second.counts.sent)
    let gap = one.share - two.share
    let below = squareSum(one.share - one.low, two.high - two.share)
    let above = squareSum(one.high - one.share, two.share - two.low)
    return gap - below...gap + above
  }

  private static func squareSum(_ one: Double, _ two: Double) -> Double {
    (one * one + two * two).squareRoot()
  }

  static func wilson(_ count: Int, of total: Int) -> (share: Double, low: Double, high: Double) {
    let size = Double(total)
    let share = Double(count) / size
    let square = 1.959963985 * 1.959963985
    let center = (share + square / (2 * size)) / (1 + square / size)
    let half =
      (square * (share * (1 - share) / size + square / (4 * size * size))).squareRoot()
      / (1 + square / size)
    return (share, max(0, center - half), min(1, center + half))
  }
}
