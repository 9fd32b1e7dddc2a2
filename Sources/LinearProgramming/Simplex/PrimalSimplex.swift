internal import LinearAlgebra

/// The primal simplex method in two phases, with Devex pricing and bound shifting.
///
/// It lets one column at a time enter that improves the objective; in the first phase this is
/// the sum of infeasibilities. See J. J. H. Forrest and D. Goldfarb, *Math. Program.* 57 (1992),
/// 341–374 (pricing); bound shifting keeps degenerate steps from going backwards (P. E. Gill,
/// W. Murray, M. A. Saunders and M. H. Wright, *Math. Program.* 45 (1989), 437–474).
struct PrimalSimplex {
  /// Whether infeasible values are repaired by a first phase rather than reported.
  let isRepairing: Bool

  private let patience: Int
  private var work = 0
  private var isFirstPhase = false
  private var violationCount = 0
  private var breakpoints = PrimalBreakpoints()
  private var wrongPivots = 0
  private var idleIterations = 0
  private var perturbations = 0
  private var isPerturbing = false
  private var losses = 0
  private var excesses = 0
  private var restorations = 0

  /// A step that the ratio test allows.
  private struct Step {
    var row: Int?
    var length: Double
    var isUpper: Bool
    var isClipped: Bool
  }

  /// Prepares a run.
  ///
  /// - Parameters:
  ///   - isRepairing: Whether infeasible values are repaired rather than reported.
  ///   - patience: The numbers that may be touched before giving up; nil for any.
  init(isRepairing: Bool = false, patience: Int? = nil) {
    self.isRepairing = isRepairing
    self.patience = patience ?? .max
  }

  /// Pivots until the basis is dual feasible for the working costs.
  ///
  /// Without repair the basis must be primal feasible at the start. With it, the working costs
  /// must be the true ones; they are not if the method ends in the first phase.
  mutating func run(_ state: inout SimplexState, _ budget: inout SolverBudget) -> PhaseEnd {
    if isRepairing { enterPhase(&state) }
    state.startPricing()
    while true {
      if let limit = budget.exhausted() { return .limit(limit) }
      if work > patience { return .trouble("the primal method takes long") }
      if budget.iterations % 100 == 0 { note(state, &budget) }
      if state.needsRefactoring, let end = refresh(&state) { return end }
      guard let entering = state.enteringColumn() else {
        if state.factorization.updateCount == 0 { return finish(&state) }
        if let end = refresh(&state) { return end }
        continue
      }
      if let end = step(&state, entering: entering) { return end }
      budget.spend()
      work += state.touched
      if isFirstPhase && violationCount == 0 {
        enterPhase(&state)
        state.startPricing()
      }
    }
  }

  private func note(_ state: borrowing SimplexState, _ budget: inout SolverBudget) {
    budget.note(
      .primalSimplex, objective: isFirstPhase ? nil : state.objective,
      primalInfeasibility: state.primalInfeasibility,
      dualInfeasibility: isFirstPhase ? nil : state.dualInfeasibility)
  }

  /// Decides by the basic values which phase it is, and prepares its costs.
  private mutating func enterPhase(_ state: inout SimplexState) {
    isFirstPhase = state.isPrimalInfeasible()
    if isFirstPhase {
      violationCount = state.installFirstPrimalPhase()
    } else {
      violationCount = 0
      state.restoreCosts()
    }
  }

  /// How the method ends when no column descends and the basis has just been factored.
  private func finish(_ state: inout SimplexState) -> PhaseEnd {
    if !isFirstPhase { return .done }
    // So little may be due to rounding, or to pivots that were refused.
    if state.primalInfeasibility <= 1e-7 { return .lostFeasibility }
    return .infeasible(multipliers: state.prices())
  }

  /// Factors anew, recomputes everything and finds out which phase it is; returns how the method
  /// ends if feasibility is lost for good.
  private mutating func refresh(_ state: inout SimplexState) -> PhaseEnd? {
    state.refactor()
    if isFirstPhase {
      enterPhase(&state)
    } else if state.isPrimalInfeasible(factor: 100) {
      guard isRepairing else { return .lostFeasibility }
      losses += 1
      if losses > 30 { return .trouble("the primal method keeps losing feasibility") }
      enterPhase(&state)
    }
    state.priceAll()
    return nil
  }

  /// One iteration; returns how the method ends if it does.
  private mutating func step(_ state: inout SimplexState, entering: Int) -> PhaseEnd? {
    state.computeImage(of: entering)
    let direction = state.reducedCosts[entering] < 0 ? 1.0 : -1.0
    guard let step = ratioTest(state, entering: entering, direction) else {
      return reject(&state, entering: entering)
    }
    guard step.length < .infinity else { return unbounded(&state, entering, direction) }
    let change = direction * step.length
    guard let row = step.row else {
      flip(&state, entering: entering, by: change)
      return nil
    }
    let excess = state.correctPrimalWeight(of: entering)
    let pivot = state.image.values[row]
    state.computePivotRow(row)
    let expected = state.pivotRowEntry(entering)
    guard state.agree(pivot, expected), abs(pivot - expected) <= 1e-5 * abs(pivot) else {
      return recover(&state, entering: entering)
    }
    wrongPivots = 0
    exchange(&state, step, row: row, entering: entering, by: change)
    if excess > 3 { excesses += 1 }
    if excesses > 3 {
      // The weights have grown far beyond what they stand for.
      excesses = 0
      state.startPricing()
    }
    return noteProgress(&state, hasMoved: step.length > 1e-12)
  }

  /// Finds how far the entering column may move; nil if in truth it does not descend.
  private mutating func ratioTest(
    _ state: borrowing SimplexState, entering: Int, _ direction: Double
  ) -> Step? {
    let range = state.upper[entering] - state.lower[entering]
    if isFirstPhase {
      breakpoints.run(state, direction: direction, range: range)
      let promised = abs(state.reducedCosts[entering])
      guard breakpoints.slope < -0.1 * promised, breakpoints.step < .infinity else { return nil }
      return Step(
        row: breakpoints.row, length: breakpoints.step, isUpper: breakpoints.isUpper,
        isClipped: breakpoints.isClipped)
    }
    let test = PrimalRatioTest(state, direction: direction, range: range)
    return Step(
      row: test.row, length: test.step, isUpper: test.isUpper, isClipped: test.isClipped)
  }

  /// Makes the column `entering` go to its other bound.
  private mutating func flip(_ state: inout SimplexState, entering: Int, by change: Double) {
    state.movePrimal(by: change)
    state.status[entering] = state.status[entering].mirrored
    state.values[entering] =
      state.status[entering] == .atLower ? state.lower[entering] : state.upper[entering]
    state.moves[entering] = -state.moves[entering]
    if isFirstPhase {
      violationCount += state.gradeAlongImage(except: nil)
      state.changeBasicCosts()
    }
    state.price(entering)
  }

  /// Makes `entering` basic in `row`.
  private mutating func exchange(
    _ state: inout SimplexState, _ step: Step, row: Int, entering: Int, by change: Double
  ) {
    let leaving = state.head[row]
    state.updatePrimalPrices(row: row, entering: entering)
    if step.isClipped { state.shiftBound(of: leaving, row: row, isUpper: step.isUpper) }
    state.movePrimal(by: change)
    if isFirstPhase {
      violationCount += state.gradeAlongImage(except: row)
      let old = state.costs[leaving]
      if old != 0 { violationCount -= 1 }
      state.reducedCosts[leaving] -= old
      state.costs[leaving] = 0
    }
    state.status[leaving] = step.isUpper ? .atUpper : .atLower
    state.values[leaving] = step.isUpper ? state.upper[leaving] : state.lower[leaving]
    state.exchangePriced(row: row, for: entering, value: state.values[entering] + change)
    if isPerturbing { state.widenBounds(row: row) }
    if isFirstPhase { state.changeBasicCosts() }
  }

  /// Deals with a column whose reduced cost is wrong: factors anew if the factorization is old,
  /// else leaves the column alone until the basis is factored the next time.
  private mutating func reject(_ state: inout SimplexState, entering: Int) -> PhaseEnd? {
    if state.factorization.updateCount > 20 { return refresh(&state) }
    state.columnMerits.set(entering, 0)
    return nil
  }

  /// Makes sure, with true bounds and a new factorization, that nothing stops the step.
  private mutating func unbounded(
    _ state: inout SimplexState, _ entering: Int, _ direction: Double
  ) -> PhaseEnd? {
    if isRepairing && state.hasShiftedBounds && restorations < 3 {
      restorations += 1
      isPerturbing = false
      state.restoreBounds()
      return refresh(&state)
    }
    if state.factorization.updateCount > 0 { return refresh(&state) }
    return .unbounded(direction: state.ray(entering: entering, direction))
  }

  /// Factors anew after a wrong pivot; one that is wrong at once raises the pivot tolerance, and
  /// then has its column left alone.
  private mutating func recover(
    _ state: inout SimplexState, entering: Int
  ) -> PhaseEnd? {
    wrongPivots += 1
    if wrongPivots > 50 { return .trouble("primal pivots keep failing") }
    if state.factorization.updateCount == 0 {
      guard state.pivotTolerance < 1e-7 else { return reject(&state, entering: entering) }
      state.pivotTolerance *= 10
      return nil
    }
    return refresh(&state)
  }

  /// Widens the bounds when the objective has not fallen for long, ever more patiently.
  private mutating func noteProgress(_ state: inout SimplexState, hasMoved: Bool) -> PhaseEnd? {
    idleIterations = hasMoved ? 0 : idleIterations + 1
    guard idleIterations > 50 * (1 + perturbations * perturbations) else { return nil }
    guard perturbations < 10 else { return .trouble("the primal method stalls") }
    perturbations += 1
    idleIterations = 0
    isPerturbing = true
    state.perturbBounds()
    if isFirstPhase {
      violationCount = state.installFirstPrimalPhase()
      state.priceAll()
    }
    return nil
  }
}
