package import Charts
package import PolicingDomain

/// A table of results as HTML: a caption, heads of columns and rows with their scope, and bars under
/// the shares where they are asked for.
package struct HTMLTable: Sendable {
  private let table: ResultTable
  private let barColumns: Set<String>
  private let rowHeads: Int
  private let links: [String?]
  private let filters: [String]

  /// Creates a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - bars: The keys of columns of percentages that get a bar from 0 to 100.
  ///   - rowHeads: How many of the first columns say what a row is.
  ///   - links: Where the first cell of each row leads; empty where rows lead nowhere.
  ///   - filters: The keys of columns that a reader may filter by.
  package init(
    _ table: ResultTable, bars: [String] = [], rowHeads: Int = 1, links: [String?] = [],
    filters: [String] = []
  ) {
    self.table = table
    barColumns = Set(bars)
    self.rowHeads = rowHeads
    self.links = links
    self.filters = filters
  }

  /// The table in a box of its own that scrolls where the screen is narrow, and its notes.
  package var node: Markup {
    let numeric = table.columns.indices.map { position in
      table.rows.contains { if case .text = $0[position] { false } else { true } }
    }
    let heads = table.columns.indices.map { position in
      let column = table.columns[position]
      let look = numeric[position] ? "number" : "words"
      return filters.contains(column.key)
        ? Markup.element(
          "th", ["scope": "col", "class": look, "data-filter": column.key], column.heading)
        : Markup.element("th", ["scope": "col", "class": look], column.heading)
    }
    let totals = Set(table.rowSums.map(\.total))
    let rows = table.rows.indices.map { position in
      let row = table.rows[position]
      let link = links.indices.contains(position) ? links[position] : nil
      let cells = row.indices.map { cell(row[$0], at: $0, numeric[$0], link: link) }
      return totals.contains(position)
        ? Markup.element("tr", ["class": "total"], cells) : Markup.element("tr", [:], cells)
    }
    let element = Markup.element(
      "table", ["data-name": table.name],
      [
        .element("caption", table.title), .element("thead", [:], [.element("tr", [:], heads)]),
        .element("tbody", [:], rows),
      ])
    let box = Markup.element(
      "div",
      ["class": "scroll", "tabindex": "0", "role": "region", "aria-label": table.title], [element])
    let notes = table.notes.map { Markup.element("p", ["class": "quiet"], $0) }
    return .element("div", ["id": table.name], [box] + notes)
  }

  private func cell(
    _ cell: ResultTable.Cell, at position: Int, _ isNumeric: Bool, link: String?
  ) -> Markup {
    let column = table.columns[position]
    var content: [Markup] = []
    switch cell {
    case .text(let text): content = [.text(text)]
    case .number(let value):
      content = [.text(Format.number(value, decimals: column.decimals))]
      if barColumns.contains(column.key) { content.append(Self.bar(value)) }
    case .count(let count): content = [.text(Format.number(Double(count), decimals: 0))]
    case .missing: content = isNumeric ? [.text("–")] : []
    }
    if let link, position == 0 {
      content = [.element("a", ["class": "why", "href": link], content)]
    }
    let look = isNumeric ? "number" : "words"
    return position < rowHeads
      ? .element("th", ["scope": "row", "class": look], content)
      : .element("td", ["class": look], content)
  }

  /// A bar from 0 to 100; the number beside it says the same, so readers of screens skip it.
  private static func bar(_ percent: Double) -> Markup {
    let length = Format.number(min(100, max(0, percent)), decimals: 1)
    return .element(
      "svg",
      [
        "class": "bar", "viewBox": "0 0 100 6", "preserveAspectRatio": "none",
        "aria-hidden": "true",
      ],
      [
        .element("rect", ["class": "track", "width": "100", "height": "6"], [Markup]()),
        .element("rect", ["class": "part", "width": length, "height": "6"], [Markup]()),
      ])
  }
}
