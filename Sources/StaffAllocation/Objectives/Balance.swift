package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// Even teams, and sergeants where officers are: the largest number of officers and of sergeants
  /// in any day-off group of each tour, and the sergeants who have nobody to lead.
  ///
  ///     Σ_{d,τ} (L[d,τ] + M[d,τ]) + Σ_{d,τ,g} idle[d,τ,g]
  ///     x[d,τ,g] ≤ L[d,τ]     s[d,τ,g] ≤ M[d,τ]     s[d,τ,g] − x[d,τ,g] ≤ idle[d,τ,g]
  ///
  /// Many plans cover the same watches at the same cost; the one with even day-off groups is what a
  /// watch commander would write down, and it is found the same way every time.
  ///
  /// - Returns: The sum, to be made small.
  package mutating func evenOutTeams() -> LinearExpression {
    var sum = LinearExpression()
    for district in question.districts.indices {
      var first = 0
      while first < teams[district].count {
        let tour = teams[district][first].tour
        let members = teams[district][first...].prefix { $0.tour == tour }
        addEvenTeams(Array(members), to: &sum)
        first += members.count
      }
    }
    return sum
  }

  /// Adds the largest team of a tour, and the idle sergeants of each of its teams.
  private mutating func addEvenTeams(_ members: [TeamIndex], to sum: inout LinearExpression) {
    guard let tour = members.first else { return }
    let name = "\(tour.district),\(question.patrol.tours[tour.tour].id)"
    let mostOfficers = program.addVariable("mostOfficers[\(name)]")
    let mostSergeants = program.addVariable("mostSergeants[\(name)]")
    sum.add(mostOfficers)
    sum.add(mostSergeants)
    for team in members {
      program.require(officers[team] <= mostOfficers, named: "evenOfficers[\(team)]")
      program.require(sergeants[team] <= mostSergeants, named: "evenSergeants[\(team)]")
      let idle = program.addVariable("idle[\(team)]")
      sum.add(idle)
      program.require(sergeants[team] - officers[team] <= idle, named: "leading[\(team)]")
    }
  }

  /// A last preference that tells equal plans apart: a fixed, irregular weight between 1 and 2 for
  /// every team and every group, so that equal optima give equal plans.
  ///
  /// The weight follows from the name, so that it does not depend on the order of the districts.
  package func tieBreak() -> LinearExpression {
    var preference = LinearExpression()
    func add(_ variable: Variable) {
      preference.add(variable, times: Self.weight(of: program.name(of: variable)))
    }
    for team in officers.indices { add(officers[team]) }
    for team in sergeants.indices { add(sergeants[team]) }
    for index in strength.indices { add(strength[index]) }
    for group in converted.indices { add(converted[group]) }
    for index in overtime.indices { add(overtime[index]) }
    return preference
  }

  /// A weight between 1 and 2 by the hash of Fowler, Noll and Vo (FNV-1a, 64 bits) of a name.
  private static func weight(of name: String) -> Double {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return 1 + Double(hash >> 44) / 1_048_576
  }
}
