public import PolicingDomain

/// Who did the work, and from where (FORMULATION 2.3).
extension ResultTable {
  /// The work by class of unit and origin of the calls, with officer-hours where crews are known.
  public static func workloadByClass(_ results: StudyResults) -> ResultTable {
    let workload = results.workload
    let rows = workload.classes.map { row -> [Cell] in
      let figures: [Cell] =
        [
          .number(row.unitsSent), .number(row.unitHours.value),
          row.crew == nil ? .missing : .number(row.officerHours.value), .optional(row.crew),
        ] + trust(row.reliability)
      return [
        .text(row.unitClass.rawValue), .text(row.origin.rawValue),
        .text(row.unitClass.isPatrolSupply ? "patrol" : "credit"),
      ] + figures.map { work($0, results) }
    }
    let credit = workload.patrolCredit
    var notes = workloadNotes(results)
    if let share = credit.patrolShare {
      notes.append(
        "Patrol supply (beat, rapid, wagon and unclassified units) did "
          + "\(Format.percent(share.value)) of the community's work.")
    }
    for item in credit.credits {
      notes.append(
        "Credit: \(item.unitClass.rawValue) units did "
          + "\(Format.number(item.unitHours.value, decimals: 0)) unit-hours of it, which fall to "
          + "patrol in a scenario without them.")
    }
    notes.append("Officer-initiated work is an outcome of staffing, not demand.")
    return ResultTable(
      name: "workload-by-class", title: "Unit-hours by class of unit",
      columns: [
        Column("unit_class", "Class"), Column("origin", "Origin"), Column("counts_as", "Counts as"),
        Column("units_sent", "Units sent", privacy: .countOfCalls),
        Column("unit_hours", "Unit-hours"),
        Column("officer_hours", "Officer-hours"), Column("crew", "Crew", decimals: 2),
      ] + trustColumns, rows: rows, notes: notes)
  }

  /// The work by district of the call and home district of the unit.
  public static func needBySupply(_ results: StudyResults) -> ResultTable {
    let cells = results.workload.matrix
    var needs: [Workload.Place: UnitHours] = [:]
    for cell in cells { needs[cell.need, default: .zero] += cell.community + cell.officer }
    let rows = cells.map { cell -> [Cell] in
      let all = needs[cell.need]?.value ?? 0
      let share = all > 0 ? (cell.community + cell.officer).value / all * 100 : 0
      return [
        .text(cell.need.description), .text(cell.supply.description),
        work(.number(cell.community.value), results), work(.number(cell.officer.value), results),
        work(.number(share), results),
      ]
    }
    return ResultTable(
      name: "need-by-supply", title: "Unit-hours by district of the call and home of the unit",
      columns: [
        Column("district_of_call", "District of the call"),
        Column("home_of_unit", "Home of the unit"),
        Column("community_unit_hours", "Unit-hours", decimals: 1),
        Column("officer_initiated_unit_hours", "Officer-initiated", decimals: 1),
        Column("percent_of_district", "% of the district", decimals: 1),
      ], rows: rows, notes: workloadNotes(results))
  }

  /// Calls that were not served, or not soon, by priority and district.
  public static func unmetDemand(_ results: StudyResults) -> ResultTable {
    let unmet = results.workload.unmet
    var rows: [[Cell]] = []
    for kind in UnmetDemand.Kind.allCases {
      for total in unmet.byPriority(kind) {
        rows.append(unmetCells(total, place: "all"))
        rows += unmet.rows.filter { $0.kind == kind && $0.priority == total.priority }.map {
          unmetCells($0, place: $0.district?.description ?? "no district")
        }
      }
    }
    let limit = Format.number(unmet.holdLimit.minutes, decimals: 0)
    return ResultTable(
      name: "unmet-demand", title: "Calls of the community that were not served, or not soon",
      columns: [
        Column("what_became_of_it", "What became of it"), Column("priority", "Priority"),
        Column("district", "District"), Column("calls", "Calls"),
        Column("calls_with_known_wait", "Wait known"),
        Column("hours_waited", "Hours waited", decimals: 1),
        Column("mean_minutes", "Mean minutes", decimals: 1),
      ], rows: rows,
      notes: [
        "n = \(Format.number(Double(results.workload.callCount), decimals: 0)) calls; a call is of "
          + "one kind; nothing is imputed; these are counts, so no interval.",
        "Held: the first unit was sent more than \(limit) minutes after receipt, an assumption of "
          + "this software unless the study states another limit.",
        "The wait ends when the first unit is sent, or, where none was, when the call was cleared "
          + "or closed.",
      ])
  }

  private static func unmetCells(_ row: UnmetDemand.Row, place: String) -> [Cell] {
    [
      .text(row.kind.rawValue), .text(row.priority?.description ?? "none"), .text(place),
      .count(row.calls), .count(row.callsWithWait),
      row.callsWithWait > 0 ? .number(row.waited.value) : .missing,
      row.callsWithWait > 0 ? .number(row.waited.minutes / Double(row.callsWithWait)) : .missing,
    ]
  }
}
