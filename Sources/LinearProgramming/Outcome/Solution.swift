/// An optimal solution of a linear program, with prices.
public struct Solution: Sendable {
  /// The value of the objective, its constant included.
  public let objective: Double
  /// The basis that belongs to the solution; solve a changed program from here.
  ///
  /// It is nil after the interior point method without crossover.
  public let basis: Basis?
  /// How well the solution stands up to the original program.
  public let check: OptimalityCheck
  /// What it took.
  public let statistics: SolveStatistics
  /// The number of simplex iterations it took.
  public var iterations: Int { statistics.simplexIterations }

  /// The value of each variable.
  package let values: [Double]
  /// The shadow price of each row, in the stated sense.
  package let prices: [Double]
  /// The reduced cost of each variable, in the stated sense.
  package let reducedCosts: [Double]

  /// Returns the value of a variable or an expression.
  ///
  /// - Complexity: O(terms).
  public func value(of expression: some LinearExpressible) -> Double {
    expression.linearExpression.value(at: values)
  }

  /// Returns how fast the objective changes with the right-hand side of `row`.
  ///
  /// The price is the derivative of the optimal objective, in the stated sense, by the end of
  /// the row's range that is active; it is zero if neither is. At a degenerate optimum it is one
  /// of the one-sided derivatives' bounds: the true rate lies on its worse side.
  public func shadowPrice(of row: Row) -> Double { prices[row.index] }

  /// Returns how fast the objective changes with the active bound of `variable`.
  ///
  /// The reduced cost is the derivative of the optimal objective, in the stated sense; it is
  /// zero if no bound is active.
  public func reducedCost(of variable: Variable) -> Double { reducedCosts[variable.index] }
}
