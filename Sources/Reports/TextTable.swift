public import PolicingDomain

extension ResultTable {
  /// The table as text for a terminal: aligned columns, the title above, the notes beneath.
  ///
  /// The notice, if there is one, stands under the title. Rows beyond the limit are counted, not
  /// printed; no limit prints all of them.
  public func text(notice: String?, limit: Int? = nil) -> String {
    let shown = limit.map { Array(rows.prefix($0)) } ?? rows
    let body = shown.map { row in
      zip(row, columns).map { Self.wrapped(Self.words($0, $1), at: Self.widestCell) }
    }
    let widths = columns.indices.map { position in
      ([columns[position].heading] + body.flatMap { $0[position] }).map(\.count).max() ?? 0
    }
    let numeric = columns.indices.map { position in
      rows.contains { if case .text = $0[position] { false } else { true } }
    }
    var lines = [title]
    if let notice { lines.append(notice) }
    lines.append(Self.line(columns.map(\.heading), widths: widths, numeric: numeric))
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    for row in body {
      for position in 0..<(row.map(\.count).max() ?? 0) {
        let cells = row.map { position < $0.count ? $0[position] : "" }
        lines.append(Self.line(cells, widths: widths, numeric: numeric))
      }
    }
    if shown.count < rows.count { lines.append("… and \(rows.count - shown.count) more rows") }
    for note in notes { lines += Self.wrapped(note, at: Self.widestNote).map { "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let widestCell = 64
  private static let widestNote = 108

  /// Returns `text` in lines of at most `width` letters, broken between words where that is possible.
  private static func wrapped(_ text: String, at width: Int) -> [String] {
    guard text.count > width else { return [text] }
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      if !line.isEmpty, line.count + 1 + word.count > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " " + word
    }
    return lines + [line]
  }

  private static func words(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .text(let text): text
    case .number(let value): Format.number(value, decimals: column.decimals)
    case .count(let value): Format.number(Double(value), decimals: 0)
    case .missing: ""
    }
  }

  private static func line(_ cells: [String], widths: [Int], numeric: [Bool]) -> String {
    let padded = cells.indices.map { position in
      let space = String(repeating: " ", count: max(0, widths[position] - cells[position].count))
      return numeric[position] ? space + cells[position] : cells[position] + space
    }
    var text = padded.joined(separator: "  ")
    while text.last == " " { text.removeLast() }
    return text
  }
}
