import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Dispersion of hourly counts")
struct DispersionSuite {
  /// Source of truth: another implementation: mpmath 1.3, `gammainc(k/2, x/2, inf,
  /// regularized=True)` with 40 digits.
  @Test(arguments: [
    (3.841458820694124, 1.0, 0.050000000000000057), (0.5, 0.5, 0.25632205526853896),
    (18.307, 10, 0.05000058909139812), (100, 51, 4.9981313719982624e-5),
    (8800, 8568, 0.039067029093214592), (8568, 8568, 0.4979682763174676),
    (9000, 8568, 0.00057439602459032097), (12000, 8568, 4.8860500663214915e-121),
    (210_000, 208_000, 0.00099400444829434318), (2_009_000, 2_000_000, 3.5014413145153351e-6),
    (30, 4.4, 7.737853173250866e-6), (0.001, 7, 0.9999999999997598),
    (1500, 100, 2.5254320288863703e-248), (9.9, 9.999, 0.44921893157081222),
  ])
  func `the tail of chi-square agrees to ten digits`(x: Double, freedom: Double, tail: Double) {
    let found = ChiSquare.upperTail(of: x, degreesOfFreedom: freedom)
    #expect(abs(found / tail - 1) < 1e-10, "\(found)")
  }

  @Test func `the tail of chi-square is whole at nothing and nothing at the end`() {
    #expect(ChiSquare.upperTail(of: 0, degreesOfFreedom: 3) == 1)
    #expect(ChiSquare.upperTail(of: .infinity, degreesOfFreedom: 3) == 0)
    #expect(ChiSquare.upperTail(of: 1e-60, degreesOfFreedom: 1) > 0.999)
    #expect(ChiSquare.upperTail(of: 1e9, degreesOfFreedom: 2) == 0)
  }

  /// Source of truth: by hand.
  ///
  /// Counts 1, 3 and 5 of one cell: mean 3, squares of the differences 4 + 0 + 4, so 8/3 on two
  /// degrees of freedom. The variance of the statistic is 2 × 2 × (1 − 1/9) = 32/9, so the gamma
  /// has scale (32/9) / (2 × 2) = 8/9 of chi-square's, and 2 / (8/9) = 9/4 degrees of freedom. The
  /// rate varies by (8 − 2 × 3) / (2 × 9 − 8/3) = 2 / 15.33….
  @Test func `a cell is tested as worked by hand`() throws {
    var cells = DispersionCells(count: 2)
    for count in [1, 3, 5] { cells.add(count, cell: 1) }
    let test = try #require(cells.test())
    #expect(agrees(test.chiSquare, 8.0 / 3))
    #expect(test.degreesOfFreedom == 2)
    #expect(agrees(test.index, 4.0 / 3))
    #expect(
      agrees(test.pValue, ChiSquare.upperTail(of: 3, degreesOfFreedom: 2.25)))
    #expect(agrees(test.rateVariation, 2 / (18 - 8.0 / 3)))
    #expect(DispersionCells(count: 3).test() == nil)
  }

  /// Source of truth: constructed: cells of very different means, nothing but chance within them.
  ///
  /// Under the null hypothesis p is uniform: of 200 draws, 10 are below 0.05 on average, with a
  /// standard deviation of 3.1. Counts are as small as a quiet district's at night.
  @Test func `chance alone is flagged as often as the level says`() {
    var draws = YearDraws(seed: 11)
    var flagged = 0
    for _ in 0..<200 {
      var cells = DispersionCells(count: 24)
      for cell in 0..<24 {
        let mean = 0.1 + 0.15 * Double(cell)
        for _ in 0..<52 { cells.add(draws.poisson(mean), cell: cell) }
      }
      if let p = cells.test()?.pValue, p < 0.05 { flagged += 1 }
    }
    #expect((3...18).contains(flagged), "\(flagged)")
  }

  /// Source of truth: constructed: a gamma rate with squared coefficient of variation 1/8.
  @Test func `the variation of a mixed rate is found`() throws {
    var draws = YearDraws(seed: 5)
    var cells = DispersionCells(count: 168)
    for cell in 0..<168 {
      let mean = 2 + Double(cell % 24) / 4
      for _ in 0..<52 { cells.add(draws.poisson(mean * draws.gamma(shape: 8)), cell: cell) }
    }
    let test = try #require(cells.test())
    #expect(agrees(test.rateVariation, 0.125, within: 0.01), "\(test.rateVariation)")
    #expect(test.pValue < 1e-6)
    #expect(test.index > 1.4)
  }

  /// Source of truth: by hand: Holm compares the smallest with α ÷ 3, the next with α ÷ 2, the last
  /// with α, and stops at the first that fails.
  @Test func `the flags that chance would raise are counted and taken back`() {
    func place(_ name: String, _ p: Double) -> Dispersion.Place {
      Dispersion.Place(
        district: District.ID(name), calls: 1, hours: 1,
        byHourOfWeek: .init(chiSquare: 1, degreesOfFreedom: 1, pValue: p, rateVariation: 0),
        withinPolicePeriods: nil)
    }
    let untested = Dispersion.Place(
      district: District.ID("9"), calls: 0, hours: 1, byHourOfWeek: nil, withinPolicePeriods: nil)
    let found = Dispersion(
      city: place("", 1),
      districts: [place("1", 0.04), place("2", 0.001), untested, place("3", 0.03)],
      hoursLeftOut: 0)
    #expect(found.testedCount == 3)
    #expect(agrees(found.flaggedByChance, 0.15))
    #expect(found.flaggedCount == 3)
    #expect(found.flaggedTogether == [District.ID("2")])
  }
}
