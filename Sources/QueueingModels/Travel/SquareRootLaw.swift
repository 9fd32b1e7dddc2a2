import Foundation

/// The distance from a customer to the nearest of some free servers in an area.
///
/// Servers and customer are placed at random, and the edge of the area is left out of account: the
/// number of servers within distance d is then a Poisson number of mean n v d²/A, v being the area
/// within distance 1. So P(D > d) = e^(−n v d²/A), v = π (Euclid) or 2 (right angles), and the mean is
/// k √(A/n). With none free, the server that becomes free first is at a place at random, and the
/// area is taken for a square.
///
/// Source: P. Kolesar, E. H. Blum, *Square root laws for fire engine response distances*, Management
/// Science 19 (1973), 1368–1378; R. C. Larson and A. R. Odoni, *Urban Operations Research*,
/// sections 3.7.1 and 5.8.
public struct SquareRootLaw: Hashable, Sendable {
  /// The area, in the square of the unit of distances.
  public let area: Double
  /// How distances are measured.
  public let metric: TravelMetric

  /// Creates the law for an area.
  ///
  /// - Precondition: The area is finite and positive.
  public init(area: Double, metric: TravelMetric) {
    precondition(area > 0 && area.isFinite, "An area is positive")
    self.area = area
    self.metric = metric
  }

  /// Returns the mean distance with `free` servers free; with 0, that to a server at random.
  ///
  /// - Precondition: The number is not negative.
  public func meanDistance(free: Int) -> Double {
    precondition(free >= 0, "Servers are not negative")
    if free == 0 { return metric.pairConstant * area.squareRoot() }
    return metric.nearestConstant * (area / Double(free)).squareRoot()
  }

  /// Returns the mean distance over a distribution of free servers.
  ///
  /// - Complexity: O(servers).
  public func meanDistance(_ free: FreeServers) -> Double {
    free.probabilities.enumerated().reduce(0) {
      $0 + $1.element * meanDistance(free: $1.offset)
    }
  }

  /// Returns k √(A/n) for a mean number n of free servers, put in as if it never changed.
  ///
  /// While servers are free this **understates** the mean distance: n^(−1/2) is convex, so by
  /// Jensen's inequality the mean over a distribution is larger. With none free the true distance is
  /// finite and n^(−1/2) is not, so with about one free server on average it overstates instead.
  ///
  /// - Precondition: The number is positive.
  public func plugInDistance(meanFree: Double) -> Double {
    precondition(meanFree > 0, "Some servers are free")
    return metric.nearestConstant * (area / meanFree).squareRoot()
  }

  /// Returns the probability that the distance is at most `distance` with `free` servers free.
  ///
  /// - Precondition: The number is not negative.
  public func share(within distance: Double, free: Int) -> Double {
    precondition(free >= 0, "Servers are not negative")
    if distance <= 0 { return 0 }
    if free == 0 { return metric.shareOfPairs(within: distance / area.squareRoot()) }
    return -expm1(-decay(free: free) * distance * distance)
  }

  /// The c of P(D > d) = e^(−c d²).
  func decay(free: Int) -> Double { Double(free) * metric.unitArea / area }

  /// The distance that is never exceeded with none free.
  var longest: Double {
    (metric == .euclidean ? 2.0.squareRoot() : 2) * area.squareRoot()
  }
}
