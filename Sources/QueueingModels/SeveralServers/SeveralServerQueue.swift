/// Servers with one queue for each class of customers who may ask for several servers at once, and
/// who are served as servers become free (batch arrivals, non-preemptive priorities, exact).
///
/// Every server asked for is a task with an exponential service time of its own and one mean for
/// all. Waiting tasks start by class, most urgent first, then in order of arrival; the tasks of one
/// customer stand together. A service begun is never interrupted. The **wait** of a customer is the
/// time until the first of its servers starts; ``meanWaitsToLastServer`` and the argument
/// `untilLast` tell of the last.
///
///     let urgent = CustomerClass(arrivalRate: 6, servers: [0.4, 0.5, 0.1])
///     let other = CustomerClass(arrivalRate: 8)
///     if let queue = SeveralServerQueue(servers: 12, classes: [urgent, other], serviceRate: 2) {
///       queue.meanWaits[0]                                     // hours, if rates are per hour
///       queue.shareWaiting(ofClass: 1, atMost: 0.25)
///     }
///
/// With time counted in mean services, T(j) the arrivals of the classes up to k who ask for at
/// least j servers, and α(i) = Σ p(c − j) T(j + i) those who overshoot a free server by at least i,
/// the generating function of the tasks that stand before a new customer of class k, while all are
/// busy, is
///
///     P(z) = (c p₀ + Σ α(i) zⁱ) / (c − Σ T(j) zʲ)
///
/// A customer that finds m tasks before it waits for m + 1 departures, each made longer by what
/// arrives in more urgent classes meanwhile: the transform of the wait is η P(η), where
/// s = (1 − η) (c − Σ T′(j) ηʲ) / η with T′ of the more urgent classes alone. Hence
///
///     mean wait = (c P(1) + Σ j α(j) + (j − 1) P(1) T(j)) / ((c − a(k − 1)) (c − a(k)))
///
/// with P(1) the probability of a wait and a(k) the load of the classes up to k: Cobham's formula
/// where everybody asks for one server. Every class has the same probability
/// of a wait.
///
/// Source: derived here. For one class it is the M^X/M/c queue: M. L. Chaudhry and J. G. C.
/// Templeton, *A First Course in Bulk Queues* (1983); for one server a customer, A. Cobham,
/// Operations Research 2 (1954), 70–76.
public struct SeveralServerQueue: Hashable, Sendable {
  let demand: ServerDemand
  /// The number of servers; not necessarily whole, see ``SeveralServerSequence``.
  public let servers: Double
  /// The probability that a customer, of whatever class, has to wait for its first server.
  public let waitProbability: Double
  /// The probability of j + 1 free servers.
  let free: [Double]
  /// The number of classes, from the most urgent, that have a wait; the others grow without bound.
  let steadyClasses: Int

  /// Creates a queue, or nothing when it is overloaded: when all tasks together are not fewer than
  /// the servers complete.
  ///
  /// The more urgent classes of an overloaded system are given by
  /// ``withBacklog(servers:classes:serviceRate:)``.
  ///
  /// - Parameters:
  ///   - servers: The number of servers; not necessarily whole.
  ///   - classes: The classes, most urgent first.
  ///   - serviceRate: The tasks that one busy server completes per unit of time.
  /// - Precondition: Servers are finite and not negative, the service rate is finite and positive.
  /// - Complexity: O((servers + classes) × the most servers that a customer asks for).
  public init?(servers: Double, classes: [CustomerClass], serviceRate: Double) {
    self.init(SeveralServerSequence(classes: classes, serviceRate: serviceRate, servers: servers))
  }

  /// Creates a queue with a whole number of servers, or nothing when it is overloaded.
  ///
  /// - Precondition: Servers are not negative, the service rate is finite and positive.
  /// - Complexity: O((servers + classes) × the most servers that a customer asks for).
  public init?(servers: Int, classes: [CustomerClass], serviceRate: Double) {
    self.init(servers: Double(servers), classes: classes, serviceRate: serviceRate)
  }

  /// Creates the queue at the present servers of a sequence, or nothing when it is overloaded.
  ///
  /// - Complexity: O(the most servers that a customer asks for).
  public init?(_ sequence: SeveralServerSequence) {
    guard let probability = sequence.waitProbability else { return nil }
    demand = sequence.demand
    servers = sequence.servers
    waitProbability = probability
    let scale = sequence.freeProbability
    free = sequence.window.map { $0 * scale }
    steadyClasses = demand.classes.count
  }

  private init(backlogged demand: ServerDemand, servers: Double, steadyClasses: Int) {
    self.demand = demand
    self.servers = servers
    self.steadyClasses = steadyClasses
    waitProbability = 1
    free = [Double](repeating: 0, count: max(2, demand.widest))
  }

  /// Returns the more urgent classes of an overloaded system, or nothing when not even the first
  /// class keeps up.
  ///
  /// Tasks of the least urgent classes pile up, so that no server is ever free and every
  /// customer waits; but classes that fit by themselves have a steady wait, since a backlog only
  /// takes the servers that they leave. The answer holds those classes alone: ``meanWaits`` has
  /// one element for each of them. For a system that is not overloaded this is the worst case,
  /// with a backlog of work of no urgency.
  ///
  /// - Precondition: Servers are finite and not negative, the service rate is finite and positive.
  /// - Complexity: O(classes × the most servers that a customer asks for).
  public static func withBacklog(
    servers: Double, classes: [CustomerClass], serviceRate: Double
  ) -> SeveralServerQueue? {
    precondition(servers >= 0 && servers.isFinite, "Servers are finite and not negative")
    let demand = ServerDemand(classes: classes, serviceRate: serviceRate)
    let steady = demand.loads.dropFirst().prefix { $0 < servers }.count
    guard steady > 0 else { return nil }
    return SeveralServerQueue(backlogged: demand, servers: servers, steadyClasses: steady)
  }

  /// The classes that have a wait, most urgent first.
  public var classes: [CustomerClass] { Array(demand.classes.prefix(steadyClasses)) }

  /// The tasks that one busy server completes per unit of time.
  public var serviceRate: Double { demand.serviceRate }

  /// The offered load of all classes, in servers; all of them, also where only some are steady.
  public var load: Double { demand.load }

  /// The mean number of busy servers: the load, or all servers of an overloaded system.
  public var meanBusyServers: Double { min(load, servers) }

  /// The mean wait of each class to its first server, most urgent first, over all customers.
  public var meanWaits: [Double] { (0..<steadyClasses).map { meanWait(ofClass: $0) } }

  /// The mean wait of each class to its last server, most urgent first, over all customers.
  ///
  /// The last server of a customer is the one that starts last, not the one that ends last.
  public var meanWaitsToLastServer: [Double] {
    (0..<steadyClasses).map { meanWaitToLastServer(ofClass: $0) }
  }

  /// Returns the mean wait of customers of a class to their first server.
  ///
  /// - Precondition: The class, counted from 0, is one of ``classes``.
  /// - Complexity: O(w²), w being the most servers that a customer asks for.
  public func meanWait(ofClass position: Int) -> Double {
    let numerator = WaitNumerator(firstServerOf: position, in: self)
    return numerator.sum / (slack(before: position) * slack(before: position + 1) * serviceRate)
  }

  /// Returns the mean wait of customers of a class to their last server.
  ///
  /// - Precondition: The class, counted from 0, is one of ``classes``.
  /// - Complexity: O(w²), w being the most servers that a customer asks for.
  public func meanWaitToLastServer(ofClass position: Int) -> Double {
    let numerator = WaitNumerator(lastServerOf: position, in: self)
    let slack = self.slack(before: position + 1)
    return (numerator.sum + numerator.freeSum * slack)
      / (self.slack(before: position) * slack * serviceRate)
  }

  /// The servers that the classes before a position leave.
  func slack(before position: Int) -> Double { servers - demand.loads[position] }

  /// The probability of 0, 1, 2, … free servers, up to all of them.
  ///
  /// For a number of servers that is not whole, of 0, 1, … up to the next whole number.
  ///
  /// - Complexity: O(servers × the most servers that a customer asks for).
  public var freeServers: [Double] {
    let whole = Int(servers.rounded(.up))
    guard waitProbability < 1 else { return [1] + [Double](repeating: 0, count: whole) }
    let fraction = servers - servers.rounded(.down)
    let start = SeveralServerSequence(
      demand, servers: fraction == 0 ? 1 : servers < 1 ? fraction : 1 + fraction)
    var states = [start.window[0]]
    if start.servers > 1 { states.insert(start.window[1], at: 0) }
    var next = start.servers
    while states.count < whole {
      var inflow = 0.0
      for column in 0..<min(demand.widest, states.count) {
        inflow += demand.asking[demand.allClasses + column] * states[states.count - 1 - column]
      }
      states.append(inflow / next)
      next += 1
      if inflow > 1e200 { for state in states.indices { states[state] *= 1e-200 } }
    }
    let scale = (1 - waitProbability) / states.reduce(0, +)
    return [waitProbability] + states.reversed().map { $0 * scale }
  }
}
