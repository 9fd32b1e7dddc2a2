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
/// Where columns without a bound on the other side have reduced costs of the wrong sign, a first
/// phase looks for a basis that is dual feasible. The second repairs one infeasible basic value
/// at a time. See A. Koberstein, *The Dual Simplex Method, Techniques for a Fast and Stable
/// Implementation*, thesis, Paderborn 2005, chapters 3 and 6; steepest edge: J. J. Forrest and
/// D. Goldfarb, *Math. Program.* 57 (1992), 341–374.
struct DualSimplex {
  private var wrongPivots = 0
  private var idleIterations = 0
  private var perturbations: Int
  private var test = DualRatioTest()
  private var isFirstPhase = false
  /// How far reduced costs may err in the ratio test.
  private var tolerance: Double
  private let workLimit: Int

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - perturbing: Whether to perturb costs at the start rather than on stalling.
  ///   - optimalityTolerance: How far reduced costs may err in the end.
  ///   - workLimit: The work of the budget at which to give up; nil for never.
  init(perturbing: Bool, optimalityTolerance: Double, workLimit: Int? = nil) {
    self.workLimit = workLimit ?? .max
    perturbations = perturbing ? 1 : 0
    tolerance = perturbing ? max(1e-7, optimalityTolerance) : optimalityTolerance
  }

  /// Pivots until the basis is primal feasible for the working bounds and costs.
  mutating func run(_ state: inout SimplexState, _ budget: inout SolverBudget) -> PhaseEnd {
    if perturbations > 0 { state.perturbCosts() }
    if state.needsFirstDualPhase {
      isFirstPhase = true
      state.installFirstDualPhase()
      let end = iterate(&state, &budget)
      state.removeFirstDualPhase()
      isFirstPhase = false
      switch end {
      case .done, .infeasible: break
      case .trouble where budget.work <= workLimit: break
      case .unbounded, .limit, .lostFeasibility, .trouble: return end
      }
    }
    return iterate(&state, &budget)
  }

  private mutating func iterate(
    _ state: inout SimplexState, _ budget: inout SolverBudget
  ) -> PhaseEnd {
    state.makeDualFeasible(within: tolerance)
    while true {
      if let limit = budget.exhausted() { return .limit(limit) }
      if budget.work > workLimit { return .trouble("the dual method takes long") }
      if budget.iterations % 128 == 0 { note(&state, &budget) }
      if state.needsRefactoring { refresh(&state) }
      guard let row = state.leavingRow() else {
        if state.isExact { return .done }
        state.renewForDual(within: tolerance)
        continue
      }
      if let end = step(&state, leaving: row) { return end }
      budget.spend()
      budget.work += state.touched
    }
  }

  private func note(_ state: inout SimplexState, _ budget: inout SolverBudget) {
    budget.note(
      .dualSimplex, objective: isFirstPhase ? nil : state.objective,
      primalInfeasibility: isFirstPhase ? nil : state.primalInfeasibility,
      dualInfeasibility: isFirstPhase ? state.primalInfeasibility : 0)
  }

  private func refresh(_ state: inout SimplexState) {
    state.refactorForDual(within: tolerance)
  }

  /// One iteration; returns how the phase ends if it does.
  private mutating func step(_ state: inout SimplexState, leaving row: Int) -> PhaseEnd? {
    state.computePivotRow(row)
    let weight = state.inverseRow.squaredLength
    if state.dualWeights[row] < 0.25 * weight {
      // The row looked better than it is.
      state.correctWeight(of: row, to: weight)
      return nil
    }
    let isBelow = state.basicValues[row] < state.basicLower[row]
    let direction = isBelow ? -1.0 : 1.0
    let entering = test.run(
      state, direction: direction, infeasibility: state.infeasibility(of: row),
      tolerance: tolerance)
    guard let entering else {
      if state.factorization.updateCount > 0 {
        refresh(&state)
        return nil
      }
      return .infeasible(
        multipliers: state.inverseRow.values.prefix(state.m).map { direction * $0 })
    }
    state.computeImage(of: entering)
    let pivot = state.image.values[row]
    guard state.agree(pivot, state.pivotRowEntry(entering)) else { return recover(&state) }
    wrongPivots = 0
    if state.reducedCosts[entering] * Double(state.moves[entering]) < 0 {
      state.shiftCost(of: entering, toReduced: 0)
    }
    let dualStep = state.reducedCosts[entering] / pivot
    state.stepReducedCosts(by: dualStep)
    state.flip(test.flips)
    let target = isBelow ? state.basicLower[row] : state.basicUpper[row]
    let primalStep = (state.basicValues[row] - target) / pivot
    state.stepBasicValuesAndWeights(row: row, by: primalStep, weight: weight)
    let leaving = state.factorization.head[row]
    state.reducedCosts[leaving] = -dualStep
    state.status[leaving] = isBelow ? .atLower : .atUpper
    state.values[leaving] = target
    state.exchange(row: row, for: entering, value: state.values[entering] + primalStep)
    state.measure(row)
    return noteProgress(
      &state, hasMoved: abs(dualStep) > 1e-12 || !test.flips.isEmpty)
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
    tolerance = max(tolerance, 1e-7)
    state.perturbCosts()
    state.makeDualFeasible(within: tolerance)
    return nil
  }
}
