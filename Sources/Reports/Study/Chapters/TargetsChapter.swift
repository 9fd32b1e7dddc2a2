import Charts
import PolicingDomain

/// Choices of value: what each target of proactive time needs and costs, and who chose what.
enum TargetsChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let blocks = ladder(source, isShort: false) + choices(source)
    guard !blocks.isEmpty else { return nil }
    return ReportSection(
      id: "targets", title: "Choices of value and what they need",
      [
        .words(
          "How much of their time officers should have free of calls, and how long a caller may wait, "
            + "are choices of value. Data cannot make them; they can say what each choice needs. "
            + "Proactive time is the share of time on the street that calls of the community leave free."
        )
      ] + blocks)
  }

  static func short(_ source: ReportSource) -> ReportSection? {
    let blocks = ladder(source, isShort: true)
    return blocks.isEmpty
      ? nil : ReportSection(id: "targets", title: "What each target needs", blocks)
  }

  private static func ladder(_ source: ReportSource, isShort: Bool) -> [ReportBlock] {
    guard let ladder = source.table("target-ladder"), let rungs = TargetRungs(ladder) else {
      return []
    }
    let chart = LineChart(
      title: rungs.title, summary: rungs.summary,
      x: Axis("Target of proactive time", style: NumberStyle(suffix: " %")),
      y: Axis(rungs.measure, from: 0), lines: [LineChart.Line(rungs.measure, rungs.points)],
      markers: rungs.chosen.map { [Reference($0.target, "chosen")] } ?? [])
    let explained = ladder.rows.map { row in
      let item = "target:proactive_time"
      return ladder.text(row, "is_chosen") == "yes" && source.explains(item) ? item : nil
    }
    let figure = ReportFigure(
      chart,
      caption:
        "The need under the same assumptions for each target; the chosen one is marked. A flat "
        + "part means that something else than the target decides there.",
      certainty: source.record.certainty(), table: ReportTable(rungs.table, items: explained))
    if isShort { return [.figure(figure)] }
    return [
      .heading("The ladder of targets"), .figure(figure), .list(rungs.observations),
      .caution(
        "The rows are sensitivity, not probability: none of them is a forecast, and no row is right "
          + "because it stands in the middle. All other standards stay as they are."),
    ]
  }

  private static func choices(_ source: ReportSource) -> [ReportBlock] {
    guard let targets = source.table("targets") else { return [] }
    let chosen = targets.rows(where: ["status": "chosen"])
    let open = chosen.filter { ["none", ""].contains(targets.text($0, "forum")) }
    var points: [String] = []
    let makers = Array(Set(chosen.map { targets.text($0, "set_by") })).filter { !$0.isEmpty }
      .sorted()
    if !makers.isEmpty {
      points.append(
        "\(Phrase.amount(Double(chosen.count), "choice")) made by \(Phrase.list(makers)).")
    }
    if !open.isEmpty {
      points.append(
        "\(Format.number(Double(open.count), decimals: 0)) of \(chosen.count) were not made in any "
          + "public forum: they stand until those who answer for policing confirm or change them.")
    }
    let alternatives = targets.rows(where: ["status": "alternative"])
    let hasNeed = targets.hasNumbers("required")
    if alternatives.isEmpty {
      points.append(
        "What alternatives to these choices would need was not computed in this run, but for the "
          + "ladder above: `rollcall allocate \(source.record.subject.name) --targets` does, and "
          + "the explanation of a choice names the alternatives that were heard.")
    } else if hasNeed, let most = targets.largest("required_change", among: alternatives),
      let change = targets.number(most, "required_change"), abs(change) >= 0.5
    {
      points.append(
        "Of the alternatives, \(Phrase.plain(targets.text(most, "target"))) at "
          + "\(targets.written(most, "value")) needs most: "
          + "\(change > 0 ? "+" : "")\(Format.number(change, decimals: 0)) positions against the choice made."
      )
    }
    let table = choiceTable(targets, hasNeed: hasNeed)
    let items = targets.rows.map { row -> String? in
      let item = "target:\(targets.text(row, "target"))"
      return source.explains(item) ? item : nil
    }
    return [.heading("Who chose what")]
      + [
        .table(
          ReportTable(
            table, items: items, filters: alternatives.isEmpty ? [] : ["choice", "status"]))
      ]
      + (points.isEmpty ? [] : [.list(points)])
  }

  /// The choices and alternatives, with who made each, where and when in one column.
  private static func choiceTable(_ targets: TableReading, hasNeed: Bool) -> ResultTable {
    let needs = [
      "patrol_officers", "required", "annual_dollars", "required_change", "dollars_change",
    ].filter { hasNeed && targets.column($0) != nil }
    let kept = ["value", "unit", "status"] + needs
    let rows = targets.rows.map { row -> [ResultTable.Cell] in
      let forum = targets.text(row, "forum")
      let made = [
        targets.text(row, "set_by"),
        forum == "none" ? "in no public forum" : forum, targets.text(row, "date"),
      ].filter { !$0.isEmpty }
      return [.text(Phrase.plain(targets.text(row, "target")))]
        + kept.map { targets.cell(row, $0) }
        + [.text(made.joined(separator: ", ")), targets.cell(row, "comment")]
    }
    let columns = kept.compactMap { key in targets.column(key).map { targets.table.columns[$0] } }
    return ResultTable(
      name: "choices", title: targets.table.title,
      columns: [.init("choice", "Choice")] + columns + [
        .init("made_by", "Made by, where and when"), .init("comment", "Comment"),
      ], rows: rows,
      notes: hasNeed ? targets.table.notes : ["A choice is marked by who made it, where and when."])
  }
}
