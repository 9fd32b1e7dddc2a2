/// Row multipliers that prove a linear program infeasible (Farkas' lemma).
///
/// Multiply each row by its multiplier and add: within the bounds of the variables, the sum
/// cannot take any value that the ranges of the rows allow. Source: J. Farkas, *J. reine angew.
/// Math.* 124 (1902), 1–27.
public struct InfeasibilityCertificate: Sendable {
  /// The multiplier of each row, in the order of the rows.
  package let multipliers: [Double]
  /// The figures of the check that the multipliers passed.
  public let check: CertificateCheck
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations it took.
  public var iterations: Int { statistics.simplexIterations }

  /// Returns the multiplier of `row`; zero if the row has no part in the contradiction.
  public func multiplier(of row: Row) -> Double { multipliers[row.index] }

  /// The rows that take part in the contradiction, in order.
  public var conflictingRows: [Row] {
    multipliers.indices.filter { multipliers[$0] != 0 }.map(Row.init(index:))
  }
}

/// A feasible point and a direction that prove a linear program unbounded.
public struct UnboundednessCertificate: Sendable {
  /// A feasible point.
  package let point: [Double]
  /// The direction in which the objective improves for ever.
  package let direction: [Double]
  /// The figures of the check that the direction passed.
  public let check: CertificateCheck
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations it took.
  public var iterations: Int { statistics.simplexIterations }

  /// Returns the value of a variable or an expression at the feasible point.
  public func value(of expression: some LinearExpressible) -> Double {
    expression.linearExpression.value(at: point)
  }

  /// Returns how fast `variable` grows along the direction.
  public func rate(of variable: Variable) -> Double { direction[variable.index] }
}
