import LinearProgramming
import PolicingDomain

/// How people come and go.
extension TransitionModel {
  /// FORMULATION 7.5: the people of a rank in a year are those of the year before who stayed, with
  /// hires and promotions in, without promotions out.
  ///
  ///     n[r,t] = (1 − exits) · n[r,t−1] + h[r,t] + m[r,t] − Σ_{q promoted from r} m[q,t]
  mutating func keepBooks() {
    for index in people.indices {
      let stay = 1 - exitShare(index.rank)
      var row = LinearExpression(people[index])
      if hires.contains(index) { row.add(hires[index], times: -1) }
      if promotions.contains(index) { row.add(promotions[index], times: -1) }
      for next in promotedOut(of: index) { row.add(next) }
      if index.year > 1 {
        row.add(people[RankInYear(rank: index.rank, year: index.year - 1)], times: -stay)
      }
      let before = index.year > 1 ? 0 : stay * today(index.rank)
      program.require(row == before, named: "people[\(index)]")
    }
  }

  /// Promotions out of a rank in a year, to whichever rank; nobody is promoted who leaves or who
  /// came in the same year.
  func promotedOut(of index: RankInYear) -> [Variable] {
    question.flows.filter { $0.promotedFrom == index.rank }.map {
      promotions[RankInYear(rank: $0.rank, year: index.year)]
    }
  }

  /// FORMULATION 7.6: hires and promotions within their limits and the seats of the academy; nobody is
  /// promoted who was not there before.
  mutating func limitEntries() {
    for index in people.indices {
      if let limit = flows[index.rank]?.entriesLimit {
        let entries = entries(index)
        if !entries.isEmpty { program.require(sum(entries) <= limit, named: "entries[\(index)]") }
      }
      let out = promotedOut(of: index)
      guard !out.isEmpty else { continue }
      let stay = 1 - exitShare(index.rank)
      var row = sum(out)
      if index.year > 1 {
        row.add(people[RankInYear(rank: index.rank, year: index.year - 1)], times: -stay)
      }
      program.require(
        row <= (index.year > 1 ? 0 : stay * today(index.rank)), named: "promotable[\(index)]")
    }
    let sworn = Set(question.ranks.filter { $0.employment == .sworn }.map(\.id))
    for (position, year) in question.years.enumerated() {
      guard let seats = year.academySeats else { continue }
      let entering = hires.indices.filter { $0.year == position + 1 && sworn.contains($0.rank) }
      guard !entering.isEmpty else { continue }
      program.require(
        sum(entering.map { hires[$0] }) <= seats, named: "academy[year \(position + 1)]")
    }
  }

  /// Hires and promotions into a rank in a year.
  func entries(_ index: RankInYear) -> [Variable] {
    var found: [Variable] = []
    if hires.contains(index) { found.append(hires[index]) }
    if promotions.contains(index) { found.append(promotions[index]) }
    return found
  }

  /// The part of a year, counted from that of entry, in which people of a rank are still in training.
  func trainingShare(_ rank: Rank.ID, yearsAfterEntry: Int) -> Double {
    let months = flows[rank]?.monthsToSolo ?? 0
    return min(1, max(0, months / 12 - Double(yearsAfterEntry)))
  }

  /// People of a rank in training in a year, by the part of the year: those of its entrants, and of
  /// those of years before who stayed.
  func training(_ index: RankInYear) -> LinearExpression {
    var sum = LinearExpression()
    for back in 0..<index.year {
      let share = trainingShare(index.rank, yearsAfterEntry: back)
      guard share > 0 else { break }
      let stayed = (0..<back).reduce(1.0) { product, _ in product * (1 - exitShare(index.rank)) }
      for entry in entries(RankInYear(rank: index.rank, year: index.year - back)) {
        sum.add(entry, times: share * stayed)
      }
    }
    return sum
  }

  /// FORMULATION 7.5: everybody of a rank who works alone is placed once, or counted as unplaced.
  ///
  ///     Σ_g y[g,r,t] + civilians in converted positions + unplaced[r,t] = n[r,t] − training[r,t]
  mutating func placePeople() {
    var rows = Dictionary(
      uniqueKeysWithValues: people.indices.map { index -> (RankInYear, LinearExpression) in
        var row = LinearExpression(unplaced[index])
        row.add(people[index], times: -1)
        row.add(training(index))
        return (index, row)
      })
    for index in placed.indices {
      let rank = question.groups[index.group].ranks[index.rank]
      rows[RankInYear(rank: rank, year: index.year)]?.add(placed[index])
    }
    for index in civilians.indices {
      guard let rank = question.groups[index.group].conversion?.civilianRank else { continue }
      rows[RankInYear(rank: rank, year: index.year)]?.add(civilians[index])
    }
    for index in people.indices {
      if let row = rows[index] { program.require(row == 0, named: "placing[\(index)]") }
    }
  }

  func sum(_ variables: [Variable]) -> LinearExpression {
    var sum = LinearExpression()
    for variable in variables { sum.add(variable) }
    return sum
  }
}
