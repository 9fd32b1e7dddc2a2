/// Servers without a queue: a customer who finds all of them busy is lost (M/M/c/c).
///
/// Arrivals are a Poisson process; only the mean of the service times matters.
public struct ErlangB: Hashable, Sendable {
  /// The number of servers; not necessarily whole.
  public let servers: Double
  /// The offered load, in servers.
  public let load: Double
  /// The share of customers that are lost, from 0 to 1.
  public let blocking: Double

  /// Creates a loss system; for a number of servers that is not whole, by the continuous extension
  /// that ``ErlangSequence`` describes.
  ///
  /// - Precondition: Both are finite and not negative.
  /// - Complexity: That of ``ErlangSequence``.
  public init(servers: Double, load: Double) {
    self.servers = servers
    self.load = load
    blocking = ErlangSequence(load: load, servers: servers).blocking
  }

  /// Creates a loss system with a whole number of servers.
  ///
  /// - Precondition: Both are finite and not negative.
  /// - Complexity: That of ``ErlangSequence``.
  public init(servers: Int, load: Double) { self.init(servers: Double(servers), load: load) }

  /// The mean number of busy servers.
  public var carriedLoad: Double { load * (1 - blocking) }

  /// Returns the smallest number of servers that loses at most the share `blocking`.
  ///
  /// - Precondition: `load` is finite and not negative; `blocking` is above 0 and at most 1.
  /// - Complexity: O(result) for a load below 128, else O(√load) for each of a few evaluations
  ///   around the normal approximation.
  public static func fewestServers(load: Double, blockingAtMost blocking: Double) -> Int {
    precondition(blocking > 0 && blocking <= 1, "A share is above 0 and at most 1")
    if load < ErlangSequence.largeLoad {
      var sequence = ErlangSequence(load: load)
      while sequence.blocking > blocking { sequence.addServer() }
      return Int(sequence.servers)
    }
    let start = SquareRootStaffing.servers(load: load, blocking: blocking)
    return MonotoneSearch.smallest(from: 0, guess: start) { servers in
      ErlangSequence(load: load, servers: Double(servers)).blocking <= blocking
    }
  }
}
