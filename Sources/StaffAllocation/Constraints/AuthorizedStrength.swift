import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.6: the plan and the people who hold fixed seats stay within what is authorized,
  /// for the department by employment and for sections by rank where that is published.
  ///
  ///     Σ_{g, r sworn} y[g,r] + held ≤ authorized(sworn)        Σ_{g of u} y[g,r] ≤ authorized(u,r)
  mutating func limitAuthorizedStrength() {
    for total in question.limits.authorized {
      var placed = LinearExpression()
      for rank in question.ranks where rank.employment == total.employment {
        placed.add(strengthOfRank(rank.id))
      }
      let held = question.heldPositions(of: total.employment)
      program.require(
        placed <= max(0, total.positions.value - held),
        named: "authorized[\(total.employment.rawValue)]")
    }
    for line in question.strength {
      guard let authorized = line.authorized else { continue }
      var placed = LinearExpression()
      for group in question.movableGroups where group.section == line.section {
        let index = GroupRank(group: group.id, rank: line.rank)
        if strength.contains(index) { placed.add(strength[index]) }
      }
      let index = SectionRank(section: line.section, rank: line.rank)
      program.require(placed <= authorized.value, named: "authorized[\(index)]")
    }
  }
}

extension AllocationQuestion {
  /// Positions that are filled by people who cannot be deployed elsewhere.
  func heldPositions(of employment: Employment) -> Double {
    let members = Set(ranks.filter { $0.employment == employment }.map(\.id))
    let held = groups.filter { $0.supply == .held && members.contains($0.rank) }
    return held.reduce(0) { sum, group in
      sum + (positions.first { $0.group == group.id }?.positions.value ?? 0)
    }
  }
}
