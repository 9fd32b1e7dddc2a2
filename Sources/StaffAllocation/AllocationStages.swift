import LinearProgramming
import PolicingDomain

/// Solves a model stage by stage: each objective in turn, every earlier one held at its optimum
/// (lexicographic order, FORMULATION 8).
struct AllocationStages {
  /// How far an earlier optimum may be missed while later objectives are pursued: a millionth, and a
  /// billionth of its size for what arithmetic needs.
  static func slack(_ optimum: Double) -> Double { 1e-6 + 1e-9 * abs(optimum) }

  private(set) var model: AllocationModel
  private(set) var stages: [StaffingPlan.Stage] = []
  private(set) var solution: Solution?
  private let settings: SolverSettings
  private var minimized: LinearExpression?

  init(_ model: AllocationModel, settings: SolverSettings) {
    self.model = model
    self.settings = settings
  }

  /// One objective of the sequence.
  enum Objective {
    case minimumShortage
    case weightedShortage
    case unfairness
    case unplaced
    case cost
    case movement
    case balance
    case tieBreak

    /// The objectives of a mode, in order.
    static func sequence(_ mode: StaffingPlan.Mode) -> [Objective] {
      switch mode {
      case .require: [.cost, .movement, .balance, .tieBreak]
      case .allocate:
        [
          .minimumShortage, .weightedShortage, .unfairness, .unplaced, .cost, .movement, .balance,
          .tieBreak,
        ]
      }
    }

    func words(_ mode: StaffingPlan.Mode) -> (name: String, unit: String) {
      switch self {
      case .minimumShortage: ("shortage of minimums by rule", "full-time equivalents")
      case .weightedShortage: ("weighted shortage", "full-time equivalents")
      case .unfairness: ("largest share of its need that a district lacks", "share")
      case .unplaced: ("deployable people placed nowhere", "full-time equivalents")
      case .cost: ("cost of the plan", "dollars a year")
      case .movement where mode == .require:
        ("people to add or move, by section and rank", "full-time equivalents")
      case .movement: ("people who change sections", "full-time equivalents")
      case .balance: ("uneven teams and idle sergeants", "full-time equivalents")
      case .tieBreak: ("tie-break among equal plans", "weighted full-time equivalents")
      }
    }
  }

  /// Minimizes `objective`.
  ///
  /// - Returns: Nothing when the stage was solved, otherwise why it was not.
  mutating func run(_ objective: Objective) throws(AllocationError) -> AllocationOutcome? {
    let expression = expression(for: objective)
    minimized = expression
    let (name, unit) = objective.words(model.mode)
    model.program.minimize(expression)
    let outcome = try solve()
    guard case .optimal(let found) = outcome else { return failure(outcome, stage: name) }
    solution = found
    stages.append(
      StaffingPlan.Stage(
        objective: name, value: found.objective, unit: unit, check: Self.words(found.check)))
    return nil
  }

  /// Holds the objective that was minimized last at its optimum, for the stages to come.
  mutating func hold() {
    guard let minimized, let optimum = solution?.objective, let stage = stages.last else { return }
    let limit = optimum + Self.slack(optimum)
    model.program.require(minimized <= limit, named: "hold[\(stage.objective)]")
  }

  /// The check in words: each figure as the power of ten that it stays below, because its digits
  /// are the dust of one machine's arithmetic.
  private static func words(_ check: OptimalityCheck) -> String {
    func below(_ figure: Double) -> String {
      guard figure > 0 else { return "0" }
      var exponent = -16
      var power = 1e-16
      while power < figure, exponent < 0 {
        power *= 10
        exponent += 1
      }
      return "≤ 1e\(exponent)"
    }
    return "verified: primal \(below(check.primalResidual)), dual \(below(check.dualResidual)), "
      + "gap \(below(check.gap))"
  }

  /// Solves the program as it stands, from the last basis.
  func solve() throws(AllocationError) -> Outcome {
    do {
      return try model.program.solve(settings, from: solution?.basis)
    } catch {
      throw .solver(error.description)
    }
  }

  /// Sets the people of a rank who can be placed.
  mutating func changeSupply(_ row: Row, to supply: Double) {
    model.program.setBounds(of: row, to: supply...supply)
  }

  private mutating func expression(for objective: Objective) -> LinearExpression {
    switch objective {
    case .minimumShortage: return model.minimumShortage()
    case .weightedShortage: return model.weightedShortage()
    case .unfairness: return LinearExpression(model.unfairness)
    case .unplaced: return model.unplaced.sum()
    case .cost: return model.annualCost()
    case .movement: return model.countMovement()
    case .balance: return model.evenOutTeams()
    case .tieBreak: return model.tieBreak()
    }
  }

  private func failure(_ outcome: Outcome, stage: String) -> AllocationOutcome {
    switch outcome {
    case .optimal: .notProven(stage: stage, report: "The solver gave no solution.")
    case .infeasible(let certificate):
      .infeasible(
        stage: stage, conflicting: certificate.conflictingRows.map { model.program.name(of: $0) },
        proof: certificate.check.description)
    case .unbounded(let certificate):
      .unbounded(stage: stage, proof: certificate.check.description)
    case .limit(let report): .limit(stage: stage, report: report.description)
    case .notProven(let report): .notProven(stage: stage, report: report.description)
    }
  }
}
