/// Servers that are told apart, customers who come from many places, and for each place the order
/// in which it turns to the servers.
///
/// Customers of each *atom*, a small place, arrive as a Poisson process and go to the first free
/// server on the atom's list. One server serves one customer, for an exponential time. When all
/// are busy a customer is lost, or joins one line in order of arrival. The state of the system is
/// the set of busy servers: one corner of a cube of as many dimensions as there are servers.
///
///     let model = HypercubeModel(
///       arrivalRates: [0.6, 0.4], serviceRates: [1, 1], preferences: [[0, 1], [1, 0]],
///       line: .lost)
///     if let answer = model.solved() { print(answer.performance.workloads) }
///
/// ``solved(_:)`` is exact and doubles its work with each server, up to 24; ``approximated(_:)``
/// takes hundreds of servers and thousands of atoms.
///
/// Source: R. C. Larson, *A hypercube queuing model for facility location and redistricting in
/// urban emergency services*, Computers & Operations Research 1 (1974), 67–95; R. C. Larson and
/// A. R. Odoni, *Urban Operations Research*, sections 5.3 to 5.5.
public struct HypercubeModel: Hashable, Sendable {
  /// What happens to a customer who finds all servers busy.
  public enum Line: Hashable, Sendable, CaseIterable {
    /// The customer is lost, or served by somebody else.
    case lost
    /// The customer waits for the first server that becomes free, in order of arrival.
    case waits
  }

  /// Customers of each atom per unit of time.
  public let arrivalRates: [Double]
  /// Customers that each server completes per unit of time while busy, before ``timeFactors``.
  public let serviceRates: [Double]
  /// For each atom all servers, the first choice first.
  public let preferences: [[Int]]
  /// What happens when all servers are busy.
  public let line: Line
  /// How much longer than its own mean a server takes with a customer of an atom, by server and
  /// then atom, or nothing where the atom makes no difference.
  ///
  /// With factors both solutions are approximate: each server works at the mean rate of what it
  /// serves, which is found by repetition (Jarvis 1985).
  public let timeFactors: [[Double]]?

  /// Creates a model.
  ///
  /// - Parameters:
  ///   - arrivalRates: Customers per unit of time, an atom each; 0 is allowed.
  ///   - serviceRates: Customers per unit of busy time, a server each.
  ///   - preferences: For each atom every server once. ``preferences(byTravelTimes:)`` makes them.
  ///   - line: What happens when all servers are busy.
  ///   - timeFactors: By server, then atom; service times are multiplied by them.
  /// - Precondition: There is a server; arrivals are finite and not negative; service rates and
  ///   factors are finite and positive; each list names every server exactly once; shapes agree.
  /// - Complexity: O(atoms × servers).
  public init(
    arrivalRates: [Double], serviceRates: [Double], preferences: [[Int]], line: Line,
    timeFactors: [[Double]]? = nil
  ) {
    precondition(!serviceRates.isEmpty, "There is a server")
    precondition(
      arrivalRates.allSatisfy { $0 >= 0 && $0.isFinite }, "Arrivals are finite and not negative")
    precondition(
      serviceRates.allSatisfy { $0 > 0 && $0.isFinite }, "Service rates are finite and positive")
    precondition(preferences.count == arrivalRates.count, "Every atom has a list of servers")
    for list in preferences {
      var missing = [Bool](repeating: true, count: serviceRates.count)
      precondition(list.count == missing.count, "A list names every server")
      for server in list {
        precondition(missing.indices.contains(server) && missing[server], "A server is named once")
        missing[server] = false
      }
    }
    if let timeFactors {
      precondition(timeFactors.count == serviceRates.count, "Factors are given for every server")
      for row in timeFactors {
        precondition(row.count == arrivalRates.count, "Factors are given for every atom")
        precondition(row.allSatisfy { $0 > 0 && $0.isFinite }, "Factors are finite and positive")
      }
    }
    self.arrivalRates = arrivalRates
    self.serviceRates = serviceRates
    self.preferences = preferences
    self.line = line
    self.timeFactors = timeFactors
  }

  /// The number of servers.
  public var serverCount: Int { serviceRates.count }

  /// The number of atoms.
  public var atomCount: Int { arrivalRates.count }

  /// Customers of all atoms per unit of time.
  public var arrivalRate: Double { arrivalRates.reduce(0, +) }

  /// Arrivals divided by what all servers can complete together while there is a line.
  ///
  /// A server then takes customers as they come, from all atoms. With a line it must be below 1.
  public var utilization: Double { arrivalRate / saturatedRates.reduce(0, +) }

  /// The rate of each server with customers drawn from all arrivals.
  var saturatedRates: [Double] {
    let rate = arrivalRate
    guard let timeFactors, rate > 0 else { return serviceRates }
    return zip(serviceRates, timeFactors).map { service, factors in
      service / zip(arrivalRates, factors).reduce(0) { $0 + $1.0 / rate * $1.1 }
    }
  }
}
