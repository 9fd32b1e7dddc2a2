/// What a place costs with each number of servers.
///
/// A cost is any number, or +infinity where the number cannot be (a queue that does not keep up).
/// Places may be areas, periods, or each period of each area.
///
/// ```swift
/// let waiting = PlaceCost { servers in                              // mean queue of an M/M/c
///   ErlangC(servers: servers, arrivalRate: 3.8, serviceRate: 2)?.meanQueueLength ?? .infinity
/// }
/// let known = PlaceCost(fewest: 2, table: [9, 5, 4])                // 2, 3 or 4 servers
/// ```
public struct PlaceCost: Sendable {
  /// The fewest servers allowed.
  public let fewest: Int
  /// The most servers allowed.
  public let most: Int
  /// Whether all costs are given, and not computed when they are needed.
  let isTable: Bool
  private let cost: @Sendable (Int) -> Double

  /// Creates a place from a function, which is called only for the numbers that are looked at.
  ///
  /// Once it has been finite, an infinite value ends the range: it is taken to stay infinite.
  ///
  /// - Precondition: 0 ≤ `fewest` ≤ `most`; no cost is NaN or −infinity.
  public init(fewest: Int = 0, most: Int = .max, cost: @escaping @Sendable (Int) -> Double) {
    precondition(fewest >= 0 && fewest <= most, "Bounds are in order")
    self.fewest = fewest
    self.most = most
    self.cost = cost
    isTable = false
  }

  /// Creates a place from the costs of `fewest`, `fewest` + 1 … servers; there may be infinite ones
  /// anywhere.
  ///
  /// - Precondition: There is a cost, `fewest` is not negative; no cost is NaN or −infinity.
  public init(fewest: Int = 0, table: [Double]) {
    precondition(fewest >= 0 && !table.isEmpty, "There are numbers of servers")
    self.fewest = fewest
    most = fewest + table.count - 1
    cost = { table[$0 - fewest] }
    isTable = true
  }

  /// Returns the cost of a number of servers within the bounds.
  ///
  /// - Precondition: The number is from ``fewest`` to ``most``, and its cost is neither NaN nor
  ///   −infinity.
  public func callAsFunction(_ servers: Int) -> Double {
    precondition(servers >= fewest && servers <= most, "Servers are within their bounds")
    let value = cost(servers)
    precondition(value > -.infinity, "A cost is a number or +infinity")
    return value
  }
}
