public import PolicingDomain

extension ResultTable {
  /// District × watch: the needs from complement, work and waiting side by side, which governs, and
  /// what the plan gives.
  public static func districtsByWatch(_ results: StudyResults) -> ResultTable {
    let rows = results.study.geography.districts.flatMap { district in
      results.study.schedule.watches.compactMap { watchRow(district, $0, results) }
    }
    return ResultTable(
      name: "districts-by-watch", title: "Patrol by district and watch",
      columns: [
        Column("district", "District"), Column("district_name", "Name"), Column("watch", "Watch"),
        Column("peak_weekday", "Peak"),
        Column("units_for_complement", "Complement", decimals: 1),
        Column("units_for_work", "Work", decimals: 1),
        Column("units_for_waiting", "Waiting", decimals: 1),
        Column("units_for_response", "Response", decimals: 1),
        Column("units_for_patrol_interval", "Interval", decimals: 1), Column("governs", "Governs"),
        Column("units_required", "Units", decimals: 1),
        Column("officers_required", "Officers", decimals: 1),
        Column("officers_scheduled_at_mean", "At mean", decimals: 1),
        Column("officers_scheduled_at_95_percent", "At 95 %", decimals: 0),
        Column("officers_planned", "Planned", decimals: 1),
        Column("officers_in_weakest_hour", "Weakest", decimals: 1),
        Column("officers_short", "Short", decimals: 1),
        Column("proactive_share", "Proactive", decimals: 2),
        Column("wait_share", "P(wait)", decimals: 3),
      ] + zoneColumns(results), rows: rows,
      notes: [
        "Units and officers on the street on the weekday with the largest need; day-off groups "
          + "drift through the week, so a watch is staffed for its busiest weekday. At mean and at "
          + "95 %: officers to schedule that day so that those required come on average, or on 19 "
          + "tours of 20; the plan is made at the mean, so about half of the tours are short of it. "
          + "Planned and short are means over hours and rotation, weakest is the hour and day with "
          + "fewest officers on the street.",
        "Waiting: until the first unit is sent, calls drawing one unit or several; "
          + "`units-by-weekday` has the plain formula beside it. Proactive share and P(wait) at the required units, each "
          + "on its worst weekday.", demandNote(results),
      ] + zoneNotes(results))
  }

  /// The row of one district and watch, or nothing when it has no requirement.
  private static func watchRow(
    _ district: District, _ watch: Watch, _ results: StudyResults
  ) -> [Cell]? {
    let days = results.units.indices.filter { position in
      let need = results.units[position]
      return need.district == district.id && need.watch == watch.id
    }
    let position = days.max { first, second in
      let needs = (results.units[first], results.units[second])
      return (needs.0.officers, needs.0.busyUnits) < (needs.1.officers, needs.1.busyUnits)
    }
    guard let position else { return nil }
    let peak = results.units[position]
    let performances = days.map { results.units[$0].performance }
    let scheduled =
      results.scheduled.indices.contains(position) ? results.scheduled[position] : nil
    let plan = results.recommended?.plan?.coverageShortages.first {
      $0.district == district.id && $0.watch == watch.id
    }
    return [
      .text(district.id.description), .text(district.name), .text(watch.id.description),
      .text(peak.weekday.abbreviation), .optional(peak.needs.complement),
      .optional(peak.needs.work), .optional(peak.needs.waiting), .optional(peak.needs.response),
      .optional(peak.needs.patrolInterval), .text(peak.governing.rawValue), .number(peak.units),
      .number(peak.officers), .optional(scheduled?.atMean), .optional(scheduled?.atShare),
      .optional(plan?.planned), .optional(plan?.leastPlanned), .optional(plan?.short),
      .optional(performances.map(\.busyShare).max().map { 1 - $0 }),
      .optional(performances.map(\.waitShare).max()),
    ] + zoneCells(peak, worstOf: days.map { results.units[$0] }, results)
  }

  /// Every district, watch and weekday.
  public static func unitRequirements(_ results: StudyResults) -> ResultTable {
    let rows = results.units.map { need -> [Cell] in
      [
        .text(need.district.description), .text(need.watch.description),
        .text(need.weekday.abbreviation), .number(need.calls), .number(need.busyUnits),
      ] + needCells(need.needs) + [
        .optional(need.interval?.lowerBound), .optional(need.interval?.upperBound),
        .number(need.crew),
        .number(need.officers), .number(need.performance.busyShare),
        .number(need.performance.waitShare), .optional(need.performance.waitShareOverWeek),
        .number(need.raisedBy), .optional(need.performance.pooled?.waitShare),
        .text(need.hardestWait), .text(waits(need.performance.meanWaits)),
        .text(waits(need.performance.pooled?.meanWaits ?? [])),
      ] + zoneCells(need, worstOf: [need], results)
    }
    return ResultTable(
      name: "units-by-weekday", title: "Units on the street by district, watch and weekday",
      columns: [
        Column("district", "District"), Column("watch", "Watch"), Column("weekday", "Day"),
        Column("calls", "Calls", decimals: 1), Column("busy_units", "Busy", decimals: 2),
      ] + needColumns + [
        Column("units_low", "Low", decimals: 2), Column("units_high", "High", decimals: 2),
        Column("crew", "Crew", decimals: 2),
        Column("officers_required", "Officers", decimals: 2),
        Column("busy_share", "Busy share", decimals: 3),
        Column("wait_share", "P(wait)", decimals: 3),
        Column("wait_share_over_week", "Over the week", decimals: 3),
        Column("units_raised", "Raised"),
        Column("pooled_wait_share", "Pooled", decimals: 3), Column("hardest_wait", "Hardest wait"),
        Column("mean_waits_minutes", "Mean waits (min)"),
        Column("pooled_mean_waits_minutes", "Pooled (min)"),
      ] + zoneColumns(results), rows: rows,
      notes: [
        "Means per watch. Waits are until the first unit is sent. Over the week: with the queues that "
          + "reach from one hour into the next; raised: the units added to the need for waiting "
          + "because of them. Pooled: the plain formula, which "
          + "counts a call that draws two units as one that takes twice the time; the difference is "
          + "its error.", demandNote(results),
      ] + zoneNotes(results))
  }

  /// The teams of the plan: who shares a tour, a day-off group and a sergeant.
  public static func teams(_ results: StudyResults) -> ResultTable {
    let teams = results.recommended?.plan?.teams ?? results.required?.plan?.teams ?? []
    return ResultTable(
      name: "teams", title: "Officers and sergeants by district, tour and day-off group",
      columns: [
        Column("district", "District"), Column("tour", "Tour"),
        Column("day_off_group", "Group"), Column("officers", "Officers", decimals: 1),
        Column("sergeants", "Sergeants", decimals: 1),
        Column("span_assigned", "Span", decimals: 1),
        Column("span_present", "Present", decimals: 1),
        Column("share_of_tours_within_span", "Within", decimals: 3),
      ],
      rows: teams.enumerated().map { position, team in
        let assigned = team.sergeants.value > 0 ? team.officers / team.sergeants : nil
        let met = results.teamSpans.indices.contains(position) ? results.teamSpans[position] : nil
        return [
          .text(team.district.description), .text(team.tour.description),
          .text(team.dayOffGroup.description), .number(team.officers.value),
          .number(team.sergeants.value), .optional(assigned), .optional(met?.present),
          .optional(met?.shareOfTours),
        ]
      },
      notes: [
        "Full-time equivalents on the roster. Span: officers per sergeant, assigned, then present on "
          + "average, then the share of tours on which the officers present have enough present "
          + "sergeants of their own team; absences are taken as independent. No interval is "
          + "estimated yet."
      ])
  }

  /// What the demand behind figures of waiting rests on.
  static func demandNote(_ results: StudyResults) -> String {
    let calls = results.workload.priorities.reduce(0) { $0 + $1.callsWithUnit.total }
    let interval =
      results.units.contains { $0.interval != nil }
      ? "Low and high of the units by weekday: the units required at the ends of the 90 % interval of the "
        + "district's unit-hours (sampling of weeks, imputation); service times, standards and the "
        + "model are not in it."
      : "No interval: there are too few weeks."
    return "n = \(Format.number(calls, decimals: 0)) community calls with a unit; "
      + "\(Format.percent(results.workload.imputedShare.value)) of their work is imputed. "
      + interval
  }

  private static func waits(_ waits: [UnitRequirement.MeanWait]) -> String {
    waits.map { mean in
      let minutes = mean.wait.minutes
      return "\(mean.priority) \(minutes.isFinite ? Format.number(minutes, decimals: 2) : "no end")"
    }.joined(separator: "; ")
  }
}
