extension CertificateCheck {
  /// Checks that `point` is feasible and that `direction` improves the objective for ever.
  ///
  /// The direction must not approach any finite end of a row or a bound: a rate towards one is a
  /// violation, relative to the largest of the rates that add up to it (rows) or of all rates
  /// (bounds). It is taken as zero up to 1e-9; the residual counts it 100 times, so that 1e-9 is
  /// what ``tolerance`` means. A rate ten times larger could pass a step towards a distant end off
  /// as an endless one, since the margin must exceed no more than 1e-9 times the data.
  ///
  /// The margin is the improvement per unit of the direction; variables that approach a bound have
  /// no part in it.
  ///
  /// - Complexity: O(variables + rows + terms).
  package init(
    unboundednessOf program: LinearProgram, point: [Double], direction: [Double]
  ) {
    precondition(direction.count == program.variableCount, "one rate for each variable")
    var residual = OptimalityCheck.primalResidual(of: program, values: point)
    let largest = direction.reduce(0) { max($0, abs($1)) }
    func isBlocked(_ index: Int) -> Bool {
      let rate = direction[index]
      if rate > 0 { return program.upperBounds[index].isFinite }
      return rate < 0 ? program.lowerBounds[index].isFinite : rate.isNaN
    }
    for (index, rate) in direction.enumerated() where isBlocked(index) || !rate.isFinite {
      residual.raise(to: abs(rate) / largest * 100)
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
      if rate != 0 && isBlocked { residual.raise(to: abs(rate) / scale * 100) }
    }
    var improvement = CompensatedSum()
    var magnitude = 0.0
    for term in program.objective.terms where !isBlocked(term.variable.index) {
      let product = term.weight * direction[term.variable.index]
      improvement.add(-program.sense.sign * product)
      magnitude += abs(product)
    }
    margin = improvement.value
    self.magnitude = magnitude
    self.residual = residual
  }
}
