extension LinearProgram {
  /// Checks that all numbers make sense.
  ///
  /// - Throws: A ``SolverError`` that names the first one that does not.
  func validate() throws(SolverError) {
    guard objective.constant.isFinite else {
      throw .invalidObjectiveConstant(objective.constant)
    }
    for term in objective.terms where !term.weight.isFinite {
      throw .invalidObjective(variable: name(of: term.variable), value: term.weight)
    }
    for variable in variables {
      let lower = lowerBounds[variable.index]
      let upper = upperBounds[variable.index]
      guard Self.isRange(lower, upper) else {
        throw .invalidVariableBounds(
          variable: name(of: variable), lower: lower, upper: upper)
      }
    }
    for row in rows {
      let lower = rowLowers[row.index]
      let upper = rowUppers[row.index]
      guard Self.isRange(lower, upper) else {
        throw .invalidRowBounds(row: name(of: row), lower: lower, upper: upper)
      }
      for term in terms(of: row) where !term.weight.isFinite {
        throw .invalidCoefficient(
          row: name(of: row), variable: name(of: term.variable), value: term.weight)
      }
    }
  }

  static func isRange(_ lower: Double, _ upper: Double) -> Bool {
    lower <= upper && lower < .infinity && upper > -.infinity
  }
}
