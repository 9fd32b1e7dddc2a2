extension Sheet {
  /// The height of one line of plain words, in points.
  package static let lineHeight = 13.0
  /// The greatest height of a row, in points.
  package static let greatestHeight = 409.0

  /// Returns the number of lines that words need in a cell that is `width` characters wide.
  package static func lines(of words: String, width: Double) -> Int {
    let room = max(width * 1.15, 4)
    return words.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, Int((Double($1.count) / room).rounded(.up)))
    }
  }

  /// Makes a row high enough for words in a column, where they wrap.
  package mutating func fit(_ words: String, _ row: Int, _ column: Int) {
    let lines = Self.lines(of: words, width: widths[column] ?? 9)
    guard lines > 1 else { return }
    let height = min(Double(lines) * Self.lineHeight + 2, Self.greatestHeight)
    heights[row] = max(heights[row] ?? 0, height)
  }

  /// Puts words over several columns and as many lines as they need.
  ///
  /// - Parameters:
  ///   - words: The words.
  ///   - row: The row.
  ///   - last: The last column that they cover, of those from the first on.
  ///   - style: How they look.
  package mutating func paragraph(
    _ words: String, _ row: Int, through last: Int, _ style: CellStyle = .note
  ) {
    let width = (0...last).reduce(0) { $0 + (widths[$1] ?? 9) }
    put(.text(words), row, 0, style.with { $0.wraps = true })
    if last > 0 { merged.append(CellRange(CellPlace(row, 0), CellPlace(row, last))) }
    let lines = Self.lines(of: words, width: width)
    heights[row] = min(Double(lines) * Self.lineHeight + 2, Self.greatestHeight)
  }

  /// Puts a row of headings, high enough for the longest of them.
  ///
  /// - Parameters:
  ///   - words: The headings.
  ///   - row: The row.
  ///   - numbers: The columns that hold numbers, whose headings stand on the right.
  package mutating func headings(_ words: [String], _ row: Int, numbers: Set<Int> = []) {
    for (column, heading) in words.enumerated() {
      let isNumber = numbers.contains(column)
      let style = CellStyle.heading.with {
        $0.alignment = isNumber ? .right : .left
        $0.indent = column > 0 && !isNumber ? 1 : 0
      }
      put(.text(heading), row, column, style)
      fit(heading, row, column)
    }
    heights[row] = max(heights[row] ?? 0, 16)
  }

  /// The last column of the first ones that are together about as wide as a page.
  package func lastColumnOfPage(of count: Int) -> Int {
    var width = 0.0
    for column in 0..<max(count, 1) {
      width += widths[column] ?? 9
      if width >= 130 { return column }
    }
    return max(count - 1, 0)
  }
}
