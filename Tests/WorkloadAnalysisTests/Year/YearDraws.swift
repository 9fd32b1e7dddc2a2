import Foundation
import PolicingDomain
import TestSupport

/// Draws for made-up years.
struct YearDraws {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func uniform() -> Double { generator.uniform(in: 0...1) }

  mutating func normal() -> Double {
    let radius = (-2 * log(1 - uniform() * 0.999_999_999)).squareRoot()
    return radius * cos(2 * .pi * uniform())
  }

  /// A Poisson number, by adding up probabilities; for small means.
  mutating func poisson(_ mean: Double) -> Int {
    var probability = exp(-mean)
    var left = uniform() - probability
    var count = 0
    while left > 0, probability > 1e-300 {
      count += 1
      probability *= mean / Double(count)
      left -= probability
    }
    return count
  }

  /// A gamma number of mean 1 and variance 1 ÷ `shape`, a whole shape: a sum of exponentials.
  mutating func gamma(shape: Int) -> Double {
    (0..<shape).reduce(0) { sum, _ in sum - log(1 - uniform() * 0.999_999_999) } / Double(shape)
  }
}

/// A season made of weekly levels alone.
func madeUpSeason(levels: [Double], from first: CalendarDay) throws -> Season {
  guard let last = StudyPeriod(from: first, through: first.advanced(by: 7 * levels.count - 1))
  else { throw CancellationError() }
  let mean = levels.reduce(0, +) / Double(levels.count)
  func level(_ calls: Double) -> Season.Level {
    Season.Level(calls: calls, unitHours: UnitHours(calls / 2))
  }
  return Season(
    period: last, counts: .init(), meanWeek: level(mean), periods: [],
    weeks: levels.enumerated().map { position, calls in
      Season.Week(
        monday: first.advanced(by: 7 * position), days: 7, calls: Int(calls),
        unitHours: UnitHours(calls / 2), level: level(calls))
    }, highWeek: nil, districts: [])
}
