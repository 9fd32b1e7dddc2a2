public import PolicingDomain

extension ResultTable {
  /// What became of the rows of the calls: read, used, grouped to calls, cleaned.
  public static func callLedger(_ ledger: CallLedger) -> ResultTable {
    let totals = totals(of: ledger)
    let entries = entries(of: ledger)
    // Remarks quote values of the export, and so may name types of call.
    let quoting = ledger.remarks.map(\.what).filter { $0.hasPrefix("unmapped category") }
    let rows = (totals + entries).enumerated().filter { _, row in
      if case .text(let what) = row[1] { quoting.contains(what) } else { false }
    }.map(\.offset)
    let key = FigureKey("rows of unmapped categories")
    var shared = SharedFigures()
    if !rows.isEmpty {
      let sum = ledger.remarks.filter { quoting.contains($0.what) }.reduce(0) { $0 + $1.rows }
      shared.figures = [.init(key, value: Double(sum))]
      shared.cellSums = [.init(key, ofColumn: 2, rows: rows)]
    }
    return ResultTable(
      name: "calls-read", title: "What became of the rows: \(ledger.source)",
      columns: [
        Column("kind", "Kind"), Column("what", "What", privacy: .callType),
        Column("rows", "Number", privacy: .countOfCalls),
        Column("percent_of_rows", "% of rows", decimals: 1, privacy: .meanPerCall),
        Column("unit_hours", "Unit-hours", decimals: 1),
        Column("first_lines", "First lines", privacy: .meanPerCall),
        Column("remedy", "Remedy"),
      ], rows: totals + entries, notes: notes(on: ledger), shared: shared)
  }

  /// The rules by which calls were cleaned, those that are switched off as well.
  public static func cleaningRules(_ rules: CleaningRules) -> ResultTable {
    ResultTable(
      name: "cleaning-rules", title: "Rules by which calls are cleaned: \(rules.name)",
      columns: [
        Column("rule", "Rule"), Column("action", "What it does"),
        Column("limit", "Limit", decimals: 1), Column("unit", "Unit"),
        Column("meaning", "Meaning"), Column("source", "Source"),
        Column("assumption", "Assumption"),
      ],
      rows: rules.lines.map { line in
        [
          .text(line.rule), .text(line.action.rawValue), .optional(line.limit), .text(line.unit),
          .text(line.meaning), .text(line.provenance.source),
          .text(line.provenance.isAssumption ? "yes" : "no"),
        ]
      })
  }

  private static func totals(of ledger: CallLedger) -> [[Cell]] {
    var rows = [
      total("rows", "read", ledger.rowsRead), total("rows", "used", ledger.rowsUsed),
    ]
    if let grouping = ledger.grouping {
      rows += [
        total("rows", "grouped to calls", grouping.rowsGrouped),
        total("rows", "repeated, counted once", grouping.rowsRepeated),
        total("calls", "grouped", grouping.calls),
        total("units", "parts in these calls", grouping.responses),
      ]
    }
    if let cleaning = ledger.cleaning {
      rows += [
        total("calls", "removed by the rules \(cleaning.rules)", cleaning.callsRemoved),
        total("calls", "kept", cleaning.callsKept),
      ]
    }
    return rows
  }

  private static func total(_ kind: String, _ what: String, _ number: Int) -> [Cell] {
    [.text(kind), .text(what), .count(number), .missing, .missing, .text(""), .text("")]
  }

  private static func entries(of ledger: CallLedger) -> [[Cell]] {
    let ofRows = [
      ("set aside", ledger.setAside), ("missing", ledger.missing),
      ("order", ledger.orderViolations), ("remark", ledger.remarks),
    ]
    let others = [
      ("grouping", ledger.grouping?.entries ?? []), ("cleaning", ledger.cleaning?.entries ?? []),
    ]
    let share = 100 / Double(max(1, ledger.rowsRead))
    return ofRows.flatMap { kind, entries in
      entries.map { row(kind, $0, .count($0.rows), .number(share * Double($0.rows))) }
    }
      + others.flatMap { kind, entries in
        entries.map { row(kind, $0, .count($0.rows), .missing) }
      } + ledger.refusals.map { row("refused", $0, .missing, .missing) }
  }

  private static func row(
    _ kind: String, _ entry: CallLedger.Entry, _ number: Cell, _ share: Cell
  ) -> [Cell] {
    [
      .text(kind), .text(entry.what), number, share, .optional(entry.unitHours?.value),
      .text(entry.lines.map(String.init).joined(separator: " ")), .text(entry.remedy),
    ]
  }

  private static func notes(on ledger: CallLedger) -> [String] {
    var notes = [
      "Profile \(ledger.profile); one row is one \(ledger.grain). Rows read = used + set aside."
    ]
    if ledger.grouping != nil {
      notes.append(
        "Rows used = grouped to calls + repeated. Unit-hours belong to the records of the line.")
    }
    if ledger.cleaning != nil { notes.append("Calls grouped = kept + removed.") }
    return notes
  }
}
