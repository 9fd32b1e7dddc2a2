import PolicingDomain

/// What a reader of tables of work must know.
extension ResultTable {
  /// The columns of ``trust(_:)``.
  static var trustColumns: [Column] {
    [
      Column("times_observed", "n", privacy: .countOfCalls),
      Column("percent_imputed", "% imputed", decimals: 1, privacy: .meanPerCall),
      Column("flag", "Mark", privacy: .meanPerCall),
    ]
  }

  /// Observations, the share imputed, and a mark where the figure is weak.
  static func trust(_ reliability: Reliability) -> [Cell] {
    [
      .count(reliability.observations), .number(reliability.imputed.value * 100),
      .text(reliability.flag),
    ]
  }

  /// The ends of an interval, or missing values.
  static func ends(_ estimate: Estimate) -> [Cell] {
    guard case .range(let low, let high, _) = estimate.interval else {
      return [.missing, .missing]
    }
    return [.number(low), .number(high)]
  }

  /// How intervals were made, or why there is none.
  static func intervalNote(_ results: StudyResults) -> String {
    if let reason = results.reasonAgainstIntervals { return "No interval: \(reason)." }
    return results.workload.estimates?.method ?? "No interval was asked for."
  }

  /// What every table of work says below it: n, the share imputed, the interval of the whole, and
  /// what is not in the table.
  static func workloadNotes(_ results: StudyResults) -> [String] {
    let workload = results.workload
    if let refusal = results.calls.refusal(of: .hoursOfWork) {
      return ["n = \(workload.callCount) calls. Refused: \(refusal.what)."]
    }
    return [firstNote(results)] + leftOut(workload) + workload.imputationNotes
  }

  private static func firstNote(_ results: StudyResults) -> String {
    let workload = results.workload
    let note =
      "n = \(Format.number(Double(workload.callCount), decimals: 0)) calls; "
      + "\(Format.percent(workload.imputedShare.value)) of the unit-hours imputed; "
    guard let estimates = workload.estimates else { return note + "no interval was asked for." }
    let total = results.asPrinted(estimates.totalUnitHours)
    switch total.interval {
    case .none(let reason): return note + "no interval: \(reason)."
    case .range(let low, let high, _):
      return note
        + "all unit-hours \(Format.number(total.value, decimals: 0)), interval "
        + "\(Format.number(low, decimals: 0)) to \(Format.number(high, decimals: 0)) "
        + "(table workload-estimates tells how)."
    }
  }

  private static func leftOut(_ workload: Workload) -> [String] {
    var notes: [String] = []
    func note(_ amount: Double, _ words: String) {
      if amount > 0 { notes.append("\(Format.number(amount, decimals: 0)) \(words)") }
    }
    note(
      workload.backUpUnitHours.value,
      "unit-hours of back-up units come from a units-per-call factor by category, not from unit "
        + "rows.")
    note(
      Double(workload.callsWithoutUnit),
      "calls of the community show no unit: unmet, cancelled or handled otherwise.")
    note(Double(workload.callsOutsidePeriod), "calls outside the period are not in it.")
    note(
      Double(workload.duplicateCalls),
      "duplicates of other calls are not in it, nor the "
        + "\(Format.number(workload.duplicateUnitHours.value, decimals: 0)) unit-hours on them.")
    note(
      workload.unplacedUnitHours.value,
      "unit-hours of calls without a district of the study are in no district.")
    return notes
  }
}
