import Charts
import PolicingDomain

/// Times that are missing: how many by priority, how they were filled, and how much that matters.
enum MissingTimes {
  static func blocks(_ source: ReportSource) -> [ReportBlock] {
    let blocks = recorded(source) + filled(source)
    return blocks.isEmpty ? [] : [.heading("Times missing, and how they were filled")] + blocks
  }

  private static func recorded(_ source: ReportSource) -> [ReportBlock] {
    let response = source.table("response-times")?.rows(where: ["quantity": "response"]) ?? []
    guard let times = source.table("response-times"), times.hasNumbers("percent_recorded"),
      let least = times.smallest(
        "percent_recorded", among: response.isEmpty ? nil : response),
      let share = times.number(least, "percent_recorded")
    else { return [] }
    let quantities = times.values("quantity")
    let priorities = times.values("priority")
    let values = quantities.map { quantity in
      priorities.map { priority in
        times.row(where: ["quantity": quantity, "priority": priority]).flatMap {
          times.number($0, "percent_recorded")
        }
      }
    }
    let map = GridMap(
      title: "\(Phrase.sentence(times.text(least, "quantity"))) of "
        + "\(priority(times.text(least, "priority"))) is recorded for only "
        + "\(Phrase.percent(share, decimals: 0)) of calls",
      summary: "Share of calls with a unit for which each time is recorded, by priority.",
      rows: quantities.map(Phrase.sentence), columns: priorities, values: values,
      style: NumberStyle(decimals: 0, suffix: " %"), measure: "% of calls with a unit, recorded")
    let poor = times.rows.filter { (times.number($0, "percent_recorded") ?? 100) < 50 }
    var points: [String] = []
    if let response = gap(times, "response") { points.append(response) }
    if !poor.isEmpty {
      let names = poor.map {
        "\(times.text($0, "quantity")) of \(priority(times.text($0, "priority")))"
      }
      points.append(
        "Less than half is recorded of \(Phrase.list(Array(names.prefix(8)))): medians of these tell "
          + "of the recorded calls only, which may be the quicker or the slower ones.")
    }
    return [
      .words(
        "Dispatch delay runs from receipt of a call until the first unit is sent; travel from then "
          + "until it arrives; response is both together; time on scene is what follows."),
      .figure(
        ReportFigure(
          map,
          caption:
            "The share of calls with a unit for which the time is known. Pale cells are where "
            + "statements about service rest on few calls.",
          certainty: source.record.certainty(of: "calls"),
          table: ReportTable(
            times.table.showing(
              ["quantity", "priority", "times_observed", "percent_recorded", "flag"],
              named: "times-recorded", titled: "Times recorded by priority",
              notes: ["Calls to which a unit went; more of it stands in the table response-times."]),
            filters: ["quantity", "priority"], rowHeads: 2, bars: ["percent_recorded"]))),
    ] + (points.isEmpty ? [] : [.list(points)])
  }

  private static func gap(_ times: TableReading, _ quantity: String) -> String? {
    let rows = times.rows(where: ["quantity": quantity])
    guard let high = times.largest("percent_recorded", among: rows),
      let low = times.smallest("percent_recorded", among: rows), high != low,
      let most = times.number(high, "percent_recorded"),
      let least = times.number(low, "percent_recorded"), most - least >= 1
    else { return nil }
    return "Arrivals are recorded unevenly: for \(Phrase.percent(most)) of "
      + "\(priority(times.text(high, "priority"))) calls and \(Phrase.percent(least)) of "
      + "\(priority(times.text(low, "priority"))) calls. Comparing their response times compares "
      + "different kinds of records too."
  }

  private static func filled(_ source: ReportSource) -> [ReportBlock] {
    guard let imputation = source.table("imputation"), imputation.hasNumbers("percent_missing")
    else { return [] }
    let rows = Array(imputation.rows)
    let response = rows.filter { imputation.text($0, "quantity") == "response" }
    guard
      let most = imputation.largest(
        "percent_missing", among: response.isEmpty ? rows : response),
      let share = imputation.number(most, "percent_missing")
    else { return [] }
    let chart = DotChart(
      title: title(imputation, most, share),
      summary: "Mean minutes of each time: observed, with missing values filled, and if these were "
        + "half or twice as long.",
      axis: Axis("Minutes, mean"),
      series: ["Observed", "Filled", "Missing ones shorter", "Missing ones longer"],
      rows: rows.map { row in
        .init(
          imputation.text(row, "quantity"),
          ["observed_mean_minutes", "mean_minutes", "band_low_minutes", "band_high_minutes"].map {
            imputation.number(row, $0)
          })
      })
    let points = bounds(imputation)
    return [
      .figure(
        ReportFigure(
          chart,
          caption:
            "Where the dots of a row lie together, what is missing hardly matters; where they lie "
            + "apart, it does.",
          certainty: Certainty(
            observations: each(imputation, "observed"),
            interval: "none, the band stands in its place",
            imputed: each(imputation, "missing")),
          table: ReportTable(imputation.table)))
    ] + (points.isEmpty ? [] : [.list(points)]) + [
      .caution(
        "Filled values are means of like calls. They keep totals plausible; they say nothing about any "
          + "single call, and make the spread of times look smaller than it is.")
    ]
  }

  /// The response where it has gaps, or else the time with most; none only where none has any.
  private static func title(_ imputation: TableReading, _ row: Int, _ share: Double) -> String {
    let whole = imputation.largest("percent_missing") ?? row
    let most = share > 0 ? row : whole
    guard let share = imputation.number(most, "percent_missing"), share > 0 else {
      return imputation.total("percent_missing") == nil
        ? "How missing times were filled" : "No time had to be filled in"
    }
    let name = imputation.text(most, "quantity")
    return "\(Phrase.sentence(name)) rests on filled-in values for \(Phrase.percent(share)) of "
      + (name == "unit time" ? "units sent" : "calls")
  }

  /// A count of each time: they are times of the same calls, so that their sum counts nothing.
  private static func each(_ imputation: TableReading, _ key: String) -> String {
    let counts = imputation.rows.map { row in
      "\(imputation.text(row, "quantity")) \(imputation.written(row, key, decimals: 0))"
    }
    return Phrase.list(counts)
  }

  /// How much what is missing could matter at worst.
  private static func bounds(_ imputation: TableReading) -> [String] {
    var points: [String] = []
    for row in imputation.rows {
      guard let low = imputation.number(row, "worst_case_low_minutes"),
        let high = imputation.number(row, "worst_case_high_minutes"),
        let missing = imputation.number(row, "percent_missing"), missing >= 1,
        ["unit time", "response"].contains(imputation.text(row, "quantity"))
      else { continue }
      points.append(
        "\(Phrase.sentence(imputation.text(row, "quantity"))): \(Phrase.percent(missing)) missing; the "
          + "mean is \(imputation.written(row, "mean_minutes", decimals: 1)) minutes, and would be "
          + "between \(Format.number(low, decimals: 1)) and \(Format.number(high, decimals: 1)) if "
          + "every missing time had its smallest or largest believable value.")
    }
    if let left = imputation.total("not_imputed") {
      points.append(
        left > 0
          ? "\(Phrase.amount(left, "time")) could not be filled from any group of calls and count "
            + "nothing."
          : "Every missing time could be filled; the table says from which group of calls.")
    }
    return points
  }

  private static func priority(_ name: String) -> String {
    name == "none" ? "calls without a priority" : name
  }
}
