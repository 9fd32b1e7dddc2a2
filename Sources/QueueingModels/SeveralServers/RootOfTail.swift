import Foundation

/// The time at which the probability of a longer wait has fallen to a given value.
///
/// The logarithm of such a probability is nearly a straight line, so that the secant with Illinois
/// weights ends after a few steps.
struct RootOfTail {
  /// The probability of any wait; above `rest`.
  let any: Double
  /// The mean wait over all customers.
  let mean: Double
  /// The probability sought.
  let rest: Double

  /// Returns the root; `tail` falls from `any` at 0 towards 0.
  func root(_ tail: (Double) -> Double) -> Double {
    var low = 0.0
    var lowValue = log(any / rest)
    var high = mean / any * lowValue
    var highValue = value(tail(high))
    while highValue > 0 {
      // Few steps: a probability above `rest` at `high` bounds `high` by mean / rest.
      (low, lowValue) = (high, highValue)
      high *= 1.5
      highValue = value(tail(high))
    }
    var lastMoved = 0
    for _ in 0..<60 where high - low > 1e-12 * high && highValue < 0 {
      let middle = low + (high - low) * lowValue / (lowValue - highValue)
      let found = value(tail(middle))
      if abs(found) < 1e-13 { return middle }
      if found > 0 {
        if lastMoved == 1 { highValue /= 2 }
        (low, lowValue, lastMoved) = (middle, found, 1)
      } else {
        if lastMoved == -1 { lowValue /= 2 }
        (high, highValue, lastMoved) = (middle, found, -1)
      }
    }
    return high
  }

  private func value(_ probability: Double) -> Double { log(max(probability, 1e-300) / rest) }
}
