import LinearProgramming
import PolicingDomain

/// Solves a model stage by stage: each objective in turn, every earlier one held at its optimum
/// (lexicographic order, FORMULATION 8).
struct AllocationStages {
  /// A stage that has been solved.
  struct Solved {
    /// What was minimized.
    let objective: AllocationObjective
    /// The program of the stage.
    let program: LinearProgram
    /// Its optimum.
    let solution: Solution
  }

  private(set) var model: AllocationModel
  private(set) var solved: [Solved] = []
  private let settings: SolverSettings
  private let starts: [AllocationObjective: Basis]

  /// Prepares the stages of a model.
  ///
  /// - Parameters:
  ///   - model: The model.
  ///   - settings: Limits for each solve.
  ///   - starts: Where the stages start, from a model of the same shape; a stage that is not named
  ///     starts from the one before.
  init(
    _ model: AllocationModel, settings: SolverSettings,
    starts: [AllocationObjective: Basis] = [:]
  ) {
    self.model = model
    self.settings = settings
    self.starts = starts
  }

  /// The optimum of the last stage.
  var solution: Solution? { solved.last?.solution }

  /// The bases of all stages, for models of the same shape.
  var bases: [AllocationObjective: Basis] {
    Dictionary(
      solved.compactMap { stage in stage.solution.basis.map { (stage.objective, $0) } },
      uniquingKeysWith: { $1 })
  }

  /// Solves the stages of `objectives` in turn.
  ///
  /// - Returns: Nothing when all were solved, otherwise why one was not.
  mutating func run(
    _ objectives: [AllocationObjective]
  ) throws(AllocationError) -> AllocationOutcome? {
    for objective in objectives {
      if let failure = try run(objective) { return failure }
      hold()
    }
    return nil
  }

  /// Minimizes `objective`.
  private mutating func run(
    _ objective: AllocationObjective
  ) throws(AllocationError) -> AllocationOutcome? {
    model.program.minimize(model.expression(for: objective))
    let start = starts[objective] ?? (objective.startsAnew ? nil : solution?.basis)
    let outcome: Outcome
    do {
      outcome = try model.program.solve(settings, from: start)
    } catch {
      throw .solver(error.description)
    }
    guard case .optimal(let found) = outcome else {
      let name = objective.words(model.question, model.mode).name
      return try failure(outcome, stage: name)
    }
    solved.append(Solved(objective: objective, program: model.program, solution: found))
    return nil
  }

  /// Holds the objective that was minimized last, for the stages to come: at its optimum, or within
  /// its tolerance.
  private mutating func hold() {
    guard let last = solved.last else { return }
    let tolerance = last.objective.tolerance(model.question.preferences)
    if tolerance > 0 {
      let optimum = last.solution.objective
      let limit = optimum + tolerance * abs(optimum) + 1e-9 * max(1, abs(optimum))
      let name = last.objective.words(model.question, model.mode).name
      model.program.require(model.program.objective <= limit, named: "hold[\(name)]")
    } else {
      model.program.keepOptimal(last.solution)
    }
  }

  /// The stages in words, with the proof of each optimum.
  var record: [StaffingPlan.Stage] {
    solved.map { stage in
      let (name, unit) = stage.objective.words(model.question, model.mode)
      return StaffingPlan.Stage(
        objective: name, value: stage.solution.objective, unit: unit,
        check: stage.solution.check.words)
    }
  }

  private func failure(
    _ outcome: Outcome, stage: String
  ) throws(AllocationError) -> AllocationOutcome {
    switch outcome {
    case .optimal: return .notProven(stage: stage, report: "The solver gave no solution.")
    case .infeasible(let certificate):
      let conflict = try AllocationConflict(model, certificate, settings)
      return .infeasible(
        stage: stage, conflicting: conflict.rows, proof: certificate.check.description,
        conflicts: conflict.words, wayOut: conflict.wayOut)
    case .unbounded(let certificate):
      return .unbounded(stage: stage, proof: certificate.check.description)
    case .limit(let report): return .limit(stage: stage, report: report.description)
    case .notProven(let report): return .notProven(stage: stage, report: report.description)
    }
  }
}
