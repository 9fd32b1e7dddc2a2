import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.4: the teams of a district are its patrol strength; nobody is sized twice.
  ///
  ///     Σ_τ x[d,τ] = Σ_r y[patrol d, r]        Σ_τ s[d,τ] = Σ_r y[patrol sergeants d, r]
  mutating func tieToursToPositions() {
    for group in question.movableGroups where group.basis.isSizedByTours {
      guard
        let district = question.districts.firstIndex(where: {
          question.station(of: $0) == group.section
        })
      else { continue }
      let family = group.basis == .coverage ? officers : sergeants
      var difference = LinearExpression()
      for team in teams[district] { difference.add(family[team]) }
      for rank in group.fittingRanks {
        difference.add(strength[GroupRank(group: group.id, rank: rank)], times: -1)
      }
      teamRows.append(program.require(difference == 0, named: "teams[\(group.id)]"))
    }
  }

  /// FORMULATION 7.4: the people of fitting ranks in a group, the officers whom civilians free, and
  /// those who are short, fill its positions.
  ///
  ///     Σ_r y[g,r] + freed share[g] · converted[g] + short[g] ≥ positions(g)
  ///
  /// A civilian fills a whole position, but where its holder is not fit for full duty elsewhere, the
  /// holder stays and fills none; what a conversion adds is the share that is freed.
  mutating func requirePositions() {
    let groups = Dictionary(question.groups.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let conversions = Dictionary(
      question.conversions.map { ($0.group, $0) }, uniquingKeysWith: { $1 })
    for need in question.positions where positionShort.contains(need.group) {
      guard let group = groups[need.group] else { continue }
      var filled = LinearExpression()
      for rank in group.fittingRanks {
        filled.add(strength[GroupRank(group: group.id, rank: rank)])
      }
      if let conversion = conversions[group.id], converted.contains(group.id) {
        filled.add(converted[group.id], times: freedShare(conversion))
      }
      filled.add(positionShort[group.id])
      program.require(filled >= need.positions.value, named: "positions[\(group.id)]")
    }
  }

  /// In mode *require*, members of another rank than a group's own count only as far as they are in
  /// the section, and once.
  ///
  ///     Σ_{g of u, r not its own rank} y[g,r] ≤ deployable(u,r)
  mutating func limitOtherRanks() {
    var members: [SectionRank: LinearExpression] = [:]
    var order: [SectionRank] = []
    for group in question.movableGroups {
      for rank in group.alsoFits {
        let index = SectionRank(section: group.section, rank: rank)
        if members[index] == nil { order.append(index) }
        members[index, default: LinearExpression()].add(
          strength[GroupRank(group: group.id, rank: rank)])
      }
    }
    for index in order {
      guard let others = members[index] else { continue }
      program.require(
        others <= question.deployable(index.section, index.rank), named: "others[\(index)]")
    }
  }
}
