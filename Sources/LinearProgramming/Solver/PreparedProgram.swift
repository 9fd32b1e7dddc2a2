/// A program made ready once for solving many scenarios of it.
///
/// What does not depend on a scenario is here: the validated program, its scaling and its scaled
/// form, whose matrix all scenarios share. A scenario changes copies of costs and bounds only.
struct PreparedProgram: Sendable {
  /// The program as stated.
  let program: LinearProgram

  private let scaling: Scaling
  private let scaled: ComputationalForm
  private let basis: Basis
  private let reference: ReferenceState
  private let settings: SolverSettings

  /// Prepares `program`.
  ///
  /// - Parameters:
  ///   - program: The program as stated.
  ///   - basis: Where every scenario starts.
  ///   - settings: Tolerances and limits for each scenario.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  init(
    _ program: LinearProgram, from basis: Basis, settings: SolverSettings
  ) throws(SolverError) {
    try settings.validate()
    try program.validate()
    self.program = program
    self.basis = basis
    self.settings = settings
    let form = ComputationalForm(program)
    scaling = Scaling(of: form)
    scaled = scaling.apply(to: form)
    reference = ReferenceState(SimplexState(scaled, basis: basis, settings: settings))
  }

  /// Solves the program that `scenario` makes of this one.
  ///
  /// The answer passes the same check as that of ``LinearProgram/solve(_:from:)``, against the
  /// scenario's own program. What fails here goes through that door instead, from scratch: a basis
  /// that suits the program may be a bad start for a scenario.
  ///
  /// - Throws: A ``SolverError`` that names the scenario.
  func solve(_ scenario: Scenario) throws(SolverError) -> Outcome {
    var budget = SolverBudget(settings)
    let start = ContinuousClock.now
    let changed = try program.changed(by: scenario)
    if settings.engine == .automatic || settings.engine == .dual {
      budget.engine = .dual
      var state = SimplexState(twinOf: reference.state, form(of: scenario))
      let answer = SimplexEngine(isScaling: false).run(
        &state, Scaling(identityFor: scaled), isWarm: true, within: &budget)
      var statistics = budget.statistics
      statistics.solveTime = ContinuousClock.now - start
      let outcome = changed.check(scaling.unscaled(answer), statistics: statistics)
      if !outcome.isNotProven { return outcome }
    }
    do {
      return try changed.solve(from: nil, within: &budget)
    } catch {
      throw .invalidScenario(scenario.name, reason: error)
    }
  }

  /// The scaled form with the costs and bounds of `scenario`.
  private func form(of scenario: Scenario) -> ComputationalForm {
    var form = scaled
    let sign = program.sense.sign
    for change in scenario.costs {
      form.costs[change.index] =
        sign * change.cost * (scaling.columns[change.index] * scaling.cost)
    }
    for change in scenario.variableBounds {
      form.lower[change.index] = change.lower / scaling.columns[change.index]
      form.upper[change.index] = change.upper / scaling.columns[change.index]
    }
    for change in scenario.rowBounds {
      let slack = form.variableCount + change.index
      form.lower[slack] = -change.upper * scaling.rows[change.index]
      form.upper[slack] = -change.lower * scaling.rows[change.index]
    }
    return form
  }
}

/// The factored basis that all scenarios start from; shared between tasks, which copy it.
private final class ReferenceState: Sendable {
  let state: SimplexState

  init(_ state: consuming SimplexState) { self.state = state }
}

extension Scaling {
  /// Returns the answer to the original form that `answer` to the scaled one amounts to.
  func unscaled(_ answer: EngineAnswer) -> EngineAnswer {
    switch answer {
    case .optimal(let values, let prices, let basis):
      .optimal(values: unscaled(values: values), prices: unscaled(prices: prices), basis: basis)
    case .infeasible(let multipliers, let basis):
      .infeasible(multipliers: unscaled(multipliers: multipliers), basis: basis)
    case .unbounded(let point, let direction, let basis):
      .unbounded(
        point: unscaled(values: point), direction: unscaled(values: direction), basis: basis)
    case .limit(let limit, let values, let prices):
      .limit(limit, values: unscaled(values: values), prices: unscaled(prices: prices))
    case .trouble: answer
    }
  }
}

extension Outcome {
  /// Whether the arithmetic did not suffice for an answer.
  var isNotProven: Bool {
    if case .notProven = self { true } else { false }
  }
}
