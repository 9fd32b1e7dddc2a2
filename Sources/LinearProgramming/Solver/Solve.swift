extension LinearProgram {
  /// Solves the program.
  ///
  /// No answer is returned that has not passed its check against this program, by code that
  /// knows nothing of the solver; see ``OptimalityCheck`` and ``CertificateCheck``. The same
  /// program, settings and basis give the same answer, unless a time limit intervenes.
  ///
  /// - Parameters:
  ///   - settings: Tolerances and limits.
  ///   - basis: Where to start, such as the basis of a solution of a similar program; `nil`
  ///     starts from scratch.
  /// - Returns: What is known about the program.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  public func solve(
    _ settings: SolverSettings = SolverSettings(), from basis: Basis? = nil
  ) throws(SolverError) -> Outcome {
    var budget = SolverBudget(settings)
    return try solve(from: basis, within: &budget)
  }

  /// Programs of at most so many rows are solved as they stand: reducing them takes longer.
  private static var tinyRowCount: Int { 60 }

  /// Solves the program within `budget`, whose clock is already running.
  func solve(
    from basis: Basis?, within budget: inout SolverBudget
  ) throws(SolverError) -> Outcome {
    try budget.settings.validate()
    try validate()
    budget.objectiveFactor = sense.sign
    budget.objectiveOffset = objective.constant
    let form = ComputationalForm(self)
    var start = basis
    var acceptable: Outcome?
    if budget.settings.isPresolving && basis == nil && form.rowCount > Self.tinyRowCount {
      switch solvePresolved(form, within: &budget, start: &start) {
      case .final(let outcome): return outcome
      case .acceptable(let outcome): acceptable = outcome
      case .none: break
      }
    }
    var failure: UnprovenReport?
    for engine in budget.settings.engine.attempts(budget.settings) {
      if let limit = budget.interruption {
        return acceptable
          ?? .limit(LimitReport(limit: limit, statistics: budget.statistics, bestBound: nil))
      }
      let answer = engine.solve(form, from: start, within: &budget)
      let outcome = check(answer, statistics: budget.statistics)
      guard case .notProven(let report) = outcome else { return outcome.better(than: acceptable) }
      failure = failure ?? report
      start = answer.basis
    }
    guard let failure else { preconditionFailure("there is always one engine") }
    return acceptable ?? .notProven(failure)
  }
}

extension SolverSettings.Engine {
  /// The engines to try in turn on a program as it stands.
  ///
  /// What fails on the scaled program may succeed without scaling, from where it got to.
  func attempts(_ settings: SolverSettings) -> [any LinearEngine] {
    switch self {
    case .automatic:
      [AutomaticEngine(settings), SimplexEngine(isScaling: false)]
    case .dual:
      [SimplexEngine(isScaling: true), SimplexEngine(isScaling: false)]
    case .primal:
      [
        SimplexEngine(isScaling: true, isPrimalFirst: true),
        SimplexEngine(isScaling: false, isPrimalFirst: true),
      ]
    case .interior:
      [InteriorEngine(isCrossingOver: settings.isCrossingOver)]
    }
  }
}

extension Outcome {
  /// This outcome, or `other` if that is an optimum that stands its check better.
  fileprivate func better(than other: Outcome?) -> Outcome {
    guard let other, case .optimal(let rival) = other else { return self }
    guard case .optimal(let solution) = self else { return other }
    return solution.check.worst <= rival.check.worst ? self : other
  }
}
