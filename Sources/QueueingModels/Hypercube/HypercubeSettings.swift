/// How the exact equations of a hypercube are solved, and how exactly.
public struct HypercubeSettings: Hashable, Sendable {
  /// A way to solve the equations.
  public enum Method: Hashable, Sendable, CaseIterable {
    /// Elimination up to six servers, relaxation above.
    case automatic
    /// Overrelaxation of the even against the odd states; from 4 servers.
    case relaxation
    /// Elimination without subtractions, in time that grows eightfold with each server: right for
    /// every state, however rare; up to 10 servers.
    case elimination
    /// LAPACK's factorization of the dense equations, as a check; up to 12 servers, right to
    /// digits of the likeliest state only.
    case factorization
  }

  /// How the equations are solved.
  public var method: Method
  /// The largest relative change that the last sweep may ask for, of any state above the floor.
  public var tolerance: Double
  /// Probabilities below it are computed, but do not hold up the end.
  public var probabilityFloor: Double
  /// The sweeps after which relaxation gives up.
  public var sweepLimit: Int

  /// Creates settings.
  ///
  /// - Precondition: The tolerance is positive, the floor at least 1e-290, the limit positive.
  public init(
    method: Method = .automatic, tolerance: Double = 1e-10, probabilityFloor: Double = 1e-290,
    sweepLimit: Int = 2_000
  ) {
    precondition(tolerance > 0, "A tolerance is positive")
    precondition(probabilityFloor >= 1e-290, "Below 1e-290 probabilities lose digits")
    precondition(sweepLimit > 0, "At least one sweep is made")
    self.method = method
    self.tolerance = tolerance
    self.probabilityFloor = probabilityFloor
    self.sweepLimit = sweepLimit
  }
}

/// How a repeated computation ended.
public struct HypercubeConvergence: Hashable, Sendable {
  /// Sweeps over all states, or passes over all atoms; 0 for direct methods.
  public var repetitions: Int
  /// What the last repetition still changed, relative, in the state or workload that it changed
  /// most.
  ///
  /// For the exact solution this is the imbalance of a state: how far its flow in is from its flow
  /// out, over all states above the floor. 0 for direct methods.
  public var residual: Double
  /// Whether the residual came below the tolerance.
  ///
  /// Figures of a computation that did not converge are its last ones and may be far off.
  public var isConverged: Bool
}
