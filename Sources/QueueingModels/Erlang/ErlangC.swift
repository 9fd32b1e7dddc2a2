import Foundation

/// Servers with one queue in order of arrival, in the steady state (M/M/c).
///
/// Arrivals are a Poisson process, service times are exponential with one mean. The value exists
/// only for a system that keeps up: there is no steady state when arrivals reach what the servers
/// can do, and an overloaded system is therefore nothing, never a probability of 1.
public struct ErlangC: Hashable, Sendable {
  /// The number of servers; not necessarily whole.
  public let servers: Double
  /// Customers per unit of time.
  public let arrivalRate: Double
  /// Customers that one busy server completes per unit of time.
  public let serviceRate: Double
  /// The probability that a customer has to wait.
  public let waitProbability: Double

  /// Creates a queue, or nothing when it is overloaded: when `arrivalRate` is not smaller than
  /// `servers` × `serviceRate`.
  ///
  /// A number of servers that is not whole is answered by the continuous extension that
  /// ``ErlangSequence`` describes, never by interpolation between whole numbers.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: That of ``ErlangSequence``.
  public init?(servers: Double, arrivalRate: Double, serviceRate: Double) {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    let sequence = ErlangSequence(load: arrivalRate / serviceRate, servers: servers)
    self.init(sequence, arrivalRate: arrivalRate, serviceRate: serviceRate)
  }

  /// Creates a queue with a whole number of servers, or nothing when it is overloaded.
  ///
  /// - Precondition: Servers and arrivals are finite and not negative, the service rate is finite
  ///   and positive.
  /// - Complexity: That of ``ErlangSequence``.
  public init?(servers: Int, arrivalRate: Double, serviceRate: Double) {
    self.init(servers: Double(servers), arrivalRate: arrivalRate, serviceRate: serviceRate)
  }

  private init?(_ sequence: ErlangSequence, arrivalRate: Double, serviceRate: Double) {
    guard let probability = sequence.waitProbability else { return nil }
    servers = sequence.servers
    self.arrivalRate = arrivalRate
    self.serviceRate = serviceRate
    waitProbability = probability
  }

  /// The offered load: the mean number of busy servers.
  public var load: Double { arrivalRate / serviceRate }

  /// The share of the servers that is busy on average, from 0 to less than 1.
  public var utilization: Double { load / servers }

  /// The mean wait before service, over all customers.
  public var meanWait: Double { waitProbability / gain }

  /// The mean number of customers who wait.
  public var meanQueueLength: Double { arrivalRate * meanWait }

  /// The mean time from arrival to the end of service.
  public var meanTimeInSystem: Double { meanWait + 1 / serviceRate }

  /// Returns the probability that a customer waits longer than `time`.
  ///
  /// - Precondition: `time`, in the unit of time of the rates, is not negative.
  /// - Complexity: O(1).
  public func waitProbability(exceeding time: Double) -> Double {
    precondition(time >= 0, "A time is not negative")
    return waitProbability * exp(-gain * time)
  }

  /// The rate at which the servers gain on the arrivals.
  ///
  /// It is positive wherever the queue exists: the load is below the servers, while the product of servers and rate may have been rounded to
  /// the arrivals.
  private var gain: Double { (servers - load) * serviceRate }

  /// Returns the share of customers who wait at most `time`.
  ///
  /// - Precondition: `time`, in the unit of time of the rates, is not negative.
  /// - Complexity: O(1).
  public func shareWaiting(atMost time: Double) -> Double { 1 - waitProbability(exceeding: time) }

  /// Whether the queue keeps to `target`.
  public func meets(_ target: WaitTarget) -> Bool {
    switch target {
    case .waitProbability(let limit): waitProbability <= limit
    case .meanWait(let limit): meanWait <= limit
    case .share(let share, let time): shareWaiting(atMost: time) >= share
    }
  }

  /// Returns the smallest number of servers that keeps to `target`; 0 without arrivals.
  ///
  /// Every target is kept the better the more servers there are, and the answer is exact: it keeps
  /// to the target and one server fewer does not. Below a load of 128 the search climbs from the
  /// load. Above, it starts where square-root staffing points and looks around there, at numbers of
  /// servers that are each evaluated afresh; two or three are usual.
  ///
  /// - Precondition: Arrivals are finite and not negative, the service rate is finite and positive,
  ///   and the numbers of the target are in their ranges.
  /// - Complexity: O(result) for a load below 128, O(√load) above for targets that need a reserve
  ///   of some √load servers.
  public static func fewestServers(
    arrivalRate: Double, serviceRate: Double, meeting target: WaitTarget
  ) -> Int {
    precondition(serviceRate > 0 && serviceRate.isFinite, "A service rate is positive")
    precondition(target.isSensible, "A target is in its range")
    precondition(arrivalRate >= 0 && arrivalRate.isFinite, "Arrivals are finite and not negative")
    guard arrivalRate > 0 else { return 0 }
    let load = arrivalRate / serviceRate
    if load < ErlangSequence.largeLoad {
      var sequence = ErlangSequence(load: load)
      sequence.climbToLoad()
      while true {
        sequence.addServer()
        let queue = ErlangC(sequence, arrivalRate: arrivalRate, serviceRate: serviceRate)
        if let queue, queue.meets(target) { return Int(sequence.servers) }
      }
    }
    let start = SquareRootStaffing.servers(load: load, serviceRate: serviceRate, meeting: target)
    return MonotoneSearch.smallest(from: Int(load) + 1, guess: start) { servers in
      let queue = ErlangC(servers: servers, arrivalRate: arrivalRate, serviceRate: serviceRate)
      return queue?.meets(target) ?? false
    }
  }
}
