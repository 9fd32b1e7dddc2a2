public import LinearProgramming
public import PolicingDomain

extension StaffingPlan {
  /// Answers a staffing question.
  ///
  /// Mode *require* asks what all standards need, whatever the strength and the budget; mode
  /// *allocate* makes the best use of the strength on hand, in the order of the question's
  /// preferences; mode *what-if* is the same for a question in which strength, money or rules have
  /// been changed. Every optimum is checked by code that knows nothing of the solver before the next
  /// one is sought (FORMULATION 8).
  ///
  /// - Parameters:
  ///   - question: What is needed, who is there, and by which rules.
  ///   - mode: What to answer.
  ///   - pricing: Whether to solve again for what people and rules are worth; mode *require* has no
  ///     such prices.
  ///   - settings: Limits for each solve.
  /// - Returns: A plan, or why there is none.
  /// - Throws: An ``AllocationError`` for a question that makes no sense.
  public static func answer(
    _ question: AllocationQuestion, mode: Mode, pricing: Bool = false,
    settings: SolverSettings = SolverSettings()
  ) throws(AllocationError) -> AllocationOutcome {
    let model = try AllocationModel(question, mode: mode)
    var stages = AllocationStages(model, settings: settings)
    if let failure = try stages.run(AllocationObjective.sequence(question, mode)) {
      return failure
    }
    guard let solution = stages.solution else {
      return .notProven(stage: "all", report: "No stage was solved.")
    }
    var plan = stages.model.plan(from: solution, stages: stages.record)
    if pricing, mode.isLimited {
      let pricing = AllocationPricing(stages, settings: settings)
      plan = plan.with(prices: try pricing.pricesOfPeople() + pricing.pricesOfFairness())
      plan.rulePrices = try pricing.pricesOfRules()
      plan.shadowPrices = try pricing.shadowPrices()
    }
    return .plan(plan)
  }

  /// The plan with prices.
  fileprivate func with(prices: [Price]) -> StaffingPlan {
    var plan = StaffingPlan(
      mode: mode, assignments: assignments, teams: teams, unplaced: unplaced,
      shortages: shortages, coverageShortages: coverageShortages, stages: stages, prices: prices)
    plan.waits = waits
    plan.conversions = conversions
    plan.overtime = overtime
    return plan
  }
}
