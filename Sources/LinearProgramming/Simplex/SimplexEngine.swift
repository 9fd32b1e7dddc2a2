internal import LinearAlgebra

/// The dual and the primal simplex method in turn, on the scaled program.
///
/// The dual method makes a basis primal feasible, with costs shifted where it must; the primal
/// method, started from there with the true costs, makes it dual feasible. Each may spoil a
/// little of what the other did when its shifts are undone, so they alternate until neither has
/// anything left to do.
struct SimplexEngine: LinearEngine {
  /// Whether to scale the program.
  let isScaling: Bool
  /// Whether the primal method comes first and the dual one only cleans up.
  let isPrimalFirst: Bool
  /// The numbers that may be touched before giving up; nil for any.
  let patience: Int?

  /// Creates an engine.
  ///
  /// - Parameters:
  ///   - isScaling: Whether to scale the program.
  ///   - isPrimalFirst: Whether the primal method comes first and the dual one only cleans up.
  ///   - patience: The numbers that may be touched before giving up; nil for any.
  init(isScaling: Bool, isPrimalFirst: Bool = false, patience: Int? = nil) {
    self.isPrimalFirst = isPrimalFirst
    self.isScaling = isScaling
    self.patience = patience
  }

  /// Turns between the two methods before giving up.
  private static let turnLimit = 30

  func solve(
    _ form: ComputationalForm, from basis: Basis?, within budget: inout SolverBudget
  ) -> EngineAnswer {
    budget.engine = isPrimalFirst ? .primal : .dual
    let workLimit = patience.map { budget.work + $0 }
    let scaling = isScaling ? Scaling(of: form) : Scaling(identityFor: form)
    if let limit = budget.interruption { return .stopped(limit, form) }
    var state = SimplexState(scaling.apply(to: form), basis: basis, settings: budget.settings)
    if let limit = budget.interruption { return .stopped(limit, form) }
    return run(&state, scaling, isWarm: basis != nil, workLimit: workLimit, within: &budget)
  }

  /// Solves the program of `state` from its basis.
  ///
  /// - Parameters:
  ///   - state: The state.
  ///   - scaling: What leads back from the state to the form that is asked for.
  ///   - isWarm: Whether the basis is likely to be a good one.
  ///   - workLimit: The work of the budget at which to give up; nil for never.
  ///   - budget: What may be used.
  /// - Returns: The answer to the form that is asked for.
  func run(
    _ state: inout SimplexState, _ scaling: Scaling, isWarm: Bool, workLimit: Int? = nil,
    within budget: inout SolverBudget
  ) -> EngineAnswer {
    let factor = budget.objectiveFactor
    budget.objectiveFactor /= scaling.cost
    defer { budget.objectiveFactor = factor }
    if isPrimalFirst {
      var primal = PrimalSimplex(isRepairing: true)
      let end = primal.run(&state, &budget)
      state.restoreCosts()
      if let answer = answer(end, &state, scaling), !answer.isTrouble { return answer }
      state.restoreBounds()
      state.refactor()
    }
    for turn in 0..<Self.turnLimit {
      if state.isPrimalInfeasible() {
        var dual = DualSimplex(
          perturbing: turn == 0 && !isWarm && !isPrimalFirst || turn % 5 == 4,
          optimalityTolerance: state.optimalityTolerance, workLimit: workLimit)
        let end = dual.run(&state, &budget)
        if let answer = answer(end, &state, scaling) { return answer }
        state.restoreCosts()
      }
      if state.isDualInfeasible {
        // What is left to do is seldom much, so the clean-up may take longer.
        var primal = PrimalSimplex(patience: patience.map { 3 * $0 })
        let end = primal.run(&state, &budget)
        if let answer = answer(end, &state, scaling) { return answer }
        state.restoreBounds()
      }
      if !state.isPrimalInfeasible() && !state.isDualInfeasible {
        if state.isExact { return optimum(&state, scaling) }
        state.refactor()
        if !state.isPrimalInfeasible() && !state.isDualInfeasible {
          return optimum(&state, scaling)
        }
      }
    }
    return .trouble("the two simplex methods undo each other's work", basis: state.basis)
  }

  private func optimum(_ state: inout SimplexState, _ scaling: Scaling) -> EngineAnswer {
    .optimal(
      values: scaling.unscaled(values: state.point),
      prices: scaling.unscaled(prices: state.prices()), basis: state.basis)
  }

  /// The answer that the end of a phase amounts to, if it is one.
  private func answer(
    _ end: PhaseEnd, _ state: inout SimplexState, _ scaling: Scaling
  ) -> EngineAnswer? {
    switch end {
    case .done, .lostFeasibility: nil
    case .infeasible(let multipliers):
      .infeasible(multipliers: scaling.unscaled(multipliers: multipliers), basis: state.basis)
    case .unbounded(let direction):
      .unbounded(
        point: scaling.unscaled(values: state.point),
        direction: scaling.unscaled(values: direction), basis: state.basis)
    case .limit(let limit):
      .limit(
        limit, values: scaling.unscaled(values: state.point),
        prices: scaling.unscaled(prices: state.prices()))
    case .trouble(let what): .trouble(what, basis: state.basis)
    }
  }
}

extension EngineAnswer {
  /// What an engine answers that was stopped before it began.
  static func stopped(_ limit: LimitReport.Limit, _ form: ComputationalForm) -> EngineAnswer {
    .limit(
      limit, values: [Double](repeating: 0, count: form.variableCount),
      prices: [Double](repeating: 0, count: form.rowCount))
  }

  /// Whether the engine gave up.
  fileprivate var isTrouble: Bool {
    if case .trouble = self { true } else { false }
  }
}

extension SimplexState {
  /// The scaled value of each variable.
  var point: [Double] {
    var point = values
    for (row, column) in head.enumerated() { point[column] = basicValues[row] }
    return Array(point.prefix(n))
  }

  /// The statuses of variables and rows.
  var basis: Basis {
    var weights = [Double](repeating: 1, count: n + m)
    let head = self.head
    for row in 0..<m { weights[head[row]] = dualWeights[row] }
    var edgeWeights: [Double] = []
    edgeWeights.reserveCapacity(m)
    for column in 0..<n + m where status[column] == .basic { edgeWeights.append(weights[column]) }
    return Basis(
      variables: Array(status.prefix(n)), rows: status.dropFirst(n).map(\.mirrored),
      edgeWeights: edgeWeights)
  }
}
