public import PolicingDomain

/// Times, what is missing of them, and how sure the figures are (FORMULATION 2.4 and 2.5).
extension ResultTable {
  /// Delay, travel, response and time on scene of community calls, by priority.
  public static func responseTimes(_ results: StudyResults) -> ResultTable {
    let rows = results.workload.imputation.byPriority.map { entry -> [Cell] in
      [
        .text(entry.quantity.rawValue), .text(entry.priority?.description ?? "none"),
        .count(entry.observed), .number(entry.recorded.value * 100), minutes(entry.median),
        minutes(entry.ninetieth), entry.observed > 0 ? minutes(entry.observedMean) : .missing,
      ] + spans(entry) + [.text(mark(entry))]
    }
    return ResultTable(
      name: "response-times", title: "Response times of community calls by priority",
      columns: [
        Column("quantity", "Time"), Column("priority", "Priority"), Column("times_observed", "n"),
        Column("percent_recorded", "% recorded", decimals: 1),
        Column("median_minutes", "Median", decimals: 1), Column("p90_minutes", "P90", decimals: 1),
        Column("observed_mean_minutes", "Mean observed", decimals: 1),
      ] + spanColumns + [Column("flag", "Mark")], rows: rows,
      notes: [
        "Minutes; calls to which a unit went. Median and 90th percentile are of the observed times "
          + "only, to a quarter of a minute: where few are recorded they tell of those few."
      ] + spanNotes(results) + [intervalNote(results)])
  }

  /// What was missing of each quantity and from which cells it was taken.
  public static func imputation(_ results: StudyResults) -> ResultTable {
    let rows = results.workload.imputation.quantities.map { entry -> [Cell] in
      [
        .text(entry.quantity.rawValue), .count(entry.observed), .count(entry.missing),
        .number(100 - entry.recorded.value * 100),
      ] + entry.filled.map { .count($0) }
        + [.count(entry.missing - entry.filled.reduce(0, +))]
        + [entry.observed > 0 ? minutes(entry.observedMean) : .missing] + spans(entry)
    }
    let report = results.workload.imputation
    let assumptions = results.workload.assumptions
    func hours(_ value: Hours) -> String { Format.number(value.value, decimals: 0) }
    return ResultTable(
      name: "imputation", title: "Missing times and how they were filled",
      columns: [
        Column("quantity", "Time"), Column("observed", "Observed"), Column("missing", "Missing"),
        Column("percent_missing", "% missing", decimals: 1),
        Column("from_category_priority_class", "Kind and class"),
        Column("from_category_priority", "Category, priority"), Column("from_category", "Category"),
        Column("from_priority", "Priority"), Column("from_all", "All"),
        Column("not_imputed", "Not filled"),
        Column("observed_mean_minutes", "Mean observed", decimals: 1),
      ] + spanColumns, rows: rows,
      notes: [
        "Minutes. A missing time takes the mean of its category and priority (and class of unit "
          + "where exports tell it); with fewer than \(assumptions.fewestObservations) observed "
          + "times, of the category, then of the priority, then of all.",
        "Unit time is of units, of whatever origin; the other times are of community calls.",
      ] + spanNotes(results) + [
        "The community's unit-hours: \(hours(report.workBand.low)) to "
          + "\(hours(report.workBand.high)) in the band, \(hours(report.workWorstCase.low)) to "
          + "\(hours(report.workWorstCase.high)) in the worst cases.",
        intervalNote(results),
      ])
  }

  /// Calls and unit-hours a week by district and priority, with intervals.
  public static func workloadEstimates(_ results: StudyResults) -> ResultTable {
    var rows: [[Cell]] = []
    if let estimates = results.workload.estimates {
      func add(_ what: String, _ part: String, _ calls: Estimate?, _ work: Estimate) {
        rows.append(estimateCells(what, part, calls, work, results))
      }
      add("community", "all", estimates.calls, estimates.unitHours)
      for part in estimates.districts {
        add("district", part.key?.description ?? "none", part.calls, part.unitHours)
      }
      for part in estimates.priorities {
        add("priority", part.key?.description ?? "none", part.calls, part.unitHours)
      }
      add("officer-initiated", "all", nil, estimates.officerUnitHours)
    }
    return ResultTable(
      name: "workload-estimates", title: "Calls and unit-hours a week",
      columns: [
        Column("of", "Of"), Column("part", "Part"), Column("calls_a_week", "Calls", decimals: 1),
        Column("calls_low", "from", decimals: 1), Column("calls_high", "to", decimals: 1),
        Column("unit_hours_a_week", "Unit-hours", decimals: 1),
        Column("unit_hours_low", "from", decimals: 1), Column("unit_hours_high", "to", decimals: 1),
        Column("calls", "n"),
        Column("percent_imputed", "% imputed", decimals: 1, privacy: .meanPerCall),
        Column("flag", "Mark", privacy: .meanPerCall),
      ], rows: rows, notes: [intervalNote(results)] + workloadNotes(results))
  }

  private static func estimateCells(
    _ what: String, _ part: String, _ calls: Estimate?, _ hours: Estimate, _ results: StudyResults
  ) -> [Cell] {
    let reliability = Reliability(observations: hours.observations, imputed: hours.imputed)
    let hours = results.asPrinted(hours)
    let calls = calls.map { results.asPrinted($0) }
    return [.text(what), .text(part), .optional(calls?.value)]
      + (calls.map(ends) ?? [.missing, .missing])
      + ([.number(hours.value)] + ends(hours)).map { work($0, results) }
      + [.count(hours.observations), .number(hours.imputed.value * 100), .text(reliability.flag)]
  }

  private static var spanColumns: [Column] {
    [
      Column("mean_minutes", "Mean", decimals: 1), Column("band_low_minutes", "Band", decimals: 1),
      Column("band_high_minutes", "to", decimals: 1),
      Column("worst_case_low_minutes", "Bounds", decimals: 1),
      Column("worst_case_high_minutes", "to", decimals: 1),
    ]
  }

  private static func spans(_ entry: ImputationReport.Entry) -> [Cell] {
    guard entry.observed > 0 else { return [Cell](repeating: .missing, count: 5) }
    return [
      entry.mean, entry.band.low, entry.band.high, entry.worstCase.low, entry.worstCase.high,
    ].map { minutes($0) }
  }

  private static func spanNotes(_ results: StudyResults) -> [String] {
    let assumptions = results.workload.assumptions
    func number(_ value: Double) -> String {
      Format.number(value, decimals: value == value.rounded() ? 0 : 2)
    }
    return [
      "Mean: missing times imputed. Band: missing times ÷ \(number(assumptions.bandFactor)) and × "
        + "\(number(assumptions.bandFactor)), an assumption: it shows what the missing times matter, "
        + "it is no bound.",
      "Bounds: every missing time \(number(assumptions.shortestTime.value)) or "
        + "\(number(assumptions.longestTime.value)) hours, the longest that is believed.",
    ]
  }

  private static func minutes(_ time: Hours?) -> Cell { .optional(time?.minutes) }

  private static func mark(_ entry: ImputationReport.Entry) -> String {
    Reliability(observations: entry.observed, imputed: entry.recorded.complement).flag
  }
}
