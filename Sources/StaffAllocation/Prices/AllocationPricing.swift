import LinearProgramming
import PolicingDomain

/// What people, rules and fairness are worth, by solving changed questions again (FORMULATION 7.10
/// and 9).
///
/// Each change is made in the question and all stages are minimized anew, each from the basis of the
/// same stage of the plan, because the changed model has the same shape.
struct AllocationPricing {
  /// The most ranks for which one more and one fewer are asked.
  static let mostRanks = 8
  /// The most rows of a stage whose shadow prices are listed.
  static let mostRows = 40

  let base: AllocationStages
  let settings: SolverSettings
  private let bases: [AllocationObjective: Basis]
  /// The stages that are compared, in order.
  let objectives: [AllocationObjective]

  init(_ base: AllocationStages, settings: SolverSettings) {
    self.base = base
    self.settings = settings
    bases = base.bases
    objectives = base.solved.map(\.objective).filter(\.isPriced)
  }

  var question: AllocationQuestion { base.model.question }
  var mode: StaffingPlan.Mode { base.model.mode }

  /// The optimum of a stage of the plan.
  func optimum(of objective: AllocationObjective) -> Double {
    base.solved.first { $0.objective == objective }?.solution.objective ?? 0
  }

  /// The optima of a changed question, as far as `objectives` go; nothing if there is no plan.
  func optima(
    of changed: AllocationQuestion, _ objectives: [AllocationObjective]
  ) throws(AllocationError) -> [Double]? {
    let model = try AllocationModel(changed, mode: mode)
    var stages = AllocationStages(model, settings: settings, starts: bases)
    if try stages.run(objectives) != nil { return nil }
    return stages.solved.map(\.solution.objective)
  }

  /// A change of an optimum without what tolerances leave.
  static func change(_ new: Double, from old: Double) -> Double {
    let difference = new - old
    return abs(difference) <= 1e-6 * max(1, abs(old)) ? 0 : AllocationModel.cleaned(difference)
  }
}
