internal import LinearAlgebra

/// The primal simplex method, second phase, with Devex pricing and bound shifting.
///
/// Starting primal feasible, it lets one column at a time enter that improves the objective. See
/// J. J. H. Forrest and D. Goldfarb, *Math. Program.* 57 (1992), 341–374 (pricing); bound
/// shifting keeps degenerate steps from going backwards (P. E. Gill, W. Murray, M. A. Saunders
/// and M. H. Wright, *Math. Program.* 45 (1989), 437–474).
struct PrimalSimplex {
  private var wrongPivots = 0
  private var idleIterations = 0
  private var perturbations = 0

  /// Pivots until the basis is dual feasible for the working costs.
  mutating func run(_ state: inout SimplexState, _ budget: inout SolverBudget) -> PhaseEnd {
    state.primalWeights = [Double](repeating: 1, count: state.n + state.m)
    state.listDescending()
    while true {
      if let limit = budget.exhausted() { return .limit(limit) }
      if state.needsRefactoring {
        state.refactorForPrimal()
        if state.isPrimalInfeasible(factor: 100) { return .lostFeasibility }
      }
      guard let entering = state.enteringColumn() else {
        if state.factorization.updateCount == 0 { return .done }
        state.refactorForPrimal()
        if state.isPrimalInfeasible(factor: 100) { return .lostFeasibility }
        continue
      }
      if let end = step(&state, entering: entering) { return end }
      budget.spend()
    }
  }

  /// One iteration; returns how the phase ends if it does.
  private mutating func step(_ state: inout SimplexState, entering: Int) -> PhaseEnd? {
    state.computeImage(of: entering)
    let direction = state.reducedCosts[entering] < 0 ? 1.0 : -1.0
    let range = state.upper[entering] - state.lower[entering]
    let test = PrimalRatioTest(state, direction: direction, range: range)
    guard test.step < .infinity else {
      if state.factorization.updateCount > 0 {
        state.refactorForPrimal()
        return state.isPrimalInfeasible(factor: 100) ? .lostFeasibility : nil
      }
      return .unbounded(direction: state.ray(entering: entering, direction))
    }
    let change = direction * test.step
    guard let row = test.row else {
      state.stepBasicValues(by: change)
      state.status[entering] = state.status[entering].mirrored
      state.values[entering] =
        state.status[entering] == .atLower ? state.lower[entering] : state.upper[entering]
      state.moves[entering] = -state.moves[entering]
      return nil
    }
    let pivot = state.image.values[row]
    state.computePivotRow(row)
    guard state.agree(pivot, state.pivotRowEntry(entering)) else { return recover(&state) }
    wrongPivots = 0
    state.updatePrimalPrices(row: row, entering: entering)
    state.stepBasicValues(by: change)
    let leaving = state.head[row]
    if test.isClipped { state.shiftBound(of: leaving, row: row, isUpper: test.isUpper) }
    state.status[leaving] = test.isUpper ? .atUpper : .atLower
    state.values[leaving] = test.isUpper ? state.upper[leaving] : state.lower[leaving]
    let value = state.values[entering] + change
    state.exchange(row: row, for: entering, value: value)
    state.list(leaving)
    state.dualWeights[row] = 1
    return noteProgress(&state, hasMoved: test.step > 1e-12)
  }

  /// Factors anew after a wrong pivot; one that is wrong at once raises the pivot tolerance.
  private mutating func recover(_ state: inout SimplexState) -> PhaseEnd? {
    wrongPivots += 1
    if state.factorization.updateCount == 0 {
      guard state.pivotTolerance < 1e-5 else { return .trouble("primal pivots are too inexact") }
      state.pivotTolerance *= 10
    }
    if wrongPivots > 20 { return .trouble("primal pivots keep failing") }
    state.refactorForPrimal()
    return state.isPrimalInfeasible(factor: 100) ? .lostFeasibility : nil
  }

  /// Widens the bounds when the objective has not fallen for long, ever more patiently.
  private mutating func noteProgress(_ state: inout SimplexState, hasMoved: Bool) -> PhaseEnd? {
    idleIterations = hasMoved ? 0 : idleIterations + 1
    guard idleIterations > 50 * (1 + perturbations * perturbations) else { return nil }
    guard perturbations < 10 else { return .trouble("the primal method stalls") }
    perturbations += 1
    idleIterations = 0
    state.perturbBounds()
    return nil
  }
}
