#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// The chi-square distribution.
package enum ChiSquare {
  /// Returns the probability that a chi-square variable exceeds `value`.
  ///
  /// This is the regularized incomplete gamma function Q(k ÷ 2, x ÷ 2): its series below the mean,
  /// its continued fraction above it (W. H. Press and others, *Numerical Recipes*, 3rd edition,
  /// section 6.2), after a factor that keeps its digits when k is large. The relative error is below
  /// 1e-10 for k from 0.5 to 10 million, as far as 1e-300.
  ///
  /// - Parameters:
  ///   - value: x, at least 0.
  ///   - freedom: k, the degrees of freedom, above 0; it need not be whole.
  /// - Returns: A number from 0 to 1.
  /// - Complexity: O(√k).
  package static func upperTail(of value: Double, degreesOfFreedom freedom: Double) -> Double {
    precondition(value >= 0 && freedom > 0, "A chi-square variable is not negative")
    let a = freedom / 2
    let x = value / 2
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    return x < a + 1 ? 1 - lower(a, x) : upper(a, x)
  }

  /// The part below x, by the series x^a e^−x ÷ Γ(a + 1) × (1 + x ÷ (a + 1) + …).
  private static func lower(_ a: Double, _ x: Double) -> Double {
    var term = 1.0
    var sum = 1.0
    var divisor = a
    while term > sum * 1e-17 {
      divisor += 1
      term *= x / divisor
      sum += term
    }
    return min(1, factor(a, x) * sum)
  }

  /// The part above x, by Lentz's method for the continued fraction.
  private static func upper(_ a: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for step in 1...10_000_000 {
      let n = Double(step)
      let product = -n * (n - a)
      b += 2
      d = product * d + b
      if abs(d) < tiny { d = tiny }
      c = b + product / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return min(1, factor(a, x) * a * h)
  }

  /// x^a e^−x ÷ Γ(a + 1).
  ///
  /// For large a, powers and factorial are far larger than their quotient; written as
  /// exp(−a φ) ÷ (√(2πa) × Stirling's correction), φ = x ÷ a − 1 − ln(x ÷ a), nothing cancels.
  private static func factor(_ a: Double, _ x: Double) -> Double {
    guard a < 10 else {
      let ratio = (x - a) / a
      return exp(-a * (ratio - log1p(ratio)) - stirling(a)) / (2 * Double.pi * a).squareRoot()
    }
    // Γ(a + 1) = Γ(a + m + 1) ÷ ((a + 1) … (a + m)); Stirling's series is exact enough from 10.
    var shift = a
    var product = 1.0
    while shift < 10 {
      shift += 1
      product *= shift
    }
    let logGamma = shift * log(shift) - shift + log(2 * Double.pi * shift) / 2 + stirling(shift)
    return exp(a * log(x) - x - logGamma) * product
  }

  /// The correction of Stirling's formula for ln Γ(a + 1), for a from 10.
  private static func stirling(_ a: Double) -> Double {
    let square = a * a
    let tail = 1 / 1260 - (1 / 1680 - 1 / (1188 * square)) / square
    return (1 / 12 - (1 / 360 - tail / square) / square) / a
  }
}
