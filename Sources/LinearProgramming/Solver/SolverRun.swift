/// A solve under way, with its progress and, in the end, its outcome.
///
///     let run = program.run()
///     for await progress in run.progress { show(progress) }
///     let outcome = try await run.outcome
///
/// A run ends early, with ``LimitReport/Limit/cancelled``, when ``cancel()`` is called, when a task
/// that waits for its progress or its outcome is cancelled, or when nobody holds it or its progress
/// any longer.
///
/// The solve occupies one thread of Swift's pool until it ends; the main actor is not in that pool.
public final class SolverRun: Sendable {
  /// The progress of the solve, at most about twenty elements a second, to be read once.
  ///
  /// Elements that nobody reads in time are dropped, the oldest first. The last element of a solve
  /// that ends with an optimum is in ``SolverProgress/Phase/check``.
  public let progress: AsyncStream<SolverProgress>

  private let task: Task<Result<Outcome, SolverError>, Never>

  /// How many elements wait for a slow reader.
  private static let bufferSize = 8

  /// Starts to solve `program`.
  init(_ program: LinearProgram, settings: SolverSettings, basis: Basis?) {
    let (stream, continuation) = AsyncStream.makeStream(
      of: SolverProgress.self, bufferingPolicy: .bufferingNewest(Self.bufferSize))
    let task = Task { () -> Result<Outcome, SolverError> in
      defer { continuation.finish() }
      let reporter = ProgressReporter(to: continuation)
      var budget = SolverBudget(settings, reporter: reporter)
      do throws(SolverError) {
        let outcome = try program.solve(from: basis, within: &budget)
        reporter.report(outcome)
        return .success(outcome)
      } catch {
        return .failure(error)
      }
    }
    continuation.onTermination = { termination in
      if case .cancelled = termination { task.cancel() }
    }
    progress = stream
    self.task = task
  }

  /// What is known about the program, once the solve has ended.
  ///
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  public var outcome: Outcome {
    get async throws(SolverError) {
      let task = task
      let result = await withTaskCancellationHandler {
        await task.value
      } onCancel: {
        task.cancel()
      }
      return try result.get()
    }
  }

  /// Makes the solve end soon, with what it knows by then.
  public func cancel() { task.cancel() }
}

extension LinearProgram {
  /// Starts to solve the program and returns at once.
  ///
  /// The outcome is that of ``solve(_:from:)``, unless the run is cancelled.
  ///
  /// - Parameters:
  ///   - settings: Tolerances and limits.
  ///   - basis: Where to start; `nil` starts from scratch.
  /// - Returns: The solve under way.
  public func run(
    _ settings: SolverSettings = SolverSettings(), from basis: Basis? = nil
  ) -> SolverRun {
    SolverRun(self, settings: settings, basis: basis)
  }
}
