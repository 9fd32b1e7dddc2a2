import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.4: the teams of a district are its patrol strength; nobody is sized twice.
  ///
  ///     Σ_τ x[d,τ] = Σ_r y[patrol d, r]        Σ_τ s[d,τ] = Σ_r y[patrol sergeants d, r]
  mutating func tieToursToPositions() {
    for group in question.movableGroups where group.isSizedByTours {
      guard
        let district = question.districts.first(where: {
          question.station(of: $0) == group.section
        })
      else { continue }
      let isOfficers = group.basis == .coverage
      let family = isOfficers ? officers : sergeants
      var difference = LinearExpression()
      for team in family.indices where team.district == district { difference.add(family[team]) }
      for rank in group.fittingRanks {
        difference.add(strength[GroupRank(group: group.id, rank: rank)], times: -1)
      }
      program.require(difference == 0, named: "teams[\(group.id)]")
    }
  }

  /// FORMULATION 7.4: the people of fitting ranks in a group, and those who are short, fill its
  /// positions.
  ///
  ///     Σ_r y[g,r] + short[g] ≥ positions(g)
  mutating func requirePositions() {
    for need in question.positions where positionShort.contains(need.group) {
      guard let group = question.groups.first(where: { $0.id == need.group }) else { continue }
      var filled = LinearExpression()
      for rank in group.fittingRanks {
        filled.add(strength[GroupRank(group: group.id, rank: rank)])
      }
      filled.add(positionShort[group.id])
      program.require(filled >= need.positions.value, named: "positions[\(group.id)]")
    }
  }
}
