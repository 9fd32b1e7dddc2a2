import PolicingDomain

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// A smooth year through weekly levels: a constant, two waves, and a trend where years repeat.
///
/// It only serves to part the level of a week into what the time of the year explains and what is
/// left. Police periods would do so too, but what is left within four weeks of one period sums to
/// zero by construction, so resampled years would hardly vary.
struct SeasonCurve {
  /// The curve at each week.
  let fitted: [Double]
  /// Level over curve, less its mean: what is left.
  let residuals: [Double]
  private let rows: [[Double]]
  private let inverse: [[Double]]

  /// Fits a curve by least squares.
  ///
  /// - Parameters:
  ///   - levels: Weekly levels.
  ///   - weeks: The number of each week, counted through the years.
  ///   - waves: Waves a year and its harmonics; 0 fits a constant.
  ///   - hasTrend: Whether levels may grow.
  init(levels: [Double], weeks: [Int], waves: Int, hasTrend: Bool) {
    let year = 365.25 / 7
    let middle = Double(weeks.reduce(0, +)) / Double(max(1, weeks.count))
    let rows = weeks.map { week in
      var row = [1.0]
      for wave in 0..<waves {
        let angle = 2 * Double.pi * Double(wave + 1) * Double(week) / year
        row += [cos(angle), sin(angle)]
      }
      return hasTrend ? row + [(Double(week) - middle) / year] : row
    }
    let inverse = Self.inverse(of: rows)
    let width = rows.first?.count ?? 0
    let moments = (0..<width).map { column in
      zip(rows, levels).reduce(0) { $0 + $1.0[column] * $1.1 }
    }
    let weights = inverse.map { line in zip(line, moments).reduce(0) { $0 + $1.0 * $1.1 } }
    let fitted = rows.map { row in zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } }
    let mean = levels.reduce(0, +) / Double(max(1, levels.count))
    // A curve that dips to nothing explains nothing.
    let isUsable = fitted.allSatisfy { $0.isFinite && $0 > mean / 20 }
    let curve = isUsable ? fitted : [Double](repeating: mean, count: levels.count)
    let ratios = zip(levels, curve).map { $1 > 0 ? $0 / $1 : 1 }
    let centre = ratios.reduce(0, +) / Double(max(1, ratios.count))
    self.rows = rows
    self.inverse = inverse
    self.fitted = curve
    residuals = ratios.map { $0 - centre }
  }

  /// What residuals must be multiplied by so that blocks of them vary as the levels did before the
  /// curve was fitted to them: √(b ÷ mean over the blocks of 1ᵀ(I − H)1), H the hat matrix.
  ///
  /// It is exact where weeks are independent; where a warm week follows a warm week it is too small.
  func inflation(block: Int) -> Double {
    let count = rows.count
    guard count > 0 else { return 1 }
    var kept = 0.0
    for start in 0..<count {
      var sums = [Double](repeating: 0, count: inverse.count)
      for step in 0..<block {
        for (column, value) in rows[(start + step) % count].enumerated() { sums[column] += value }
      }
      let explained = zip(sums, inverse).reduce(0) { total, part in
        total + part.0 * zip(part.1, sums).reduce(0) { $0 + $1.0 * $1.1 }
      }
      kept += (Double(block) - explained) / Double(count)
    }
    return (Double(block) / max(kept, Double(block) / 4)).squareRoot()
  }

  /// The inverse of XᵀX by Gauss and Jordan; XᵀX is positive definite when there are enough weeks.
  private static func inverse(of rows: [[Double]]) -> [[Double]] {
    let width = rows.first?.count ?? 0
    var left = (0..<width).map { i in
      (0..<width).map { j in rows.reduce(0) { $0 + $1[i] * $1[j] } }
    }
    var right = (0..<width).map { i in (0..<width).map { $0 == i ? 1.0 : 0.0 } }
    for pivot in 0..<width {
      let scale = 1 / left[pivot][pivot]
      for column in 0..<width {
        left[pivot][column] *= scale
        right[pivot][column] *= scale
      }
      for line in 0..<width where line != pivot {
        let factor = left[line][pivot]
        for column in 0..<width {
          left[line][column] -= factor * left[pivot][column]
          right[line][column] -= factor * right[pivot][column]
        }
      }
    }
    return right
  }
}
