/// When the approximation of a hypercube ends.
public struct ApproximationSettings: Hashable, Sendable {
  /// The largest relative change of a workload that the last pass may make.
  public var tolerance: Double
  /// The passes after which it gives up.
  public var passLimit: Int

  /// Creates settings.
  ///
  /// - Precondition: Both are positive.
  public init(tolerance: Double = 1e-10, passLimit: Int = 1_000) {
    precondition(tolerance > 0, "A tolerance is positive")
    precondition(passLimit > 0, "At least one pass is made")
    self.tolerance = tolerance
    self.passLimit = passLimit
  }
}

/// Approximate workloads and shares of a ``HypercubeModel`` of any size.
public struct HypercubeApproximation: Hashable, Sendable {
  /// Workloads, shares and all else that follows.
  public let performance: HypercubePerformance
  /// How the computation ended; look at it before the figures.
  public let convergence: HypercubeConvergence
}

extension HypercubeModel {
  /// Returns Larson's approximation, or nothing when the model has a line and cannot keep up.
  ///
  /// Servers are busy or free independently, but for a factor that corrects for their working
  /// together as equal servers in random order would. Each pass computes workloads from those
  /// before and makes them add up to the load. Unequal service rates, and ``timeFactors``, enter
  /// as Jarvis proposes, by the mean time of what each server serves. Workloads mostly come within
  /// one or two percent of the exact ones.
  ///
  /// From the fifth pass on, the outcomes of the last eight are mixed so that they change least
  /// (Anderson 1965); plain passes may swing to and fro for ever. Where adding up would keep a
  /// server busy all the time, what it is offered is scaled instead.
  ///
  /// - Complexity: O(passes × (atoms × servers + servers²)); atoms stop at the server where the
  ///   chance to get so far is below 1e-30.
  public func approximated(
    _ settings: ApproximationSettings = ApproximationSettings()
  ) -> HypercubeApproximation? {
    if line == .waits, utilization >= 1 { return nil }
    var passes = WorkloadPasses(model: self)
    var convergence = HypercubeConvergence(
      repetitions: 0, residual: arrivalRate > 0 ? .infinity : 0, isConverged: arrivalRate == 0)
    var mixing = AndersonMixing(depth: 8)
    while !convergence.isConverged, convergence.repetitions < settings.passLimit {
      let point = passes.state
      let change = passes.pass()
      convergence.repetitions += 1
      convergence.residual = change
      convergence.isConverged = change <= settings.tolerance
      if !convergence.isConverged, convergence.repetitions > 4 {
        let image = passes.state
        let mixed = mixing.next(point: point, image: image, weights: passes.weights)
        if passes.accepts(mixed) {
          passes.state = mixed
        } else {
          passes.state = zip(point, image).map { ($0 + $1) / 2 }
          mixing.forget()
        }
      }
    }
    if line == .waits, passes.isOverloaded { return nil }
    return HypercubeApproximation(performance: passes.performance(), convergence: convergence)
  }
}
