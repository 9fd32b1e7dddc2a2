package import LinearProgramming
import PolicingDomain

extension AllocationModel {
  /// FORMULATION 8, first stage: positions that stand in law, contract or directive as a minimum,
  /// and people whom rules want on watches, in full-time equivalents.
  package func minimumShortage() -> LinearExpression {
    var shortage = LinearExpression()
    for group in question.groups where group.isMinimum && positionShort.contains(group.id) {
      shortage.add(positionShort[group.id])
    }
    addCoverShortage(to: &shortage, byRule: true)
    return shortage
  }

  /// FORMULATION 8, weighted shortage in full-time equivalents: positions that are short, officers
  /// short on the street turned into people by the hours that one person is there, and people short
  /// of minimums that are not by rule.
  package func weightedShortage() -> LinearExpression {
    var shortage = LinearExpression()
    for group in question.groups where positionShort.contains(group.id) {
      shortage.add(positionShort[group.id], times: group.weight)
    }
    for (district, id) in question.districts.enumerated() {
      let people = patrolWeight(id) * 365 / 7 / question.patrol.netStreetHours.value
      for coverage in layout.ladders[district].indices {
        for (step, gap) in steps(district: district, coverage: coverage) where step.shortage > 0 {
          shortage.add(gap, times: people * step.shortage)
        }
      }
    }
    addCoverShortage(to: &shortage, byRule: false)
    return shortage
  }

  /// People short of watch minimums: those short on one day, times the share of such days, over the
  /// share of days that a person is on duty and what each counts.
  private func addCoverShortage(to shortage: inout LinearExpression, byRule: Bool) {
    for index in coverShort.indices {
      let minimum = layout.minimums[index.district][index.watch][index.kind]
      guard minimum.amount != nil, minimum.isMinimum == byRule else { continue }
      let calendar = layout.calendar(index.district)
      let days = calendar.dutyDays[index.watch]
      let onDuty = days.reduce(0) { $0 + $1.share * Double($1.lanes.count) }
      let members = calendar.lanes.count { $0.watch == question.patrol.watches[index.watch].id }
      let daysOn = members > 0 && onDuty > 0 ? onDuty / Double(members) : 1
      shortage.add(
        coverShort[index], times: days[index.days].share / daysOn / minimum.factor)
    }
  }

  private func patrolWeight(_ district: District.ID) -> Double {
    let station = question.station(of: district)
    return question.groups.first { $0.section == station && $0.basis == .coverage }?.weight ?? 1
  }
}
