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
/// Every class has the same probability C of having to wait at all. The wait of those of class k who
/// do is what they find queued of the classes 1 to k, exponential with the rate cμ − L(k), prolonged
/// by the more urgent customers who come meanwhile. With β(s) the busy period of one server of the
/// rate cμ that they alone would keep, its transform is
///
///     (cμ − L(k)) / (cμ − L(k) + s + L(k − 1) (1 − β(s)))
///
/// which is inverted exactly rather than by a general method: the wait is a mixture of exponential
/// waits, from rates between (√cμ ∓ √L(k − 1))² and at most one more. Probabilities have some 13
/// digits, for any load below the servers, at any time, also far out in the tail.
///
/// For example, the time within which 90 % of the second of three classes begin service:
///
///     let queue = PriorityQueue(servers: 8, arrivalRates: [2.4, 6.0, 3.6], serviceRate: 2)
///     queue?.waitQuantile(ofClass: 1, share: 0.9)  // 0.193 hours when the rates are per hour
///
/// Source: A. Cobham, *Priority assignment in waiting line problems*, Operations Research 2
/// (1954), 70–76; R. C. Larson and A. R. Odoni, *Urban Operations Research*, section 4.9.3; of the
/// transform: R. H. Davis, *Waiting-time distribution of a multi-server, priority queuing system*,
/// Operations Research 14 (1966), 133–136; O. Kella and U. Yechiali, *Waiting times in the
/// non-preemptive priority M/M/c queue*, Stochastic Models 1 (1985), 257–262.
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
  /// In an overloaded system the more urgent classes may still have a finite wait:
  /// `waits(servers:arrivalRates:serviceRate:)` offers it.
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
    guard load < sequence.servers, let probability = sequence.waitProbability else { return nil }
    servers = sequence.servers
    self.arrivalRates = arrivalRates
    self.serviceRate = serviceRate
    waitProbability = probability
    // In loads: below the servers they leave something, where the rates may have been rounded.
    var waits: [Double] = []
    var ahead = 0.0
    for rate in arrivalRates {
      let free = sequence.servers - ahead / serviceRate
      ahead += rate
      let left = sequence.servers - ahead / serviceRate
      waits.append(probability * (sequence.servers / free) / (left * serviceRate))
    }
    meanWaits = waits
  }

  /// Returns the wait of a class, 0 for the most urgent one, as a distribution.
  ///
  /// - Precondition: There is such a class.
  /// - Complexity: O(classes).
  public func wait(ofClass index: Int) -> PriorityWait {
    precondition(arrivalRates.indices.contains(index), "There is no such class")
    let ahead = arrivalRates[..<index].reduce(0, +)
    let delay = PriorityDelay(
      rate: arrivalRates[index], ahead: ahead, capacity: servers * serviceRate,
      gain: (servers - (ahead + arrivalRates[index]) / serviceRate) * serviceRate)
    return PriorityWait(waitProbability: waitProbability, delay: delay)
  }

  /// Returns the probability that a customer of a class waits longer than `time`.
  ///
  /// Class 0 is the most urgent one; times are in the unit in which the rates count. For many times
  /// of one class take its ``wait(ofClass:)`` once.
  ///
  /// - Precondition: There is such a class, and `time` is not negative.
  /// - Complexity: O(classes), and some 10 to 25 evaluations of an exponential.
  public func waitProbability(ofClass index: Int, exceeding time: Double) -> Double {
    wait(ofClass: index).waitProbability(exceeding: time)
  }

  /// Returns the share of customers of a class, 0 for the most urgent one, who wait at most `time`.
  ///
  /// - Precondition: There is such a class, and `time` is not negative.
  /// - Complexity: O(classes), and some 10 to 25 evaluations of an exponential.
  public func shareWaiting(ofClass index: Int, atMost time: Double) -> Double {
    1 - waitProbability(ofClass: index, exceeding: time)
  }

  /// Returns the shortest time within which the share `share` of a class, 0 for the most urgent one,
  /// begins service; 0 when that many need not wait at all.
  ///
  /// - Precondition: There is such a class, and `share` is at least 0 and less than 1.
  /// - Complexity: Some 5 to 50 evaluations of the distribution.
  public func waitQuantile(ofClass index: Int, share: Double) -> Double {
    wait(ofClass: index).quantile(share: share)
  }

  /// Returns the wait of every class, most urgent first, also in an overloaded system: nothing for
  /// the classes that have no steady state.
  ///
  /// When all arrivals together reach what the servers can do, but those of the classes 1 to k do
  /// not, the less urgent customers keep every server busy for ever. A customer of the classes 1 to
  /// k then waits with probability 1, and its wait is that of the customers of its class who have
  /// to wait in a system that keeps up: with all servers busy, neither depends on who is in service.
  ///
  ///     let waits = PriorityQueue.waits(servers: 2, arrivalRates: [0.5, 1.8], serviceRate: 1)
  ///     waits[0]?.mean  // 1 / (2 − 0.5)
  ///     waits[1] == nil  // true
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: That of ``ErlangSequence``, and O(classes).
  public static func waits(
    servers: Double, arrivalRates: [Double], serviceRate: Double
  ) -> [PriorityWait?] {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(arrivalRates.allSatisfy { $0 >= 0 }, "Arrivals are not negative")
    let load = arrivalRates.reduce(0, +) / serviceRate
    let probability = ErlangSequence(load: load, servers: servers).waitProbability ?? 1
    let capacity = servers * serviceRate
    var ahead = 0.0
    var waits: [PriorityWait?] = []
    for rate in arrivalRates {
      let left = servers - (ahead + rate) / serviceRate
      if left > 0 {
        let delay = PriorityDelay(
          rate: rate, ahead: ahead, capacity: capacity, gain: left * serviceRate)
        waits.append(PriorityWait(waitProbability: probability, delay: delay))
      } else {
        waits.append(nil)
      }
      ahead += rate
    }
    return waits
  }

  /// Returns the wait of every class with a whole number of servers, most urgent first, also in an
  /// overloaded system: nothing for the classes that have no steady state.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: That of ``ErlangSequence``, and O(classes).
  public static func waits(
    servers: Int, arrivalRates: [Double], serviceRate: Double
  ) -> [PriorityWait?] {
    waits(servers: Double(servers), arrivalRates: arrivalRates, serviceRate: serviceRate)
  }

  /// Returns the probability that a customer of the most urgent class waits longer than `time`:
  /// C e^(−(cμ − λ(1)) t), exact.
  ///
  /// - Precondition: There is a class, and `time` is not negative.
  /// - Complexity: O(1).
  public func mostUrgentWaitProbability(exceeding time: Double) -> Double {
    precondition(!arrivalRates.isEmpty, "There is no class")
    precondition(time >= 0, "A time is not negative")
    let gain = (servers - arrivalRates[0] / serviceRate) * serviceRate
    return waitProbability * exp(-gain * time)
  }

  /// Returns the share of customers of the most urgent class who wait at most `time`, exact.
  ///
  /// - Precondition: There is a class, and `time` is not negative.
  /// - Complexity: O(1).
  public func mostUrgentShareWaiting(atMost time: Double) -> Double {
    1 - mostUrgentWaitProbability(exceeding: time)
  }
}
