import PolicingDomain

/// Findings and recommendations that people wrote, with the numbers looked up in the run.
enum StatementChapter {
  static func section(_ source: ReportSource) -> ReportSection? {
    guard let statement = source.statement, !statement.findings.isEmpty else { return nil }
    let drafts = statement.findings.filter(\.isDraft).count
    var blocks: [ReportBlock] = []
    if drafts < statement.findings.count {
      blocks.append(
        .words(
          "People wrote these findings and answer for them; the numbers in them are looked up in "
            + "this run."))
    }
    if drafts > 0 {
      blocks.append(
        .caution(
          "\(drafts) of \(statement.findings.count) findings are drafts that nobody has taken over."
        ))
    }
    blocks += statement.findings.map { .item(item($0)) }
    blocks.append(.table(ReportTable(table(statement), rowHeads: 2)))
    return ReportSection(id: "findings", title: "Findings and recommendations", blocks)
  }

  private static func item(_ finding: Statement.Finding) -> ReportItem {
    let lines: [(name: String, text: String)] =
      finding.text.map { ("", $0) } + [
        ("Recommendation", finding.recommendation), ("Priority", finding.priority),
        ("Cost", finding.cost), ("Owner", finding.owner),
      ]
    return ReportItem(
      finding.isDraft ? .note : .care, label: finding.isDraft ? "draft" : "finding",
      title: title(finding), lines: lines)
  }

  /// The title without the mark of a draft, which the label says.
  private static func title(_ finding: Statement.Finding) -> String {
    guard finding.isDraft else { return finding.title }
    return String(
      finding.title.dropFirst(Statement.draftMark.count).drop { $0 == ":" || $0 == " " })
  }

  private static func table(_ statement: Statement) -> ResultTable {
    ResultTable(
      name: "recommendations", title: "Recommendations, in the order of the findings",
      columns: [
        .init("number", "No."), .init("finding", "Finding"),
        .init("recommendation", "Recommendation"), .init("priority", "Priority"),
        .init("cost", "Cost"), .init("owner", "Owner"),
      ],
      rows: statement.findings.enumerated().map { position, finding in
        [
          .count(position + 1), .text(finding.title), .text(finding.recommendation),
          .text(finding.priority), .text(finding.cost), .text(finding.owner),
        ]
      })
  }
}
