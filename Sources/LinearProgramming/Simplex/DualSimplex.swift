internal import LinearAlgebra

/// How a phase of the simplex method ended.
enum PhaseEnd {
  /// No further step of this kind is needed.
  case done
  /// The rows contradict one another; a row of B⁻¹ shows it.
  case infeasible(multipliers: [Double])
  /// The objective falls for ever; rates of the variables.
  case unbounded(direction: [Double])
  /// A limit was reached.
  case limit(LimitReport.Limit)
  /// Basic values left their bounds in the primal method.
  case lostFeasibility
  /// Pivots kept turning out to be wrong.
  case trouble(String)
}

/// The dual simplex method with bound flipping, steepest-edge pricing and cost shifting.
///
/// Starting dual feasible, it repairs one infeasible basic value at a time. See A. Koberstein,
/// *The Dual Simplex Method, Techniques for a Fast and Stable Implementation*, thesis, Paderborn
/// 2005, chapters 3 and 6; steepest edge: J. J. Forrest and D. Goldfarb, *Math. Program.* 57
/// (1992), 341–374.
struct DualSimplex {
  private var wrongPivots = 0
  private var idleIterations = 0
  private var perturbations: Int

  /// - Parameter perturbing: Whether to perturb costs at the start rather than on stalling.
  init(perturbing: Bool) { perturbations = perturbing ? 1 : 0 }

  /// Pivots until the basis is primal feasible for the working bounds and costs.
  mutating func run(_ state: inout SimplexState, _ budget: inout SolverBudget) -> PhaseEnd {
    if perturbations > 0 { state.perturbCosts() }
    state.makeDualFeasible()
    while true {
      if let limit = budget.exhausted() { return .limit(limit) }
      if state.needsRefactoring { refresh(&state) }
      guard let row = state.leavingRow() else {
        if state.factorization.updateCount == 0 { return .done }
        refresh(&state)
        continue
      }
      if let end = step(&state, leaving: row) { return end }
      budget.spend()
    }
  }

  private func refresh(_ state: inout SimplexState) {
    state.refactor()
    state.makeDualFeasible()
  }

  /// One iteration; returns how the phase ends if it does.
  private mutating func step(_ state: inout SimplexState, leaving row: Int) -> PhaseEnd? {
    let isBelow = state.basicValues[row] < state.basicLower[row]
    let target = isBelow ? state.basicLower[row] : state.basicUpper[row]
    let direction = isBelow ? -1.0 : 1.0
    let inverseRow = state.inverseRow(row)
    state.computePivotRow(from: inverseRow)
    let test = DualRatioTest(
      state, direction: direction, infeasibility: abs(state.basicValues[row] - target))
    guard let entering = test.entering else {
      if state.factorization.updateCount > 0 {
        refresh(&state)
        return nil
      }
      return .infeasible(multipliers: inverseRow.map { direction * $0 })
    }
    let image = state.image(of: entering)
    let pivot = image[row]
    let expected = state.pivotRow[entering]
    guard abs(pivot - expected) <= 1e-7 * (1 + abs(pivot)), abs(pivot) > state.pivotTolerance else {
      return recover(&state)
    }
    wrongPivots = 0
    let weight = inverseRow.reduce(0) { $0 + $1 * $1 }
    state.updateDualWeights(row: row, image: image, inverseRow: inverseRow, weight: weight)
    let hasMoved = state.stepReducedCosts(row: row, entering: entering, flips: test.flips)
    state.flip(test.flips)
    let step = (state.basicValues[row] - target) / pivot
    state.stepBasicValues(image, by: step)
    let value = state.values[entering] + step
    let leaving = state.head[row]
    state.status[leaving] = isBelow ? .atLower : .atUpper
    state.values[leaving] = target
    state.exchange(row: row, for: entering, image: image, value: value)
    return noteProgress(&state, hasMoved: hasMoved || !test.flips.isEmpty)
  }

  /// Factors anew after a wrong pivot; the third in a row raises the pivot tolerance.
  private mutating func recover(_ state: inout SimplexState) -> PhaseEnd? {
    wrongPivots += 1
    if state.factorization.updateCount == 0 {
      guard state.pivotTolerance < 1e-5 else { return .trouble("dual pivots are too inexact") }
      state.pivotTolerance *= 10
    }
    if wrongPivots > 20 { return .trouble("dual pivots keep failing") }
    refresh(&state)
    return nil
  }

  /// Perturbs the costs when the dual objective has not risen for long, ever more patiently.
  private mutating func noteProgress(_ state: inout SimplexState, hasMoved: Bool) -> PhaseEnd? {
    idleIterations = hasMoved ? 0 : idleIterations + 1
    guard idleIterations > 200 * (1 + perturbations * perturbations) else { return nil }
    guard perturbations < 10 else { return .trouble("the dual method stalls") }
    perturbations += 1
    idleIterations = 0
    state.perturbCosts()
    state.makeDualFeasible()
    return nil
  }
}
