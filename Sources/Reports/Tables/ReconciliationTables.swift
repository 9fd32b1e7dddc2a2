public import PolicingDomain

extension ResultTable {
  /// Two counts of the same people by section and rank, with what explains the differences.
  public static func reconciliation(_ reconciliation: Reconciliation) -> ResultTable {
    var rows = reconciliation.rows.map { row -> [Cell] in
      [
        .text(row.section.description), .text(row.rank.description),
        .optional(row.first?.value), .optional(row.second?.value), .number(row.difference),
        .number(row.explained), .number(row.unexplained), .text(words(row.causes)),
      ]
    }
    rows.append([
      .text("department"), .text("all"), .number(reconciliation.first),
      .number(reconciliation.second), .number(reconciliation.second - reconciliation.first),
      .number(reconciliation.explainedInRows + reconciliation.explainedForDepartment),
      .number(reconciliation.unexplained), .text(words(reconciliation.departmentCauses)),
    ])
    let only = [
      ("first", reconciliation.onlyInFirst), ("second", reconciliation.onlyInSecond),
    ].filter { !$0.1.isEmpty }
    return ResultTable(
      name: "reconciliation", title: "Two counts of strength, and what explains their differences",
      columns: [
        Column("section", "Section"), Column("rank", "Rank"),
        Column("first", "First", decimals: 1), Column("second", "Second", decimals: 1),
        Column("difference", "Difference", decimals: 1),
        Column("explained", "Explained", decimals: 1),
        Column("unexplained", "Unexplained", decimals: 1), Column("causes", "Causes"),
      ], rows: rows,
      notes: [
        "Difference = second − first = explained + unexplained. A blank is a row that a source does "
          + "not have; it counts nobody.",
        "Causes of the whole department stand in its row only, so that its unexplained figure is "
          + "the sum of the rows less those causes.",
      ]
        + only.map { source, sections in
          "Only the \(source) source has the sections "
            + sections.map(\.description).joined(separator: ", ") + "."
        })
  }

  /// Every difference that nothing explains, largest first, with both sources and their dates.
  public static func unexplainedDifferences(_ reconciliation: Reconciliation) -> ResultTable {
    func cells(_ source: Provenance?) -> [Cell] {
      [source.map { .text($0.source) } ?? .missing, source.map { .text($0.date) } ?? .missing]
    }
    return ResultTable(
      name: "unexplained-differences", title: "Differences of strength that nothing explains",
      columns: [
        Column("section", "Section"), Column("rank", "Rank"),
        Column("unexplained", "Unexplained", decimals: 1),
        Column("first", "First", decimals: 1), Column("second", "Second", decimals: 1),
        Column("first_source", "First source"), Column("first_date", "First date"),
        Column("second_source", "Second source"), Column("second_date", "Second date"),
      ],
      rows: reconciliation.unexplainedRows.map { row in
        [
          .text(row.section.description), .text(row.rank.description), .number(row.unexplained),
          .optional(row.first?.value), .optional(row.second?.value),
        ] + cells(row.firstSource) + cells(row.secondSource)
      },
      notes: ["Second less first, largest first; causes of the whole department are not in it."])
  }

  private static func words(_ causes: [Reconciliation.Cause]) -> String {
    causes.map { cause in
      "\(cause.name) \(cause.people > 0 ? "+" : "")\(Format.number(cause.people, decimals: 1))"
    }.joined(separator: "; ")
  }
}
