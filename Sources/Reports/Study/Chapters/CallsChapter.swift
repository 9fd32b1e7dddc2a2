import Charts
import PolicingDomain

/// Calls by category, those that officers started beside those of the community: the table that the
/// Center for Public Safety Management prints.
enum CallsChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let table = source.table("calls-by-category") else { return nil }
    let ledger = CategoryLedger(table)
    guard !ledger.categories.isEmpty else { return nil }
    var blocks: [ReportBlock] = [
      .words(
        "A call is one event to which police were asked to come, or that officers began themselves. "
          + "Units per call and minutes are means: minutes count from sending a unit until it is free "
          + "again, travel included. Calls times units times minutes, divided by 60, are the unit-hours."
      )
    ]
    blocks += figure(ledger, source)
    blocks.append(.table(ReportTable(ledger.sideBySide)))
    blocks.append(.list(points(ledger, source)))
    let weak = ledger.weak
    if !weak.isEmpty {
      blocks.append(
        .caution(
          "Read with care, because few times were observed or most were filled in: "
            + "\(Phrase.list(Array(weak.prefix(12))))"
            + (weak.count > 12 ? " and \(weak.count - 12) more." : ".")))
    }
    return ReportSection(id: "calls", title: "Calls for service", blocks)
  }

  private static func figure(_ ledger: CategoryLedger, _ source: ReportSource) -> [ReportBlock] {
    let bars = ledger.byWork
    guard let first = bars.first, let top = first.total, ledger.work > 0 else { return [] }
    let names = ledger.origins.map(CategoryLedger.words)
    let chart = BarChart(
      title: "\(Phrase.sentence(Phrase.plain(first.category))) takes "
        + "\(Phrase.percent(100 * top / ledger.work)) of the unit-hours on calls",
      summary:
        "Unit-hours by category, most first: \(Phrase.list(bars.prefix(3).map { Phrase.plain($0.category) })) "
        + "lead.",
      axis: Axis("Unit-hours in the period"), series: names.map(Phrase.sentence),
      rows: bars.map { .init(Phrase.plain($0.category), $0.hours) },
      arrangement: .stacked)
    return [
      .figure(
        ReportFigure(
          chart,
          caption:
            "Unit-hours by category of call, the longest bar first. Many short calls and few "
            + "long ones can weigh the same.",
          certainty: source.record.certainty(), table: ReportTable(ledger.table)))
    ]
  }

  private static func points(_ ledger: CategoryLedger, _ source: ReportSource) -> [String] {
    var points: [String] = []
    let leaders = ledger.byWork.prefix(3)
    let share = leaders.reduce(0) { $0 + ($1.total ?? 0) }
    if leaders.count == 3, ledger.work > 0 {
      points.append(
        "\(Phrase.sentence(Phrase.list(leaders.map { Phrase.plain($0.category) }))) together take "
          + "\(Phrase.percent(100 * share / ledger.work)) of the unit-hours.")
    }
    points += ledger.origins.compactMap(ledger.check)
    if let count = ledger.mostCalls, let work = ledger.byWork.first, count != work.category {
      points.append(
        "Most calls are \(Phrase.plain(count)), most work is \(Phrase.plain(work.category)): counting "
          + "calls alone would plan for the wrong thing.")
    }
    if !ledger.origins.contains("officer") {
      points.append(
        "No call of this run is marked as begun by officers; the columns for them are left out. Either "
          + "there were none, or the data do not tell them apart.")
    }
    return points
  }
}
