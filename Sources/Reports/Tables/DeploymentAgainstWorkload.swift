public import PolicingDomain

extension ResultTable {
  /// Patrol units on the street beside the units that calls keep busy, by district and watch.
  public static func deploymentAgainstWorkload(_ results: StudyResults) -> ResultTable {
    let occurrences = results.workload.period.occurrences()
    let community = results.workload.communityUnitHours.perOccurrence(occurrences)
    let officer = results.workload.officerUnitHours.perOccurrence(occurrences)
    let tellsWork = results.calls.refusal(of: .hoursOfWork) == nil
    let rows = results.study.geography.districts.flatMap { district in
      results.study.schedule.watches.map { watch -> [Cell] in
        let hours = Weekday.allCases.flatMap { watch.hours(on: $0) }
        let units = results.deployment?.patrolUnits(in: district.id).map { mean($0, hours) }
        let officers = results.deployment?.patrolOfficers(in: district.id).map { mean($0, hours) }
        let calls = tellsWork ? mean(hours.map { community[district.id, $0] }) : nil
        let own = tellsWork ? mean(hours.map { officer[district.id, $0] }) : nil
        return [
          .text(district.id.description), .text(district.name), .text(watch.id.description),
          .optional(units), .optional(officers), .optional(calls), .optional(own),
          .optional(share(calls, of: units)),
        ]
      }
    }
    return ResultTable(
      name: "deployment-against-workload",
      title: "Patrol units on the street and units that calls keep busy",
      columns: [
        Column("district", "District"), Column("district_name", "Name"), Column("watch", "Watch"),
        Column("units_on_street", "On the street", decimals: 2),
        Column("officers_on_street", "Officers", decimals: 2),
        Column("units_busy_with_calls", "Busy", decimals: 2),
        Column("units_officer_initiated", "Officer-initiated", decimals: 2),
        Column("busy_share", "Busy share", decimals: 3),
      ], rows: rows, notes: notes(results))
  }

  private static func notes(_ results: StudyResults) -> [String] {
    guard let deployment = results.deployment else {
      return [
        "This study has no records of its deployment and states none: `deployment` in study.yaml "
          + "names a unit log, attendance sheets or a roster, and the table `deployment` states an "
          + "assumption. Without them the busy share is not known."
      ]
    }
    var notes = [
      "On the street: beat, rapid and wagon units and those of no known class, mean over the hours of "
        + "the watch; source: \(deployment.provenance.source) \(deployment.provenance.date). Busy: "
        + "community-initiated calls, units of every class. Busy share: the one divided by the other; "
        + "it passes 1 where units of other classes or other districts do the work."
    ]
    if deployment.kind == .assumption {
      notes.append("The units on the street are an assumption of the study.")
    }
    return notes + deployment.notTold
  }

  private static func mean(_ byHour: [Double], _ hours: [HourOfWeek]) -> Double {
    mean(hours.map { byHour[$0.index] })
  }

  private static func mean(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.reduce(0, +) / Double(values.count)
  }

  private static func share(_ busy: Double?, of units: Double?) -> Double? {
    guard let busy, let units, units > 0 else { return nil }
    return busy / units
  }
}
