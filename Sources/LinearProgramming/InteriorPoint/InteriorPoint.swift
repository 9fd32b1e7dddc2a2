internal import LinearAlgebra

/// The primal–dual interior point method.
///
/// Iterates are scaled, stop tests are not: a point is optimal when an audit on the form as it was
/// given says so. Where the method finds no optimum, it is asked for the least violation of the
/// rows, which gives a proof of infeasibility or a feasible point, and then for the best direction
/// that never leaves the rows and bounds, which may prove the form unbounded.
struct InteriorPoint {
  /// What all figures of the audit should reach.
  static let goal = 1e-9
  /// What they may have if there is no more progress.
  static let acceptable = 1e-8
  /// The number of iterations after which the method gives up.
  static let iterationLimit = 200
  /// The number of iterations without progress after which it gives up.
  static let patience = 20

  /// Minimizes `form` within `budget`.
  func solve(_ form: ComputationalForm, within budget: inout SolverBudget) -> InteriorEnd {
    let scaling = Scaling(equilibrating: form)
    let program = InteriorProgram(scaling.apply(to: form))
    var run = InteriorRun(form: form, scaling: scaling, program: program)
    let end = run.iterate(within: &budget)
    switch end {
    case .optimal(let solution):
      guard let improvement = program.freeImprovement else { return end }
      var direction = [Double](repeating: 0, count: form.variableCount)
      direction[improvement.column] = improvement.rate
      return .unbounded(point: solution.values, direction: direction)
    case .stalled(let solution) where solution.audit.worst <= 1e-6: return end
    case .stalled, .trouble: return diagnose(form, scaling, within: &budget) ?? end
    case .infeasible, .unbounded, .limit: return end
    }
  }

  /// Tells an infeasible or unbounded form from one that is merely difficult.
  private func diagnose(
    _ form: ComputationalForm, _ scaling: Scaling, within budget: inout SolverBudget
  ) -> InteriorEnd? {
    let feasibility: InteriorSolution
    switch minimize(form.elastic(prices: scaling.rows), within: &budget) {
    case .optimal(let solution), .stalled(let solution): feasibility = solution
    case .limit(let limit, _): return .limit(limit, nil)
    case .infeasible, .unbounded, .trouble: return nil
    }
    for threshold in [0, 1e-9, 1e-7] {
      let multipliers = form.cleaned(multipliers: feasibility.prices, below: threshold)
      if form.isProvenInfeasible(by: multipliers) { return .infeasible(multipliers: multipliers) }
    }
    switch minimize(form.recession(), within: &budget) {
    case .optimal(let ray), .stalled(let ray):
      let direction = ray.values.map { abs($0) < 1e-9 ? 0 : $0 }
      let rate = zip(form.costs, direction).reduce(0) { $0 + $1.0 * $1.1 }
      let size = zip(form.costs, direction).reduce(0) { $0 + abs($1.0 * $1.1) }
      guard rate < -1e-7 * size else { return nil }
      return .unbounded(
        point: Array(feasibility.values.prefix(form.variableCount)), direction: direction)
    case .limit(let limit, _): return .limit(limit, nil)
    case .infeasible, .unbounded, .trouble: return nil
    }
  }

  private func minimize(
    _ form: ComputationalForm, within budget: inout SolverBudget
  ) -> InteriorEnd {
    let scaling = Scaling(equilibrating: form)
    var run = InteriorRun(
      form: form, scaling: scaling, program: InteriorProgram(scaling.apply(to: form)))
    return run.iterate(within: &budget)
  }
}
