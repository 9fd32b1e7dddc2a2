public import PolicingDomain

extension ResultTable {
  /// The hours of cases by group and type, beside what teams on call need.
  public static func caseloads(_ caseloads: [CaseloadHours]) -> ResultTable {
    var rows: [[Cell]] = []
    var sums: [Sum] = []
    for load in caseloads {
      let start = rows.count
      rows += load.lines.map { line -> [Cell] in
        [
          .text(load.group.description), .text(line.name), .number(line.newCases),
          .number(line.workedCases), .number(line.triage.value), .number(line.working.value),
          .number(line.carriedOver.value), .number(line.court.value), .number(line.callOuts.value),
          .number(line.hours.value), .missing, .missing, .missing, .text(line.provenance.source),
          .text(line.provenance.isAssumption ? "yes" : "no"),
        ]
      }
      sums.append(Sum(rows.count, of: Array(start..<rows.count)))
      let lines = load.lines
      rows.append([
        .text(load.group.description), .text("all"),
        .number(lines.reduce(0) { $0 + $1.newCases }),
        .number(lines.reduce(0) { $0 + $1.workedCases }), .number(lines.total(\.triage).value),
        .number(lines.total(\.working).value), .number(lines.total(\.carriedOver).value),
        .number(lines.total(\.court).value), .number(lines.total(\.callOuts).value),
        .number(load.hours.value), .number(load.forCases.value), .number(load.forOnCall.value),
        .text(load.binding.rawValue), .text(""), .text(""),
      ])
    }
    return ResultTable(
      name: "caseloads", title: "Hours of cases by group and type",
      columns: [
        Column("group", "Group"), Column("type", "Type", privacy: .callType),
        Column("new_cases", "New", decimals: 1, privacy: .countOfCalls),
        Column("worked_cases", "Worked", decimals: 1, privacy: .countOfCalls),
        Column("triage_hours", "Triage h", decimals: 1),
        Column("working_hours", "Working h", decimals: 1),
        Column("carried_over_hours", "Carried over h", decimals: 1),
        Column("court_hours", "Court h", decimals: 1),
        Column("call_out_hours", "Call-out h", decimals: 1),
        Column("hours", "All h", decimals: 1), Column("for_cases", "For cases", decimals: 2),
        Column("for_on_call", "For on call", decimals: 2), Column("binding", "Decides"),
        Column("source", "Source"), Column("assumption", "Assumption"),
      ], rows: rows, rowSums: sums,
      notes: [
        "A year. The group needs the larger of positions for cases and for teams on call."
      ])
  }

  /// What other levels of the groups would mean whose level somebody decided.
  public static func policyAlternatives(_ alternatives: [PolicyAlternatives]) -> ResultTable {
    let rows = alternatives.flatMap { group in
      group.levels.map { level -> [Cell] in
        [
          .text(group.group.description), .text(group.section.description),
          .text(group.function), .text(group.rank.description),
          .text(group.provenance.authority.isEmpty ? "not stated" : group.provenance.authority),
          .number(100 * level.change), .number(level.positions.value),
          .number(level.following.value), .number(level.takenFromDistricts.value),
          .number(level.patrolHoursPerWeek.value), .number(level.cost.value),
          .text(group.provenance.source), .text(group.provenance.isAssumption ? "yes" : "no"),
        ]
      }
    }
    return ResultTable(
      name: "policy-alternatives", title: "Levels that somebody decided, and their alternatives",
      columns: [
        Column("group", "Group"), Column("section", "Section"), Column("function", "Function"),
        Column("rank", "Rank"), Column("decided_by", "Decided by"),
        Column("change_percent", "Change %"), Column("positions", "Positions", decimals: 1),
        Column("following_positions", "That follow", decimals: 1),
        Column("taken_from_districts", "From districts", decimals: 1),
        Column("patrol_officer_hours_per_week", "Patrol h a week", decimals: 1),
        Column("cost_dollars_per_year", "Cost $"), Column("source", "Source"),
        Column("assumption", "Assumption"),
      ], rows: rows,
      notes: [
        "These levels were decided; no work asks for them. A change takes sworn people and their net "
          + "hours on the street from the districts, or gives them back (negative).",
        "That follow: supervisors and others whose number is a span or ratio of the group.",
      ])
  }

  /// Exits, promotions, hires and seats by rank.
  public static func pipeline(_ allowance: VacancyAllowance) -> ResultTable {
    let pipeline = allowance.pipeline
    var rows = pipeline.rows.map { row -> [Cell] in
      [
        .text(row.rank.description), .number(row.strength.value), .number(row.exits),
        .number(row.promotedOut), .number(row.promotedIn), .number(row.hires),
        .number(row.monthsToSolo), .number(row.seats.value),
        .number(allowance.factor(of: row.rank)), .number(allowance.separations(of: row.rank)),
        .number(row.entriesBeyondLimit), .text(row.provenance.source),
        .text(row.provenance.isAssumption ? "yes" : "no"),
      ]
    }
    rows.append([
      .text("all"), .number(pipeline.rows.total(\.strength).value), .number(pipeline.exits),
      .number(pipeline.rows.reduce(0) { $0 + $1.promotedOut }),
      .number(pipeline.rows.reduce(0) { $0 + $1.promotedIn }), .number(pipeline.hires), .missing,
      .number(pipeline.seats.value), .missing,
      .number(pipeline.rows.reduce(0) { $0 + allowance.separations(of: $1.rank) }),
      .number(pipeline.rows.reduce(0) { $0 + $1.entriesBeyondLimit }), .text(""), .text(""),
    ])
    return ResultTable(
      name: "pipeline", title: "Exits, promotions, hires and empty seats of a steady year",
      columns: [
        Column("rank", "Rank"), Column("strength", "Strength", decimals: 1),
        Column("exits", "Exits", decimals: 1), Column("promoted_out", "Promoted out", decimals: 1),
        Column("promoted_in", "Promoted in", decimals: 1), Column("hires", "Hires", decimals: 1),
        Column("months_to_solo", "Months", decimals: 1), Column("seats", "Seats", decimals: 1),
        Column("factor", "Factor", decimals: 4),
        Column("separations", "Separations", decimals: 1),
        Column("beyond_limit", "Beyond limit", decimals: 1), Column("source", "Source"),
        Column("assumption", "Assumption"),
      ], rows: rows,
      notes: [
        allowance.rule == .seats
          ? "Positions are multiplied by the factor; separations do not enter the plan as well."
          : "Separations enter transitions (`allocate --years`), so positions are not grossed up by seats; "
            + "a plan of one year holds neither, and needs these seats on top.",
        "Seats = entries a year × months from a vacancy to solo duty ÷ 12. Beyond limit: entries that "
          + "the limit of hires or promotions does not allow.",
      ])
  }
}
