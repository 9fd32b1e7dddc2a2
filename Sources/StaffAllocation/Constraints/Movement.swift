package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.8: whoever is in a section beyond those already there has moved into it.
  ///
  ///     Σ_{g of u} y[g,r] − in[u,r] ≤ deployable(u,r)
  ///
  /// A move counts once, where the person arrives; leaving is the same move seen from the other
  /// side.
  ///
  /// - Returns: The people who move, to be made few.
  package mutating func countMovement() -> LinearExpression {
    var members: [SectionRank: LinearExpression] = [:]
    var order: [SectionRank] = []
    for group in question.movableGroups {
      for rank in group.fittingRanks {
        let index = SectionRank(section: group.section, rank: rank)
        if members[index] == nil { order.append(index) }
        members[index, default: LinearExpression()].add(
          strength[GroupRank(group: group.id, rank: rank)])
      }
    }
    let movedIn = program.addVariables("movedIn", over: order)
    for index in order {
      guard let present = members[index] else { continue }
      program.require(
        present - movedIn[index] <= question.deployable(index.section, index.rank),
        named: "movement[\(index)]")
    }
    return movedIn.sum()
  }
}
