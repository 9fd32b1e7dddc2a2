import LinearProgramming

extension LinearProgram {
  /// Leaves only the optimal points of the program: variables that have a reduced cost stay at their
  /// bound, rows that have a price at their end.
  ///
  /// By complementary slackness a feasible point is optimal exactly when it lies at every bound and
  /// end that the optimal prices press against, whichever optimal prices are used. So nothing of the
  /// optimum is given away, no dense row holds the objective, and the stages to come have fewer free
  /// variables. Prices up to 1e-7 of the largest weight of the objective are taken for none: what
  /// they stand for is below what is proven of an optimum.
  mutating func keepOptimal(_ solution: Solution) {
    let largest = objectiveWeights.reduce(0) { max($0, abs($1)) }
    let least = 1e-7 * (largest > 0 ? largest : 1)
    for variable in variables {
      let cost = solution.reducedCost(of: variable)
      guard abs(cost) > least else { continue }
      let bounds = bounds(of: variable)
      let end = cost > 0 ? bounds.lowerBound : bounds.upperBound
      if end.isFinite { setBounds(of: variable, to: end...end) }
    }
    for row in rows {
      let price = solution.shadowPrice(of: row)
      guard abs(price) > least else { continue }
      let bounds = bounds(of: row)
      let end = price > 0 ? bounds.lowerBound : bounds.upperBound
      if end.isFinite { setBounds(of: row, to: end...end) }
    }
  }

  private var objectiveWeights: [Double] { costs }
}
