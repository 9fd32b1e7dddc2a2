internal import LinearAlgebra

/// The dual simplex method, and the interior point method where that takes too long.
///
/// How long is too long is counted in numbers touched, not in seconds, so that the choice does not
/// depend on the machine.
struct AutomaticEngine: LinearEngine {
  private let settings: SolverSettings

  /// How often the simplex method may touch as many numbers as the form has before another method
  /// is tried; measured on programs of many kinds, where one method or the other takes about
  /// equally long at this point.
  private static let patience = 200

  init(_ settings: SolverSettings) { self.settings = settings }

  func solve(
    _ form: ComputationalForm, from basis: Basis?, within budget: inout SolverBudget
  ) -> EngineAnswer {
    let size = form.matrix.values.count + 10 * form.rowCount
    let simplex = SimplexEngine(isScaling: true, patience: Self.patience * size)
    let answer = simplex.solve(form, from: basis, within: &budget)
    guard case .trouble(_, let reached) = answer else { return answer }
    let interior = InteriorEngine(isCrossingOver: settings.isCrossingOver).solve(
      form, from: nil, within: &budget)
    switch interior {
    case .trouble:
      return SimplexEngine(isScaling: true).solve(form, from: reached, within: &budget)
    case .optimal(_, _, nil) where settings.isCrossingOver:
      // Crossover got stuck. The simplex method may go on for a good while to find a vertex.
      let vertex = SimplexEngine(isScaling: true, patience: 50 * Self.patience * size).solve(
        form, from: reached, within: &budget)
      if case .optimal = vertex { return vertex }
      return interior
    case .optimal, .infeasible, .unbounded, .limit:
      return interior
    }
  }
}
