package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.6: a year of the plan costs no more than the budget, people off strength included:
  /// who is on limited duty or long medical leave is paid.
  ///
  ///     Σ_{g,r} cost(r) · y[g,r] + Σ_g cost · hired[g] + overtime + held + off strength ≤ B
  mutating func limitBudget() {
    guard let budget = question.limits.budget else { return }
    let offStrength = question.ranks.reduce(0) { sum, rank in
      sum + rank.annualCost.value * question.offStrength(rank.id)
    }
    program.require(annualCost() + offStrength <= budget.value, named: "budget")
  }

  /// What a year of the plan costs, in dollars, held positions, hires and overtime included.
  ///
  /// Mode *allocate* pays people; mode *require* prices positions at their own rank, whoever of the
  /// fitting ranks holds them.
  package func annualCost() -> LinearExpression {
    let pay = Dictionary(
      question.ranks.map { ($0.id, $0.annualCost.value) }, uniquingKeysWith: { $1 })
    var cost = LinearExpression(question.heldCost)
    for group in question.movableGroups {
      for rank in group.fittingRanks {
        let payer = mode.isLimited ? rank : group.rank
        cost.add(strength[GroupRank(group: group.id, rank: rank)], times: pay[payer] ?? 0)
      }
    }
    for conversion in question.conversions where hired.contains(conversion.group) {
      cost.add(hired[conversion.group], times: pay[conversion.civilianRank] ?? 0)
    }
    let dollars = question.preferences.overtime?.dollarsPerHour ?? 0
    for index in overtime.indices {
      cost.add(overtime[index], times: dollars * question.hoursPerYear(of: index.watch))
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
