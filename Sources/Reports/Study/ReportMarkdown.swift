import Charts
import PolicingDomain

/// A page of a report as Markdown: words and tables; pictures are named by what they show.
struct ReportMarkdown {
  private let page: ReportPage

  init(_ page: ReportPage) { self.page = page }

  /// The page as text.
  var text: String {
    let subject = page.record.subject
    var lines = ["# \(Self.inert(page.title))", ""]
    if let notice = subject.notice { lines += ["> **\(Self.inert(notice))**", ""] }
    lines += [
      Self.inert(
        "\(page.kind.title). Calls from \(subject.from) through \(subject.through); "
          + "\(subject.calls). Rollcall \(page.record.making.version)."
          + (page.record.isPublic ? " Small counts withheld." : "")), "",
    ]
    for section in page.sections {
      lines += ["## \(Self.inert(section.title))", ""]
      for block in section.blocks { lines += self.lines(of: block) + [""] }
    }
    return lines.joined(separator: "\n")
  }

  private func lines(of block: ReportBlock) -> [String] {
    switch block {
    case .words(let words): [Self.inert(words)]
    case .heading(let words): ["### \(Self.inert(words))"]
    case .caution(let words): ["> \(Self.inert(words))"]
    case .list(let points): points.map { "- \(Self.inert($0))" }
    case .facts(let facts):
      facts.map { "- **\(Self.inert($0.name))**: \(Self.inert($0.value)) (\(Self.inert($0.note)))" }
    case .item(let item):
      ["### \(Self.inert(item.label)): \(Self.inert(item.title))", ""]
        + item.lines.map { line in
          line.name.isEmpty
            ? Self.inert(line.text) + "\n"
            : "**\(Self.inert(line.name))**: \(Self.inert(line.text))\n"
        }
    case .table(let table): lines(of: table.table)
    case .links(let links): links.map { "- [\(Self.inert($0.title))](\($0.page).md)" }
    case .figure(let figure):
      [
        "**\(Self.inert(figure.chart.title))** \(Self.inert(figure.caption))", "",
        Self.inert(figure.certainty.line), "",
      ] + lines(of: figure.table.table)
    }
  }

  private func lines(of table: ResultTable) -> [String] {
    let numeric = table.columns.indices.map { position in
      table.rows.contains { if case .text = $0[position] { false } else { true } }
    }
    let heads = table.columns.map { Self.inert($0.heading) }.joined(separator: " | ")
    let rule = numeric.map { $0 ? "---:" : "---" }.joined(separator: " | ")
    let rows = table.rows.map { row in
      let cells = zip(row, table.columns).map { cell, column in
        Self.inert(Self.words(cell, decimals: column.decimals))
      }
      return "| \(cells.joined(separator: " | ")) |"
    }
    return ["**\(Self.inert(table.title))**", "", "| \(heads) |", "| \(rule) |"] + rows
      + table.notes.flatMap { ["", Self.inert($0)] }
  }

  private static func words(_ cell: ResultTable.Cell, decimals: Int) -> String {
    switch cell {
    case .text(let text): text
    case .count(let count): Format.number(Double(count), decimals: 0)
    case .number(let number): Format.number(number, decimals: decimals)
    case .missing: "–"
    }
  }

  /// Returns `text` so that no character of it means anything but itself.
  static func inert(_ text: String) -> String {
    var inert = ""
    for character in text {
      switch character {
      case "\n", "\r", "\r\n", "\t": inert += " "
      case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "~", "!":
        inert += "\\\(character)"
      case "&": inert += "&amp;"
      default: inert.append(character)
      }
    }
    return inert
  }
}
