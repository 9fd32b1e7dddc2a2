import Charts
import PolicingDomain

/// Calls of the community that were not served, or not soon.
enum UnmetDemandPart {
  static func blocks(_ source: ReportSource) -> [ReportBlock] {
    guard let unmet = source.table("unmet-demand") else { return [] }
    let totals = unmet.rows(where: ["district": "all"])
    let fates = unmet.values("what_became_of_it")
    let priorities = unmet.values("priority")
    guard !totals.isEmpty, let most = unmet.largest("calls", among: totals),
      let count = unmet.number(most, "calls")
    else {
      return [
        .heading("Demand that was not met"),
        .table(ReportTable(unmet.table, filters: ["district", "priority"], isFolded: true)),
      ]
    }
    func calls(_ fate: String, _ priority: String) -> Double? {
      let row = totals.first {
        unmet.text($0, "what_became_of_it") == fate && unmet.text($0, "priority") == priority
      }
      // A kind without a row has no calls; one without a number is withheld.
      guard let row else { return 0 }
      return unmet.number(row, "calls")
    }
    let chart = BarChart(
      title:
        "\(Format.number(count, decimals: 0)) calls of \(unmet.text(most, "priority")): "
        + unmet.text(most, "what_became_of_it"),
      summary: "Calls of the community that were not served, or not soon, by priority.",
      axis: Axis("Calls"), series: fates.map(Phrase.sentence),
      rows: priorities.map { priority in .init(priority, fates.map { calls($0, priority) }) },
      arrangement: .stacked)
    let points = fates.compactMap { fate -> String? in
      let rows = totals.filter { unmet.text($0, "what_became_of_it") == fate }
      guard rows.allSatisfy({ unmet.number($0, "calls") != nil }) else { return nil }
      let sum = rows.reduce(0) { $0 + (unmet.number($1, "calls") ?? 0) }
      guard let first = rows.first, let urgent = unmet.number(first, "calls") else { return nil }
      return "\(Phrase.sentence(fate)): \(Phrase.amount(sum, "call")) in all, "
        + "\(Format.number(urgent, decimals: 0)) of them \(unmet.text(first, "priority"))."
    }
    return [
      .heading("Demand that was not met"),
      .words(
        "A record that shows no unit may be a call that was cancelled, handled by telephone, or never "
          + "served. A call held longer than the limit was served late. The work of calls that were "
          + "never served is in no total of this report: real demand may be higher."),
      .figure(
        ReportFigure(
          chart,
          caption: "Calls by priority and by what became of them; a call is in one part only.",
          certainty: Certainty(
            observations: source.record.certainty(of: "calls").observations,
            interval: "none, a count from records", imputed: "nothing"),
          table: ReportTable(unmet.table, filters: ["district", "priority"], rowHeads: 3))),
    ] + (points.isEmpty ? [] : [.list(points)])
  }
}
