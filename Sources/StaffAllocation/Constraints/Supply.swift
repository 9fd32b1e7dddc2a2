import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.5: everybody who can be deployed is placed once, or counted as unplaced.
  ///
  ///     Σ_g y[g,r] + unplaced[r] = deployable(r)
  mutating func limitSupply() {
    for rank in question.ranks {
      let counted = strengthOfRank(rank.id) + unplaced[rank.id]
      let name = "supply[\(rank.id)]"
      let row = program.require(counted == question.deployable(rank.id), named: name)
      supplyRows.append((rank.id, row))
    }
  }

  /// Everybody of a rank whom the plan places.
  func strengthOfRank(_ rank: Rank.ID) -> LinearExpression {
    var placed = LinearExpression()
    for index in strength.indices where index.rank == rank { placed.add(strength[index]) }
    return placed
  }
}
