/// The iterations and the time that a solve may use, what it has used, and who is told.
///
/// A budget is asked after every iteration, and in between by work that takes longer, such as a
/// factorization; it also notices when the surrounding task has been cancelled. Its clock starts
/// when it is made.
struct SolverBudget {
  /// The number of simplex iterations done.
  private(set) var iterations = 0
  /// The number of interior point iterations done.
  private(set) var interiorIterations = 0
  /// The number of pushes of crossover done.
  private(set) var pushes = 0
  /// The number of iterations at which to stop, if it is less than the settings allow.
  private var iterationCap = Int.max
  /// The settings that set the limits.
  let settings: SolverSettings

  /// The stated objective is this factor times the objective that engines note, plus
  /// ``objectiveOffset``; whatever maps a program to another one adapts both.
  var objectiveFactor = 1.0
  /// What is added to the objective that engines note.
  var objectiveOffset = 0.0

  private let deadline: ContinuousClock.Instant?
  private var isLate = false
  private var lastReading: ContinuousClock.Instant
  private var questionsUntilReading = 1
  private var questionsPerReading = 1
  private var reporter: ProgressReporter?

  /// The most questions that are answered without reading the clock.
  private static let mostQuestions = 16
  /// The time between two readings below which the clock is read less often.
  private static let readingInterval = Duration.microseconds(250)

  /// The engine at work; where presolve leaves nothing to do, the one that was asked for.
  var engine: SolverSettings.Engine
  /// How many numbers the iterations of the simplex methods have touched, about.
  var work = 0

  private let start: ContinuousClock.Instant

  /// What has been used so far.
  var statistics: SolveStatistics {
    SolveStatistics(
      engine: engine, simplexIterations: iterations, interiorIterations: interiorIterations,
      pushes: pushes, solveTime: ContinuousClock.now - start)
  }

  /// Starts the clock.
  ///
  /// - Parameters:
  ///   - settings: The settings that set the limits.
  ///   - reporter: Who is told of the progress; `nil` tells nobody.
  init(_ settings: SolverSettings, reporter: ProgressReporter? = nil) {
    self.settings = settings
    engine = settings.engine == .automatic ? .dual : settings.engine
    self.reporter = reporter
    start = .now
    lastReading = start
    deadline = settings.timeLimit.map { [lastReading] in lastReading + $0 }
  }

  /// Whether somebody listens to the progress.
  var isObserved: Bool { reporter != nil }

  /// Counts one iteration.
  mutating func spend() {
    iterations += 1
  }

  /// Counts one iteration of the interior point method; the next question reads the clock, because
  /// what is known of the pace of simplex iterations says nothing about these.
  mutating func spendInterior() {
    interiorIterations += 1
    questionsUntilReading = 1
  }

  /// Counts one push of crossover.
  mutating func spendPush() {
    pushes += 1
  }

  /// Allows `count` more iterations than have been done, or as many as the settings do.
  mutating func allow(moreIterations count: Int?) {
    let (sum, isTooLarge) = iterations.addingReportingOverflow(count ?? .max)
    iterationCap = isTooLarge ? .max : sum
  }

  /// The limit that has been reached, if any.
  ///
  /// Cancellation is looked up each time. The clock is read each time as long as questions are
  /// rare, and at every sixteenth question at the least: a limit is overrun by no more than
  /// sixteen of the latest, fast iterations, or by one slow one.
  mutating func exhausted() -> LimitReport.Limit? {
    if iterations >= min(settings.iterationLimit, iterationCap) { return .iterations }
    if Task.isCancelled { return .cancelled }
    guard let deadline else { return nil }
    if isLate { return .time }
    questionsUntilReading -= 1
    if questionsUntilReading > 0 { return nil }
    let now = ContinuousClock.now
    isLate = now >= deadline
    questionsPerReading =
      now - lastReading < Self.readingInterval
      ? min(2 * questionsPerReading, Self.mostQuestions) : max(1, questionsPerReading / 4)
    questionsUntilReading = questionsPerReading
    lastReading = now
    return isLate ? .time : nil
  }

  /// Whether the time is over or the task cancelled, by a clock that is read at once.
  ///
  /// For work other than iterations that may take long: preparation, presolve, factorizations.
  var interruption: LimitReport.Limit? {
    if Task.isCancelled { return .cancelled }
    guard let deadline else { return nil }
    return isLate || ContinuousClock.now >= deadline ? .time : nil
  }

  /// Tells whoever listens how far the solve has got.
  ///
  /// The figures are computed only if somebody listens and the last report is old enough, so an
  /// engine may call this every hundred iterations or so.
  ///
  /// - Parameters:
  ///   - phase: What the engine is doing.
  ///   - objective: The objective of the minimization that the engine works on.
  ///   - primalInfeasibility: The sum of the distances of basic values from their bounds.
  ///   - dualInfeasibility: The sum of the reduced costs of a wrong sign.
  mutating func note(
    _ phase: SolverProgress.Phase, objective: @autoclosure () -> Double? = nil,
    primalInfeasibility: @autoclosure () -> Double? = nil,
    dualInfeasibility: @autoclosure () -> Double? = nil
  ) {
    guard let elapsed = reporter?.elapsedIfDue() else { return }
    reporter?.report(
      SolverProgress(
        phase: phase, iterations: iterations + interiorIterations,
        objective: objective().map { objectiveFactor * $0 + objectiveOffset },
        primalInfeasibility: primalInfeasibility(), dualInfeasibility: dualInfeasibility(),
        elapsed: elapsed))
  }
}
