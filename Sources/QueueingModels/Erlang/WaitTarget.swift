/// What a wait must keep to; times in the unit in which the rates count.
public enum WaitTarget: Hashable, Sendable {
  /// The probability of any wait is at most this, above 0 and at most 1.
  case waitProbability(atMost: Double)
  /// The mean wait, over all customers, is at most this, above 0.
  case meanWait(atMost: Double)
  /// At least this share, from 0 to less than 1, waits no longer than a time of at least 0.
  case share(atLeast: Double, within: Double)

  /// Whether the numbers are in their ranges.
  var isSensible: Bool {
    switch self {
    case .waitProbability(let limit): limit > 0 && limit <= 1
    case .meanWait(let limit): limit > 0
    case .share(let share, let time): share >= 0 && share < 1 && time >= 0
    }
  }
}
