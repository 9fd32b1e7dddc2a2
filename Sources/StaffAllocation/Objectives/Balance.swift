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
    let patrol = question.patrol
    var sum = LinearExpression()
    for district in question.districts {
      for (position, tour) in patrol.tours.enumerated() {
        let mostOfficers = program.addVariable("mostOfficers[\(district),\(tour.id)]")
        let mostSergeants = program.addVariable("mostSergeants[\(district),\(tour.id)]")
        sum.add(mostOfficers)
        sum.add(mostSergeants)
        for group in patrol.rotation.groups.indices {
          let team = TeamIndex(district: district, tour: position, group: group, patrol: patrol)
          program.require(officers[team] <= mostOfficers, named: "evenOfficers[\(team)]")
          program.require(sergeants[team] <= mostSergeants, named: "evenSergeants[\(team)]")
          let idle = program.addVariable("idle[\(team)]")
          sum.add(idle)
          program.require(sergeants[team] - officers[team] <= idle, named: "leading[\(team)]")
        }
      }
    }
    return sum
  }

  /// A last preference that tells equal plans apart: a fixed, irregular weight for every team and
  /// every group, so that equal optima give equal plans.
  package func tieBreak() -> LinearExpression {
    var preference = LinearExpression()
    var position = 0.0
    func nextWeight() -> Double {
      position += 1
      return 1 + (position * 0.618_033_988_749_895).truncatingRemainder(dividingBy: 1)
    }
    for team in officers.indices { preference.add(officers[team], times: nextWeight()) }
    for team in sergeants.indices { preference.add(sergeants[team], times: nextWeight()) }
    for index in strength.indices { preference.add(strength[index], times: nextWeight()) }
    return preference
  }
}
