import Foundation

/// Servers with one queue for each class of customers, the most urgent class first, in the steady
/// state (M/M/c, non-preemptive priorities).
///
/// A customer in service is never interrupted. Classes arrive as Poisson processes of their own
/// rates and share one exponential service time; with a mean for each class the formulas would
/// only be approximate. With L(k) = λ(1) + … + λ(k) and C the probability of a wait in the plain
/// queue of all classes together,
///
///     mean wait of class k = C cμ / ((cμ − L(k − 1)) (cμ − L(k)))
///
/// Every class has the same probability C of having to wait at all. The distribution of the wait
/// is offered for the most urgent class, where it is exponential; for the other classes it is a
/// busy-period convolution that is **not offered yet**: only their means are.
///
/// Source: A. Cobham, *Priority assignment in waiting line problems*, Operations Research 2
/// (1954), 70–76; R. C. Larson and A. R. Odoni, *Urban Operations Research*, section 4.9.3.
public struct PriorityQueue: Hashable, Sendable {
  /// The number of servers; not necessarily whole.
  public let servers: Double
  /// Customers of each class per unit of time, most urgent first.
  public let arrivalRates: [Double]
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The probability that a customer, of whatever class, has to wait.
  public let waitProbability: Double
  /// The mean wait of each class, most urgent first, over all customers of the class.
  public let meanWaits: [Double]

  /// Creates a queue, or nothing when it is overloaded: when all arrivals together are not smaller
  /// than `servers` × `serviceRate`.
  ///
  /// In an overloaded system the more urgent classes may still have a finite wait; it is not
  /// offered.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: O(servers + classes).
  public init?(servers: Double, arrivalRates: [Double], serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    let load = arrivalRates.reduce(0, +) / serviceRate
    self.init(
      ErlangSequence(load: load, servers: servers), arrivalRates: arrivalRates,
      serviceRate: serviceRate)
  }

  /// Creates a queue with a whole number of servers, or nothing when it is overloaded.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: O(servers + classes).
  public init?(servers: Int, arrivalRates: [Double], serviceRate: Double) {
    self.init(servers: Double(servers), arrivalRates: arrivalRates, serviceRate: serviceRate)
  }

  /// Creates the queue at the present servers of a sequence, or nothing when it is overloaded, so
  /// that a search over servers need not start again at each number.
  ///
  /// - Precondition: The load of the sequence is the sum of the arrivals ÷ the service rate, no
  ///   arrival rate is negative, and the service rate is finite and positive.
  /// - Complexity: O(classes).
  public init?(_ sequence: ErlangSequence, arrivalRates: [Double], serviceRate: Double) {
    precondition(arrivalRates.allSatisfy { $0 >= 0 }, "Arrivals are not negative")
    let load = arrivalRates.reduce(0, +) / serviceRate
    precondition(abs(load - sequence.load) <= 1e-9 * max(1, load), "The sequence has its load")
    guard let probability = sequence.waitProbability else { return nil }
    servers = sequence.servers
    self.arrivalRates = arrivalRates
    self.serviceRate = serviceRate
    waitProbability = probability
    let capacity = sequence.servers * serviceRate
    var waits: [Double] = []
    var ahead = 0.0
    for rate in arrivalRates {
      let withClass = ahead + rate
      waits.append(probability * capacity / ((capacity - ahead) * (capacity - withClass)))
      ahead = withClass
    }
    meanWaits = waits
  }

  /// Returns the probability that a customer of the most urgent class waits longer than `time`:
  /// C e^(−(cμ − λ(1)) t), exact.
  ///
  /// - Precondition: There is a class.
  public func mostUrgentWaitProbability(exceeding time: Double) -> Double {
    precondition(!arrivalRates.isEmpty, "There is no class")
    return waitProbability * exp(-(servers * serviceRate - arrivalRates[0]) * time)
  }

  /// Returns the share of customers of the most urgent class who wait at most `time`, exact.
  ///
  /// - Precondition: There is a class.
  public func mostUrgentShareWaiting(atMost time: Double) -> Double {
    1 - mostUrgentWaitProbability(exceeding: time)
  }
}
