/// The outcomes of many scenarios as they become known.
///
/// Each iteration solves the scenarios anew. It ends after the last outcome, or with an error at
/// the first scenario that has a number that makes no sense, once the outcomes before it have been
/// read. Cancelling the task that iterates, or giving up the iterator, stops the solves under way.
public struct ScenarioOutcomes<Scenarios: Sequence<Scenario> & Sendable>: AsyncSequence, Sendable {
  /// One outcome, with the position of its scenario.
  public typealias Element = ScenarioOutcome
  /// What is wrong with the program or with a scenario.
  public typealias Failure = SolverError

  let program: LinearProgram
  let scenarios: Scenarios
  let basis: Basis
  let settings: SolverSettings
  let workers: Int

  /// Starts to solve the scenarios.
  public func makeAsyncIterator() -> AsyncIterator {
    let (results, resultsEnd) = AsyncStream.makeStream(of: ScenarioResult.self)
    let (permits, permitsEnd) = AsyncStream.makeStream(of: Void.self)
    for _ in 0..<2 * workers { permitsEnd.yield() }
    let task = Task { [self] in
      await produce(into: resultsEnd, permits: permits)
      resultsEnd.finish()
    }
    resultsEnd.onTermination = { _ in task.cancel() }
    return AsyncIterator(results: results.makeAsyncIterator(), permits: permitsEnd)
  }

  /// Solves one scenario for each permit, at most ``workers`` at a time.
  private func produce(
    into results: AsyncStream<ScenarioResult>.Continuation, permits: AsyncStream<Void>
  ) async {
    let prepared: PreparedProgram
    do throws(SolverError) {
      prepared = try PreparedProgram(program, from: basis, settings: settings)
    } catch {
      results.yield(.failure(error))
      return
    }
    let fault = await withTaskGroup(of: Void.self) { group -> SolverError? in
      var permit = permits.makeAsyncIterator()
      for (index, scenario) in scenarios.enumerated() {
        guard await permit.next() != nil, !Task.isCancelled else { return nil }
        if index >= workers { await group.next() }
        do throws(SolverError) {
          try program.validate(scenario)
        } catch {
          return error
        }
        group.addTask { _ = results.yield(prepared.result(of: scenario, at: index)) }
      }
      return nil
    }
    // The group has ended, so this comes after every outcome.
    if let fault { results.yield(.failure(fault)) }
  }

  /// Hands out one outcome after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    var results: AsyncStream<ScenarioResult>.AsyncIterator
    let permits: AsyncStream<Void>.Continuation

    /// Waits for the next outcome; `nil` after the last one or when cancelled.
    ///
    /// - Throws: A ``SolverError`` that names the scenario.
    public mutating func next() async throws(SolverError) -> ScenarioOutcome? {
      try await next(isolation: nil)
    }

    /// Waits for the next outcome; `nil` after the last one or when cancelled.
    ///
    /// - Throws: A ``SolverError`` that names the scenario.
    public mutating func next(
      isolation actor: isolated (any Actor)?
    ) async throws(SolverError) -> ScenarioOutcome? {
      guard let result = await results.next(isolation: actor) else { return nil }
      permits.yield()
      return try result.get()
    }
  }
}
