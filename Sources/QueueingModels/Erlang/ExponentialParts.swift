import Foundation

/// Parts of an exponential decay, without loss of digits where it is slow.
public enum ExponentialParts {
  /// Returns exp(−y).
  public static func remaining(_ y: Double) -> Double { exp(-y) }

  /// Returns (1 − exp(−y)) / y: the mean of exp(−y x) for x from 0 to 1.
  public static func mean(_ y: Double) -> Double {
    abs(y) < 1e-3 ? 1 - y / 2 + y * y / 6 : -expm1(-y) / y
  }

  /// Returns (1 − (1 + y) exp(−y)) / y²: the mean of x exp(−y x) for x from 0 to 1.
  public static func moment(_ y: Double) -> Double {
    abs(y) < 1e-3 ? 0.5 - y / 3 + y * y / 8 : (1 - (1 + y) * exp(-y)) / (y * y)
  }

  /// Returns ∫₀¹ (1 − x) exp(−x / mean) dx: the part of an exponential wait that lies in a period of length
  /// 1, for a customer who comes at any time of it; 1/2 for an infinite wait.
  public static func withinPeriod(meanWait mean: Double) -> Double {
    guard mean.isFinite else { return 0.5 }
    guard mean > 0 else { return 0 }
    let rate = 1 / mean
    if rate < 1e-3 { return 0.5 - rate / 6 + rate * rate / 24 }
    return (rate + expm1(-rate)) / (rate * rate)
  }
}
