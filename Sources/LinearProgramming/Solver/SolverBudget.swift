/// The iterations and the time that a solve may use, and what it has used.
struct SolverBudget {
  /// The number of iterations done.
  private(set) var iterations = 0
  /// The number of interior point iterations done.
  private(set) var interiorIterations = 0
  /// The settings that set the limits.
  let settings: SolverSettings

  private let deadline: ContinuousClock.Instant?
  private var isLate = false

  /// What has been used so far.
  var statistics: SolveStatistics {
    SolveStatistics(
      engine: settings.engine, simplexIterations: iterations,
      interiorIterations: interiorIterations)
  }

  init(_ settings: SolverSettings) {
    self.settings = settings
    deadline = settings.timeLimit.map { ContinuousClock.now + $0 }
  }

  /// Counts one iteration.
  mutating func spend() {
    iterations += 1
  }

  /// Counts one iteration of the interior point method.
  mutating func spendInterior() {
    interiorIterations += 1
  }

  /// The limit that has been reached, if any; the clock is read every 16 iterations.
  mutating func exhausted() -> LimitReport.Limit? {
    if iterations >= settings.iterationLimit { return .iterations }
    guard let deadline else { return nil }
    if iterations % 16 == 0 || isLate { isLate = ContinuousClock.now >= deadline }
    return isLate ? .time : nil
  }
}
