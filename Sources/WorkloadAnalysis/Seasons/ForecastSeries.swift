import PolicingDomain

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// One weekly series, carried into the year that is planned, with the errors that its own weeks
/// show such a forecast to have.
///
/// Errors come from a bootstrap of blocks of weeks: the past is made anew, growth and level are
/// estimated from it as from the real past, and a future is drawn from the same weeks. The error of
/// a forecast is future over forecast, so the weeks count twice, once in each.
struct ForecastSeries {
  /// The number of resamples.
  static let resamples = 1000
  /// The weeks of a block: a police period, over which weeks may resemble one another.
  static let block = 4
  /// The fewest weeks for an interval.
  static let fewestWeeks = 12
  /// The weeks of a year.
  static let weeksInYear = 52

  /// How the series is carried forward.
  struct Plan {
    let weeks: [Int]
    let basePositions: [Int]
    let pairs: WeekPairs
    let yearsAhead: Double
    /// Growth factor a year; nothing means that each series shows its own.
    let growth: Double?
  }

  /// The growth factor of a year that the series shows; nothing where it cannot tell.
  let observedGrowth: Double?
  /// The growth over the years ahead that is used.
  let factor: Double
  /// Future over forecast for the sum of a year, one for each resample.
  private(set) var yearErrors: [Double] = []
  /// Future over forecast for weeks of the year, season included.
  private(set) var weekErrors: [Double] = []
  /// Future over forecast for weeks, season left out.
  private(set) var evenWeekErrors: [Double] = []
  /// Growth of the past over growth estimated from its resample.
  private(set) var growthErrors: [Double] = []

  init(levels: [Double], plan: Plan, seed: UInt64) {
    let shows = plan.pairs.areEnough ? plan.pairs.ratio(levels) : nil
    observedGrowth = shows
    factor = pow(plan.growth ?? shows ?? 1, plan.yearsAhead)
    guard levels.count >= Self.fewestWeeks, levels.contains(where: { $0 > 0 }) else { return }
    let curve = SeasonCurve(
      levels: levels, weeks: plan.weeks, waves: Self.hasYear(plan.weeks) ? 2 : 0,
      hasTrend: plan.pairs.areEnough)
    resample(curve, plan, seed: seed)
  }

  /// Whether the weeks cover a year, so that its waves can be told.
  static func hasYear(_ weeks: [Int]) -> Bool {
    weeks.count >= 45 && (weeks.last ?? 0) - (weeks.first ?? 0) >= 50
  }

  private mutating func resample(_ curve: SeasonCurve, _ plan: Plan, seed: UInt64) {
    let swing = curve.inflation(block: Self.block)
    let residuals = curve.residuals.map { $0 * swing }
    let season = Self.shape(curve, plan)
    let truth = level(of: curve.fitted, plan)
    var draws = SplitMix(seed: seed)
    for turn in 0..<Self.resamples {
      let noise = Self.blocks(of: residuals, count: residuals.count, &draws)
      let past = zip(curve.fitted, noise).map { max(0, $0 * (1 + $1)) }
      let forecast = level(of: past, plan)
      let future = Self.blocks(of: residuals, count: Self.weeksInYear, &draws)
      guard forecast > 0 else { continue }
      let scale = truth / forecast
      let weeks = zip(season, future).map { max(0, $0 * (1 + $1)) * scale }
      yearErrors.append(weeks.reduce(0, +) / Double(weeks.count))
      // A few weeks of each resample, all weeks of the year in turn.
      for week in stride(from: turn % 13, to: Self.weeksInYear, by: 13) {
        weekErrors.append(weeks[week])
        evenWeekErrors.append(max(0, 1 + future[week]) * scale)
      }
      if plan.pairs.areEnough {
        let estimate = plan.pairs.ratio(past)
        if estimate > 0 { growthErrors.append(plan.pairs.ratio(curve.fitted) / estimate) }
      }
    }
  }

  /// The forecast level from a past.
  private func level(of past: [Double], _ plan: Plan) -> Double {
    let base = plan.basePositions.reduce(0) { $0 + past[$1] } / Double(plan.basePositions.count)
    guard plan.growth == nil, plan.pairs.areEnough else { return base }
    return base * pow(plan.pairs.ratio(past), plan.yearsAhead)
  }

  /// The curve of the base year, with a mean of 1, for as many weeks as a year has.
  private static func shape(_ curve: SeasonCurve, _ plan: Plan) -> [Double] {
    let base = plan.basePositions.map { curve.fitted[$0] }
    let mean = base.reduce(0, +) / Double(base.count)
    return (0..<weeksInYear).map { base[$0 * base.count / weeksInYear] / mean }
  }

  /// Blocks of successive residuals, put in a row, the last one cut.
  private static func blocks(
    of residuals: [Double], count: Int, _ draws: inout SplitMix
  ) -> [Double] {
    var chosen: [Double] = []
    chosen.reserveCapacity(count + block)
    while chosen.count < count {
      let start = draws.integer(below: residuals.count)
      for step in 0..<block { chosen.append(residuals[(start + step) % residuals.count]) }
    }
    return Array(chosen.prefix(count))
  }

  /// Returns the limits between which an error lies with the probability of an interval.
  static func limits(of errors: [Double]) -> (low: Double, high: Double)? {
    guard !errors.isEmpty else { return nil }
    let tail = (1 - Forecast.coverage) / 2
    return (Quantile.of(errors, at: tail), Quantile.of(errors, at: 1 - tail))
  }
}
