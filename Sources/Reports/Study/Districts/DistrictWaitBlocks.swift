import Charts
import PolicingDomain

/// How long calls of one district wait, now and as planned.
struct DistrictWaitBlocks {
  private let figures: DistrictFigures
  private let certainty: Certainty

  init(_ figures: DistrictFigures, _ certainty: Certainty) {
    self.figures = figures
    self.certainty = certainty
  }

  private typealias Part = (name: String, key: String, value: (DistrictFigures.Wait) -> Double?)

  private var parts: [Part] {
    let all: [Part] = [
      ("Now, measured", "measured", { $0.measured }),
      ("Now, by the model", "predicted", { $0.predicted }),
      ("As required", "required", { figures.level == "planned" ? $0.required : nil }),
      ("As \(figures.level)", "planned", { $0.planned }),
    ]
    return all.filter { part in figures.waits.contains { part.value($0) != nil } }
  }

  var blocks: [ReportBlock] {
    let parts = parts
    guard !parts.isEmpty else { return [] }
    return [
      .words(
        "A wait here is the time from the call until a unit is sent. Driving there comes on top. "
          + "Priority 1 is the most urgent; higher numbers can wait longer."),
      .words(now),
      .words(
        "The model counts only the wait for a free unit. Answering the telephone, writing the call down "
          + "and choosing a unit take time too, so real waits are longer than those of the model."),
      figure(parts),
      .caution(
        comparison
          + "A mean hides bad days: some calls wait much longer than the mean. Few calls make a mean "
          + "unsure."),
    ]
  }

  /// What not to compare.
  private var comparison: String {
    figures.waits.contains { $0.measured != nil }
      ? "Compare waits by the model with one another, not with measured ones: the model leaves out some "
        + "of what makes people wait. " : ""
  }

  /// What “now” is.
  private var now: String {
    let isMeasured = figures.waits.contains { $0.measured != nil }
    let isPredicted = figures.waits.contains { $0.predicted != nil }
    switch (isMeasured, isPredicted) {
    case (true, true):
      return
        "“Now, measured” is what the records of calls say. “Now, by the model” is what the model "
        + "makes of the units that are out today; the gap between the two shows how far the model can "
        + "be trusted."
    case (true, false):
      return "“Now” is what the records of calls say; how many units were out is not known, so the "
        + "model has no wait of its own for today."
    case (false, true):
      return
        "“Now” is what the model makes of the units that are out today; the records do not say how "
        + "long people waited."
    case (false, false):
      return
        "How long people wait now is not shown for this district: the run compares recorded waits by "
        + "district only where it has records of units on the street. Those of the whole department "
        + "are in the full report. Shown is what the model expects."
    }
  }

  /// Two digits where all waits are shorter than a minute.
  private func style(_ parts: [Part]) -> NumberStyle {
    let longest =
      figures.waits.flatMap { wait in parts.compactMap { $0.value(wait) } }.filter(\.isFinite)
      .max() ?? 0
    return NumberStyle(decimals: longest < 1 ? 2 : 1)
  }

  private func figure(_ parts: [Part]) -> ReportBlock {
    let waits = figures.waits
    let hasNoEnd = waits.contains { $0.planned?.isFinite == false }
    let chart = BarChart(
      title: title,
      summary: "Mean waits by priority: "
        + Wording.list(parts.map { $0.name.lowercased() }) + ".",
      axis: Axis("Mean wait, minutes", style: style(parts), from: 0),
      series: parts.map(\.name),
      rows: waits.map { wait in
        BarChart.Row(
          "Priority \(wait.priority)",
          parts.map { part in part.value(wait).flatMap { $0.isFinite ? $0 : nil } })
      })
    let hasCalls = waits.contains { $0.calls != nil }
    let table = ResultTable(
      name: "district-waits", title: "Mean wait by priority, minutes",
      columns: [ResultTable.Column("priority", "Priority")]
        + (hasCalls ? [ResultTable.Column("calls", "Calls measured")] : [])
        + parts.map { ResultTable.Column("\($0.key)_minutes", "\($0.name) (min)", decimals: 2) },
      rows: waits.map { wait in
        [.count(wait.priority)] + (hasCalls ? [.optional(wait.calls)] : [])
          + parts.map { WaitLevel.cell($0.value(wait)) }
      },
      notes: (hasCalls
        ? ["Now: the mean over the watches of the district, each weighted with its calls."] : [])
        + [
          "Waits by the model are means over the calls of the week, from the table of work, staff and "
            + "service by district (equity) of the run; its formulas are in the documentation."
        ] + (hasNoEnd ? [WaitLevel.meaning] : []))
    return .figure(
      ReportFigure(
        chart,
        caption: "Shorter bars are shorter waits."
          + (hasNoEnd ? " Waits without end have no bar (“no data”); the table names them." : ""),
        certainty: certainty,
        table: ReportTable(table)))
  }

  private var title: String {
    guard let first = figures.waits.first else { return "Mean wait by priority" }
    let planned = first.planned.map {
      "\($0.isFinite ? Wording.minutes($0) : "without end") as \(figures.level)"
    }
    let model = first.predicted.map { "\(Wording.minutes($0)) with the units of today" }
    let parts = [model, planned].compactMap { $0 }
    let measured = first.measured.map { "measured now: \(Wording.minutes($0))" }
    guard !parts.isEmpty else {
      return measured.map { "Mean wait of priority \(first.priority), \($0)" }
        ?? "Mean wait by priority"
    }
    return "By the model, calls of priority \(first.priority) wait \(Wording.list(parts))"
      + (measured.map { "; \($0)" } ?? "")
  }
}
