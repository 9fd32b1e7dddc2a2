import Foundation

/// The wait of the customers of one class, as a distribution.
///
/// A customer has to wait with some probability; the wait of those who do is a mixture of
/// exponential waits, whose tail is evaluated to some 13 digits (source and method in the
/// description of ``PriorityQueue``).
public struct PriorityWait: Hashable, Sendable {
  /// The probability that a customer of the class has to wait, from 0 to 1.
  public let waitProbability: Double
  private let delay: PriorityDelay

  init(waitProbability: Double, delay: PriorityDelay) {
    self.waitProbability = waitProbability
    self.delay = delay
  }

  /// The mean wait, over all customers of the class.
  public var mean: Double { waitProbability * delay.mean }

  /// Returns the probability that a customer waits longer than `time`.
  ///
  /// - Precondition: `time` is not negative.
  /// - Complexity: O(1), some 10 to 25 evaluations of an exponential.
  public func waitProbability(exceeding time: Double) -> Double {
    precondition(time >= 0, "A time is not negative")
    return waitProbability * delay.tail(time)
  }

  /// Returns the share of customers who wait at most `time`.
  ///
  /// - Precondition: `time` is not negative.
  /// - Complexity: O(1), some 10 to 25 evaluations of an exponential.
  public func shareWaiting(atMost time: Double) -> Double { 1 - waitProbability(exceeding: time) }

  /// Returns the shortest time within which the share `share` of the customers begins service; 0
  /// when that many need not wait at all.
  ///
  /// The logarithm of the tail falls ever more slowly, so that Newton's method comes to the answer
  /// from below; steps that would leave what is known are halved.
  ///
  /// - Precondition: `share` is at least 0 and less than 1.
  /// - Complexity: Some 5 to 50 evaluations of the distribution.
  public func quantile(share: Double) -> Double {
    precondition(share >= 0 && share < 1, "A share is at least 0 and less than 1")
    let target = 1 - share
    guard waitProbability > target else { return 0 }
    let goal = log(target / waitProbability)
    var low = 0.0
    var high = delay.mean
    while log(delay.tail(high)) > goal {
      low = high
      high *= 2
    }
    var time = low
    for _ in 0..<200 {
      let tail = delay.tail(time)
      let excess = log(tail) - goal
      if excess > 0 { low = time } else { high = time }
      let next = time + excess * tail / delay.density(time)
      let step = next > low && next < high ? next : 0.5 * (low + high)
      if abs(step - time) <= 4e-16 * time || high - low <= 4e-16 * high { return step }
      time = step
    }
    return time
  }
}
