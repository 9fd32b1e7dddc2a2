import Charts
import PolicingDomain

/// Calls that others than police can answer, and what that frees.
enum RespondersChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let lines = source.table("responders"), let ledger = ResponderLedger(lines) else {
      return nil
    }
    let taken = ledger.taken
    var blocks: [ReportBlock] = [.words(definition)]
    blocks.append(figure(taken, source))
    let points = observations(ledger, source)
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

  private static func items(_ lines: TableReading, _ source: ReportSource) -> [String?] {
    let items = lines.rows.map { row -> String? in
      let item = "responder:\(lines.text(row, "responder"))"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  private static func figure(_ taken: TableReading, _ source: ReportSource) -> ReportBlock {
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
    let amounts = [
      taken.total("calls_spared").map { "\(Format.number($0, decimals: 0)) calls" },
      taken.total("officer_hours_net").map { "\(Format.number($0, decimals: 0)) officer-hours" },
    ].compactMap { $0 }
    let chart = BarChart(
      title: amounts.isEmpty
        ? "What others take of the calls"
        : "Others spare police \(amounts.joined(separator: " and ")) a year",
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

  private static func observations(_ ledger: ResponderLedger, _ source: ReportSource) -> [String] {
    let taken = ledger.taken
    var points: [String] = []
    let counts = ["calls", "eligible_calls", "calls_taken", "calls_returned", "calls_spared"]
    let withheld = taken.rows.filter { row in
      counts.contains { taken.text(row, $0) == RunRecord.withheldWord }
    }
    if !withheld.isEmpty {
      points.append(
        "Counts in \(Wording.count(withheld.count, "row", "rows")) are withheld, so that no sum "
          + "over them is told.")
    }
    if let calls = ledger.calls, calls > 0, let all = ledger.total("calls_taken") {
      // A call may fit several responders of its category, so that their numbers do not add up.
      let fit = ledger.hasShared ? nil : ledger.total("eligible_calls")
      points.append(
        "Of \(Format.number(calls, decimals: 0)) calls of these categories a year, "
          + (fit.map { "\(Format.number($0, decimals: 0)) fit (\(share($0, calls))) and " } ?? "")
          + "\(Format.number(all, decimals: 0)) are taken (\(share(all, calls))).")
    }
    if let all = ledger.total("calls_taken"), all > 0, let back = ledger.total("calls_returned") {
      points.append(
        "\(Format.number(back, decimals: 0)) of those taken come back to police "
          + "(\(share(back, all))).")
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

  private static func share(_ part: Double, _ whole: Double) -> String {
    Wording.share(part, of: whole) ?? "–"
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
