import LinearProgramming
import PolicingDomain

extension AllocationPricing {
  /// The stages that tell what people are worth: those before people are paid and moved.
  private var stagesOfPeople: [AllocationObjective] {
    Array(
      objectives.prefix { objective in
        ![.preferred(.cost), .preferred(.movement), .balance, .tieBreak].contains(objective)
      })
  }

  /// What one more, and one fewer, person of a rank would change in the shortages, waiting and
  /// fairness, each by solving again (FORMULATION 9).
  ///
  /// Ranks of patrol come first, then those whose people are worth most by their shadow prices; at
  /// most ``mostRanks`` in all. A stage that does not change is left out, but for the weighted
  /// shortage.
  func pricesOfPeople() throws(AllocationError) -> [StaffingPlan.Price] {
    let asked = stagesOfPeople
    guard !asked.isEmpty else { return [] }
    var prices: [StaffingPlan.Price] = []
    for rank in ranksToPrice() {
      for change in [1.0, -1.0] {
        guard let changed = question.adding(change, of: rank),
          let optima = try optima(of: changed, asked)
        else { continue }
        for (objective, new) in zip(asked, optima) {
          let (name, unit) = objective.words(question, mode)
          let amount = Self.change(new, from: optimum(of: objective))
          guard amount != 0 || objective == .preferred(.weightedShortage) else { continue }
          prices.append(
            StaffingPlan.Price(
              rule: "one \(change > 0 ? "more" : "fewer") \(rank)", amount: amount,
              unit: "\(unit): \(name)"))
        }
      }
    }
    return prices
  }

  private func ranksToPrice() -> [Rank.ID] {
    let patrol = Set(question.movableGroups.filter(\.basis.isSizedByTours).map(\.rank))
    let rows = base.model.supplyRows
    let worth = rows.map { entry in
      base.solved.filter { stagesOfPeople.contains($0.objective) }.reduce(0.0) {
        max($0, abs($1.solution.shadowPrice(of: entry.row)))
      }
    }
    let others = rows.indices.filter { !patrol.contains(rows[$0].rank) && worth[$0] > 1e-9 }
      .sorted { (worth[$1], $0) < (worth[$0], $1) }
    let first = rows.map(\.rank).filter(patrol.contains)
    return Array((first + others.map { rows[$0].rank }).prefix(Self.mostRanks))
  }

  /// What fairness between districts costs: how the stages after it change when it is left out.
  func pricesOfFairness() throws(AllocationError) -> [StaffingPlan.Price] {
    guard let place = objectives.firstIndex(of: .preferred(.fairness)) else { return [] }
    var without = objectives
    without.remove(at: place)
    guard let optima = try optima(of: question, without) else { return [] }
    return zip(without, optima).dropFirst(place).compactMap { objective, new in
      guard objective != .unplaced else { return nil }
      let (name, unit) = objective.words(question, mode)
      return StaffingPlan.Price(
        rule: "fairness between districts left out: \(name)",
        amount: Self.change(new, from: optimum(of: objective)), unit: unit)
    }
  }
}

extension AllocationQuestion {
  /// The question with more or fewer people of a rank, in the first section that has enough;
  /// nothing if there is none.
  func adding(_ change: Double, of rank: Rank.ID) -> AllocationQuestion? {
    let place = strength.firstIndex { line in
      line.rank == rank && line.deployable.value + change >= 0
    }
    guard let place else { return nil }
    let line = strength[place]
    var changed = self
    changed.strengthToday = strengthToday ?? strength
    changed.strength[place] = DeployableStrength(
      section: line.section, rank: rank,
      assigned: line.assigned + FullTimeEquivalents(change),
      deployable: line.deployable + FullTimeEquivalents(change), authorized: line.authorized)
    // They bring their pay, or take it with them: money is priced by itself.
    if let budget = limits.budget, let title = ranks.first(where: { $0.id == rank }) {
      changed.limits = Limits(
        budget: max(.zero, budget + title.annualCost * change), authorized: limits.authorized)
      changed.limits.budgetAuthority = limits.budgetAuthority
      changed.limits.authorizedAuthority = limits.authorizedAuthority
    }
    return changed
  }
}
