extension CertificateCheck {
  /// Checks that `point` is feasible and that `direction` improves the objective for ever.
  ///
  /// The direction must not approach any finite end of a row or a bound: a rate towards one is a
  /// violation, relative to the largest of the rates that add up to it (rows) or of all rates
  /// (bounds). The margin is the improvement per unit of the direction.
  ///
  /// - Complexity: O(variables + rows + terms).
  package init(
    unboundednessOf program: LinearProgram, point: [Double], direction: [Double]
  ) {
    precondition(direction.count == program.variableCount, "one rate for each variable")
    var residual = OptimalityCheck.primalResidual(of: program, values: point)
    let largest = direction.reduce(0) { max($0, abs($1)) }
    for (index, rate) in direction.enumerated() where rate != 0 {
      let isBlocked =
        rate > 0 ? program.upperBounds[index].isFinite : program.lowerBounds[index].isFinite
      if isBlocked || !rate.isFinite { residual.raise(to: abs(rate) / largest) }
    }
    for row in program.rows {
      var sum = CompensatedSum()
      var scale = 0.0
      for term in program.terms(of: row) {
        let product = term.weight * direction[term.variable.index]
        sum.add(product)
        scale = max(scale, abs(product))
      }
      let rate = sum.value
      let isBlocked =
        rate > 0 ? program.rowUppers[row.index].isFinite : program.rowLowers[row.index].isFinite
      if rate != 0 && isBlocked { residual.raise(to: abs(rate) / scale) }
    }
    var improvement = CompensatedSum()
    var magnitude = 0.0
    for term in program.objective.terms {
      let product = term.weight * direction[term.variable.index]
      improvement.add(-program.sense.sign * product)
      magnitude += abs(product)
    }
    margin = improvement.value
    self.magnitude = magnitude
    self.residual = residual
  }
}
