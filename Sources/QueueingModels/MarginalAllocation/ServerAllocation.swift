/// A number of servers at which the cost of a place is not convex.
public struct ConvexityFailure: Hashable, Sendable {
  /// The place, counted from 0.
  public let place: Int
  /// The number n at which cost(n + 1) − cost(n) is smaller than cost(n) − cost(n − 1).
  public let servers: Int

  /// Creates the record of a failure.
  public init(place: Int, servers: Int) {
    self.place = place
    self.servers = servers
  }
}

/// Why an allocation is the cheapest.
///
/// Tables, and places that failed, are looked at throughout. A function that did not fail is known
/// only as far as it was looked at, one server beyond what its place got; every proof takes it to be
/// convex beyond.
public enum AllocationProof: Hashable, Sendable {
  /// Every cost is convex on the numbers that were looked at, from the fewest to `through`, so
  /// marginal gains give the cheapest allocation within them (Fox).
  ///
  case convex(through: [Int])
  /// Some costs are not convex, but where the allocation stands all of them touch their lower convex
  /// envelopes, for which marginal gains are exact.
  case envelope(failures: [ConvexityFailure])
  /// The places that are not convex were combined with the others by dynamic programming.
  case dynamicProgram(failures: [ConvexityFailure])
  /// The dynamic program would have been too large; nothing is cheaper by more than `gap`.
  case bounded(gap: Double, failures: [ConvexityFailure])

  /// The first failure of each place whose cost is not convex.
  public var failures: [ConvexityFailure] {
    switch self {
    case .convex: []
    case .envelope(let failures), .dynamicProgram(let failures): failures
    case .bounded(_, let failures): failures
    }
  }
}

/// The servers of each place.
public struct ServerAllocation: Hashable, Sendable {
  /// The servers of each place; they add up to the total.
  public let servers: [Int]
  /// The sum of the costs, finite.
  public let cost: Double
  /// Why nothing is cheaper.
  public let proof: AllocationProof
}

/// Why no allocation has a finite cost.
public enum AllocationObstacle: Hashable, Sendable {
  /// The places cannot do with less than `needed` servers together.
  case tooFew(needed: Int)
  /// The places cannot take more than `room` servers together.
  case tooMany(room: Int)
  /// A place, counted from 0, has no finite cost at any number up to the total.
  case noFiniteCost(place: Int)
  /// Between the least and the most, no numbers of finite cost add up to the total.
  case noCombination
}

/// What comes of an allocation.
public enum AllocationAnswer: Hashable, Sendable {
  /// The servers of each place.
  case allocated(ServerAllocation)
  /// There is no allocation of finite cost.
  case infeasible(AllocationObstacle)

  /// The allocation, if there is one.
  public var allocation: ServerAllocation? {
    if case .allocated(let allocation) = self { allocation } else { nil }
  }
}
