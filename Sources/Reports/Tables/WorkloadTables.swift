public import PolicingDomain

extension ResultTable {
  /// Calls, units per call and minutes by category, officer- and community-initiated side by side:
  /// the layout of the Center for Public Safety Management.
  public static func callsByCategory(_ results: StudyResults) -> ResultTable {
    let workload = results.workload
    var rows: [[Cell]] = workload.categories.map { row in
      [
        .text(row.category.description), .text(row.origin.rawValue), .count(row.calls),
      ]
        + ([
          .count(row.callsWithUnit), .number(row.unitsPerCall), .number(row.minutesPerUnit),
          .number(row.unitHours.value),
        ] + trust(row.reliability)).map { work($0, results) }
    }
    var sums: [Sum] = []
    for origin in CallOrigin.allCases {
      let members = workload.categories.filter { $0.origin == origin }
      if members.isEmpty { continue }
      sums.append(
        Sum(
          rows.count,
          of: workload.categories.indices.filter { workload.categories[$0].origin == origin }))
      let totals = CategoryTotals(of: members)
      let imputed = members.reduce(UnitHours.zero) {
        $0 + $1.unitHours * $1.reliability.imputed.value
      }
      let reliability = Reliability(
        observations: members.reduce(0) { $0 + $1.reliability.observations }, imputed: imputed,
        of: totals.unitHours)
      let figures: [Cell] =
        [
          .count(totals.callsWithUnit), .number(totals.unitsPerCall),
          .number(totals.minutesPerUnit), .number(totals.unitHours.value),
        ] + trust(reliability)
      rows.append(
        [.text("all"), .text(origin.rawValue), .count(totals.calls)]
          + figures.map { work($0, results) })
    }
    return ResultTable(
      name: "calls-by-category", title: "Calls for service by category",
      columns: [
        Column("category", "Category", privacy: .callType), Column("origin", "Origin"),
        Column("calls", "Calls", privacy: .countOfCalls),
        Column("calls_with_unit", "With unit", privacy: .countOfCalls),
        Column("units_per_call", "Units", decimals: 2, privacy: .meanPerCall),
        Column("minutes_per_unit", "Minutes", decimals: 1, privacy: .meanPerCall),
        Column("unit_hours", "Unit-hours", decimals: 0),
      ] + trustColumns, rows: rows, rowSums: sums, notes: workloadNotes(results))
  }

  /// Calls received and units busy, by hour of the week, for the whole department.
  public static func hoursOfWeek(_ results: StudyResults) -> ResultTable {
    let workload = results.workload
    let occurrences = workload.period.occurrences()
    let districts = workload.communityUnitHours.districts
    let busy = workload.communityUnitHours.perOccurrence(occurrences)
    let officer = workload.officerUnitHours.perOccurrence(occurrences)
    let calls = workload.priorities.map { $0.calls.perOccurrence(occurrences) }
    let rows = HourOfWeek.all.map { hour -> [Cell] in
      let received = calls.reduce(0) { sum, table in
        sum + districts.reduce(0) { $0 + table[$1, hour] }
      }
      return [
        .count(hour.index), .text(hour.weekday.abbreviation), .count(hour.hourOfDay),
        .number(occurrences[hour.index]),
        results.calls.refusal(of: .hoursOfWeek) == nil ? .number(received) : .missing,
        work(.number(districts.reduce(0) { $0 + busy[$1, hour] }), results),
        work(.number(districts.reduce(0) { $0 + officer[$1, hour] }), results),
      ]
    }
    return ResultTable(
      name: "hours-of-week", title: "Calls and busy units by hour of the week",
      columns: [
        Column("hour_of_week", "Hour"), Column("weekday", "Day"), Column("hour", "Clock"),
        Column("occurrences", "Occurs"), Column("calls_per_hour", "Calls", decimals: 1),
        Column("busy_units", "Busy", decimals: 1),
        Column("officer_initiated_units", "Officer-initiated", decimals: 1),
      ], rows: rows, notes: workloadNotes(results))
  }

  /// The work of each district and the share that is imputed.
  public static func workloadByDistrict(_ results: StudyResults) -> ResultTable {
    let workload = results.workload
    let rows = workload.communityUnitHours.districts.map { district -> [Cell] in
      let calls = workload.priorities.reduce(0) { $0 + $1.calls.total(of: district) }
      return [
        .text(district.description), .number(calls),
        work(.number(workload.communityUnitHours.total(of: district)), results),
        work(.number(workload.officerUnitHours.total(of: district)), results),
      ]
    }
    let total: [Cell] = [
      .text("all"), .number(workload.priorities.reduce(0) { $0 + $1.calls.total }),
      work(.number(workload.communityUnitHours.total), results),
      work(.number(workload.officerUnitHours.total), results),
    ]
    return ResultTable(
      name: "workload-by-district", title: "Calls and unit-hours by district",
      columns: [
        Column("district", "District"), Column("community_calls", "Calls"),
        Column("community_unit_hours", "Unit-hours"),
        Column("officer_initiated_unit_hours", "Officer-initiated"),
      ], rows: rows + [total], notes: workloadNotes(results))
  }

  /// The work of each beat.
  public static func workloadByBeat(_ results: StudyResults) -> ResultTable {
    ResultTable(
      name: "workload-by-beat", title: "Calls and unit-hours by beat",
      columns: [
        Column("beat", "Beat"), Column("calls", "Calls"),
        Column("unit_hours", "Unit-hours", decimals: 1),
      ] + trustColumns,
      rows: results.workload.beats.map { row in
        [.text(row.beat.description), .count(row.calls)]
          + ([.number(row.unitHours.value)] + trust(row.reliability)).map { work($0, results) }
      }, notes: workloadNotes(results))
  }

  /// Returns `cell`, or a missing value when the export cannot tell hours of work: a zero would say
  /// that there was none.
  static func work(_ cell: Cell, _ results: StudyResults) -> Cell {
    results.calls.refusal(of: .hoursOfWork) == nil ? cell : .missing
  }
}
