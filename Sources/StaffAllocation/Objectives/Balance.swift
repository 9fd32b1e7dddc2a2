package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// Teams of even size: the sum over districts and tours of the largest team of each tour.
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
        let largest = program.addVariable("largestTeam[\(district),\(tour.id)]")
        sum.add(largest)
        for group in patrol.rotation.groups.indices {
          let team = TeamIndex(district: district, tour: position, group: group, patrol: patrol)
          program.require(officers[team] <= largest, named: "even[\(team)]")
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
