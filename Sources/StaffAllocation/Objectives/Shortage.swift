package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 8, first stage: positions and field sergeants that stand in law, contract or
  /// directive as a minimum, in full-time equivalents.
  package func minimumShortage() -> LinearExpression {
    var shortage = LinearExpression()
    for group in question.groups where group.isMinimum && positionShort.contains(group.id) {
      shortage.add(positionShort[group.id])
    }
    let perDay = 1 / Double(question.patrol.rotation.daysOn)
    for index in fieldShort.indices { shortage.add(fieldShort[index], times: perDay) }
    return shortage
  }

  /// FORMULATION 8, weighted shortage in full-time equivalents: positions that are short, and
  /// officers short on the street turned into people by the hours that one person is there.
  package func weightedShortage() -> LinearExpression {
    var shortage = LinearExpression()
    for group in question.groups where positionShort.contains(group.id) {
      shortage.add(positionShort[group.id], times: group.weight)
    }
    let patrol = question.patrol
    for index in coverShort.indices {
      let hoursPerYear = Double(index.hours) * 365 / Double(patrol.rotation.cycleLength)
      let people = hoursPerYear / patrol.netStreetHours.value
      shortage.add(coverShort[index], times: people * patrolWeight(index.district))
    }
    return shortage
  }

  private func patrolWeight(_ district: District.ID) -> Double {
    let station = question.station(of: district)
    return question.groups.first { $0.section == station && $0.basis == .coverage }?.weight ?? 1
  }
}
