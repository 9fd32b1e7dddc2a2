internal import LinearAlgebra

/// The primal–dual interior point method.
///
/// Iterates are scaled, stop tests are not: a point is optimal when an audit on the form as it was
/// given says so.
struct InteriorPoint {
  /// What all figures of the audit should reach.
  static let goal = 1e-9
  /// What they may have if there is no more progress.
  static let acceptable = 1e-8
  /// The number of iterations after which the method gives up.
  static let iterationLimit = 200
  /// The number of iterations without progress after which it gives up.
  static let patience = 20

  /// Minimizes `form` within `budget`.
  func solve(_ form: ComputationalForm, within budget: inout SolverBudget) -> InteriorEnd {
    let scaling = Scaling(equilibrating: form)
    let program = InteriorProgram(scaling.apply(to: form))
    var run = InteriorRun(form: form, scaling: scaling, program: program)
    return run.iterate(within: &budget)
  }
}

/// One run of the method.
struct InteriorRun {
  let form: ComputationalForm
  let scaling: Scaling
  let program: InteriorProgram
  private var system: NewtonSystem<CholeskyNormalEquations>
  private var best: InteriorSolution?
  private var bestMerit = Double.infinity
  private var idleCount = 0
  private var iterations = 0

  init(form: ComputationalForm, scaling: Scaling, program: InteriorProgram) {
    self.form = form
    self.scaling = scaling
    self.program = program
    system = NewtonSystem(program, CholeskyNormalEquations(of: program.matrix))
  }

  /// The number of centrality correctors that pay.
  private var correctorLimit: Int {
    let ratio = system.equations.costRatio
    return ratio > 50 ? 3 : ratio > 20 ? 2 : 1
  }

  mutating func iterate(within budget: inout SolverBudget) -> InteriorEnd {
    let correctorLimit = self.correctorLimit
    var point = InteriorIterate(startOf: program, &system)
    point.refresh(program)
    while true {
      if let limit = budget.exhausted() { return .limit(limit, best) }
      guard point.isFinite else { return giveUp("a number left the range of arithmetic") }
      if judge(point), let best { return .optimal(best) }
      if idleCount >= InteriorPoint.patience || iterations >= InteriorPoint.iterationLimit {
        return giveUp("no more progress")
      }
      system.factor(at: point)
      let scale = 1 + InteriorIterate.largest(program.rightSides)
      system.tolerance = max(1e-11 * scale, 1e-2 * min(point.primalError, 1e-3 * scale))
      let direction = system.direction(from: point, program, correctorLimit: correctorLimit)
      let steps = point.steps(direction, bounded: program.boundedCount)
      point.move(along: direction, steps.primal, steps.dual)
      point.refresh(program)
      iterations += 1
      budget.spendInterior()
    }
  }

  /// Audits the point if it looks good; whether it is good enough.
  private mutating func judge(_ point: InteriorIterate) -> Bool {
    let primal = point.primalError / (1 + InteriorIterate.largest(program.rightSides))
    let dual = point.dualError / (1 + InteriorIterate.largest(program.costs))
    let gap =
      abs(point.primalObjective - point.dualObjective) / (1 + abs(point.primalObjective))
    var merit = max(primal, dual, gap)
    if primal < 1e-6 && dual < 1e-6 && gap < 1e-5 {
      let solution = self.solution(at: point)
      merit = min(merit, solution.audit.worst)
      if best.map({ solution.audit.worst < $0.audit.worst }) ?? true { best = solution }
      if solution.audit.worst <= InteriorPoint.goal { return true }
    }
    if merit < 0.9 * bestMerit {
      bestMerit = merit
      idleCount = 0
    } else {
      idleCount += 1
    }
    if let best, best.audit.worst <= InteriorPoint.acceptable, idleCount >= 4 { return true }
    return false
  }

  private func solution(at point: InteriorIterate) -> InteriorSolution {
    let values = scaling.unscaled(values: program.values(of: point.x))
    let prices = scaling.unscaled(prices: program.prices(of: point.y))
    return InteriorSolution(
      values: values, prices: prices,
      audit: InteriorAudit(of: form, values: values, prices: prices), iterations: iterations)
  }

  private func giveUp(_ reason: String) -> InteriorEnd {
    guard let best else { return .trouble(reason) }
    return best.audit.worst <= InteriorPoint.acceptable ? .optimal(best) : .stalled(best)
  }
}
