import LinearProgramming
import PolicingDomain

/// What positions need, and who may change where.
extension TransitionModel {
  /// FORMULATION 7.4: people of fitting ranks, civilians in converted positions and those who are
  /// short fill the positions of a group.
  ///
  ///     Σ_r y[g,r,t] + z[g,t] / civilians per position + short[g,t] ≥ need(g,t)
  mutating func fillPositions() {
    for index in short.indices {
      let group = question.groups[index.group]
      var row = LinearExpression(short[index])
      for rank in group.ranks.indices { row.add(placed[place(index, rank)]) }
      if civilians.contains(index), let conversion = group.conversion {
        row.add(civilians[index], times: 1 / conversion.civiliansPerPosition)
      }
      program.require(row >= group.need(in: index.year), named: "positions[\(index)]")
    }
  }

  /// FORMULATION 7.5: a converted position passes from sworn members to civilians and stays so.
  ///
  ///     z[g,t] / civilians per position ≤ c[g,t]     c[g,t−1] ≤ c[g,t] ≤ convertible(g)
  ///     Σ_{sworn r} y[g,r,t] ≤ need(g,t) − c[g,t]
  mutating func convertPositions() {
    let employment = Dictionary(question.ranks.map { ($0.id, $0.employment) }) { first, _ in first }
    for index in converted.indices {
      let group = question.groups[index.group]
      guard let conversion = group.conversion else { continue }
      // Later years must have the positions too, because a conversion is not taken back.
      let least = (index.year...question.years.count).map { group.need(in: $0) }.min() ?? 0
      let variable = converted[index]
      program.setBounds(of: variable, to: 0...min(conversion.convertible.value, least))
      var row = LinearExpression()
      row.add(civilians[index], times: 1 / conversion.civiliansPerPosition)
      row.add(variable, times: -1)
      program.require(row <= 0, named: "civilians[\(index)]")
      if index.year > 1 {
        let before = GroupInYear(group: index.group, year: index.year - 1, name: "")
        program.require(converted[before] - variable <= 0, named: "kept[\(index)]")
      }
      var sworn = LinearExpression(variable)
      for (rank, id) in group.ranks.enumerated() where employment[id] == .sworn {
        sworn.add(placed[place(index, rank)])
      }
      program.require(sworn <= group.need(in: index.year), named: "sworn[\(index)]")
    }
    guard let limit = question.conversionLimit, !civilians.indices.isEmpty else { return }
    for year in yearNumbers {
      let ofYear = civilians.indices.filter { $0.year == year }
      program.require(
        sum(ofYear.map { civilians[$0] }) <= limit, named: "conversions[year \(year)]")
    }
  }

  func place(_ index: GroupInYear, _ rank: Int) -> PlaceInYear {
    PlaceInYear(group: index.group, rank: rank, year: index.year, name: "")
  }

  /// The people of a rank in a section in a year.
  func present(_ member: SectionRanks, year: Int) -> LinearExpression {
    var sum = LinearExpression()
    for (group, rank) in member.places {
      sum.add(placed[PlaceInYear(group: group, rank: rank, year: year, name: "")])
    }
    for group in member.conversions {
      let index = GroupInYear(group: group, year: year, name: "")
      if civilians.contains(index) { sum.add(civilians[index]) }
    }
    return sum
  }

  /// FORMULATION 7.8: whoever is in a section beyond those who were there and stayed has moved into
  /// it, unless new in the rank and working alone for the first time; hires and separations are no
  /// moves.
  ///
  ///     Σ_{g of u} y[g,r,t] − (1 − exits) Σ_{g of u} y[g,r,t−1] ≤ moved[u,r,t] + arrived[u,r,t]
  ///     Σ_u arrived[u,r,t] ≤ newly working alone[r,t]
  mutating func countMoves() {
    var arriving: [RankInYear: LinearExpression] = [:]
    for member in members {
      let stay = 1 - exitShare(member.rank)
      for year in yearNumbers {
        let index = SectionInYear(section: member.section, rank: member.rank, year: year)
        guard moved.contains(index) else { continue }
        var row = present(member, year: year)
        row.add(moved[index], times: -1)
        row.add(arrived[index], times: -1)
        if year > 1 { row.add(present(member, year: year - 1), times: -stay) }
        program.require(
          row <= (year > 1 ? 0 : stay * member.today), named: "movement[\(index)]")
        let rank = RankInYear(rank: member.rank, year: year)
        arriving[rank, default: LinearExpression()].add(arrived[index])
      }
    }
    for index in people.indices {
      guard var row = arriving[index] else { continue }
      row.add(newlyWorking(index), times: -1)
      program.require(row <= 0, named: "arrivals[\(index)]")
    }
    for (position, year) in question.years.enumerated() {
      guard let limit = year.moves else { continue }
      program.require(
        moves(in: position + 1) <= limit, named: "moves[year \(position + 1)]")
    }
  }

  /// People who change sections in a year.
  func moves(in year: Int) -> LinearExpression {
    sum(moved.indices.filter { $0.year == year }.map { moved[$0] })
  }

  /// People of a rank who work alone in a year and did not in the year before, by the part of the
  /// year.
  private func newlyWorking(_ index: RankInYear) -> LinearExpression {
    var sum = LinearExpression()
    for back in 0..<index.year {
      let before = back > 0 ? trainingShare(index.rank, yearsAfterEntry: back - 1) : 1
      let share = before - trainingShare(index.rank, yearsAfterEntry: back)
      guard share > 0 else { continue }
      let stayed = (0..<back).reduce(1.0) { product, _ in product * (1 - exitShare(index.rank)) }
      for entry in entries(RankInYear(rank: index.rank, year: index.year - back)) {
        sum.add(entry, times: share * stayed)
      }
    }
    return sum
  }
}
