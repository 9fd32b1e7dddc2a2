/// How far the solver got before a limit stopped it.
public struct LimitReport: Hashable, Sendable {
  /// What stopped the solver.
  public enum Limit: Hashable, Sendable {
    /// ``SolverSettings/iterationLimit`` was reached.
    case iterations
    /// ``SolverSettings/timeLimit`` was reached.
    case time
  }

  /// What stopped the solver.
  public let limit: Limit
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations done.
  public var iterations: Int { statistics.simplexIterations }
  /// A value that bounds the objective, in the stated sense, if one is known.
  public let bestBound: Double?
}

extension LimitReport: CustomStringConvertible {
  /// Which limit was reached, and what is known.
  public var description: String {
    let name = limit == .iterations ? "iteration limit" : "time limit"
    let bound = bestBound.map { "; the objective cannot be better than \($0)" } ?? ""
    return "Stopped at the \(name) after \(iterations) iterations\(bound)."
  }
}
