/// The interior point method as an engine, with or without crossover to a vertex.
struct InteriorEngine: LinearEngine {
  /// Whether to go on to a vertex; answers have no basis otherwise.
  let isCrossingOver: Bool

  func solve(
    _ form: ComputationalForm, from basis: Basis?, within budget: inout SolverBudget
  ) -> EngineAnswer {
    // Pushes and clean-up are part of this method.
    defer { budget.engine = .interior }
    budget.engine = .interior
    return switch InteriorPoint().solve(form, within: &budget) {
    // The check of the answer is less strict than the method is with itself.
    case .optimal(let solution), .stalled(let solution):
      isCrossingOver
        ? Crossover().solve(form, at: solution, within: &budget)
        : .optimal(values: solution.values, prices: solution.prices, basis: nil)
    case .infeasible(let multipliers): .infeasible(multipliers: multipliers, basis: nil)
    case .unbounded(let point, let direction):
      .unbounded(point: point, direction: direction, basis: nil)
    case .limit(let limit, let solution):
      .limit(
        limit,
        values: solution?.values ?? [Double](repeating: 0, count: form.variableCount),
        prices: solution?.prices ?? [Double](repeating: 0, count: form.rowCount))
    case .trouble(let what): .trouble(what, basis: nil)
    }
  }
}
