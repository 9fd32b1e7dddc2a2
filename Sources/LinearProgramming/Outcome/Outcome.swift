/// What the solver found out about a linear program.
///
/// All cases are answers. An answer that claims something has been checked against the original
/// program by code that knows nothing of the solver; an answer that failed its check is reported
/// as ``notProven(_:)``.
public enum Outcome: Sendable {
  /// No other feasible point does better.
  case optimal(Solution)
  /// The rows and bounds contradict one another.
  case infeasible(InfeasibilityCertificate)
  /// The objective can be improved without limit.
  case unbounded(UnboundednessCertificate)
  /// The solver stopped at a limit that the settings imposed.
  case limit(LimitReport)
  /// The arithmetic did not suffice for an answer that stands its check.
  case notProven(UnprovenReport)

  /// What it took to answer.
  public var statistics: SolveStatistics {
    switch self {
    case .optimal(let solution): solution.statistics
    case .infeasible(let certificate): certificate.statistics
    case .unbounded(let certificate): certificate.statistics
    case .limit(let report): report.statistics
    case .notProven(let report): report.statistics
    }
  }

  /// The optimal solution, if there is one.
  public var solution: Solution? {
    guard case .optimal(let solution) = self else { return nil }
    return solution
  }
}
