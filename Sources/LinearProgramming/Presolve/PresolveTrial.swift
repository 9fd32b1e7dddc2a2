internal import LinearAlgebra

/// What presolve makes of a program, and how well its answer comes back: for tests and
/// measurements.
package struct PresolveTrial {
  /// The number of rows left.
  package let rowCount: Int
  /// The number of columns left.
  package let columnCount: Int
  /// The number of entries left.
  package let entryCount: Int
  /// What presolve says: reduced, solved, infeasible or unbounded.
  package let finding: String
  /// The check of the solution as it came back, without any clean-up.
  package private(set) var check: OptimalityCheck?
  /// The objective of that solution.
  package private(set) var objective: Double?
  /// The basis that came back.
  package private(set) var basis: Basis?
  /// The check without a basis, as after an interior point.
  package private(set) var pointCheck: OptimalityCheck?
  /// Whether a certificate of infeasibility that came back stands its check, if there was one.
  package private(set) var hasCertificate: Bool?
  /// The values that came back.
  package private(set) var values: [Double] = []
  /// The prices that came back, in the stated sense.
  package private(set) var prices: [Double] = []

  /// Reduces `program`, and solves what is left if `isSolving`.
  package init(_ program: LinearProgram, isSolving: Bool = true) {
    let presolve = Presolve(ComputationalForm(program))
    rowCount = presolve.reduced.rowCount
    columnCount = presolve.reduced.variableCount
    entryCount = presolve.reduced.matrix.values.count
    finding = "\(presolve.finding)"
    guard isSolving else { return }
    if finding == "infeasible" {
      let answer = EngineAnswer.infeasible(
        multipliers: presolve.infeasibilityMultipliers(), basis: nil)
      let outcome = program.check(answer, statistics: SolveStatistics())
      if case .infeasible = outcome { hasCertificate = true } else { hasCertificate = false }
    }
    guard finding == "reduced" || finding == "solved" else { return }
    var budget = SolverBudget(SolverSettings())
    let answer = SimplexEngine(isScaling: true).solve(
      presolve.reduced, from: nil, within: &budget)
    let sign = program.sense.sign
    switch answer {
    case .optimal(let values, let prices, let basis):
      let restored = presolve.postsolve(values: values, prices: prices, basis: basis)
      self.values = restored.values
      self.prices = restored.prices.map { sign * $0 }
      self.basis = restored.basis
      check = OptimalityCheck(of: program, values: self.values, prices: self.prices)
      objective = program.objective.value(at: restored.values)
      let point = presolve.postsolve(values: values, prices: prices, basis: nil)
      pointCheck = OptimalityCheck(
        of: program, values: point.values, prices: point.prices.map { sign * $0 })
    case .infeasible:
      let outcome = program.check(presolve.postsolve(answer), statistics: budget.statistics)
      if case .infeasible = outcome { hasCertificate = true } else { hasCertificate = false }
    default: break
    }
  }
}
