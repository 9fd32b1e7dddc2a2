internal import LinearAlgebra

extension LinearProgram {
  /// Solves all `scenarios` of the program and returns their outcomes in the same order.
  ///
  /// Every scenario starts from the same `basis`, so its outcome depends neither on the other
  /// scenarios nor on their order nor on the number of workers. What the scenarios share is
  /// prepared once. Limits in `settings` hold for each scenario. The engines
  /// ``SolverSettings/Engine/primal`` and ``SolverSettings/Engine/interior`` make no use of the
  /// basis.
  ///
  /// When the surrounding task is cancelled, scenarios not yet solved end at once with
  /// ``LimitReport/Limit/cancelled``.
  ///
  /// - Parameters:
  ///   - scenarios: The changes to make, each against this program.
  ///   - basis: Where each scenario starts, such as the basis of this program's solution.
  ///   - settings: Tolerances and limits.
  ///   - workers: The number of scenarios solved at a time; `nil` is the number of processors.
  /// - Returns: One outcome for each scenario, in the order given.
  /// - Precondition: There is at least one worker.
  /// - Throws: A ``SolverError`` that names the first number of the program, or of the first
  ///   scenario, that makes no sense; nothing is solved in that case.
  public func solve(
    scenarios: [Scenario], from basis: Basis, settings: SolverSettings = SolverSettings(),
    workers: Int? = nil
  ) async throws(SolverError) -> [ScenarioOutcome] {
    let workers = workers ?? Processors.count
    precondition(workers > 0, "solving takes at least one worker")
    let prepared = try PreparedProgram(self, from: basis, settings: settings)
    for scenario in scenarios { try validate(scenario) }
    let results = await withTaskGroup(of: (Int, ScenarioResult).self) { group in
      var results = [ScenarioResult?](repeating: nil, count: scenarios.count)
      for (index, scenario) in scenarios.enumerated() {
        if index >= workers, let (done, result) = await group.next() { results[done] = result }
        group.addTask { (index, prepared.result(of: scenario, at: index)) }
      }
      for await (done, result) in group { results[done] = result }
      return results
    }
    var outcomes: [ScenarioOutcome] = []
    outcomes.reserveCapacity(scenarios.count)
    for result in results {
      guard let result else { preconditionFailure("every scenario has a result") }
      outcomes.append(try result.get())
    }
    return outcomes
  }

  /// Returns the outcomes of `scenarios` as they become known, for batches too big to hold.
  ///
  ///     for try await solved in program.outcomes(of: scenarios, from: basis) {
  ///       totals[solved.index] = solved.outcome.solution?.objective
  ///     }
  ///
  /// The outcomes are those of ``solve(scenarios:from:settings:workers:)``; only their order
  /// depends on chance, unless there is one worker. Scenarios are drawn one by one as they are
  /// needed, and no more than twice as many as there are workers are drawn ahead of what has been
  /// read.
  ///
  /// - Parameters:
  ///   - scenarios: The changes to make, each against this program; they may be made when drawn.
  ///   - basis: Where each scenario starts.
  ///   - settings: Tolerances and limits, for each scenario.
  ///   - workers: The number of scenarios solved at a time; `nil` is the number of processors.
  /// - Returns: The outcomes, which nothing computes before somebody asks for the first.
  /// - Precondition: There is at least one worker.
  public func outcomes<Scenarios: Sequence<Scenario> & Sendable>(
    of scenarios: Scenarios, from basis: Basis, settings: SolverSettings = SolverSettings(),
    workers: Int? = nil
  ) -> ScenarioOutcomes<Scenarios> {
    let workers = workers ?? Processors.count
    precondition(workers > 0, "solving takes at least one worker")
    return ScenarioOutcomes(
      program: self, scenarios: scenarios, basis: basis, settings: settings, workers: workers)
  }
}

/// The outcome of a scenario, or what is wrong with it.
typealias ScenarioResult = Result<ScenarioOutcome, SolverError>

extension PreparedProgram {
  /// Solves `scenario`, the one at `index` of its batch.
  func result(of scenario: Scenario, at index: Int) -> ScenarioResult {
    do throws(SolverError) {
      let outcome = try solve(scenario)
      return .success(ScenarioOutcome(index: index, name: scenario.name, outcome: outcome))
    } catch {
      return .failure(error)
    }
  }
}
