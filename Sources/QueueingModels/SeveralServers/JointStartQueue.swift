/// Servers with one queue in order of arrival for customers whose servers all start together
/// (joint start, exact).
///
/// A customer who asks for x servers starts when x are free at once; until then it blocks those
/// behind it, and free servers stand idle. Once started, its servers become free one by one, each
/// after an exponential time of its own. Customers of all classes stand in one line, so classes
/// differ only in the servers they ask for.
///
/// No chain has to be solved. While nobody waits, the number of busy servers climbs by whole
/// customers and falls one by one, as in ``SeveralServerSequence``. A customer that comes to the
/// head of the line with f < x free servers starts after x − f departures, at rates (c − f) μ, …,
/// (c − x + 1) μ, and then all servers are busy again. The next one therefore comes to the head
/// with f = 0, and the line is that of one server whose service is this time H(x), with another
/// one, S, for the customer who begins a time of waiting (M/G/1 with an exceptional first service).
/// With b(x) the arrivals asking for x,
///
///     saturation = Σ b(x) E[H(x)] < 1
///
/// is the condition for a steady state: it is stricter than load < servers, because a server
/// that stands idle before a wide customer is lost. All probabilities and means follow in closed
/// form, and the distribution of waits by one numerical inversion.
///
/// Source: derived here; the model is that of L. Green, *A queueing system in which customers
/// require a random number of servers*, Operations Research 28 (1980), 1335–1346. For the queue with an exceptional first service: P. D.
/// Welch, Operations Research 12 (1964), 736–752.
public struct JointStartQueue: Hashable, Sendable {
  let demand: ServerDemand
  /// The number of servers.
  public let servers: Int
  /// The mean number of customers that arrive while one customer stands at the head of a full
  /// system, from 0 to less than 1: how near the queue is to having no steady state.
  public let saturation: Double
  /// The probability that customers wait: that the queue is not empty.
  public let queueProbability: Double
  /// The probability of an empty queue and 0, 1, … free servers.
  let free: [Double]

  /// Creates a queue, or nothing when it is overloaded: when saturation is not below 1, or when
  /// somebody asks for more servers than there are.
  ///
  /// - Parameters:
  ///   - servers: The number of servers.
  ///   - classes: The classes; their order does not matter.
  ///   - serviceRate: The rate at which each server that a customer holds becomes free.
  /// - Precondition: Servers are not negative, the service rate is finite and positive.
  /// - Complexity: O((servers + w) × w), w being the most servers that a customer asks for.
  public init?(servers: Int, classes: [CustomerClass], serviceRate: Double) {
    precondition(servers >= 0, "Servers are not negative")
    let demand = ServerDemand(classes: classes, serviceRate: serviceRate)
    self.init(
      servers: servers, SeveralServerSequence(demand, servers: Double(servers) + 1))
  }

  /// Creates the queue from a sequence that has one server more.
  init?(servers: Int, _ sequence: SeveralServerSequence) {
    let demand = sequence.demand
    guard servers >= demand.widest else { return nil }
    let saturation = Self.saturation(demand, servers: servers)
    guard saturation < 1 else { return nil }
    var blocking = 0.0
    for free in 0..<demand.widest {
      for step in free..<demand.widest {
        let asking = demand.asking[demand.allClasses + step]
        blocking += sequence.window[free] * asking / Double(servers - step)
      }
    }
    self.demand = demand
    self.servers = servers
    self.saturation = saturation
    let scale = (1 - saturation) / (1 - saturation + blocking)
    queueProbability = blocking / (1 - saturation + blocking)
    free = sequence.window.map { $0 * scale }
  }

  /// Returns the mean number of customers that arrive while one customer stands at the head of the
  /// line of a full system; from 1 on there is no steady state.
  ///
  /// - Precondition: Nobody asks for more servers than there are.
  /// - Complexity: O(classes × w), w being the most servers that a customer asks for.
  public static func saturation(
    servers: Int, classes: [CustomerClass], serviceRate: Double
  ) -> Double {
    let demand = ServerDemand(classes: classes, serviceRate: serviceRate)
    precondition(demand.widest <= servers, "Nobody asks for more servers than there are")
    return saturation(demand, servers: servers)
  }

  private static func saturation(_ demand: ServerDemand, servers: Int) -> Double {
    var sum = 0.0
    for step in 0..<demand.widest {
      sum += demand.asking[demand.allClasses + step] / Double(servers - step)
    }
    return sum
  }

  /// The classes.
  public var classes: [CustomerClass] { demand.classes }

  /// The rate at which each server that a customer holds becomes free.
  public var serviceRate: Double { demand.serviceRate }

  /// The mean number of busy servers: the offered load.
  public var meanBusyServers: Double { demand.load }

  /// The probability of a wait of customers of each class.
  public var waitProbabilities: [Double] {
    demand.classes.map { waitProbability(Request($0.servers)) }
  }

  /// The mean wait of each class, over all customers.
  public var meanWaits: [Double] { demand.classes.map { meanWait(Request($0.servers)) } }

  /// Returns the probability that a customer who asks for a number of servers has to wait.
  ///
  /// - Precondition: The number is from 1 to the most that any customer asks for.
  public func waitProbability(askingFor servers: Int) -> Double {
    waitProbability(request(servers))
  }

  /// Returns the mean wait of customers who ask for a number of servers.
  ///
  /// - Precondition: The number is from 1 to the most that any customer asks for.
  public func meanWait(askingFor servers: Int) -> Double { meanWait(request(servers)) }

  /// The chances of asking for more than 0, 1, … servers.
  struct Request {
    var above: [Double]

    init(_ shares: [Double]) {
      above = shares
      for position in shares.indices.dropLast().reversed() {
        above[position] += above[position + 1]
      }
    }
  }

  func request(_ servers: Int) -> Request {
    precondition(servers >= 1 && servers <= demand.widest, "Nobody asks for so many servers")
    return Request([Double](repeating: 0, count: servers - 1) + [1])
  }

  func waitProbability(_ request: Request) -> Double {
    var sum = queueProbability
    for (position, share) in request.above.enumerated() { sum += free[position] * share }
    return min(1, sum)
  }

  func meanWait(_ request: Request) -> Double {
    tailTransform(ComplexValue(0), request).real / serviceRate
  }
}
