import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Statistics")
struct StatisticsTests {
  /// Source of truth: published: Abramowitz and Stegun, table 26.1.
  @Test(arguments: [
    (0.0, 0.5), (1.0, 0.841_344_746_068_543), (1.96, 0.975_002_104_851_780),
    (-3.0, 0.001_349_898_031_630), (6.0, 0.999_999_999_013_412),
  ])
  func `the normal distribution is the published one`(x: Double, expected: Double) {
    #expect(agrees(NormalDistribution.cumulative(x), expected, within: 1e-12))
  }

  @Test func `exponentials multiply where exponents add`() {
    for (x, y) in [(1.0, 2.0), (-20, 3.5), (0, 0), (30, -30)] {
      let product =
        NormalDistribution.exponential(x) * NormalDistribution.exponential(y)
      let sum = NormalDistribution.exponential(x + y)
      #expect(abs(product - sum) < 1e-11 * sum)
    }
    #expect(agrees(NormalDistribution.exponential(1), 2.718_281_828_459_045, within: 1e-12))
  }

  /// Source of truth: published: Abramowitz and Stegun, table 26.10, with more digits from the
  /// closed forms of one degree, tan(π(p − ½)), and of two.
  @Test(arguments: [
    (1, 0.975, 12.706_204_736), (2, 0.95, 2.919_985_580), (5, 0.95, 2.015_048_373),
    (10, 0.975, 2.228_138_852), (25, 0.95, 1.708_140_761), (12, 0.05, -1.782_287_556),
  ])
  func `quantiles of t are the published ones`(degrees: Int, share: Double, expected: Double) {
    let found = StudentDistribution(degrees: degrees).quantile(share)
    #expect(agrees(found, expected, within: 1e-7))
  }

  /// Source of truth: Hesterberg (2015), section 4.1: with n = 10 and 95 %, a 2.5 % tail becomes
  /// Φ(−√(10/9) · 2.262) = 0.86 %.
  @Test func `percentiles of single units are expanded as published`() {
    let found = ExpandedPercentiles(count: 10, blockLength: 1, confidence: 0.95)
    #expect(found.degrees == 9)
    #expect(agrees(found.tail, 0.008_55, within: 5e-5))
  }

  /// Source of truth: by hand: 26 weeks in blocks of 3 are 8 blocks, so 7 degrees of freedom, and the
  /// tail of 90 % is Φ(−√(26/23) · 1.8946) = Φ(−2.0143) = 2.2 %.
  @Test func `percentiles of blocks are expanded more`() {
    let found = ExpandedPercentiles(count: 26, blockLength: 3, confidence: 0.9)
    #expect(found.degrees == 7)
    #expect(agrees(found.tail, 0.021_99, within: 5e-5))
    let ends = found.interval((1...99).map(Double.init))
    #expect(abs(ends.low - 2.199) < 0.01 && abs(ends.high - 97.801) < 0.01)
  }

  /// Source of truth: by hand: ∛26 = 2.96, ∛52 = 3.73, ∛104 = 4.70, and 2.5³ = 15.6.
  @Test(arguments: [(1, 1), (8, 2), (15, 2), (16, 3), (26, 3), (52, 4), (104, 5)])
  func `a block is the cube root of the series long`(count: Int, length: Int) {
    #expect(BlockBootstrap(count: count, seed: 1).blockLength == length)
  }

  /// Source of truth: conservation, and the design: each unit is drawn once on average.
  @Test func `every replicate draws as many units as there are`() {
    var bootstrap = BlockBootstrap(count: 26, seed: 7)
    var sums = [Double](repeating: 0, count: 26)
    for _ in 0..<4000 {
      let drawn = bootstrap.draw()
      #expect(drawn.reduce(0, +) == 26)
      for week in drawn.indices { sums[week] += drawn[week] }
    }
    for sum in sums { #expect(abs(sum / 4000 - 1) < 0.1) }
  }

  @Test func `equal seeds draw alike and others do not`() {
    var first = BlockBootstrap(count: 52, seed: 3)
    var second = BlockBootstrap(count: 52, seed: 3)
    var third = BlockBootstrap(count: 52, seed: 4)
    let drawn = first.draw()
    #expect(drawn == second.draw())
    #expect(drawn != third.draw())
  }

  /// Source of truth: closed form: half an hour from a start even over an hour lies in that hour but
  /// for ¼ of itself, because ∫(u − ½) du from ½ to 1 = 1/8; an hour lies half in each.
  @Test func `work from an unknown second of an hour is spread evenly`() {
    #expect(EvenSpread(hours: 0).shares.isEmpty)
    let half = EvenSpread(hours: 0.5).shares
    #expect(agrees(half[0], 0.75, within: 1e-12) && agrees(half[1], 0.25, within: 1e-12))
    let whole = EvenSpread(hours: 1).shares
    #expect(agrees(whole[0], 0.5, within: 1e-12) && agrees(whole[1], 0.5, within: 1e-12))
    let long = EvenSpread(hours: 2.5).shares
    let expected = [0.5, 1, 0.875, 0.125].map { $0 / 2.5 }
    #expect(long.count == 4)
    for (found, share) in zip(long, expected) { #expect(agrees(found, share, within: 1e-12)) }
    for hours in [0.01, 0.99, 7.3, 24] {
      #expect(agrees(EvenSpread(hours: hours).shares.reduce(0, +), 1, within: 1e-12))
    }
  }
}
