/// Passes progress on to a stream, at most twenty times a second.
struct ProgressReporter {
  private let continuation: AsyncStream<SolverProgress>.Continuation
  private let start: ContinuousClock.Instant
  private var due: ContinuousClock.Instant

  /// The least time between two reports.
  private static let interval = Duration.milliseconds(50)

  /// Starts the clock; the first report is due at once.
  init(to continuation: AsyncStream<SolverProgress>.Continuation) {
    self.continuation = continuation
    start = .now
    due = start
  }

  /// The time since the start, if a report is due; the next one is then due a while later.
  mutating func elapsedIfDue() -> Duration? {
    let now = ContinuousClock.now
    guard now >= due else { return nil }
    due = now + Self.interval
    return now - start
  }

  /// Passes `progress` on.
  func report(_ progress: SolverProgress) {
    continuation.yield(progress)
  }

  /// Passes the figures of a checked answer on, whether or not a report is due.
  func report(_ outcome: Outcome) {
    guard let solution = outcome.solution else { return }
    let statistics = outcome.statistics
    report(
      SolverProgress(
        phase: .check,
        iterations: statistics.simplexIterations + statistics.interiorIterations,
        objective: solution.objective, primalInfeasibility: solution.check.primalResidual,
        dualInfeasibility: solution.check.dualResidual, elapsed: ContinuousClock.now - start))
  }
}
