import Foundation

/// Servers with one queue in order of arrival that customers leave when their patience ends, in the
/// steady state (M/M/c + M).
///
/// Arrivals are a Poisson process; service times and patience are exponential. There is a steady
/// state for every load, also far beyond the servers: impatience then does the rest. As the
/// abandonment rate goes to 0 the queue becomes ``ErlangC`` where that exists.
///
/// With y = cμ/θ, x = λ/θ, Erlang's loss probability B of the same servers and load, and
/// M = 1 + x/(y + 1) + x²/((y + 1)(y + 2)) + …,
///
///     P(wait) = M / (M + 1/B − 1)
///
/// The wait offered to a customer of endless patience has the density of a truncated gamma
/// variable in e^(−θt), so that its distribution, and that of those served, are ratios of
/// incomplete gamma functions. All sums have positive terms.
///
/// For example, a help desk with 10 servers' worth of load and 14 servers, customers who stay for
/// three minutes in service and five in the queue:
///
///     let desk = ErlangA(
///       servers: 14, arrivalRate: 100.0 / 30, serviceRate: 1.0 / 3, abandonmentRate: 1.0 / 5)
///     desk.abandonmentProbability  // 0.0140
///
/// Source: C. Palm (1957); F. Baccelli and G. Hebuterne, *On queues with impatient customers*,
/// Performance '81, 159–179; A. Mandelbaum and S. Zeltyn, *Service engineering in action: the
/// Palm/Erlang-A queue* (2007).
public struct ErlangA: Hashable, Sendable {
  /// The number of servers; not necessarily whole.
  public let servers: Double
  /// Customers per unit of time.
  public let arrivalRate: Double
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The rate at which one waiting customer gives up: 1 ÷ mean patience.
  public let abandonmentRate: Double
  /// The probability that a customer finds every server busy, from 0 to 1.
  public let waitProbability: Double
  /// The share of the customers that leaves unserved, from 0 to 1.
  public let abandonmentProbability: Double

  /// Creates a queue; for a number of servers that is not whole, by the continuous extension that
  /// ``ErlangSequence`` describes.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, service and abandonment
  ///   rates are finite and positive, and the abandonment rate is at least 1e-12 of the arrivals
  ///   and of what all servers do: for less see ``ErlangC``.
  /// - Complexity: That of ``ErlangSequence`` and O(√(servers × service rate ÷ abandonment rate)),
  ///   less where the load is well away from the servers.
  public init(servers: Double, arrivalRate: Double, serviceRate: Double, abandonmentRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(abandonmentRate > 0 && abandonmentRate.isFinite, "Patience ends at a rate")
    precondition(
      abandonmentRate >= 1e-12 * max(arrivalRate, servers * serviceRate),
      "A patience that hardly ends is that of the plain queue")
    self.servers = servers
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    self.abandonmentRate = abandonmentRate
    let sequence = ErlangSequence(load: arrivalRate / serviceRate, servers: servers)
    let capacity = servers * serviceRate / abandonmentRate
    let demand = arrivalRate / abandonmentRate
    if demand <= capacity {
      let sum = GammaDistribution.series(shape: capacity, at: demand)
      waitProbability = sum / (sum + (sequence.inverse - 1))
      let moment = GammaDistribution.firstMoment(shape: capacity, at: demand)
      abandonmentProbability = waitProbability * (moment / sum)
    } else {
      let below = GammaDistribution.lower(shape: capacity, at: demand)
      let density = GammaDistribution.density(shape: capacity, at: demand)
      waitProbability = below / (below + density * (sequence.inverse - 1))
      let unserved = ((demand - capacity) + capacity * (density / below)) / demand
      abandonmentProbability = waitProbability * min(1, unserved)
    }
  }

  /// Creates a queue with a whole number of servers.
  ///
  /// - Precondition: As for a number of servers that is not whole.
  /// - Complexity: As for a number of servers that is not whole.
  public init(servers: Int, arrivalRate: Double, serviceRate: Double, abandonmentRate: Double) {
    self.init(
      servers: Double(servers), arrivalRate: arrivalRate, serviceRate: serviceRate,
      abandonmentRate: abandonmentRate)
  }

  /// The offered load, in servers.
  public var load: Double { arrivalRate / serviceRate }

  /// The mean number of busy servers.
  public var carriedLoad: Double { load * (1 - abandonmentProbability) }

  /// The share of the servers that is busy on average, from 0 to 1; 0 without servers.
  public var utilization: Double { servers > 0 ? min(1, carriedLoad / servers) : 0 }

  /// The mean time in the queue, over all customers, whether it ended in service or not.
  public var meanWait: Double { abandonmentProbability / abandonmentRate }

  /// The mean number of customers who wait.
  public var meanQueueLength: Double { arrivalRate * meanWait }

  /// Returns the probability that a customer is longer than `time` in the queue, whether served
  /// then or not.
  ///
  /// - Precondition: `time` is not negative.
  /// - Complexity: O(√(servers × service rate ÷ abandonment rate)) at most.
  public func waitProbability(exceeding time: Double) -> Double {
    precondition(time >= 0, "A time is not negative")
    return waitProbability * exp(-abandonmentRate * time) * offeredWait(exceeding: time)
  }

  /// Returns the share of customers whose time in the queue, whether served then or not, is at most
  /// `time`.
  ///
  /// - Precondition: `time` is not negative.
  /// - Complexity: As for ``waitProbability(exceeding:)``.
  public func shareWaiting(atMost time: Double) -> Double { 1 - waitProbability(exceeding: time) }

  /// Returns the share of all customers that is served after waiting at most `time`; those who
  /// abandon count as not served, however soon they leave.
  ///
  /// - Precondition: `time` is not negative.
  /// - Complexity: As for ``waitProbability(exceeding:)``.
  public func shareServed(within time: Double) -> Double {
    precondition(time >= 0, "A time is not negative")
    let later = waitProbability * servedWait(exceeding: time)
    return max(0, min(1, (1 - abandonmentProbability) - later))
  }

  private var capacity: Double { servers * serviceRate / abandonmentRate }
  private var demand: Double { arrivalRate / abandonmentRate }

  /// Returns P(y, x e^(−θt)) / P(y, x): of those who find all servers busy, the share whose turn
  /// would come later than `time`.
  private func offeredWait(exceeding time: Double) -> Double {
    let left = demand * exp(-abandonmentRate * time)
    if demand > capacity {
      return GammaDistribution.lower(shape: capacity, at: left)
        / GammaDistribution.lower(shape: capacity, at: demand)
    }
    return decay(time) * GammaDistribution.series(shape: capacity, at: left)
      / GammaDistribution.series(shape: capacity, at: demand)
  }

  /// Returns (y/x) P(y + 1, x e^(−θt)) / P(y, x): of those who find all servers busy, the share
  /// that is served later than `time`.
  private func servedWait(exceeding time: Double) -> Double {
    let fraction = exp(-abandonmentRate * time)
    let left = demand * fraction
    if demand > capacity {
      return capacity / demand * GammaDistribution.lower(shape: capacity + 1, at: left)
        / GammaDistribution.lower(shape: capacity, at: demand)
    }
    return decay(time) * fraction * (capacity / (capacity + 1))
      * GammaDistribution.series(shape: capacity + 1, at: left)
      / GammaDistribution.series(shape: capacity, at: demand)
  }

  /// Returns D(y, x e^(−θt)) / D(y, x), for demand that is at most the capacity.
  private func decay(_ time: Double) -> Double {
    // Nobody comes where there are no servers: 0 servers × an endless time would be no number.
    if servers == 0 { return 1 }
    return exp(-servers * serviceRate * time - demand * expm1(-abandonmentRate * time))
  }
}
