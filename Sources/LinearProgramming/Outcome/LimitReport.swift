/// How far the solver got before a limit stopped it.
public struct LimitReport: Hashable, Sendable {
  /// What stopped the solver.
  public enum Limit: Hashable, Sendable {
    /// ``SolverSettings/iterationLimit`` was reached.
    case iterations
    /// ``SolverSettings/timeLimit`` was reached.
    case time
    /// The surrounding task was cancelled.
    case cancelled
  }

  /// What stopped the solver.
  public let limit: Limit
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations done.
  public var iterations: Int { statistics.simplexIterations }
  /// A value that bounds the objective, in the stated sense, if one is known.
  ///
  /// It follows from prices of rows by weak duality, but for rounding: a price or reduced cost of
  /// at most 1e-9, relative to its terms, that points to an infinite end is taken as zero.
  public let bestBound: Double?
}

extension LimitReport: CustomStringConvertible {
  /// Which limit was reached, and what is known.
  public var description: String {
    let stop =
      switch limit {
      case .iterations: "Stopped at the iteration limit"
      case .time: "Stopped at the time limit"
      case .cancelled: "Cancelled"
      }
    let bound = bestBound.map { "; the objective cannot be better than \($0)" } ?? ""
    return "\(stop) after \(iterations) iterations\(bound)."
  }
}
