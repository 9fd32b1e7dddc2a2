import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 7.5: nobody is placed twice.
  ///
  ///     Σ_g y[g,r] ≤ deployable(r)
  mutating func limitSupply() {
    for rank in question.ranks {
      let placed = strengthOfRank(rank.id)
      let name = "supply[\(rank.id)]"
      let row = program.require(placed <= question.deployable(rank.id), named: name)
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
