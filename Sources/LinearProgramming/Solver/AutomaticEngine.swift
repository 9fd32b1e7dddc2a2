/// The dual simplex method, and the interior point method where that takes too long.
///
/// How long is too long is counted in numbers touched, not in seconds, so that the choice does not
/// depend on the machine.
struct AutomaticEngine: LinearEngine {
  private let settings: SolverSettings

  /// The numbers that the simplex method may touch before another method is tried.
  private static let patience = 150_000_000

  init(_ settings: SolverSettings) { self.settings = settings }

  func solve(
    _ form: ComputationalForm, from basis: Basis?, within budget: inout SolverBudget
  ) -> EngineAnswer {
    let simplex = SimplexEngine(isScaling: true, patience: Self.patience)
    let answer = simplex.solve(form, from: basis, within: &budget)
    guard case .trouble(_, let reached) = answer else { return answer }
    let interior = InteriorEngine(isCrossingOver: settings.isCrossingOver).solve(form, from: nil, within: &budget)
    if case .trouble = interior {
      return SimplexEngine(isScaling: true).solve(form, from: reached, within: &budget)
    }
    return interior
  }
}
