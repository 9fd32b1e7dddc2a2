import Charts
import PolicingDomain

/// How long people wait: as recorded, and as predicted for numbers of units.
enum WaitsChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let blocks =
      observed(source) + WaitCurves.department(source) + WaitCurves.districts(source)
      + tested(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "waits", title: "How long people wait",
      [
        .words(
          "The wait, or dispatch delay, runs from receipt of a call until the first unit is sent; the "
            + "response ends when that unit arrives. Half of the calls do not exceed the median, nine of "
            + "ten do not exceed the 90 % value. P1 is the most urgent priority.")
      ] + blocks)
  }

  private static func observed(_ source: ReportSource) -> [ReportBlock] {
    guard let times = source.table("response-times"), times.hasNumbers("median_minutes") else {
      return []
    }
    let response = times.rows(where: ["quantity": "response"])
    let kinds = [("dispatch delay", "sent"), ("response", "arrived")]
    let priorities = times.values("priority")
    func row(_ priority: String, _ quantity: String) -> Int? {
      times.row(where: ["quantity": quantity, "priority": priority])
    }
    let first = response.first { times.number($0, "p90_minutes") != nil }
    let title =
      first.map {
        "Nine of ten \(times.text($0, "priority")) calls have a unit within "
          + "\(times.written($0, "p90_minutes", decimals: 1)) minutes, as far as arrivals are recorded"
      } ?? "Waits by priority, as recorded"
    let chart = DotChart(
      title: title, summary: "Minutes until a unit is sent and until it arrives, by priority.",
      axis: Axis("Minutes from receipt", from: 0), series: ["Median", "90 %"],
      rows: priorities.flatMap { priority in
        kinds.compactMap { kind, verb in
          row(priority, kind).map { position in
            DotChart.Row(
              "\(priority), unit \(verb)",
              ["median_minutes", "p90_minutes"].map { times.number(position, $0) })
          }
        }
      })
    var points = response.compactMap { row -> String? in
      guard times.number(row, "median_minutes") != nil else { return nil }
      return "\(times.text(row, "priority")): response median "
        + "\(times.written(row, "median_minutes", decimals: 1)) minutes, 90 % "
        + "\(times.written(row, "p90_minutes", decimals: 1)), from "
        + "\(times.written(row, "percent_recorded", decimals: 0)) % of the calls."
    }
    points = Array(points.prefix(5))
    return [
      .heading("Waits as recorded"),
      .figure(
        ReportFigure(
          chart,
          caption: "Recorded times only. The distance between two rows of a priority is travel.",
          certainty: source.record.certainty(of: "calls"),
          table: ReportTable(times.table, filters: ["quantity", "priority"], rowHeads: 2))),
      .table(ReportTable(byPriority(times))), .list(points),
    ] + recording(times, response)
  }

  /// Priority | dispatch | travel | response, each as its mean, with n and the share recorded.
  private static func byPriority(_ times: TableReading) -> ResultTable {
    let kinds = [
      ("dispatch delay", "Dispatch"), ("travel", "Travel"), ("response", "Response"),
      ("time on scene", "On scene"),
    ].filter { kind, _ in !times.rows(where: ["quantity": kind]).isEmpty }
    let rows = times.values("priority").map { priority -> [ResultTable.Cell] in
      func cell(_ quantity: String, _ key: String) -> ResultTable.Cell {
        times.row(where: ["quantity": quantity, "priority": priority]).map { times.cell($0, key) }
          ?? .missing
      }
      return [.text(priority)] + kinds.map { cell($0.0, "observed_mean_minutes") }
        + [
          cell("response", "median_minutes"), cell("response", "p90_minutes"),
          cell("response", "times_observed"), cell("response", "percent_recorded"),
        ]
    }
    return ResultTable(
      name: "response-by-priority", title: "Mean times by priority, in minutes",
      columns: [.init("priority", "Priority")]
        + kinds.map { kind, name in
          .init(kind.split(separator: " ").joined(separator: "_") + "_minutes", name, decimals: 1)
        } + [
          .init("response_median_minutes", "Response, median", decimals: 1),
          .init("response_p90_minutes", "Response, 90 %", decimals: 1),
          .init("responses_observed", "n"),
          .init("percent_recorded", "% recorded", decimals: 1),
        ], rows: rows,
      notes: [
        "Means of recorded times. Each time is recorded for other calls, so dispatch and travel do not add "
          + "up to response. n and % recorded are those of response; calls without a unit are not in it."
      ])
  }

  private static func recording(_ times: TableReading, _ response: [Int]) -> [ReportBlock] {
    let poor = response.filter { (times.number($0, "percent_recorded") ?? 100) < 90 }
    guard !poor.isEmpty else { return [] }
    return [
      .caution(
        "Arrival is recorded for less than nine of ten calls of "
          + "\(Phrase.list(poor.map { times.text($0, "priority") })). If the calls without it differ from "
          + "the others, these medians do not hold for all; comparing districts or years by them would "
          + "compare habits of recording.")
    ]
  }

  private static func tested(_ source: ReportSource) -> [ReportBlock] {
    guard let test = source.table("waits-predicted-and-observed") else { return [] }
    let totals = test.rows(where: ["district": "all"])
    let judged = totals.filter {
      test.number($0, "observed_mean_minutes") != nil
        && test.number($0, "predicted_mean_minutes") != nil
    }
    guard let first = judged.first else { return [] }
    let chart = DotChart(
      title: "\(test.text(first, "priority")) calls waited "
        + "\(test.written(first, "observed_mean_minutes", decimals: 1)) minutes on average; the queue "
        + "alone explains \(test.written(first, "predicted_mean_minutes", decimals: 1))",
      summary: "Mean waits observed and predicted at the units deployed, by priority.",
      axis: Axis("Minutes, mean", from: 0), series: ["Observed", "Predicted"],
      rows: judged.map { row in
        .init(
          test.text(row, "priority"),
          ["observed_mean_minutes", "predicted_mean_minutes"].map { test.number(row, $0) })
      })
    let higher = judged.filter {
      (test.number($0, "observed_mean_minutes") ?? 0)
        > (test.number($0, "predicted_mean_minutes") ?? 0)
    }
    return [
      .heading("Predictions against what was recorded"),
      .figure(
        ReportFigure(
          chart,
          caption:
            "The prediction is the wait for a free unit; the record also holds taking the call, "
            + "dispatching and calls held by choice.",
          certainty: Certainty(
            observations: Format.number(
              judged.reduce(0) { $0 + (test.number($1, "calls_with_known_wait") ?? 0) }, decimals: 0
            )
              + " calls with a known wait", interval: "none is estimated yet", imputed: "nothing"),
          table: ReportTable(
            test.table, filters: ["district", "watch", "priority"], rowHeads: 3))),
      .list([
        "Observed is longer than predicted for \(higher.count) of \(judged.count) priorities. The difference "
          + "also holds taking the call, dispatching and holding by choice, which more units alone do not "
          + "shorten."
      ]),
    ]
      + test.table.notes.filter { $0.contains("no test of it") }.map(ReportBlock.caution)
  }
}
