internal import LinearAlgebra

/// One run of the interior point method on one form.
struct InteriorRun {
  let form: ComputationalForm
  let scaling: Scaling
  let program: InteriorProgram
  private var system: NewtonSystem<CholeskyNormalEquations>
  private var best: InteriorSolution?
  private var bestMerit = Double.infinity
  private var bestPrimal = Double.infinity
  private var bestDual = Double.infinity
  private var idleCount = 0
  private var iterations = 0
  private let rightSize: Double
  private let costSize: Double

  /// Analyzes `program`, which is `form` scaled by `scaling`.
  init(form: ComputationalForm, scaling: Scaling, program: InteriorProgram) {
    self.form = form
    self.scaling = scaling
    self.program = program
    rightSize = 1 + InteriorIterate.largest(program.rightSides)
    costSize = 1 + InteriorIterate.largest(program.costs)
    system = NewtonSystem(program, CholeskyNormalEquations(of: program.matrix))
  }

  /// The number of centrality correctors that pay.
  private var correctorLimit: Int {
    let ratio = system.equations.costRatio
    return ratio > 50 ? 3 : ratio > 20 ? 2 : 1
  }

  /// Iterates until an end is reached.
  mutating func iterate(within budget: inout SolverBudget) -> InteriorEnd {
    let correctorLimit = self.correctorLimit
    var point = InteriorIterate(startOf: program, &system)
    point.refresh(program)
    while true {
      if let limit = budget.exhausted() { return .limit(limit, best) }
      guard point.isFinite else { return giveUp("a number left the range of arithmetic") }
      if judge(point), let best { return .optimal(best) }
      if let multipliers = contradiction(at: point) {
        return .infeasible(multipliers: multipliers)
      }
      if idleCount >= InteriorPoint.patience || iterations >= InteriorPoint.iterationLimit {
        return giveUp("the interior point method makes no more progress")
      }
      system.factor(at: point)
      system.tolerance = max(
        1e-11 * rightSize, 1e-2 * min(point.primalError, 1e-3 * rightSize))
      let direction = system.direction(from: point, program, correctorLimit: correctorLimit)
      let steps = point.steps(direction, bounded: program.boundedCount)
      point.move(along: direction, steps.primal, steps.dual)
      let dualError = point.dualError
      point.refresh(program)
      relax(after: steps.dual, from: dualError, to: point.dualError)
      iterations += 1
      budget.spendInterior()
      if steps.primal < 1e-3 && steps.dual < 1e-3 { idleCount += 3 }
    }
  }

  /// Weakens the proximal term if it keeps a column from going far where it has to.
  private mutating func relax(after step: Double, from old: Double, to new: Double) {
    if step > 0.9 && new > 0.3 * old && new > 1e-10 * costSize {
      system.regularization = max(1e-16, 0.1 * system.regularization)
    }
  }

  /// Audits the point if it looks good; whether it is good enough.
  private mutating func judge(_ point: InteriorIterate) -> Bool {
    let primal = point.primalError / rightSize
    let dual = point.dualError / costSize
    let gap =
      abs(point.primalObjective - point.dualObjective) / (1 + abs(point.primalObjective))
    var merit = max(primal, dual, gap)
    if primal < 1e-6 && dual < 1e-6 && gap < 1e-5 {
      let solution = self.solution(at: point)
      merit = min(merit, solution.audit.worst)
      if best.map({ solution.audit.worst < $0.audit.worst }) ?? true { best = solution }
      if solution.audit.worst <= InteriorPoint.goal { return true }
    }
    let hasProgressed =
      merit < 0.9 * bestMerit || primal > 1e-9 && primal < 0.9 * bestPrimal
      || dual > 1e-9 && dual < 0.9 * bestDual
    idleCount = hasProgressed ? 0 : idleCount + 1
    bestMerit = min(merit, bestMerit)
    bestPrimal = min(primal, bestPrimal)
    bestDual = min(dual, bestDual)
    if let best, best.audit.worst <= InteriorPoint.acceptable, idleCount >= 4 { return true }
    return false
  }

  /// Row multipliers that prove infeasibility, if the prices have become that large.
  private func contradiction(at point: InteriorIterate) -> [Double]? {
    guard point.primalError > 1e-8 * rightSize,
      InteriorIterate.largest(point.y) > 1e4 * costSize,
      point.dualObjective > abs(point.primalObjective)
    else { return nil }
    let multipliers = scaling.unscaled(multipliers: program.prices(of: point.y))
    return form.isProvenInfeasible(by: multipliers) ? multipliers : nil
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
