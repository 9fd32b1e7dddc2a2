import Charts
import PolicingDomain

/// A page of a report as HTML.
struct ReportHTML {
  private let page: ReportPage
  private let items: Set<String>

  init(_ page: ReportPage) {
    self.page = page
    items = Set(page.record.explanations.map(\.item))
  }

  /// The page as text.
  var text: String {
    let explanations = ExplanationBook(page.record.explanations, asLinkedFrom: page)
    return HTMLPage(
      title: page.title, body: page.sections.map(section), header: header,
      sheets: [ChartStyle.sheet, ReportStyle.sheet]
        + (page.kind == .executive ? [ReportStyle.onePage] : []),
      programs: [
        .data(id: "explanations", json: explanations.json), .script(ReportScript.program),
      ]
    ).text
  }

  private var header: [Markup] {
    let subject = page.record.subject
    var parts: [Markup] = [
      .element("h1", page.title),
      .element(
        "p", ["class": "quiet"],
        "\(page.kind.title) · calls from \(subject.from) through \(subject.through) · "
          + "\(subject.calls) · Rollcall \(page.record.making.version)"
          + (page.record.isPublic ? " · small counts withheld" : "")),
    ]
    if let notice = subject.notice { parts.append(.element("p", ["class": "notice"], notice)) }
    if page.sections.count > 1 {
      parts.append(
        .element(
          "nav", ["aria-label": "Parts of this report"],
          page.sections.map { .element("a", ["href": "#\($0.id)"], $0.title) }))
    }
    return parts
  }

  private func section(_ section: ReportSection) -> Markup {
    .element(
      "section", ["id": section.id, "aria-labelledby": "\(section.id)-title"],
      [.element("h2", ["id": "\(section.id)-title"], section.title)]
        + section.blocks.enumerated().map { block($1, named: "\(section.id)-\($0)") })
  }

  private func block(_ block: ReportBlock, named name: String) -> Markup {
    switch block {
    case .words(let words): .element("p", [:], Self.marked(words))
    case .heading(let words): .element("h3", words)
    case .list(let points): .element("ul", [:], points.map { .element("li", [:], Self.marked($0)) })
    case .caution(let words):
      .element("p", ["class": "caution", "role": "note"], Self.marked(words))
    case .facts(let facts): .element("dl", ["class": "facts"], facts.map(fact))
    case .table(let table): self.table(table)
    case .figure(let figure): self.figure(figure, named: name)
    case .item(let item): self.item(item)
    case .links(let links):
      .element(
        "ul", ["class": "pages"],
        links.map {
          .element("li", [:], [.element("a", ["href": "\($0.page).html"], $0.title)])
        })
    }
  }

  private func fact(_ fact: ReportFact) -> Markup {
    let value: [Markup] =
      fact.item.flatMap(link).map { [.element("a", ["class": "why", "href": $0], fact.value)] }
      ?? [.text(fact.value)]
    return .element(
      "div", [:],
      [
        .element("dt", fact.name),
        .element("dd", [:], value + [.element("small", fact.note)]),
      ])
  }

  private func figure(_ figure: ReportFigure, named name: String) -> Markup {
    var caption: [Markup] = [
      .element("strong", figure.chart.title), .text(" "), .text(figure.caption),
    ]
    let links = figure.items.compactMap { item in
      link(item).map { Markup.element("a", ["class": "why", "href": $0], item) }
    }
    if !links.isEmpty {
      caption.append(.text(" Where the numbers come from: "))
      for (position, link) in links.enumerated() {
        caption += position == 0 ? [link] : [.text(", "), link]
      }
      caption.append(.text("."))
    }
    var table = figure.table
    table.isFolded = true
    return .element(
      "figure", ["id": "figure-\(name)"],
      [
        .element("figcaption", [:], caption), figure.chart.picture,
        .element("p", ["class": "quiet certainty"], figure.certainty.line), self.table(table),
      ])
  }

  private func table(_ table: ReportTable) -> Markup {
    let node = HTMLTable(
      table.table, bars: table.bars, rowHeads: table.rowHeads,
      links: table.items.map { $0.flatMap(link) }, filters: table.filters
    ).node
    guard table.isFolded else { return node }
    let count = table.table.rows.count
    return .element(
      "details", [:],
      [
        .element(
          "summary", "Table: \(table.table.title) (\(count) \(count == 1 ? "row" : "rows"))"),
        node,
      ])
  }

  private func item(_ item: ReportItem) -> Markup {
    .element(
      "div", ["class": "item \(item.mark.rawValue)"],
      [
        .element(
          "h3", [:],
          [
            .element("span", ["class": "mark \(item.mark.rawValue)"], item.label),
            .text(item.title),
          ])
      ]
        + item.lines.map { line in
          line.name.isEmpty
            ? Markup.element("p", [:], Self.marked(line.text))
            : Markup.element(
              "p", [:], [.element("strong", line.name + ": ")] + Self.marked(line.text))
        })
  }

  /// Words in which what stands between two backticks is something to type.
  private static func marked(_ words: String) -> [Markup] {
    let parts = words.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
    guard parts.count % 2 == 1 else { return [.text(words)] }
    return parts.enumerated().map { $0 % 2 == 1 ? .element("code", $1) : .text($1) }
  }

  /// Where the explanation of an item is reached; nothing for one that is not explained.
  private func link(_ item: String) -> String? { items.contains(item) ? "#why-\(item)" : nil }
}

extension StudyReport.Kind {
  /// The kind, as a page's head names it.
  var title: String {
    switch self {
    case .full: "Full report"
    case .executive: "Executive summary"
    case .dataQuality: "Quality of the data"
    case .district: "District page"
    }
  }
}
