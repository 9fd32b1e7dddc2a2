import LinearProgramming
import PolicingDomain

extension AllocationPricing {
  /// What each rule that is on costs, without it and one step tighter.
  func pricesOfRules() throws(AllocationError) -> [StaffingPlan.RulePrice] {
    var prices: [StaffingPlan.RulePrice] = []
    for (position, rule) in question.rules.enumerated() where rule.isOn {
      let lifted = try optimaWithout(position)
      let tightened = try optimaTightened(position)
      let changes = objectives.enumerated().map { place, objective in
        let (name, unit) = objective.words(question, mode)
        let old = optimum(of: objective)
        return StaffingPlan.RulePrice.Change(
          stage: name, unit: unit, lifted: lifted.map { Self.change($0[place], from: old) },
          tightened: tightened.map { Self.change($0[place], from: old) })
      }
      prices.append(
        StaffingPlan.RulePrice(rule: rule.name, authority: rule.authority, changes: changes))
    }
    return prices
  }

  private var planned: [Double] { objectives.map { optimum(of: $0) } }

  /// The optima without the rule at `position`.
  ///
  /// Where no row of the rule has a price at any stage, the prices of the plan prove the same optima
  /// without it, and nothing is solved.
  private func optimaWithout(_ position: Int) throws(AllocationError) -> [Double]? {
    let rows = base.model.ruleRows.filter { $0.rule == position }.map(\.row)
    let isPriced = base.solved.contains { stage in
      stage.objective.isPriced
        && rows.contains { abs(stage.solution.shadowPrice(of: $0)) > 1e-9 }
    }
    guard isPriced else { return planned }
    var changed = question
    changed.rules[position].isOn = false
    return try optima(of: changed, objectives)
  }

  /// The optima with the rule at `position` one step tighter.
  ///
  /// Where the plan keeps the tighter rule already, it stays optimal, and nothing is solved.
  private func optimaTightened(_ position: Int) throws(AllocationError) -> [Double]? {
    let rule = question.rules[position].tightened
    guard rule != question.rules[position] else { return planned }
    if let solution = base.solution, isKept(rule, by: solution) { return planned }
    var changed = question
    changed.rules[position] = rule
    return try optima(of: changed, objectives)
  }

  /// Whether a solution keeps a rule.
  private func isKept(_ rule: PatrolRule, by solution: Solution) -> Bool {
    let model = base.model
    switch rule.demand {
    case .span(let span):
      return question.districts.indices.allSatisfy { district in
        guard rule.applies(in: question.districts[district]) else { return true }
        return model.teams[district].allSatisfy { team in
          solution.value(of: model.officers[team])
            <= span * solution.value(of: model.sergeants[team]) + 1e-9
        }
      }
    case .minimums(let minimums):
      return minimums.allSatisfy { isKept($0, rule, by: solution) }
    }
  }

  private func isKept(
    _ minimum: WatchMinimum, _ rule: PatrolRule, by solution: Solution
  ) -> Bool {
    let model = base.model
    guard rule.applies(in: minimum.district),
      let district = question.districts.firstIndex(of: minimum.district),
      let watch = question.patrol.watches.firstIndex(where: { $0.id == minimum.watch })
    else { return true }
    let family = minimum.members == .officers ? model.officers : model.sergeants
    return model.layout.calendar(district).dutyDays[watch].allSatisfy { days in
      let scheduled = days.lanes.reduce(0) {
        $0 + solution.value(of: family[model.teams[district][$1]])
      }
      return minimum.factor * scheduled >= minimum.amount - 1e-9
    }
  }
}
