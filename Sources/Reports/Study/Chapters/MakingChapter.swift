import PolicingDomain

/// The model card and the manifest: what the report is for, how it was made and checked, and how to
/// make it again.
enum MakingChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    let record = source.record
    var blocks: [ReportBlock] = [.heading("What it is for"), .list(uses)]
    blocks += [.heading("What it is not for"), .list(misuses)]
    blocks += [.heading("Checks made"), .list(checks(source))]
    if let stages = source.table("stages") {
      blocks.append(.table(ReportTable(stages.table, filters: ["mode"], rowHeads: 2)))
    }
    if let ledgers = source.table("ledgers") {
      blocks.append(.table(ReportTable(ledgers.table, filters: ["closes"])))
    }
    blocks += [.heading("How this run was made"), .facts(facts(record))]
    blocks += [.list(again(record))]
    if !record.making.inputs.isEmpty { blocks.append(.table(ReportTable(inputs(record)))) }
    blocks += [
      .heading("Every table of the run"),
      .words(
        "A run writes each table as a file into its folder “tables”. A workbook, where one was asked "
          + "for, holds them as sheets; tables too large for a sheet are left out and listed in it."
      ),
      .table(ReportTable(tables(record))),
    ]
    return ReportSection(
      id: "making", title: "How this report was made, and how to check it", blocks)
  }

  private static let uses = [
    "To see how many people the work, the rules and the choices of a department call for, and why.",
    "To compare choices: another standard, another responder, another rule, another budget.",
    "To let anybody follow a number back to its inputs, and argue about those.",
  ]

  private static let misuses = [
    "Not for judging, scoring or scheduling single officers; no person is in the data.",
    "Not for predicting crime or for sending officers to people or places thought dangerous.",
    "Not a reason by itself to hire, move or dismiss: it states need under assumptions.",
  ]

  private static func checks(_ source: ReportSource) -> [String] {
    var points: [String] = []
    if let stages = source.table("stages") {
      let verified = stages.rows.count { stages.text($0, "check").hasPrefix("verified") }
      points.append(
        "\(verified) of \(Wording.count(stages.rows.count, "optimum was", "optima were")) verified on "
          + "the model as stated by a program that knows no solver.")
    }
    for answer in source.record.answers where answer.status != "optimal" {
      points.append("The answer “\(answer.mode)” is \(answer.status): \(answer.reason).")
    }
    if let ledgers = source.table("ledgers") {
      let closed = ledgers.rows.count { ledgers.text($0, "closes") == "yes" }
      points.append(
        "\(closed) of \(Wording.count(ledgers.rows.count, "book closes", "books close")): hours and "
          + "people that go in come out.")
    }
    points.append(
      source.record.booksClose
        ? "All books of the run close."
        : "NOT all books of the run close. Use no number before the ones that do not are explained."
    )
    return points
  }

  private static func facts(_ record: RunRecord) -> [ReportFact] {
    let making = record.making
    return [
      ReportFact("Version", making.version, note: "of Rollcall"),
      ReportFact("Linear algebra", making.numerics, note: "what computes matrices"),
      ReportFact("Seed", "\(making.seed)", note: "of everything random"),
      ReportFact(
        "Files read", "\(making.inputs.count)", note: "each with its SHA-256 below"),
    ]
  }

  private static func again(_ record: RunRecord) -> [String] {
    let arguments = record.making.arguments.joined(separator: " ")
    var points: [String] = []
    if !arguments.isEmpty { points.append("Made by: rollcall \(arguments)") }
    return points + [
      "To make it again: take the same version and the files listed, compare their SHA-256, and give "
        + "the same arguments and seed.",
      "Equal inputs, arguments, seed and machine give equal bytes: compare the two folders file by file "
        + "(diff -r). Other processors may differ in the last of six decimals.",
    ]
  }

  private static func inputs(_ record: RunRecord) -> ResultTable {
    ResultTable(
      name: "inputs", title: "Files that were read",
      columns: [
        ResultTable.Column("path", "File"), ResultTable.Column("bytes", "Bytes"),
        ResultTable.Column("sha256", "SHA-256"),
      ],
      rows: record.making.inputs.map { [.text($0.path), .count($0.bytes), .text($0.sha256)] })
  }

  private static func tables(_ record: RunRecord) -> ResultTable {
    ResultTable(
      name: "tables-of-run", title: "Tables of the run",
      columns: [
        ResultTable.Column("file", "File"), ResultTable.Column("title", "Title"),
        ResultTable.Column("rows", "Rows"), ResultTable.Column("columns", "Columns"),
      ],
      rows: record.tables.map { table in
        [
          .text("\(table.name).csv"), .text(table.title), .count(table.rows.count),
          .count(table.columns.count),
        ]
      })
  }
}
