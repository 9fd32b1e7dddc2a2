import Charts
import Foundation
import PolicingDomain
import Reports

/// The page of one notebook, with the way to the others.
struct NotebookPage {
  private let listing: Listing
  private let outputs: [(line: Int, output: Notebook.Output)]
  private let name: String
  private let shelf: [Shelved]

  /// One notebook of the folder.
  private struct Shelved {
    let name: String
    let title: String
    let promise: String
  }

  /// Reads the program and the titles of its neighbours.
  init(source: String, outputs: [(line: Int, output: Notebook.Output)]) throws {
    let file = URL(filePath: source)
    listing = Listing(of: try String(contentsOf: file, encoding: .utf8))
    self.outputs = outputs
    let folder = file.deletingLastPathComponent()
    name = folder.lastPathComponent
    let all = folder.deletingLastPathComponent()
    shelf = try FileManager.default.contentsOfDirectory(atPath: all.path).sorted().compactMap {
      name in
      let program = all.appending(path: "\(name)/main.swift")
      guard let text = try? String(contentsOf: program, encoding: .utf8) else { return nil }
      let listing = Listing(of: text)
      return Shelved(name: name, title: listing.title, promise: listing.promise)
    }
  }

  /// Writes the page, and the page that lists all notebooks.
  func write(to folder: String) throws {
    let place = URL(filePath: folder)
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    try Data(page.text.utf8).write(to: place.appending(path: "\(name).html"), options: .atomic)
    try Data(index.text.utf8).write(to: place.appending(path: "index.html"), options: .atomic)
  }

  private var page: HTMLPage {
    var body = [ways]
    var code = ""
    for (position, piece) in listing.pieces.enumerated() {
      guard piece.kind == .code else {
        body += Prose.markup(of: piece.text)
        continue
      }
      code += (code.isEmpty ? "" : "\n\n") + piece.text
      let shown = outputs.filter { (piece.first...piece.last).contains($0.line) }
      let next = position + 1
      let isLast = next == listing.pieces.count || listing.pieces[next].kind == .prose
      if isLast || !shown.isEmpty {
        body.append(CodeMarkup.listing(code))
        code = ""
      }
      if !shown.isEmpty {
        body.append(.element("div", ["class": "shown"], shown.map { Self.markup(of: $0.output) }))
      }
    }
    return HTMLPage(
      title: "\(listing.title) – Rollcall notebooks", body: body, sheets: [PageStyle.sheet])
  }

  private var index: HTMLPage {
    let entries = shelf.map { shelved in
      Markup.element(
        "li", [:],
        [.element("a", ["href": "\(shelved.name).html"], shelved.title), .text(" ")]
          + Prose.inline(shelved.promise))
    }
    return HTMLPage(
      title: "Rollcall notebooks",
      body: [
        .element("h1", "Notebooks"),
        .element(
          "p",
          "Programs to read from top to bottom. Each was run to make its page, and ends in a check "
            + "that would have stopped it."),
        .element("ol", ["class": "shelf"], entries),
      ], sheets: [PageStyle.sheet])
  }

  /// The way to the page before, to all pages and to the next.
  private var ways: Markup {
    var links = [Markup.element("a", ["href": "index.html"], "All notebooks")]
    if let here = shelf.firstIndex(where: { $0.name == name }) {
      if here > 0 { links.append(Self.link(to: shelf[here - 1], "Before")) }
      if here + 1 < shelf.count { links.append(Self.link(to: shelf[here + 1], "Next")) }
    }
    return .element("nav", ["aria-label": "Notebooks"], links)
  }

  private static func link(to shelved: Shelved, _ word: String) -> Markup {
    .element("a", ["href": "\(shelved.name).html"], "\(word): \(shelved.title)")
  }

  private static func markup(of output: Notebook.Output) -> Markup {
    switch output {
    case .words(let words): .element("pre", ["class": "said"], words)
    case .checked(let statement):
      .element("p", ["class": "checked"], [.element("b", "Checked: "), .text(statement)])
    case .chart(let chart):
      .element(
        "figure", ["class": "chart"],
        [
          .element(
            "figcaption", [:], [.element("b", "\(chart.title)."), .text(" " + chart.summary)]),
          chart.picture,
        ])
    case .table(let table, let limit): HTMLTable(first(limit, of: table)).node
    }
  }

  /// Returns a table with its first rows, saying how many were left out.
  private static func first(_ limit: Int?, of table: ResultTable) -> ResultTable {
    guard let limit, table.rows.count > limit else { return table }
    let left = "The first \(limit) of \(table.rows.count) rows."
    return ResultTable(
      name: table.name, title: table.title, columns: table.columns,
      rows: Array(table.rows.prefix(limit)), notes: [left] + table.notes)
  }
}
