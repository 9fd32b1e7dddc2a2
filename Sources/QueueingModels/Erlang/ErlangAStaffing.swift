/// What a queue that customers abandon must keep to; times in the unit in which the rates count.
public enum AbandonmentTarget: Hashable, Sendable {
  /// The probability of any wait is at most this, above 0 and at most 1.
  case waitProbability(atMost: Double)
  /// The share that leaves unserved is at most this, above 0 and at most 1.
  case abandonment(atMost: Double)
  /// The mean time in the queue, over all customers, is at most this, above 0.
  case meanWait(atMost: Double)
  /// At least this share of all customers, from 0 to less than 1, is served after waiting no longer
  /// than a time of at least 0.
  case served(atLeast: Double, within: Double)

  fileprivate var isSensible: Bool {
    switch self {
    case .waitProbability(let limit), .abandonment(let limit): limit > 0 && limit <= 1
    case .meanWait(let limit): limit > 0
    case .served(let share, let time): share >= 0 && share < 1 && time >= 0
    }
  }
}

extension ErlangA {
  /// Whether the queue keeps to `target`.
  public func meets(_ target: AbandonmentTarget) -> Bool {
    switch target {
    case .waitProbability(let limit): waitProbability <= limit
    case .abandonment(let limit): abandonmentProbability <= limit
    case .meanWait(let limit): meanWait <= limit
    case .served(let share, let time): shareServed(within: time) >= share
    }
  }

  /// Returns the smallest number of servers that keeps to `target`; it may be below the load, and 0
  /// without arrivals.
  ///
  /// Every target is kept the better the more servers there are, and the answer is exact: it keeps
  /// to the target and one server fewer does not.
  ///
  /// - Precondition: Arrivals are finite and not negative, service and abandonment rates are finite
  ///   and positive, the numbers of the target are in their ranges, and the abandonment rate is at
  ///   least 1e-12 of the arrivals and of what all servers do at any number that is looked at.
  /// - Complexity: Some 2 log₂ |result − load| evaluations.
  public static func fewestServers(
    arrivalRate: Double, serviceRate: Double, abandonmentRate: Double,
    meeting target: AbandonmentTarget
  ) -> Int {
    precondition(target.isSensible, "A target is in its range")
    precondition(arrivalRate >= 0 && arrivalRate.isFinite, "Arrivals are finite and not negative")
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(abandonmentRate > 0 && abandonmentRate.isFinite, "Patience ends at a rate")
    guard arrivalRate > 0 else { return 0 }
    let load = arrivalRate / serviceRate
    let start = Int((load + 0.5 * load.squareRoot()).rounded(.up))
    return MonotoneSearch.smallest(from: 0, guess: start) { servers in
      ErlangA(
        servers: servers, arrivalRate: arrivalRate, serviceRate: serviceRate,
        abandonmentRate: abandonmentRate
      ).meets(target)
    }
  }
}
