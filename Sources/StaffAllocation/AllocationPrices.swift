import LinearProgramming
import PolicingDomain

extension AllocationStages {
  /// What one more, and one fewer, person of each rank of patrol would change in the weighted
  /// shortage, each by solving again (FORMULATION 9).
  ///
  /// To be asked right after the stage of weighted shortage, before it is held.
  func pricesOfPeople() throws(AllocationError) -> [StaffingPlan.Price] {
    guard let base = solution?.objective else { return [] }
    let ranks = Set(model.question.movableGroups.filter(\.basis.isSizedByTours).map(\.rank))
    var prices: [StaffingPlan.Price] = []
    for (rank, row) in model.supplyRows where ranks.contains(rank) {
      for change in [1.0, -1.0] {
        var variant = self
        let supply = model.question.deployable(rank) + change
        guard supply >= 0 else { continue }
        variant.changeSupply(row, to: supply)
        guard case .optimal(let found) = try variant.solve() else { continue }
        prices.append(
          StaffingPlan.Price(
            rule: "one \(change > 0 ? "more" : "fewer") \(rank)", amount: found.objective - base,
            unit: "weighted full-time equivalents short"))
      }
    }
    return prices
  }

  /// What each of two rules costs: the change of the weighted shortage when the rule is eased by
  /// one, by solving the changed model from the start.
  static func pricesOfRules(
    _ question: AllocationQuestion, base: Double, settings: SolverSettings
  ) throws(AllocationError) -> [StaffingPlan.Price] {
    var prices: [StaffingPlan.Price] = []
    for (rule, eased) in question.easedRules() {
      let model = try AllocationModel(eased, mode: .allocate)
      var stages = AllocationStages(model, settings: settings)
      if try stages.run(.minimumShortage) != nil { continue }
      stages.hold()
      if try stages.run(.weightedShortage) != nil { continue }
      guard let found = stages.solution?.objective else { continue }
      prices.append(
        StaffingPlan.Price(
          rule: rule, amount: found - base, unit: "weighted full-time equivalents short"))
    }
    return prices
  }
}

extension AllocationStages {
  /// What fairness between districts costs: how the stages after it change when it is left out.
  ///
  /// Fairness comes after the shortages, so that it never makes them larger; it is paid for by
  /// people who move and by dollars. To be asked when every stage of the plan has been solved.
  static func pricesOfFairness(
    _ question: AllocationQuestion, stages: [StaffingPlan.Stage], settings: SolverSettings
  ) throws(AllocationError) -> [StaffingPlan.Price] {
    var without = AllocationStages(
      try AllocationModel(question, mode: .allocate), settings: settings)
    for objective in [
      Objective.minimumShortage, .weightedShortage, .unplaced, .cost, .movement,
    ] {
      if try without.run(objective) != nil { return [] }
      without.hold()
    }
    return [Objective.cost, .movement].compactMap { objective in
      let (name, unit) = objective.words(.allocate)
      guard let with = stages.first(where: { $0.objective == name }),
        let free = without.stages.first(where: { $0.objective == name })
      else { return nil }
      return StaffingPlan.Price(
        rule: "fairness between districts left out: \(name)", amount: free.value - with.value,
        unit: unit)
    }
  }
}

extension AllocationQuestion {
  /// The question with one rule of supervision eased by one, for each such rule.
  fileprivate func easedRules() -> [(rule: String, question: AllocationQuestion)] {
    let span = patrol.eased(span: patrol.span + 1, fieldSergeants: patrol.fieldSergeants)
    var eased = [("span of control one officer wider", with(span))]
    if patrol.fieldSergeants >= 1 {
      let fewer = patrol.eased(span: patrol.span, fieldSergeants: patrol.fieldSergeants - 1)
      eased.append(("one field sergeant fewer scheduled on each watch", with(fewer)))
    }
    return eased
  }

  private func with(_ patrol: Patrol) -> AllocationQuestion {
    AllocationQuestion(
      districts: districts, ranks: ranks, groups: groups, positions: positions, units: units,
      strength: strength, patrol: patrol, limits: limits)
  }
}

extension AllocationQuestion.Patrol {
  fileprivate func eased(span: Double, fieldSergeants: Double) -> Self {
    Self(
      watches: watches, tours: tours, rotation: rotation, presence: presence,
      netStreetHours: netStreetHours, span: span, fieldSergeants: fieldSergeants)
  }
}
