import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.6: the plan, the people who hold fixed seats and those off strength stay within
  /// what is authorized, for the department by employment; and for sections by rank, where that is
  /// published, the plan and the people who hold fixed seats.
  ///
  ///     Σ_{g, r sworn} y[g,r] + held + off strength ≤ authorized(sworn)
  ///     Σ_{g, r civilian} y[g,r] + Σ_g hired[g] + held + off strength ≤ authorized(civilian)
  ///     Σ_{g of u} y[g,r] + held(u,r) ≤ authorized(u,r)
  mutating func limitAuthorizedStrength() {
    for total in question.limits.authorized {
      var placed = LinearExpression()
      for rank in question.ranks where rank.employment == total.employment {
        placed.add(strengthOfRank(rank.id))
      }
      addHired(to: &placed, of: total.employment)
      let members = Set(
        question.ranks.filter { $0.employment == total.employment }.map(\.id))
      let held = question.heldPositions { members.contains($0.rank) }
      let offStrength = members.sorted().reduce(0) { $0 + question.offStrength($1) }
      program.require(
        placed <= total.positions.value - held - offStrength,
        named: "authorized[\(total.employment.rawValue)]")
    }
    for line in question.strength {
      guard let authorized = line.authorized else { continue }
      var placed = LinearExpression()
      for group in question.movableGroups where group.section == line.section {
        let index = GroupRank(group: group.id, rank: line.rank)
        if strength.contains(index) { placed.add(strength[index]) }
      }
      for conversion in question.conversions
      where conversion.civilianRank == line.rank && hired.contains(conversion.group)
        && question.section(of: conversion.group) == line.section
      {
        placed.add(hired[conversion.group])
      }
      let index = SectionRank(section: line.section, rank: line.rank)
      let held = question.heldPositions { $0.section == line.section && $0.rank == line.rank }
      program.require(placed <= authorized.value - held, named: "authorized[\(index)]")
    }
  }

  /// Adds the hires of an employment.
  private func addHired(to placed: inout LinearExpression, of employment: Employment) {
    for conversion in question.conversions where hired.contains(conversion.group) {
      let rank = question.ranks.first { $0.id == conversion.civilianRank }
      if rank?.employment == employment { placed.add(hired[conversion.group]) }
    }
  }
}

extension AllocationQuestion {
  /// The section of a group.
  fileprivate func section(of group: PositionGroup.ID) -> Section.ID? {
    groups.first { $0.id == group }?.section
  }

  /// Positions that are filled by people who cannot be deployed elsewhere.
  func heldPositions(where condition: (PositionGroup) -> Bool) -> Double {
    groups.filter { $0.supply == .held && condition($0) }.reduce(0) { sum, group in
      sum + (positions.first { $0.group == group.id }?.positions.value ?? 0)
    }
  }
}
