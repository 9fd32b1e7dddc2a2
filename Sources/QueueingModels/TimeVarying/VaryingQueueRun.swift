/// How one period of a cycle goes.
public struct PeriodPerformance: Hashable, Sendable {
  /// The share of the customers arriving in the period who have to wait.
  ///
  /// Exact, by the time spent in each state. In a period without arrivals, the share of time in
  /// which a customer would have to wait.
  public let waitProbability: Double
  /// The largest probability that a customer arriving at one of the instants has to wait.
  ///
  /// The instants are the start of the period, after servers have changed, and the ends of equal
  /// parts of it: exact at each of them.
  public let worstWaitProbability: Double
  /// The mean time from arrival to the first start of service, over the customers arriving in the
  /// period, with all changes of servers that come while they wait; nothing if servers never come.
  ///
  /// A second wait, of a customer who is handed over, is not in it. Exact for each instant of
  /// arrival, and integrated over the instants by Simpson's rule: with 8 of them in an hour to about
  /// 0.2 % where half an hour of service is usual.
  public let meanWait: Double?
  /// The share of customers arriving in the period who wait at most each of the times asked for;
  /// exact for each instant of arrival, and integrated over the instants by Simpson's rule.
  public let shareWaiting: [Double]
  /// The mean number of customers without a server.
  public let meanQueueLength: Double
  /// The mean number of servers at work, with those who finish a customer after their time.
  public let meanBusy: Double
}

/// One cycle of a queue with changing arrivals and servers.
public struct VaryingQueueRun: Hashable, Sendable {
  /// How each period goes.
  public let periods: [PeriodPerformance]
  /// The probabilities of 0, 1, 2 … customers at the end of the cycle, before servers change.
  ///
  /// Customers who are finished by a server after its time are not counted.
  public let endState: [Double]
  /// The cycles that were computed to reach this one.
  public let cycles: Int
  /// The difference, in probability, between this cycle and the one it would become for ever; 0 if
  /// it was started from given probabilities.
  ///
  /// How much the last cycle changed, over what its slowest part loses in a cycle.
  public let distanceFromRepeating: Double
  /// A bound of the probability that was left out in this cycle: of long queues and of terms of the
  /// Poisson sums; it does not contain rounding, about 1e-13.
  public let lostProbability: Double

  /// The share of all customers of the cycle who have to wait.
  public let waitProbability: Double
  /// The mean wait of all customers of the cycle; nothing if servers never come.
  public let meanWait: Double?

  init(
    _ queue: VaryingQueue, periods: [PeriodPerformance], endState: [Double], cycles: Int,
    distance: Double, lost: Double
  ) {
    self.periods = periods
    self.endState = endState
    self.cycles = cycles
    distanceFromRepeating = distance
    lostProbability = lost
    let rates = queue.arrivals.periodMeans()
    let total = rates.reduce(0, +)
    func mean(_ values: [Double]) -> Double {
      if total == 0 { return values.reduce(0, +) / Double(values.count) }
      return zip(rates, values).reduce(0) { $0 + $1.0 * $1.1 } / total
    }
    waitProbability = mean(periods.map(\.waitProbability))
    let waits = periods.compactMap(\.meanWait)
    meanWait = waits.count == periods.count ? mean(waits) : nil
  }

  /// Returns whether a period keeps to a target, by the mean over its customers.
  ///
  /// - Precondition: For a share, the run was asked for the shares within one time, that of the
  ///   target.
  public func meets(_ target: WaitTarget, inPeriod period: Int) -> Bool {
    let performance = periods[period]
    switch target {
    case .waitProbability(let limit): return performance.waitProbability <= limit
    case .meanWait(let limit): return performance.meanWait.map { $0 <= limit } ?? false
    case .share(let share, _):
      precondition(performance.shareWaiting.count == 1, "The run knows the share of the target")
      return performance.shareWaiting[0] >= share
    }
  }
}

/// What comes of repeating a cycle for ever.
public enum CyclicOutcome: Hashable, Sendable {
  /// The cycle that repeats.
  case settled(VaryingQueueRun)
  /// More customers arrive in a cycle than servers can complete: the queue grows without end. The
  /// number is arrivals ÷ capacity, at least 1 or so near it that no cycle can be found.
  case overloaded(utilization: Double)
  /// The last cycle of those allowed; it does not repeat yet.
  case notSettled(VaryingQueueRun)

  /// The cycle, if it repeats.
  public var settledRun: VaryingQueueRun? {
    if case .settled(let run) = self { run } else { nil }
  }
}
