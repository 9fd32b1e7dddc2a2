extension CertificateCheck {
  /// Checks that the row `multipliers` prove `program` infeasible.
  ///
  /// With multipliers y, every feasible x has yᵀAx at least Σ yᵢ·(lower end if yᵢ > 0, upper end
  /// if yᵢ < 0), and at most what the bounds of the variables allow it. The margin is the
  /// distance by which the former exceeds the latter.
  ///
  /// A coefficient of yᵀA that should vanish, because its variable has no bound on that side, is
  /// taken as zero up to 1e-9 times the terms that cancel; the residual is the largest such
  /// coefficient, relative to its terms and times 100, so that 1e-9 is what ``tolerance`` means.
  ///
  /// - Complexity: O(variables + rows + terms).
  package init(infeasibilityOf program: LinearProgram, multipliers: [Double]) {
    precondition(multipliers.count == program.rowCount, "one multiplier for each row")
    var combined = [CompensatedSum](repeating: CompensatedSum(), count: program.variableCount)
    var sizes = [Double](repeating: 0, count: program.variableCount)
    var margin = CompensatedSum()
    var magnitude = 0.0
    var residual = 0.0
    for row in program.rows {
      let multiplier = multipliers[row.index]
      if multiplier == 0 { continue }
      let end = multiplier > 0 ? program.rowLowers[row.index] : program.rowUppers[row.index]
      guard end.isFinite && multiplier.isFinite else {
        residual = .infinity
        continue
      }
      margin.add(multiplier * end)
      magnitude += abs(multiplier * end)
      for term in program.terms(of: row) {
        combined[term.variable.index].add(multiplier * term.weight)
        sizes[term.variable.index] += abs(multiplier * term.weight)
      }
    }
    for (index, sum) in combined.enumerated() where sum.value != 0 {
      let coefficient = sum.value
      let end = coefficient > 0 ? program.upperBounds[index] : program.lowerBounds[index]
      if end.isFinite {
        margin.add(-coefficient * end)
        magnitude += sizes[index] * abs(end)
      } else {
        residual.raise(to: abs(coefficient) / sizes[index] * 100)
      }
    }
    self.margin = margin.value
    self.magnitude = magnitude
    self.residual = residual
  }
}
