/// The limits of one diagnosis, shared by all its solves, and what they took together.
struct DiagnosisBudget {
  /// What all solves took.
  private(set) var statistics: SolveStatistics
  private let settings: SolverSettings
  private let deadline: ContinuousClock.Instant?

  /// Starts the clock.
  init(_ settings: SolverSettings) {
    self.settings = settings
    statistics = SolveStatistics(engine: settings.engine)
    deadline = settings.timeLimit.map { ContinuousClock.now + $0 }
  }

  /// The limit that has been reached, if any.
  var exhausted: LimitReport.Limit? {
    if statistics.simplexIterations >= settings.iterationLimit { return .iterations }
    guard let deadline else { return nil }
    return ContinuousClock.now >= deadline ? .time : nil
  }

  /// Solves `program` with what is left of the limits.
  ///
  /// - Parameters:
  ///   - program: The program.
  ///   - needsBasis: Whether the answer must come with the basis of this very program.
  /// - Returns: What the solver found out.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  mutating func solve(
    _ program: LinearProgram, needsBasis: Bool = false
  ) throws(SolverError) -> Outcome {
    var left = settings
    if left.iterationLimit != .max { left.iterationLimit -= statistics.simplexIterations }
    left.iterationLimit = max(0, left.iterationLimit)
    if let deadline { left.timeLimit = max(.zero, deadline - ContinuousClock.now) }
    if needsBasis {
      left.isPresolving = false
      left.isCrossingOver = true
    }
    let outcome = try program.solve(left)
    let spent = outcome.statistics
    statistics.engine = spent.engine
    statistics.simplexIterations += spent.simplexIterations
    statistics.interiorIterations += spent.interiorIterations
    statistics.solveTime += spent.solveTime
    statistics.checkTime += spent.checkTime
    return outcome
  }

  /// The report of a limit reached, with what was spent in all.
  func report(_ report: LimitReport) -> LimitReport {
    LimitReport(limit: report.limit, statistics: statistics, bestBound: nil)
  }

  /// The report of a failure, with what was spent in all.
  func report(_ report: UnprovenReport) -> UnprovenReport {
    UnprovenReport(reason: report.reason, statistics: statistics)
  }
}
