package import Charts

/// A picture of shares by row and column: deeper colour means more, and every cell prints its
/// percentage.
package struct HeatMap: Sendable {
  /// One cell: so many of so many.
  package struct Cell: Hashable, Sendable {
    /// How many have the property.
    package let count: Int
    /// Out of how many.
    package let total: Int

    /// Creates a cell.
    package init(count: Int, total: Int) {
      self.count = count
      self.total = total
    }
  }

  /// The upper ends of the steps of colour, in percent.
  private static let steps = [0.0, 5, 10, 20, 40, 60]
  private static let labelWidth = 150
  private static let cellWidth = 36
  private static let cellHeight = 26
  private static let headHeight = 22

  private let title: String
  private let rows: [String]
  private let columns: [String]
  private let cells: [[Cell]]
  private let fewest: Int

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - title: What it shows, for readers who do not see it.
  ///   - rows: The labels of the rows.
  ///   - columns: The labels of the columns.
  ///   - cells: The cells, row by row.
  ///   - fewest: Cells of fewer than this are drawn without colour.
  /// - Precondition: There is a list of cells for each row, with one for each column.
  package init(title: String, rows: [String], columns: [String], cells: [[Cell]], fewest: Int) {
    precondition(
      cells.count == rows.count && cells.allSatisfy { $0.count == columns.count },
      "A cell for each row and column")
    self.title = title
    self.rows = rows
    self.columns = columns
    self.cells = cells
    self.fewest = fewest
  }

  /// The picture, in a box that scrolls where the screen is narrow.
  package var node: Markup {
    let width = Self.labelWidth + columns.count * Self.cellWidth + 2
    let height = Self.headHeight + rows.count * Self.cellHeight + 2
    let heads = columns.enumerated().map { position, label in
      text(
        label, x: Self.labelWidth + position * Self.cellWidth + Self.cellWidth / 2, y: 15, "axis",
        anchor: "middle")
    }
    let body = rows.indices.flatMap { row in
      [
        text(
          rows[row], x: Self.labelWidth - 8, y: middle(of: row), "axis", anchor: "end")
      ] + columns.indices.map { cell(row, $0) }
    }
    let picture = Markup.element(
      "svg", ["viewBox": "0 0 \(width) \(height)", "role": "img", "aria-label": title],
      heads + body)
    return .element("div", ["class": "scroll picture", "tabindex": "0"], [picture])
  }

  private func middle(of row: Int) -> Int {
    Self.headHeight + row * Self.cellHeight + Self.cellHeight / 2 + 4
  }

  private func cell(_ row: Int, _ column: Int) -> Markup {
    let cell = cells[row][column]
    let left = Self.labelWidth + column * Self.cellWidth
    let top = Self.headHeight + row * Self.cellHeight
    let center = left + Self.cellWidth / 2
    guard cell.total > 0 else { return .element("g", [:], [Markup]()) }
    let percent = 100 * Double(cell.count) / Double(cell.total)
    let isFew = cell.total < fewest
    let step = Self.steps.firstIndex { percent <= $0 } ?? Self.steps.count
    let look = isFew ? "faint" : step >= 5 ? "deep" : step == 4 ? "middle" : "pale"
    let words = "\(rows[row]), \(columns[column]): \(cell.count) of \(cell.total)"
    return .element(
      "g", [:],
      [
        .element("title", words),
        .element(
          "rect",
          [
            "class": isFew ? "few" : "h\(step)", "x": "\(left + 1)", "y": "\(top + 1)",
            "width": "\(Self.cellWidth - 2)", "height": "\(Self.cellHeight - 2)", "rx": "2",
          ], [Markup]()),
        text(
          Format.number(percent, decimals: 0), x: center, y: middle(of: row), look,
          anchor: "middle"),
      ])
  }

  private func text(_ words: String, x: Int, y: Int, _ look: String, anchor: String) -> Markup {
    .element("text", ["x": "\(x)", "y": "\(y)", "class": look, "text-anchor": anchor], words)
  }
}
