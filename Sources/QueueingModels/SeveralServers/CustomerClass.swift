/// Customers of one urgency who may ask for several servers at once.
///
/// Customers arrive as a Poisson process; each asks for a number of servers of its own, drawn from
/// one distribution. Twelve customers an hour, of whom a quarter asks for two servers:
///
///     CustomerClass(arrivalRate: 12, servers: [0.75, 0.25])
public struct CustomerClass: Hashable, Sendable {
  /// Customers per unit of time.
  public let arrivalRate: Double
  /// The probabilities that a customer asks for 1, 2, … servers; the last one is above 0.
  public let servers: [Double]

  /// Creates a class.
  ///
  /// - Parameters:
  ///   - arrivalRate: Customers per unit of time.
  ///   - servers: The probabilities of asking for 1, 2, … servers.
  /// - Precondition: The rate is finite and not negative; no probability is negative, and their sum
  ///   is 1 to nine digits. They are divided by their sum.
  public init(arrivalRate: Double, servers: [Double] = [1]) {
    precondition(arrivalRate >= 0 && arrivalRate.isFinite, "Arrivals are finite and not negative")
    precondition(servers.allSatisfy { $0 >= 0 }, "A probability is not negative")
    let sum = servers.reduce(0, +)
    precondition(abs(sum - 1) <= 1e-9, "Probabilities sum to 1")
    self.arrivalRate = arrivalRate
    let last = servers.lastIndex { $0 > 0 } ?? 0
    self.servers = servers[...last].map { $0 / sum }
  }

  /// The mean number of servers that a customer asks for.
  public var meanServers: Double {
    servers.enumerated().reduce(0) { $0 + Double($1.offset + 1) * $1.element }
  }
}
