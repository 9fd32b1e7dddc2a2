import Charts
import PolicingDomain

/// What units do with their hours on the street, for each level of staffing that the run has.
enum StreetHoursPart {
  private static let words: KeyValuePairs = [
    "community_call_hours": "Calls of the community", "report_hours": "Reports",
    "officer_initiated_hours": "Officer-initiated",
    "uninterruptible_hours": "Scheduled, not interrupted",
    "interruptible_hours": "Scheduled, urgent calls interrupt",
    "any_call_hours": "Scheduled, any call interrupts", "administration_hours": "Administration",
    "free_hours": "Free",
  ]

  static func blocks(_ source: ReportSource) -> [ReportBlock] {
    let prefix = "street-hours-"
    let tables = source.record.tables.filter { $0.name.hasPrefix(prefix) && !$0.rows.isEmpty }
    return tables.flatMap { table in
      block(TableReading(table), basis: String(table.name.dropFirst(prefix.count)), source)
    }
  }

  private static func block(
    _ table: TableReading, basis: String, _ source: ReportSource
  ) -> [ReportBlock] {
    guard let all = table.row(where: ["district": "department"]),
      let staffed = table.number(all, "staffed_unit_hours"), staffed > 0
    else { return [] }
    let parts = words.filter { key, _ in table.rows.contains { (table.number($0, key) ?? 0) > 0 } }
    guard !parts.isEmpty else { return [] }
    let level = Phrase.plain(basis.split(separator: "-").joined(separator: " "))
    let free = table.number(all, "free_hours").map { 100 * $0 / staffed }
    let chart = BarChart(
      title: free.map {
        "\(Phrase.percent($0, decimals: 0)) of the hours on the street are free of all work (\(level))"
      } ?? "What the hours on the street are used for (\(level))",
      summary: "Unit-hours on the street in a week by what they are used for, by district.",
      axis: Axis("Unit-hours a week"), series: parts.map(\.value),
      rows: table.rows.filter { $0 != all }.map { row in
        .init(table.text(row, "district"), parts.map { table.number(row, $0.key) })
      }, arrangement: .stacked)
    var points: [String] = []
    if let calls = table.number(all, "community_call_hours") {
      points.append(
        "Of \(Format.number(staffed, decimals: 0)) unit-hours a week, calls of the community take "
          + "\(Phrase.percent(100 * calls / staffed)).")
    }
    let beyond = -(table.number(all, "beyond_hours") ?? 0)
    if beyond > 0.5 {
      points.append(
        "\(Format.number(beyond, decimals: 0)) unit-hours of work a week do not fit into the hours on the "
          + "street of their district.")
    }
    return [
      .heading("What the hours are used for: \(level)"),
      .figure(
        ReportFigure(
          chart,
          caption:
            "Each bar is all unit-hours of a district in a week; each hour stands in one part.",
          certainty: source.record.certainty(), table: ReportTable(table.table))),
    ] + (points.isEmpty ? [] : [.list(points)])
  }
}
