internal import LinearAlgebra

/// The way from a solution of the interior point method to a vertex and its basis.
///
/// A starting basis is chosen near the solution; pushes make the solution a vertex and its prices
/// those of the basis; the simplex methods clean up what rounding has left. See N. Megiddo, *ORSA
/// J. Comput.* 3 (1991), 63–65; R. E. Bixby and M. J. Saltzman, *Oper. Res. Lett.* 15 (1994),
/// 137–143.
struct Crossover {
  /// Finds an optimal vertex near `solution`.
  ///
  /// - Parameters:
  ///   - form: The form that was solved.
  ///   - solution: Its solution, which need not be exact.
  ///   - budget: What may be used.
  /// - Returns: An optimum with a basis; if the clean-up fails or takes very long, the solution as
  ///   it is, without a basis.
  func solve(
    _ form: ComputationalForm, at solution: InteriorSolution,
    within budget: inout SolverBudget
  ) -> EngineAnswer {
    let asGiven = EngineAnswer.optimal(
      values: solution.values, prices: solution.prices, basis: nil)
    guard var start = basis(of: form, near: solution, within: &budget) else { return asGiven }
    // What the scaled program leaves inexact, the program as it is may not.
    for isScaling in [true, false] {
      budget.allow(moreIterations: Self.cleanUpLimit(form))
      let answer = SimplexEngine(isScaling: isScaling).solve(form, from: start, within: &budget)
      budget.allow(moreIterations: nil)
      guard case .optimal(let values, let prices, let basis?) = answer else { break }
      let worst = InteriorAudit(of: form, values: values, prices: prices).worst
      if worst <= max(InteriorPoint.goal, solution.audit.worst) { return answer }
      start = basis
    }
    return asGiven
  }

  /// The number of iterations after which the clean-up has taken too long.
  private static func cleanUpLimit(_ form: ComputationalForm) -> Int {
    2000 + (form.variableCount + form.rowCount) / 10
  }

  /// How many times pushes may start again because the basis they ended with is inexact.
  private static let restartLimit = 2
  /// A violation of bounds that pushes make this much larger shows an inexact basis.
  private static let growthLimit = 1e3
  /// Violations up to this are left to the clean-up.
  private static let tolerableViolation = 1e-5

  /// Finds the basis of a vertex near `solution`; nil if a limit is reached.
  func basis(
    of form: ComputationalForm, near solution: InteriorSolution,
    within budget: inout SolverBudget
  ) -> Basis? {
    let scaling = Scaling(of: form)
    let scaled = scaling.apply(to: form)
    let point = ComplementaryPoint(
      of: scaled, variables: scaling.scaled(values: solution.values),
      prices: scaling.scaled(prices: solution.prices))
    var state = SimplexState(
      scaled, basis: point.crashBasis(scaled), settings: budget.settings)
    for _ in 0...Self.restartLimit {
      state.tameBasis()
      var push = PrimalPush(from: point)
      if push.run(&state, &budget) != nil { return nil }
      let limit = max(Self.tolerableViolation, Self.growthLimit * push.violationAtStart)
      if state.largestViolation <= limit { break }
    }
    if DualPush(from: point).run(&state, &budget) != nil { return nil }
    return state.basis
  }
}
