import Charts
import PolicingDomain

/// What became of the rows of the export: read, used, set aside, changed.
enum RowsRead {
  static func blocks(_ source: ReportSource) -> [ReportBlock] {
    guard let ledger = source.table("calls-read") else { return [] }
    var blocks: [ReportBlock] = [.heading("Records read and used")]
    let facts = facts(ledger, source)
    if !facts.isEmpty { blocks.append(.facts(facts)) }
    let totals = ["rows", "calls", "units"]
    blocks.append(
      .table(
        ReportTable(
          ledger.table.showing(
            ["kind", "what", "rows"], named: "rows-used", titled: "From rows to calls",
            where: { totals.contains(ledger.text($0, "kind")) }), rowHeads: 2)))
    blocks += missing(ledger, source) + changes(ledger) + refusals(ledger)
    return blocks
  }

  private static func facts(_ ledger: TableReading, _ source: ReportSource) -> [ReportFact] {
    func number(_ kind: String, _ what: String) -> Double? {
      ledger.row(where: ["kind": kind, "what": what]).flatMap { ledger.number($0, "rows") }
    }
    var facts: [ReportFact] = []
    if let read = number("rows", "read") {
      facts.append(
        ReportFact("Rows read", Format.number(read, decimals: 0), note: "of the files of calls"))
      if let used = number("rows", "used"), read > 0 {
        facts.append(
          ReportFact(
            "Rows used", Format.number(used, decimals: 0),
            note: "\(Format.percent(used / read)) of those read"))
      }
    }
    if let kept = number("calls", "kept") {
      let removed = ledger.rows.first {
        ledger.text($0, "kind") == "calls" && ledger.text($0, "what").hasPrefix("removed")
      }.flatMap { ledger.number($0, "rows") }
      facts.append(
        ReportFact(
          "Calls kept", Format.number(kept, decimals: 0),
          note: removed.map { "\(Phrase.amount($0, "call")) removed by the cleaning rules" } ?? ""))
    }
    if let hours = source.record.figures.first(where: { $0.name == "unit-hours" }) {
      let value = source.record.value(of: hours).map { Format.number($0, decimals: 0) }
      facts.append(
        ReportFact(
          "Unit-hours imputed", Format.percent(hours.estimate.imputed.value),
          note:
            "of \(value ?? RunRecord.withheldWord) unit-hours; times that were "
            + "missing and were filled with means"))
    }
    return facts
  }

  private static func missing(_ ledger: TableReading, _ source: ReportSource) -> [ReportBlock] {
    let rows = ledger.rows(where: ["kind": "missing"])
    guard let most = ledger.largest("percent_of_rows", among: rows),
      let share = ledger.number(most, "percent_of_rows"), share > 0
    else { return [] }
    let absent = rows.filter { (ledger.number($0, "percent_of_rows") ?? 0) >= 99.95 }
    let others = rows.filter { !absent.contains($0) }
    let next = ledger.largest("percent_of_rows", among: others)
    // Fields that are recorded at all may be complete: then none of them is missing anywhere.
    let areComplete =
      !others.isEmpty && others.allSatisfy { ledger.number($0, "percent_of_rows") == 0 }
    let gap = next.flatMap { (ledger.number($0, "percent_of_rows") ?? 0) > 0 ? $0 : nil }
    let title =
      gap.map {
        "\(Phrase.sentence(name(ledger, $0))) is missing in "
          + "\(Phrase.percent(ledger.number($0, "percent_of_rows") ?? 0)) of the rows"
      } ?? "\(Phrase.sentence(name(ledger, most))) is not recorded at all"
      + (areComplete ? "; no other field is missing" : "")
    let chart = BarChart(
      title: title, summary: "Share of rows in which each field is missing.",
      axis: Axis("Missing", style: NumberStyle(decimals: 0, suffix: " %"), to: 100),
      series: ["Missing in % of rows"],
      rows: rows.map { .init(name(ledger, $0), [ledger.number($0, "percent_of_rows")]) })
    var points: [String] = []
    if !absent.isEmpty {
      points.append(
        "Never recorded: \(Phrase.list(absent.map { name(ledger, $0) })). What would need "
          + (absent.count == 1 ? "it" : "them") + " is estimated from other fields or left out.")
    }
    if areComplete {
      points.append("Of the fields that are recorded, none is missing in any row.")
    }
    if let next = gap {
      points.append(
        "Of the fields that are recorded, \(name(ledger, next)) is missing most often, in "
          + "\(ledger.written(next, "rows", decimals: 0)) rows.")
    }
    points.append(
      "A missing time is not the same as no police: part of these calls never had a unit, the others "
        + "were served without a record of it.")
    return [
      .figure(
        ReportFigure(
          chart, caption: "Each bar is the share of all rows that lack the field.",
          certainty: .ofRecords(
            ledger.row(where: ["kind": "rows", "what": "read"]).map {
              ledger.written($0, "rows", decimals: 0) + " rows"
            } ?? "–"),
          table: ReportTable(
            ledger.table.showing(
              ["what", "rows", "percent_of_rows", "first_lines"], named: "fields-missing",
              titled: "Fields that are missing", notes: ["First lines: where to look in the file."],
              where: { rows.contains($0) }), bars: ["percent_of_rows"]))),
      .list(points),
    ]
  }

  private static func changes(_ ledger: TableReading) -> [ReportBlock] {
    let kinds = ["set aside", "order", "remark", "grouping", "cleaning"]
    let rows = ledger.rows.filter { kinds.contains(ledger.text($0, "kind")) }
    guard !rows.isEmpty else {
      return [.words("No row was set aside, and no time had to be corrected.")]
    }
    let count = kinds.compactMap { kind -> String? in
      let number = rows.filter { ledger.text($0, "kind") == kind }.count
      return number > 0 ? "\(kind) (\(number))" : nil
    }
    return [
      .words(
        "What was set aside, corrected or remarked on, by kind: \(Phrase.list(count)). Set aside: the "
          + "row is not used. Order: times that contradict each other. Cleaning: changed by a rule that "
          + "can be switched off. Each line says what would mend it."),
      .table(
        ReportTable(
          ledger.table.showing(
            named: "rows-changed", titled: "Rows set aside, corrected or remarked on", notes: [],
            where: { rows.contains($0) }), filters: ["kind"], rowHeads: 2,
          isFolded: rows.count > 12)),
    ]
  }

  private static func refusals(_ ledger: TableReading) -> [ReportBlock] {
    ledger.rows(where: ["kind": "refused"]).map { row in
      let remedy = ledger.text(row, "remedy")
      return .caution(
        "These records cannot answer this: \(ledger.text(row, "what"))."
          + (remedy.isEmpty ? "" : " Remedy: \(remedy)."))
    }
  }

  /// A field of an export as people say it.
  private static func name(_ ledger: TableReading, _ row: Int) -> String {
    let field = ledger.text(row, "what")
    let names: KeyValuePairs = [
      "dispatched": "time a unit was sent", "enroute": "time a unit set out",
      "arrived": "time of arrival", "cleared": "time a unit was free again",
      "unit_count": "number of units", "priority": "priority", "closed": "time the call was closed",
    ]
    return names.first { $0.key == field }?.value ?? Phrase.plain(field)
  }
}
