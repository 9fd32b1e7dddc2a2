import PolicingDomain

/// What the study assumes, and which figures rest on it.
enum AssumptionsChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let flagged = flagged(source)
    let table = source.table("assumptions")
    guard table != nil || flagged != nil else { return nil }
    var blocks: [ReportBlock] = [.words(definition)]
    let points = table.map(observations) ?? []
    if !points.isEmpty { blocks.append(.list(points)) }
    if let table {
      blocks.append(
        .table(
          ReportTable(
            table.table.showing(
              ["id", "statement", "value", "unit", "low", "high", "reason", "owner"]),
            items: RulesChapter.positions("assumption", table, source), filters: ["owner"])))
    }
    if let flagged {
      blocks += [
        .heading("Figures that are flagged"),
        .words(
          "A figure is flagged when no published or recorded level was found for it. It stays "
            + "flagged in every table that shows it."),
        .table(ReportTable(flagged)),
      ]
    }
    blocks.append(
      .caution(
        "Low and high are how far a value may reasonably be off; they are no probability. Before a "
          + "decision rests on a number, follow it to its explanation and see which assumptions it "
          + "names."))
    return ReportSection(id: "what-is-assumed", title: "What this study assumes", blocks)
  }

  private static let definition =
    "An assumption stands in for something that nobody has measured or published yet. Each one here "
    + "says why it was made, who answers for it, and between which values it may reasonably lie. "
    + "Replacing one with a measured value is the surest way to better this study."

  private static func observations(_ table: TableReading) -> [String] {
    var points: [String] = []
    let valued = table.rows.filter { !table.text($0, "value").isEmpty }
    let ranged = valued.filter { row in
      let low = table.text(row, "low")
      let high = table.text(row, "high")
      return !low.isEmpty && !high.isEmpty && low != high
    }
    points.append(
      "\(Wording.count(table.rows.count, "assumption", "assumptions")): \(valued.count) with a value, "
        + "\(ranged.count) of these with a low and a high that differ.")
    let owners = table.values("owner").filter { !$0.isEmpty }.map { owner in
      "\(owner) (\(table.rows.count { table.text($0, "owner") == owner }))"
    }
    if !owners.isEmpty {
      points.append("Who answers for them: \(Wording.list(owners, atMost: 8)).")
    }
    let bare = table.rows.filter {
      table.text($0, "reason").isEmpty || table.text($0, "owner").isEmpty
    }
    if !bare.isEmpty {
      points.append(
        "\(Wording.count(bare.count, "assumption lacks", "assumptions lack")) a reason or an owner: "
          + "\(Wording.list(bare.map { table.text($0, "id") }, atMost: 6)).")
    }
    return points
  }

  /// How many rows of each table are flagged as assumptions.
  private static func flagged(_ source: ReportSource) -> ResultTable? {
    let rows = source.record.tables.compactMap { table -> [ResultTable.Cell]? in
      let reading = TableReading(table)
      guard reading.column("assumption") != nil, table.name != "assumptions", !table.rows.isEmpty
      else { return nil }
      let count = reading.rows.count {
        ["yes", "in part"].contains(reading.text($0, "assumption"))
      }
      return [
        .text(table.title), .text("\(table.name).csv"), .count(count), .count(table.rows.count),
        .number(100 * Double(count) / Double(table.rows.count)),
      ]
    }
    guard !rows.isEmpty else { return nil }
    return ResultTable(
      name: "flagged-figures", title: "Rows that are assumptions, by table",
      columns: [
        ResultTable.Column("table", "Table"), ResultTable.Column("file", "File"),
        ResultTable.Column("flagged", "Flagged rows"), ResultTable.Column("rows", "Rows"),
        ResultTable.Column("flagged_percent", "Flagged (%)", decimals: 1),
      ], rows: rows)
  }
}
