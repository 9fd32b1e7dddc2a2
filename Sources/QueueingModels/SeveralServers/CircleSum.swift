import Foundation

/// The constant term of a Laurent series, by the trapezoidal rule on a circle around zero.
///
/// The chance of a wait beyond t is an integral of its transform along a line of the complex plane.
/// Where waits are made of steps of an exponential clock of rate r, the transform is a power series
/// in z with its argument s = r/z − r + …, and the line becomes a circle on which the sum converges
/// geometrically: no root has to be found for any of its points.
///
/// The circle has the radius τ / (τ + g) with τ = r t and, for all digits, g = 10. There the
/// largest summand is e¹⁰ times what is sought, so rounding costs four or five digits of sixteen;
/// as many points are taken as keep the terms that coincide on them, of high powers on either
/// side, below e⁻²⁶. Points where the exponential is below e⁻²⁸ are left out: they are most
/// when τ is large, so a sum costs O(√τ). Beyond τ = 500, where the exponent itself has fewer
/// digits after the point, g = 5 keeps the summands smaller, for more points.
///
/// Source: for the principle, J. Abate and W. Whitt, *Numerical inversion of probability generating
/// functions*, Operations Research Letters 12 (1992), 245–251; the radius and the number of points
/// are derived here.
struct CircleSum {
  /// Beyond this many clock ticks no sum is taken.
  static let longest = 1e9

  /// How many digits are wanted.
  enum Precision {
    /// Ten or more after the point.
    case full
    /// Three or more, for about half the points: the bound is e⁻¹³, a hundredth of that.
    case rough

    /// The logarithm of the largest summand relative to what is sought.
    func growth(ticks: Double) -> Double { self == .full ? (ticks > 500 ? 5 : 10) : 4 }
    /// Minus the logarithm of the error.
    var error: Double { self == .full ? 26 : 13 }
  }

  let radius: Double
  private let pairs: Int
  private let used: Int

  /// Plans the sum for a time of `ticks` mean steps of the clock.
  ///
  /// - Precondition: `ticks` is positive and at most `longest`.
  init(ticks: Double, precision: Precision = .full) {
    let error = precision.error
    let growth = precision.growth(ticks: ticks)
    let outer = ticks + growth
    radius = ticks / outer
    let rising = error / log1p(growth / ticks)
    // n (1 − ln(n / outer)) + error = ticks, from above.
    var falling = M_E * outer + error
    for _ in 0..<4 {
      let logarithm = log(falling / outer)
      falling += (falling * (1 - logarithm) + error - ticks) / logarithm
    }
    pairs = Int(max(rising, falling) / 2) + 1
    let edge = (ticks - error - 2) / outer
    let share = edge <= -1 ? 1 : acos(edge) / .pi
    used = min(pairs, Int(share * Double(pairs)) + 1)
  }

  /// Returns the constant term of the series that `function` gives on the circle; the function has
  /// real coefficients and holds the factor of the exponential.
  @inline(__always)
  func constantTerm(_ function: (ComplexValue) -> ComplexValue) -> Double {
    let angle = .pi / Double(pairs)
    let turn = ComplexValue(cos(angle), sin(angle))
    var point = ComplexValue(radius * cos(angle / 2), radius * sin(angle / 2))
    var sum = 0.0
    for _ in 0..<used {
      sum += function(point).real
      point = point * turn
    }
    return sum / Double(pairs)
  }
}
