import LinearProgramming
import PolicingDomain

/// Money, authorized positions, cuts and fairness.
extension TransitionModel {
  /// What a year costs, people outside the plan included.
  func cost(of year: Int) -> LinearExpression {
    var cost = LinearExpression(question.years[year - 1].otherCost.value)
    for rank in question.ranks {
      cost.add(people[RankInYear(rank: rank.id, year: year)], times: rank.annualCost.value)
    }
    return cost
  }

  /// FORMULATION 7.6: every year stays within its budget.
  mutating func limitMoney() {
    for (position, year) in question.years.enumerated() {
      guard let budget = year.budget else { continue }
      program.require(
        cost(of: position + 1) <= budget.value, named: "budget[year \(position + 1)]")
    }
  }

  /// FORMULATION 7.6: no more people than authorized positions, by employment.
  mutating func limitAuthorized() {
    for total in question.authorized {
      let ranks = question.ranks.filter { $0.employment == total.employment }
      let others = question.others[total.employment] ?? 0
      for year in yearNumbers {
        let there = sum(ranks.map { people[RankInYear(rank: $0.id, year: year)] })
        guard !ranks.isEmpty else { continue }
        program.require(
          there <= total.positions.value - others,
          named: "authorized[\(total.employment.rawValue),year \(year)]")
      }
    }
  }

  /// FORMULATION 7.7: no section loses more than a part of the people it has today.
  mutating func limitCuts() {
    guard let cut = question.largestCut else { return }
    var sections: [Section.ID] = []
    for member in members where !sections.contains(member.section) {
      sections.append(member.section)
    }
    for section in sections {
      let own = members.filter { $0.section == section }
      let today = own.reduce(0) { $0 + $1.today }
      guard today > 0 else { continue }
      for year in yearNumbers {
        var there = LinearExpression()
        for member in own { there.add(present(member, year: year)) }
        program.require(
          there >= cut.complement.value * today, named: "cut[\(section),year \(year)]")
      }
    }
  }

  /// FORMULATION 7.7: the share of its need that the patrol of any district lacks is at most the
  /// year's largest.
  ///
  ///     short[g,t] ≤ unfairness[t] · need(g,t)
  mutating func boundUnfairness() {
    for index in short.indices where question.groups[index.group].isDistrictPatrol {
      let need = question.groups[index.group].need(in: index.year)
      guard need > 0 else { continue }
      program.require(
        short[index] - need * unfairness[index.year] <= 0, named: "fairness[\(index)]")
    }
  }

  /// The expression, the name and the unit of an objective; nothing for one that has no part here.
  func expression(
    _ objective: AllocationPreferences.Objective
  ) -> (expression: LinearExpression, name: String, unit: String)? {
    switch objective {
    case .minimums:
      (shortage { $0.isMinimum ? 1 : 0 }, "shortage of minimums by rule", "position-years")
    case .urgentWaiting: nil
    case .weightedShortage: (shortage { $0.weight }, "weighted shortage", "position-years")
    case .fairness:
      (
        unfairness.sum(), "largest share of its need that a district lacks, summed over the years",
        "share-years"
      )
    case .cost:
      (
        yearNumbers.reduce(into: LinearExpression()) { $0.add(cost(of: $1)) }, "cost of all years",
        "dollars"
      )
    case .movement: (moved.sum(), "people who change sections", "full-time equivalents")
    }
  }

  /// Positions short in all years, none of them counted less than another.
  private func shortage(
    _ weight: (TransitionQuestion.Group) -> Double
  ) -> LinearExpression {
    var sum = LinearExpression()
    for index in short.indices {
      let weight = weight(question.groups[index.group])
      if weight > 0 { sum.add(short[index], times: weight) }
    }
    return sum
  }

  /// A last preference that tells equal plans apart: a fixed, irregular weight for each place, and
  /// conversions no earlier than they are used.
  func tieBreak() -> LinearExpression {
    var sum = LinearExpression()
    var position = 0.0
    func next() -> Double {
      position += 1
      return 1 + (position * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    }
    for index in placed.indices { sum.add(placed[index], times: next()) }
    for index in civilians.indices { sum.add(civilians[index], times: next()) }
    for index in converted.indices { sum.add(converted[index], times: next()) }
    for index in hires.indices { sum.add(hires[index], times: next()) }
    for index in promotions.indices { sum.add(promotions[index], times: next()) }
    for index in arrived.indices { sum.add(arrived[index], times: 0.01) }
    return sum
  }
}
