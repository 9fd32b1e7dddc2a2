package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.6: a year of the plan costs no more than the budget, people off strength included:
  /// who is on limited duty or long medical leave is paid.
  ///
  ///     Σ_{g,r} cost(r) · y[g,r] + cost of held positions + cost of people off strength ≤ B
  mutating func limitBudget() {
    guard let budget = question.limits.budget else { return }
    let offStrength = question.ranks.reduce(0) { sum, rank in
      sum + rank.annualCost.value * question.offStrength(rank.id)
    }
    program.require(annualCost() + offStrength <= budget.value, named: "budget")
  }

  /// What a year of the plan costs, in dollars, held positions included.
  ///
  /// Mode *allocate* pays people; mode *require* prices positions at their own rank, whoever of the
  /// fitting ranks holds them.
  package func annualCost() -> LinearExpression {
    var cost = LinearExpression(question.heldCost)
    for group in question.movableGroups {
      for rank in group.fittingRanks {
        let payer = mode == .require ? group.rank : rank
        let pay = question.ranks.first { $0.id == payer }?.annualCost.value ?? 0
        cost.add(strength[GroupRank(group: group.id, rank: rank)], times: pay)
      }
    }
    return cost
  }
}

extension AllocationQuestion {
  /// People of a rank who are on the roster, but neither deployable nor in a held position.
  func offStrength(_ rank: Rank.ID) -> Double {
    let assigned = strength.filter { $0.rank == rank }.total(\.assigned).value
    return max(0, assigned - deployable(rank) - heldPositions { $0.rank == rank })
  }

  /// Dollars a year for positions that are filled by people who cannot be deployed elsewhere.
  var heldCost: Double {
    groups.filter { $0.supply == .held }.reduce(0) { sum, group in
      let cost = ranks.first { $0.id == group.rank }?.annualCost.value ?? 0
      let count = positions.first { $0.group == group.id }?.positions.value ?? 0
      return sum + cost * count
    }
  }
}
