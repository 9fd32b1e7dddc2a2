/// How far the way by a smaller program led.
enum PresolvedAnswer {
  /// An outcome that another attempt would not improve.
  case final(Outcome)
  /// An outcome that stands its check, but less well than an engine's own one might.
  case acceptable(Outcome)
  /// Nothing that stands its check.
  case none
}

extension LinearProgram {
  /// Solves the program by way of a smaller one.
  ///
  /// - Parameters:
  ///   - form: The program in computational form.
  ///   - budget: What may be used.
  ///   - start: Receives a basis from which this program itself is close to solved, if there is
  ///     one.
  /// - Returns: What is known about the program.
  func solvePresolved(
    _ form: ComputationalForm, within budget: inout SolverBudget, start: inout Basis?
  ) -> PresolvedAnswer {
    budget.note(.presolve)
    let presolve = Presolve(form)
    var answer = EngineAnswer.optimal(
      values: [], prices: [], basis: Basis(variables: [], rows: []))
    switch presolve.finding {
    case .solved: break
    case .reduced:
      guard let engine = budget.settings.engine.attempts(budget.settings).first else {
        return .none
      }
      let offset = budget.objectiveOffset
      if budget.isObserved {
        budget.objectiveOffset += budget.objectiveFactor * presolve.objectiveOffset
      }
      answer = engine.solve(presolve.reduced, from: nil, within: &budget)
      budget.objectiveOffset = offset
    case .infeasible:
      answer = .infeasible(multipliers: presolve.infeasibilityMultipliers(), basis: nil)
      let outcome = check(answer, statistics: budget.statistics)
      if case .infeasible = outcome { return .final(outcome) }
      return .none
    // A point and a direction must come from the program as it stands.
    case .unbounded: return .none
    }
    let restored = presolve.postsolve(answer)
    start = restored.basis
    let outcome = check(restored, statistics: budget.statistics)
    switch outcome {
    case .optimal(let solution):
      return solution.check.isExact(atVertex: solution.basis != nil)
        ? .final(outcome) : .acceptable(outcome)
    case .infeasible, .limit: return .final(outcome)
    case .unbounded, .notProven: return .none
    }
  }
}

extension OptimalityCheck {
  /// Whether all figures are so small that another attempt would hardly improve them.
  fileprivate func isExact(atVertex: Bool) -> Bool {
    worst <= (atVertex ? 1e-9 : 1e-8)
  }

  /// The largest of the three figures.
  var worst: Double { max(primalResidual, dualResidual, gap) }
}

extension Presolve {
  /// What the objective of the original minimization has beyond that of the reduced one.
  fileprivate var objectiveOffset: Double {
    let restored = postsolve(
      values: [Double](repeating: 0, count: reduced.variableCount),
      prices: [Double](repeating: 0, count: reduced.rowCount), basis: nil)
    return zip(originalCosts, restored.values).reduce(0) { $0 + $1.0 * $1.1 }
  }

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
