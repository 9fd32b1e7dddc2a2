/// Servers with one queue for each class of customers, where a more urgent customer interrupts a
/// less urgent one in service, in the steady state (M/M/c, preemptive-resume priorities).
///
/// The interrupted customer waits at the head of its class and goes on later where it was. Classes
/// arrive as Poisson processes and share one exponential service time. The classes 1 to k notice
/// nothing of the others and are together a plain queue, whoever of them is in service, so that with
/// Q(k), the mean number that waits in that queue, and the rates λ,
///
///     mean time in the system of class k = 1/μ + (Q(k) − Q(k − 1)) / λ(k)
///
/// The time lost before and between the parts of the service is all in the second term. For a class
/// without arrivals it is the limit: what its first customer would lose. A class whose arrivals,
/// with those of the more urgent classes, reach what the servers can do has no steady state, which
/// leaves the more urgent classes untouched.
///
///     let queue = PreemptiveQueue(servers: 2, arrivalRates: [0.5, 1.8], serviceRate: 1)
///     queue.meanTimesInSystem[0]  // 1.0667, as if nobody else were there
///     queue.meanTimesInSystem[1] == nil  // true: 0.5 + 1.8 is more than 2 servers do
///
/// Source: R. W. Wolff, *Stochastic Modeling and the Theory of Queues* (1989), section 10-2, for the
/// argument; J. P. Buzen and A. B. Bondi, *The response times of priority classes under preemptive
/// resume in M/M/m queues*, Operations Research 31 (1983), 456–465.
public struct PreemptiveQueue: Hashable, Sendable {
  /// The number of servers; not necessarily whole.
  public let servers: Double
  /// Customers of each class per unit of time, most urgent first.
  public let arrivalRates: [Double]
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The mean time of each class from arrival to completion that is not service, most urgent first;
  /// nothing for a class without a steady state.
  public let meanDelays: [Double?]

  /// Creates a queue; in an overloaded one the less urgent classes have no steady state.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: O(classes) evaluations of ``ErlangSequence``.
  public init(servers: Double, arrivalRates: [Double], serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(arrivalRates.allSatisfy { $0 >= 0 }, "Arrivals are not negative")
    self.servers = servers
    self.arrivalRates = arrivalRates
    self.serviceRate = serviceRate
    var delays: [Double?] = []
    var ahead = 0.0
    var waiting: Double? = 0
    for rate in arrivalRates {
      let load = (ahead + rate) / serviceRate
      let withClass = QueueLength(load: load, servers: servers)
      if let withClass, let before = waiting {
        let added = withClass.mean - before
        // A difference that has lost digits is taken as the integral of the slope instead, which
        // then hardly varies.
        let slope =
          added > 0.01 * withClass.mean && rate > 0
          ? added * (serviceRate / rate)
          : QueueLength.meanSlope(from: ahead / serviceRate, to: load, servers: servers)
        delays.append(slope / serviceRate)
      } else {
        delays.append(nil)
      }
      waiting = withClass?.mean
      ahead += rate
    }
    meanDelays = delays
  }

  /// Creates a queue with a whole number of servers; in an overloaded one the less urgent classes
  /// have no steady state.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: O(classes) evaluations of ``ErlangSequence``.
  public init(servers: Int, arrivalRates: [Double], serviceRate: Double) {
    self.init(servers: Double(servers), arrivalRates: arrivalRates, serviceRate: serviceRate)
  }

  /// The mean time of each class from arrival to completion, most urgent first; nothing for a class
  /// without a steady state.
  public var meanTimesInSystem: [Double?] { meanDelays.map { $0.map { $0 + 1 / serviceRate } } }
}

/// The mean number Q that waits in the plain queue, as a function of the load a, and its slope.
private struct QueueLength {
  let mean: Double
  let slope: Double

  /// Creates it, or nothing when the queue is overloaded.
  ///
  /// Q = ca / ((c − a) D) with D = (c − a)/B + a, and d(1/B)/da = −(c − a)/(aB) − 1; the slope is
  /// Q ((1/B − 1 + c − a + (c − a)²/(aB)) / D + c / (a (c − a))), of positive terms only.
  init?(load: Double, servers: Double) {
    let sequence = ErlangSequence(load: load, servers: servers)
    guard let probability = sequence.waitProbability else { return nil }
    let free = servers - load
    mean = probability * load / free
    guard mean > 0 else {
      slope = 0
      return
    }
    let ratio = 1 / (free + load / sequence.inverse)
    let first = ratio * (1 + (free - 1) / sequence.inverse + free * free / load)
    slope = mean * (first + servers / (load * free))
  }

  /// Returns the mean slope between two loads, both below the servers, by Gauss's rule of five
  /// points.
  static func meanSlope(from low: Double, to high: Double, servers: Double) -> Double {
    let center = 0.5 * (low + high)
    let half = 0.5 * (high - low)
    let inner = 0.538_469_310_105_683_1 * half
    let outer = 0.906_179_845_938_664 * half
    var sum = 0.0
    for (place, weight) in [
      (center, 64 / 225.0),
      (center - inner, 0.239_314_335_249_683_2), (center + inner, 0.239_314_335_249_683_2),
      (center - outer, 0.118_463_442_528_094_5), (center + outer, 0.118_463_442_528_094_5),
    ] {
      sum += weight * (QueueLength(load: place, servers: servers)?.slope ?? 0)
    }
    return sum
  }
}
