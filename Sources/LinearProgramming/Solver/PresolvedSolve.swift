extension LinearProgram {
  /// Solves the program by way of a smaller one.
  ///
  /// An answer that does not stand the check against this program, or that stands it less well
  /// than an engine's own one would, is not returned; then `start` is the basis from which this
  /// program itself is close to solved, if there is one.
  ///
  /// - Parameters:
  ///   - form: The program in computational form.
  ///   - engine: What solves the smaller program.
  ///   - budget: What may be used.
  ///   - start: Receives a basis for another attempt.
  /// - Returns: What is known about the program, or `nil`.
  func solvePresolved(
    _ form: ComputationalForm, by engine: any LinearEngine, within budget: inout SolverBudget,
    start: inout Basis?
  ) -> Outcome? {
    budget.note(.presolve)
    let presolve = Presolve(form)
    var answer = EngineAnswer.optimal(
      values: [], prices: [], basis: Basis(variables: [], rows: []))
    switch presolve.finding {
    case .solved: break
    case .reduced: answer = engine.solve(presolve.reduced, from: nil, within: &budget)
    case .infeasible:
      answer = .infeasible(multipliers: presolve.infeasibilityMultipliers(), basis: nil)
      let outcome = check(answer, statistics: budget.statistics)
      if case .infeasible = outcome { return outcome }
      return nil
    // A point and a direction must come from the program as it stands.
    case .unbounded: return nil
    }
    let restored = presolve.postsolve(answer)
    start = restored.basis
    let outcome = check(restored, statistics: budget.statistics)
    switch outcome {
    // Without a basis there is no better start than the first one.
    case .optimal(let solution):
      return solution.check.isExact || solution.basis == nil ? outcome : nil
    case .infeasible, .limit: return outcome
    case .unbounded, .notProven: return nil
    }
  }
}

extension OptimalityCheck {
  /// Whether all figures are so small that another attempt would not improve them.
  fileprivate var isExact: Bool { max(primalResidual, dualResidual, gap) <= 1e-9 }
}

extension Presolve {
  /// Brings an engine's answer to the reduced program back to the original one.
  ///
  /// A point and a direction are not brought back, only the basis where they were found.
  func postsolve(_ answer: EngineAnswer) -> EngineAnswer {
    switch answer {
    case .optimal(let values, let prices, let basis):
      let restored = postsolve(values: values, prices: prices, basis: basis)
      if basis != nil && restored.basis == nil {
        return .trouble("postsolve lost the basis", basis: nil)
      }
      return .optimal(values: restored.values, prices: restored.prices, basis: restored.basis)
    case .infeasible(let multipliers, let basis):
      return .infeasible(
        multipliers: postsolve(multipliers: multipliers), basis: postsolve(basis: basis))
    case .unbounded(_, _, let basis):
      return .trouble("the reduced program is unbounded", basis: postsolve(basis: basis))
    case .limit(let limit, let values, let prices):
      let restored = postsolve(values: values, prices: prices, basis: nil)
      return .limit(limit, values: restored.values, prices: restored.prices)
    case .trouble(let what, let basis):
      return .trouble(what, basis: postsolve(basis: basis))
    }
  }

  /// Brings a basis back that need not be optimal.
  private func postsolve(basis: Basis?) -> Basis? {
    guard let basis else { return nil }
    return postsolve(
      values: [Double](repeating: 0, count: reduced.variableCount),
      prices: [Double](repeating: 0, count: reduced.rowCount), basis: basis
    ).basis
  }
}
