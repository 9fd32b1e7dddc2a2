public import LinearProgramming
public import PolicingDomain

extension TourFit {
  /// Returns the fewest officers on a schedule that cover the officers required in every hour on every
  /// day of the cycle; hours that no tour reaches are left out.
  ///
  /// - Throws: An ``AllocationError`` for numbers that make no sense, or when the solver gives no
  ///   verified optimum.
  /// - Complexity: One linear program with a row for each kind of hour.
  public static func fewestOfficers(
    _ question: TourFitQuestion, settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) -> FullTimeEquivalents {
    try question.validate()
    let model = TourFitProgram(question, covering: true)
    var objectives = HeldObjectives(model.program, settings: settings)
    let name = "officers that cover every hour"
    let failure = try objectives.minimize(
      model.officers.sum(), name, unit: "full-time equivalents")
    if let failure { throw .solver(failure.words) }
    return FullTimeEquivalents(objectives.stages.last?.value ?? 0)
  }

  /// Fits a schedule to the officers required: with a given number of officers, as few officer-hours
  /// short as possible, then as few beyond the need, then the shortest hour as little short, then even
  /// day-off groups (FORMULATION 7.1 and 7.9).
  ///
  /// - Parameters:
  ///   - question: The schedule and the hours.
  ///   - count: The officers; as many as cover every hour if not given.
  ///   - settings: Limits for each solve.
  /// - Throws: An ``AllocationError`` for numbers that make no sense, or when the solver gives no
  ///   verified optimum.
  /// - Complexity: Six linear programs with two rows for each kind of hour, all but two of them
  ///   started from the basis of the one before.
  public init(
    of question: TourFitQuestion, officers count: FullTimeEquivalents? = nil,
    settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) {
    let fewest = try Self.fewestOfficers(question, settings: settings)
    let count = count ?? fewest
    try TourFitQuestion.require(count.value, "The number of officers")
    var model = TourFitProgram(question, covering: false)
    model.fix(officers: count.value)
    model.boundExtremes()
    var objectives = HeldObjectives(model.program, settings: settings)
    let steps: [(LinearExpression, String, String)] = [
      (model.hours(of: model.short), "officer-hours short", "officer-hours a week"),
      (model.hours(of: model.over), "officer-hours beyond the need", "officer-hours a week"),
      (LinearExpression(model.worst), "officers short in the worst hour", "officers"),
      (model.most.sum(), "uneven day-off groups", "full-time equivalents"),
      (model.tieBreak(), "tie-break among equal plans", "weighted full-time equivalents"),
    ]
    for (expression, name, unit) in steps {
      if let failure = try objectives.minimize(expression, name, unit: unit) {
        throw .solver(failure.words)
      }
    }
    guard let solution = objectives.solution else { throw .solver("No objective was solved.") }
    self.init(
      officersToCover: fewest, unreachedHours: Self.unreached(question), officers: count,
      required: OfficerHours(
        question.cells.reduce(0) { $0 + $1.required * question.hoursPerWeek($1) }),
      short: OfficerHours(HeldObjectives.cleaned(objectives.stages[0].value)),
      surplus: OfficerHours(HeldObjectives.cleaned(objectives.stages[1].value)),
      worst: Self.worst(model, solution), teams: Self.teams(model, solution),
      stages: objectives.stages)
  }

  private static func unreached(_ question: TourFitQuestion) -> [HourOfWeek] {
    let hours = question.cells.filter { $0.required > 0 && !question.isReached($0) }.map(\.hour)
    return Set(hours).sorted()
  }

  /// The hour that lacks most; less than a thousandth of an officer is the dust of tolerances.
  private static func worst(_ model: TourFitProgram, _ solution: Solution) -> WorstHour? {
    var worst: WorstHour?
    for index in model.short.indices {
      let short = (solution.value(of: model.short[index]) * 1e4).rounded() / 1e4
      guard short >= 1e-3, short > worst?.short ?? 0 else { continue }
      let cell = model.question.cells[index.position]
      worst = WorstHour(hour: cell.hour, day: cell.day, short: short)
    }
    return worst
  }

  private static func teams(_ model: TourFitProgram, _ solution: Solution) -> [Team] {
    let schedule = model.question.schedule
    let groups = schedule.rotation.groups
    return model.officers.indices.compactMap { index in
      let officers = HeldObjectives.cleaned(solution.value(of: model.officers[index]))
      guard officers >= 1e-4 else { return nil }
      return Team(
        tour: schedule.tours[index.tour].id, group: groups[index.position % groups.count],
        officers: FullTimeEquivalents(officers))
    }
  }
}

extension HeldObjectives.Failure {
  /// What went wrong, in words.
  var words: String {
    switch self {
    case .infeasible(let stage, let certificate):
      "No plan exists (\(stage)): \(certificate.check.description)"
    case .unbounded(let stage, let proof): "\(stage) has no limit: \(proof)"
    case .limit(let stage, let report): "\(stage): a limit was reached: \(report)"
    case .notProven(let stage, let report): "\(stage): no answer stood up to its check: \(report)"
    }
  }
}
