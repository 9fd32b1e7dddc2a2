import Charts
import PolicingDomain

/// How strength moves towards the need, year by year.
enum TransitionChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    if let years = source.table("transition-by-year") { return plan(years, source) }
    guard let conflict = source.record.table("transition-conflict") else { return nil }
    return ReportSection(
      id: "transition", title: title,
      [
        .caution("There is no plan for the years that keeps every limit on hires and promotions."),
        .table(ReportTable(conflict)),
      ])
  }

  private static let title = "Getting there, year by year"

  private static let definition =
    "The transition plans who comes, who is promoted and who is placed where in each year, within the "
    + "limits of the study on hires, promotions and money. People leave at the rate of the records. "
    + "Recruits count as deployable once they may work alone."

  private static let limits =
    "Exits and hires of coming years are assumptions, carried forward from the past; nothing here "
    + "predicts the labour market. Nothing is known after the last year."

  private static func plan(_ years: TableReading, _ source: ReportSource) -> ReportSection? {
    var blocks: [ReportBlock] = [.words(definition)]
    let figure = figure(years)
    if let figure { blocks.append(figure) }
    let points = observations(years)
    if !points.isEmpty { blocks += [.heading("What stands out"), .list(points)] }
    if figure == nil { blocks.append(.table(ReportTable(years.table))) }
    if let ranks = source.table("transition-by-rank") {
      blocks.append(
        .table(
          ReportTable(
            ranks.table.inPlainWords(["rank"]), filters: ["year", "rank"], rowHeads: 2)))
    }
    if let short = source.table("transition-shortages") {
      let items = short.rows.map { row -> String? in
        let item = "group:\(short.text(row, "group"))"
        return source.explains(item) ? item : nil
      }
      blocks += [
        .heading("Positions short"),
        .table(
          ReportTable(
            short.table.showing(["group", "year", "positions_needed", "positions_short"]),
            items: items.contains { $0 != nil } ? items : [], filters: ["year", "group"],
            rowHeads: 2)),
      ]
    }
    if let converted = source.table("transition-conversions") {
      blocks.append(
        .table(
          ReportTable(
            converted.table.inPlainWords(["rank"]), filters: ["year", "rank"], rowHeads: 3)
        ))
    }
    blocks.append(.caution(limits))
    return ReportSection(id: "transition", title: title, blocks)
  }

  private static func figure(_ years: TableReading) -> ReportBlock? {
    let series = [
      ("Positions short", "positions_short"), ("Hires", "hires"), ("Exits", "exits"),
      ("Promotions", "promotions"),
    ]
    let lines = series.map { LineChart.Line($0.0, points(years, $0.1)) }.filter { line in
      line.points.count > 1 && line.points.contains { $0.y > 0 }
    }
    guard let first = lines.first?.points.first?.x, let last = lines.first?.points.last?.x else {
      return nil
    }
    let chart = LineChart(
      title: headline(years),
      summary: "Lines over \(Wording.count(years.rows.count, "year", "years")): "
        + Wording.list(lines.map { $0.name.lowercased() }) + ".",
      x: Axis("Year of the plan", from: first, to: last),
      y: Axis("Full-time equivalents", from: 0), lines: lines)
    return .figure(
      ReportFigure(
        chart,
        caption:
          "Positions short are those that nobody of a fitting rank holds in the year. Strength "
          + "grows in years in which the line of hires is above that of exits. Years count from the "
          + "start of the plan; nothing is planned after the last one. Positions short count every position, "
          + "whoever is in training or away; so they are more than the plan of today leaves unfilled.",
        certainty: Certainty(
          observations: "no calls: strength and flows of the study",
          interval: "none, rates of exits and limits on hires are taken as given",
          imputed: "nothing"), table: ReportTable(years.table)))
  }

  private static func points(_ years: TableReading, _ key: String) -> [LineChart.Point] {
    years.rows.compactMap { row in
      guard let year = years.number(row, "year"), let value = years.number(row, key) else {
        return nil
      }
      return LineChart.Point(year, value)
    }
  }

  private static func headline(_ years: TableReading) -> String {
    guard let last = years.rows.last, let short = years.number(last, "positions_short"),
      let first = years.rows.first, let before = years.number(first, "positions_short")
    else { return "People over the years of the plan" }
    let from = Format.number(before, decimals: 0)
    let to = Format.number(short, decimals: 0)
    return from == to
      ? "Positions short stay at \(to) over \(Wording.count(years.rows.count, "year", "years"))"
      : "Positions short go from \(from) to \(to) over "
        + Wording.count(years.rows.count, "year", "years")
  }

  private static func observations(_ years: TableReading) -> [String] {
    var points: [String] = []
    let hires = years.sum("hires")
    let exits = years.sum("exits")
    points.append(
      "Over all years \(Format.number(hires, decimals: 0)) people are hired and "
        + "\(Format.number(exits, decimals: 0)) leave"
        + (hires < exits ? ": strength shrinks." : "."))
    let promotions = years.sum("promotions")
    if promotions >= 0.5 {
      points.append("\(Format.number(promotions, decimals: 0)) are promoted.")
    }
    let converted = years.sum("positions_converted")
    if converted >= 0.5 {
      points.append("\(Format.number(converted, decimals: 0)) positions pass to civilians.")
    }
    let over = years.rows.filter { row in
      guard let cost = years.number(row, "cost_dollars"),
        let budget = years.number(row, "budget_dollars")
      else { return false }
      return cost > budget * 0.999
    }
    if !over.isEmpty {
      points.append(
        "The money of the year is used up in "
          + "\(Wording.list(over.map { "year \(years.text($0, "year"))" }, atMost: 5)).")
    }
    return points
  }
}
