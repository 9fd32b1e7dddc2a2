import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.7: no section loses more than the stated part of its deployable people.
  ///
  ///     Σ_{g of u, r} y[g,r] ≥ (1 − largest cut) · deployable(u)
  ///
  /// The cut is of the people of today: who is added in a what-if is free to go anywhere. People of ranks
  /// that no group of the section takes do not count; they cannot stay.
  mutating func limitCuts() {
    guard let cut = question.preferences.largestCut else { return }
    var order: [Section.ID] = []
    var members: [Section.ID: LinearExpression] = [:]
    var ranks: [Section.ID: Set<Rank.ID>] = [:]
    for group in question.movableGroups {
      if members[group.section] == nil { order.append(group.section) }
      for rank in group.fittingRanks {
        members[group.section, default: LinearExpression()].add(
          strength[GroupRank(group: group.id, rank: rank)])
        ranks[group.section, default: []].insert(rank)
      }
    }
    for section in order {
      guard let people = members[section], let taken = ranks[section] else { continue }
      let there = (question.strengthToday ?? question.strength).filter {
        $0.section == section && taken.contains($0.rank)
      }
      .total(\.deployable)
      guard there > .zero else { continue }
      program.require(people >= cut.complement.value * there.value, named: "cut[\(section)]")
    }
  }
}
