extension Study {
  /// Makes the tables of the study follow a rule at another value.
  ///
  /// These are hours of training, and lieutenants on each watch; rules of teams need no table.
  ///
  /// - Throws: ``PlanningError/question(reason:)`` for a rule that the study follows by its form alone.
  mutating func carryOut(rule name: String, at value: Double) throws(PlanningError) {
    switch name {
    case _ where RuleReading.planned.contains(name): return
    case "training_hours":
      schedule.absences = schedule.absences.map { item in
        guard item.name == "training", item.employment != .civilian,
          item.measure == .hoursOfTours || item.measure == .streetHours
        else { return item }
        return AbsenceItem(
          name: item.name, ledger: item.ledger, ranks: item.ranks, employment: item.employment,
          band: item.band, amount: value, measure: item.measure, provenance: item.provenance)
      }
    case "watch_lieutenant":
      organization.positions = organization.positions.map { group in
        guard group.rank.description == "lieutenant",
          case .fixedPost(_, let hours) = group.basis, hours >= 168
        else { return group }
        return PositionGroup(
          id: group.id, section: group.section, function: group.function, rank: group.rank,
          alsoFits: group.alsoFits, holders: group.holders,
          basis: .fixedPost(posts: value, hoursPerWeek: hours), weight: group.weight,
          isMinimum: group.isMinimum, supply: group.supply, workingHours: group.workingHours,
          provenance: group.provenance)
      }
    default:
      throw .question(
        reason: "the rule `\(name)` is compared with the study and planned with nowhere, so that "
          + "another value changes nothing\n  help: change the row of the study that follows it")
    }
  }
}
