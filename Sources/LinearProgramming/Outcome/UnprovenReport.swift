/// Why the solver has no answer that it can vouch for.
public struct UnprovenReport: Hashable, Sendable {
  /// What kind of answer could not be proven.
  public enum Reason: Hashable, Sendable {
    /// A solution was found, but it failed this check.
    case optimalityCheckFailed(OptimalityCheck)
    /// The rows seem to contradict one another, but the proof failed this check.
    case infeasibilityCheckFailed(CertificateCheck)
    /// The objective seems to be unbounded, but the proof failed this check.
    case unboundednessCheckFailed(CertificateCheck)
    /// Rounding errors kept the solver from any conclusion.
    case numericalTrouble(String)
  }

  /// What could not be proven, with the figures of the failed check.
  public let reason: Reason
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations done.
  public var iterations: Int { statistics.simplexIterations }
}

extension UnprovenReport: CustomStringConvertible {
  /// What could not be proven, and what to do about it.
  public var description: String {
    let finding =
      switch reason {
      case .optimalityCheckFailed(let check): "A solution was found, but it failed: \(check)."
      case .infeasibilityCheckFailed(let check):
        "The program seems infeasible, but the proof failed: \(check)."
      case .unboundednessCheckFailed(let check):
        "The program seems unbounded, but the proof failed: \(check)."
      case .numericalTrouble(let what): "Rounding errors prevented an answer: \(what)."
      }
    return finding + " Bring the coefficients closer to one another in size."
  }
}
