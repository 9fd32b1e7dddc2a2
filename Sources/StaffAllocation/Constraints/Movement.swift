package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.8: whoever is in a section beyond those already there has moved into it.
  ///
  ///     Σ_{g of u} y[g,r] − in[u,r] ≤ deployable(u,r)
  ///
  /// A move counts once, where the person arrives; leaving is the same move seen from the other
  /// side. Civilians who are hired do not move.
  ///
  /// - Returns: The people who move, to be made few.
  package mutating func countMovement() -> LinearExpression {
    if let moves { return moves }
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
    var there: [SectionRank: Double] = [:]
    for line in question.strength {
      there[SectionRank(section: line.section, rank: line.rank), default: 0] +=
        line.deployable.value
    }
    let movedIn = program.addVariables("movedIn", over: order)
    for index in order {
      guard let present = members[index] else { continue }
      program.require(present - movedIn[index] <= there[index] ?? 0, named: "movement[\(index)]")
    }
    let sum = movedIn.sum()
    moves = sum
    return sum
  }

  /// FORMULATION 7.8: no more people change sections than the study allows.
  ///
  ///     Σ_{u,r} in[u,r] ≤ limit
  mutating func limitMovement() {
    guard let limit = question.preferences.movementLimit else { return }
    program.require(countMovement() <= limit, named: "movementLimit")
  }
}
