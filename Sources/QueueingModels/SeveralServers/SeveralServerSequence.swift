/// The probability that all servers are busy, for customers who ask for several servers at once,
/// and a growing number of servers.
///
/// Every server asked for is a task of its own, so the number n of tasks in the system climbs by
/// whole batches and falls one by one. With T(j) the rate of customers who ask for at least j
/// servers, in units of the service rate, the flow between n − 1 and n tasks balances when
///
///     min(n, c) p(n) = T(1) p(n − 1) + T(2) p(n − 2) + …
///
/// Up to n = c that does not know of c. The sequence therefore keeps the last few p, divided by the
/// sum of all p below c, and a server more costs one step of the recursion. All busy servers
/// together are the load a = T(1) + T(2) + …, whence, without cancellation at any load,
///
///     P(all busy) = Z / (c − a + Z),   Z = Σ p(c − j) (T(j) + T(j + 1) + …) / Σ p(n < c)
///
/// A number of servers that is not whole is allowed. The literature has no continuous form; this
/// one is our own. Read the kept numbers as the distribution of free servers, given that some are:
/// at 1 + f servers it begins with B for one and 1 − B for two, B being the continuous Erlang loss
/// probability of ``ErlangSequence`` with f servers and load T(1), and then follows the same
/// recursion. It passes through the whole numbers, and is the continuous Erlang C where every
/// customer asks for one server. It falls with the number of servers: B falls with f, which moves
/// the distribution to more free servers, and each step of the recursion keeps that order. Below
/// one server, p(c − 1) is c B / ((1 − B) T(1)) with B for c servers.
///
/// Source: the balance of flow for batch arrivals is in M. L. Chaudhry and J. G. C. Templeton, *A
/// First Course in Bulk Queues* (1983); the rest is derived here.
public struct SeveralServerSequence: Hashable, Sendable {
  let demand: ServerDemand
  /// The number of servers; not necessarily whole.
  public private(set) var servers: Double
  /// p(c − 1), p(c − 2), …, divided by the sum of p below c.
  private(set) var window: [Double]

  /// Creates the sequence at a number of servers.
  ///
  /// - Parameters:
  ///   - classes: The classes, most urgent first.
  ///   - serviceRate: The tasks that one busy server completes per unit of time.
  ///   - servers: The number of servers.
  /// - Precondition: The service rate is finite and positive, servers are finite and not negative.
  /// - Complexity: O(servers × the most servers that a customer asks for).
  public init(classes: [CustomerClass], serviceRate: Double, servers: Double = 0) {
    self.init(ServerDemand(classes: classes, serviceRate: serviceRate), servers: servers)
  }

  init(_ demand: ServerDemand, servers: Double) {
    precondition(servers >= 0 && servers.isFinite, "Servers are finite and not negative")
    self.demand = demand
    let fraction = servers - servers.rounded(.down)
    window = [Double](repeating: 0, count: max(demand.widest, 2))
    let single = demand.asking[demand.allClasses]
    if fraction == 0 || single == 0 {
      self.servers = min(1, servers)
      window[0] = 1
    } else {
      let blocking = ErlangSequence(load: single, servers: fraction).blocking
      if servers < 1 {
        self.servers = fraction
        window[0] = fraction * blocking / ((1 - blocking) * single)
      } else {
        self.servers = 1 + fraction
        window[0] = blocking
        window[1] = 1 - blocking
      }
    }
    while self.servers + 0.5 < servers { addServer() }
    self.servers = servers
  }

  /// Moves on to one server more.
  ///
  /// - Complexity: O(the most servers that a customer asks for).
  public mutating func addServer() {
    guard servers > 0 else {
      servers = 1
      return
    }
    var inflow = 0.0
    let row = demand.allClasses
    for column in 0..<demand.widest { inflow += demand.asking[row + column] * window[column] }
    let next = inflow / servers
    if servers < 1 { window[0] = 1 }
    let scale = 1 / (1 + next)
    var carried = next * scale
    for column in window.indices {
      let moved = window[column] * scale
      window[column] = carried
      carried = moved
    }
    servers += 1
  }

  /// The offered load of all classes, in servers.
  public var load: Double { demand.load }

  /// The probability that a customer finds all servers busy, or nothing when the system is
  /// overloaded: when the load is not smaller than the number of servers.
  ///
  /// It is the same for every class and order of the classes.
  public var waitProbability: Double? {
    guard load < servers else { return nil }
    let pressure = self.pressure
    return pressure / ((servers - load) + pressure)
  }

  /// The probability that a server is free, relative to the same denominator: 1 − P(all busy).
  var freeProbability: Double { (servers - load) / ((servers - load) + pressure) }

  private var pressure: Double {
    var sum = 0.0
    for column in 0..<demand.widest { sum += window[column] * demand.remaining[column] }
    return sum
  }

  /// The queue at the present servers, or nothing when it is overloaded.
  public var queue: SeveralServerQueue? { SeveralServerQueue(self) }
}
