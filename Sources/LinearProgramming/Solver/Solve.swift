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
    // What fails on the scaled program may succeed without scaling, from where it got to.
    let engines: [any LinearEngine] =
      budget.settings.engine == .interior
      ? [InteriorEngine()]
      : [SimplexEngine(isScaling: true), SimplexEngine(isScaling: false)]
    if budget.settings.isPresolving && basis == nil {
      let outcome = solvePresolved(form, by: engines[0], within: &budget, start: &start)
      if let outcome { return outcome }
    }
    var failure: UnprovenReport?
    for engine in engines {
      if let limit = budget.interruption {
        return .limit(
          LimitReport(limit: limit, statistics: budget.statistics, bestBound: nil))
      }
      budget.note(.dualSimplex)
      let answer = engine.solve(form, from: start, within: &budget)
      let outcome = check(answer, statistics: budget.statistics)
      guard case .notProven(let report) = outcome else { return outcome }
      failure = failure ?? report
      start = answer.basis
    }
    guard let failure else { preconditionFailure("there is always one engine") }
    return .notProven(failure)
  }

  /// Turns an engine's answer into an outcome, if it passes its check.
  func check(_ answer: EngineAnswer, statistics: SolveStatistics) -> Outcome {
    switch answer {
    case .optimal(let values, let prices, let basis):
      return checkOptimal(values, prices.map { sense.sign * $0 }, basis, statistics)
    case .infeasible(let multipliers, _):
      return checkInfeasible(multipliers, statistics)
    case .unbounded(let point, let direction, _):
      let point = clamp(point)
      let check = CertificateCheck(
        unboundednessOf: self, point: point, direction: direction)
      guard check.passes else {
        return .notProven(
          UnprovenReport(reason: .unboundednessCheckFailed(check), statistics: statistics))
      }
      return .unbounded(
        UnboundednessCertificate(
          point: point, direction: direction, check: check, statistics: statistics))
    case .limit(let limit, let values, let prices):
      let bound = DualBound(of: self, prices: clean(prices).map { sense.sign * $0 }, at: values)
      return .limit(
        LimitReport(
          limit: limit, statistics: statistics,
          bestBound: bound.residual <= 1e-9 ? bound.objective : nil))
    case .trouble(let what, _):
      return .notProven(UnprovenReport(reason: .numericalTrouble(what), statistics: statistics))
    }
  }

  /// Checks the multipliers, at first without those that may be nothing but rounding.
  private func checkInfeasible(_ multipliers: [Double], _ statistics: SolveStatistics) -> Outcome {
    var failure: CertificateCheck?
    for threshold in [1e-9, 1e-12, 0] {
      let cleaned = clean(multipliers, below: threshold)
      let check = CertificateCheck(infeasibilityOf: self, multipliers: cleaned)
      if check.passes {
        return .infeasible(
          InfeasibilityCertificate(multipliers: cleaned, check: check, statistics: statistics))
      }
      failure = check
    }
    guard let failure else { preconditionFailure("there is at least one threshold") }
    return .notProven(
      UnprovenReport(reason: .infeasibilityCheckFailed(failure), statistics: statistics))
  }

  private func checkOptimal(
    _ values: [Double], _ prices: [Double], _ basis: Basis?, _ statistics: SolveStatistics
  ) -> Outcome {
    let values = clamp(values)
    let dual = DualBound(of: self, prices: prices, at: values)
    let check = OptimalityCheck(of: self, values: values, dual: dual)
    guard check.passes else {
      return .notProven(
        UnprovenReport(reason: .optimalityCheckFailed(check), statistics: statistics))
    }
    return .optimal(
      Solution(
        objective: objective.value(at: values), basis: basis, check: check,
        statistics: statistics, values: values, prices: prices,
        reducedCosts: basis.map {
          zip(dual.reducedCosts, $0.variables).map { $1 == .basic ? 0 : $0 }
        } ?? dual.reducedCosts))
  }

  /// Puts values that miss their bounds by rounding onto them; others are left to the check.
  private func clamp(_ values: [Double]) -> [Double] {
    values.indices.map { index in
      let value = values[index]
      let (low, high) = (lowerBounds[index], upperBounds[index])
      if value < low && low - value <= 1e-9 * max(1, abs(low)) { return low }
      if value > high && value - high <= 1e-9 * max(1, abs(high)) { return high }
      return value
    }
  }

  /// Drops multipliers that are at most `threshold` times the largest, and those that point to
  /// an infinite end and are nothing but rounding.
  private func clean(_ multipliers: [Double], below threshold: Double = 0) -> [Double] {
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    return multipliers.indices.map { index in
      let multiplier = multipliers[index]
      let end = multiplier > 0 ? rowLowers[index] : rowUppers[index]
      let limit = end.isFinite ? threshold : max(threshold, 1e-9)
      return abs(multiplier) <= limit * largest ? 0 : multiplier
    }
  }
}

extension EngineAnswer {
  /// Where the engine stopped.
  var basis: Basis? {
    switch self {
    case .optimal(_, _, let basis): basis
    case .infeasible(_, let basis): basis
    case .unbounded(_, _, let basis): basis
    case .trouble(_, let basis): basis
    case .limit: nil
    }
  }
}
