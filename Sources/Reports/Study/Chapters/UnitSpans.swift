import Charts
import PolicingDomain

/// Spans of control by unit: on hand and recommended, against the rule.
struct UnitSpans {
  private let table: TableReading
  private let source: ReportSource
  /// The rows that are drawn: units whose teams are planned by tours, or all where none are.
  private let drawn: [Int]
  /// The most rows that a picture holds.
  private static let mostDrawn = 30

  init?(_ table: TableReading, _ source: ReportSource) {
    guard table.column("span_on_hand") != nil || table.column("span_recommended") != nil else {
      return nil
    }
    self.table = table
    self.source = source
    let byTours = table.rows.filter { table.number($0, "percent_of_tours_within_span") != nil }
    let known = table.rows.filter {
      table.number($0, "span_on_hand") != nil || table.number($0, "span_recommended") != nil
    }
    drawn = Array((byTours.isEmpty ? known : byTours).prefix(Self.mostDrawn))
  }

  private static let series = [
    ("On hand", "span_on_hand"), ("Recommended", "span_recommended"),
  ]

  /// The spans against the rule; nothing where none is known.
  var figure: ReportBlock? {
    let series = Self.series.filter { part in
      drawn.contains { table.number($0, part.1) != nil }
    }
    guard !drawn.isEmpty, !series.isEmpty else { return nil }
    let chart = DotChart(
      title: title,
      summary: "Officers for one supervisor in \(Wording.count(drawn.count, "unit", "units")): "
        + Wording.list(series.map { $0.0.lowercased() }) + ".",
      axis: Axis("Officers for one supervisor", style: NumberStyle(decimals: 1), from: 0),
      series: series.map(\.0),
      rows: drawn.map { row in
        DotChart.Row(label(row), series.map { table.number(row, $0.1) })
      }, targets: targets)
    let kept = Set(drawn)
    return .figure(
      ReportFigure(
        chart,
        caption:
          "Dots beyond the line mark units with more officers for one supervisor than the rule "
          + "allows, by the roster and before anybody is absent."
          + unknown,
        certainty: .ofRecords(Wording.count(drawn.count, "unit", "units")),
        table: ReportTable(
          table.table.showing(
            named: "supervision-drawn", titled: "Spans of the units drawn",
            where: { kept.contains($0) }), items: items(drawn), rowHeads: 2),
        items: ["rule:span_of_control"].filter(source.explains)))
  }

  /// Every unit.
  var everything: ReportBlock {
    .table(
      ReportTable(
        table.table, items: items(Array(table.rows)),
        filters: ["section", "supervisor", "function"],
        rowHeads: 2))
  }

  private func items(_ rows: [Int]) -> [String?] {
    let items = rows.map { row -> String? in
      let item = "section:\(table.text(row, "section"))"
      return source.explains(item) ? item : nil
    }
    return items.contains { $0 != nil } ? items : []
  }

  private func label(_ row: Int) -> String {
    let sections = drawn.count { table.text($0, "section") == table.text(row, "section") }
    let section = table.text(row, "section")
    return sections > 1 ? "\(section) \(Wording.plain(table.text(row, "function")))" : section
  }

  private var targets: [Reference] {
    var rules: [Double] = []
    for rule in drawn.compactMap({ table.number($0, "rule_span") }) where !rules.contains(rule) {
      rules.append(rule)
    }
    return rules.sorted().prefix(3).map {
      Reference($0, "rule: \(Format.number($0, decimals: $0 == $0.rounded() ? 0 : 1))")
    }
  }

  private func exceeds(_ row: Int, _ key: String) -> Bool {
    guard let span = table.number(row, key), let rule = table.number(row, "rule_span") else {
      return false
    }
    return span > rule + 0.05
  }

  private func knows(_ key: String) -> Bool {
    drawn.contains { table.number($0, key) != nil }
  }

  /// What is not drawn because no unit has it, in words.
  private var unknown: String {
    var words = ""
    if !knows("span_on_hand") {
      words +=
        " Spans on hand are not known where nobody recorded which sergeant leads which officers."
    }
    if !knows("span_recommended") {
      words += " No spans are recommended: this run has no plan that sets them."
    }
    return words
  }

  private var title: String {
    let now = drawn.count { exceeds($0, "span_on_hand") }
    let then = drawn.count { exceeds($0, "span_recommended") }
    let units = Wording.count(drawn.count, "unit", "units")
    let verb = drawn.count == 1 ? "has" : "have"
    let over = "of \(units) \(verb) more officers for one supervisor than the rule"
    guard knows("rule_span") else { return "Officers for one supervisor in \(units)" }
    switch (knows("span_on_hand"), knows("span_recommended")) {
    case (true, true): return "On hand, \(now) \(over); as recommended, \(then)"
    case (true, false): return "On hand, \(now) \(over)"
    case (false, _): return "As recommended, \(then) \(over)"
    }
  }

  /// What stands out.
  var observations: [String] {
    var points: [String] = []
    let gaps = table.rows.filter { (table.number($0, "gap_on_hand") ?? 0) >= 0.5 }
    if !gaps.isEmpty {
      let sum = gaps.reduce(0) { $0 + (table.number($1, "gap_on_hand") ?? 0) }
      points.append(
        "\(Wording.count(gaps.count, "unit lacks", "units lack")) supervisors for the officers on hand, "
          + "by at least half a position each: \(Format.number(sum, decimals: 1)) in all.")
    }
    let widest = table.rows.compactMap { row in
      table.number(row, "span_on_hand").map { (row, $0) }
    }.max { $0.1 < $1.1 }
    if let widest {
      points.append(
        "The widest span on hand is \(Format.number(widest.1, decimals: 1)) officers for one in "
          + "\(table.text(widest.0, "section_name")) "
          + "(\(Wording.plain(table.text(widest.0, "function")))).")
    }
    let worst = table.rows.compactMap { row in
      table.number(row, "percent_of_tours_within_span").map { (row, $0) }
    }.min { $0.1 < $1.1 }
    if let worst {
      points.append(
        "As recommended, fewest tours are within the span in \(table.text(worst.0, "section_name")): "
          + "\(Format.number(worst.1, decimals: 1)) %.")
    }
    return points
  }
}
