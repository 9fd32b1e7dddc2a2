extension LinearProgram {
  /// Returns the name of `variable`.
  public func name(of variable: Variable) -> String { variableNames[variable.index] }

  /// Returns the name of `row`.
  public func name(of row: Row) -> String { rowNames[row.index] }

  /// Returns the bounds of `variable`.
  public func bounds(of variable: Variable) -> ClosedRange<Double> {
    lowerBounds[variable.index]...upperBounds[variable.index]
  }

  /// Returns the range in which the terms of `row` must lie, without any constant.
  ///
  /// - Precondition: Neither end is a NaN, which only arithmetic with NaN can have put there.
  public func bounds(of row: Row) -> ClosedRange<Double> {
    rowLowers[row.index]...rowUppers[row.index]
  }

  /// Returns the terms of `row`, each variable once and in order; the constant is zero.
  public func expression(of row: Row) -> LinearExpression {
    LinearExpression(terms: Array(terms(of: row)))
  }

  /// The terms of `row`, each variable once and in order.
  package func terms(of row: Row) -> ArraySlice<LinearExpression.Term> {
    terms[rowStarts[row.index]..<rowStarts[row.index + 1]]
  }

  /// The objective's weight for every variable, in the stated sense.
  package var costs: [Double] {
    var costs = [Double](repeating: 0, count: variableCount)
    for term in objective.terms { costs[term.variable.index] = term.weight }
    return costs
  }
}
