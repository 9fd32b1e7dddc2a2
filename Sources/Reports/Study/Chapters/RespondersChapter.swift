import Charts
import PolicingDomain

/// Calls that others than police can answer, and what that frees.
enum RespondersChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let lines = source.table("responders"), let taken = byCategory(lines) else { return nil }
    var blocks: [ReportBlock] = [.words(definition)]
    blocks.append(figure(taken, lines, source))
    let points = observations(taken, source)
    if !points.isEmpty { blocks += [.heading("What stands out"), .list(points)] }
    blocks += positions(source) + teams(source) + effects(source)
    if lines.rows.count > taken.rows.count {
      blocks.append(
        .table(
          ReportTable(
            lines.table.showing(titled: "By responder, category and district")
              .inPlainWords(["kind", "category"]),
            items: items(lines, source), filters: ["responder", "category", "district"],
            rowHeads: 2)))
    }
    blocks.append(.caution(limits))
    return ReportSection(id: "other-responders", title: "Calls that need no police officer", blocks)
  }

  private static let definition =
    "Some calls can be answered by others: reports taken by telephone, a clinician with a medic, "
    + "traffic aides. A call fits when nothing about it calls for an officer; it is taken when it "
    + "comes while the responder is on duty and the responder accepts it; some come back to police, "
    + "and count for police again. What is freed is counted in hours of sworn officers."

  private static let limits =
    "Which share of a category fits, is taken and comes back are assumptions of the study, not "
    + "measurements: they are listed with their ranges under “Assumptions”. Hours that are freed are "
    + "no positions that can be cut: they are spread thinly over districts and hours."

  /// One row for each responder and category: all districts together.
  private static func byCategory(_ lines: TableReading) -> TableReading? {
    var seen: Set<String> = []
    let rows = lines.rows.filter { row in
      // The total comes before its districts; where there is no total, there is one district alone.
      let key = lines.text(row, "responder") + "\u{1F}" + lines.text(row, "category")
      return seen.insert(key).inserted
    }
    guard !rows.isEmpty else { return nil }
    let kept = Set(rows)
    return TableReading(
      lines.table.showing(
        [
          "responder", "kind", "category", "calls", "eligible_calls", "calls_in_service",
          "calls_taken", "calls_returned", "calls_spared", "capture_percent",
          "officer_hours_gross", "officer_hours_net",
        ], named: "responders-by-category", titled: "Calls that other responders take, a year",
        where: { kept.contains($0) }
      ).inPlainWords(["kind", "category"]))
  }

  private static func items(_ lines: TableReading, _ source: ReportSource) -> [String?] {
    let items = lines.rows.map { row -> String? in
      let item = "responder:\(lines.text(row, "responder"))"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  private static func figure(
    _ taken: TableReading, _ lines: TableReading, _ source: ReportSource
  ) -> ReportBlock {
    let series = [
      ("Police spared", "calls_spared"), ("Back to police", "calls_returned"),
    ]
    let order = taken.rows.sorted {
      (taken.number($0, "calls_spared") ?? 0, $1) > (taken.number($1, "calls_spared") ?? 0, $0)
    }
    let rows = order.map { row in
      BarChart.Row(
        "\(Wording.capitalized(taken.text(row, "category"))) · \(taken.text(row, "responder"))",
        series.map { taken.number(row, $0.1) })
    }
    let spared = taken.sum("calls_spared")
    let hours = taken.sum("officer_hours_net")
    let chart = BarChart(
      title: "Others spare police \(Format.number(spared, decimals: 0)) calls and "
        + "\(Format.number(hours, decimals: 0)) officer-hours a year",
      summary:
        "Calls a year that other responders take, by category: for good, and back to police.",
      axis: Axis("Calls a year", from: 0), series: series.map(\.0), rows: rows,
      arrangement: .stacked)
    return .figure(
      ReportFigure(
        chart,
        caption:
          "Each bar is what a responder takes of one category. The second part comes back to "
          + "police after all.",
        certainty: source.record.certainty(),
        table: ReportTable(
          taken.table, items: items(taken, source), filters: ["responder", "category"],
          rowHeads: 3, bars: ["capture_percent"])))
  }

  private static func observations(_ taken: TableReading, _ source: ReportSource) -> [String] {
    var points: [String] = []
    let withheld = taken.rows.filter { taken.number($0, "calls_taken") == nil }
    let calls = taken.sum("calls")
    let fit = taken.sum("eligible_calls")
    let all = taken.sum("calls_taken")
    let back = taken.sum("calls_returned")
    if calls > 0, withheld.isEmpty {
      points.append(
        "Of \(Format.number(calls, decimals: 0)) calls of these categories a year, "
          + "\(Format.number(fit, decimals: 0)) fit (\(Wording.share(fit, of: calls) ?? "–")) and "
          + "\(Format.number(all, decimals: 0)) are taken (\(Wording.share(all, of: calls) ?? "–"))."
      )
    } else if !withheld.isEmpty {
      points.append(
        "Counts of \(Wording.count(withheld.count, "row is", "rows are")) withheld, so sums here "
          + "leave them out.")
    }
    if all > 0 {
      points.append(
        "\(Format.number(back, decimals: 0)) of those taken come back to police "
          + "(\(Wording.share(back, of: all) ?? "–")).")
    }
    let most = taken.rows.max {
      (taken.number($0, "officer_hours_net") ?? 0) < (taken.number($1, "officer_hours_net") ?? 0)
    }
    if let most, let hours = taken.number(most, "officer_hours_net"), hours > 0 {
      points.append(
        "Most sworn time is freed in \(taken.text(most, "category")): "
          + "\(Format.number(hours, decimals: 0)) officer-hours a year net of what police still "
          + "spend.")
    }
    if let table = source.table("responder-positions") {
      let positions = table.sum("positions")
      let cost = table.sum("cost_dollars")
      points.append(
        "The responders themselves need \(Format.number(positions, decimals: 1)) positions and "
          + "$\(Format.number(cost, decimals: 0)) a year; these are not among the positions "
          + "required of the department.")
    }
    return points
  }

  private static func positions(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("responder-positions") else { return [] }
    return [
      .heading("What the responders need"),
      .table(
        ReportTable(
          table.table.inPlainWords(["rank"]), items: items(table, source), rowHeads: 2)),
    ]
  }

  private static func teams(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("responder-teams") else { return [] }
    return [
      .table(
        ReportTable(table.table, filters: ["responder", "watch", "weekday"], rowHeads: 3))
    ]
  }

  private static func effects(_ source: ReportSource) -> [ReportBlock] {
    guard let table = source.table("responder-effects") else { return [] }
    var points: [ReportBlock] = [.heading("What residents gain")]
    let better = table.rows.filter { row in
      guard let before = table.number(row, "wait_before_minutes"),
        let after = table.number(row, "wait_after_minutes")
      else { return false }
      return after < before - 0.005
    }
    points.append(
      .words(
        "With as many police units as before, the mean wait gets shorter in "
          + "\(better.count) of \(Wording.count(table.rows.count, "row", "rows")) of this table "
          + "(by at least 0.005 minutes)."))
    points.append(
      .table(ReportTable(table.table, filters: ["district", "priority"], rowHeads: 2)))
    return points
  }
}
