public import PolicingDomain

extension ResultTable {
  /// The table as text for a terminal: aligned columns, the title above, the notes beneath.
  ///
  /// The notice, if there is one, stands under the title. Rows beyond the limit are counted, not
  /// printed; no limit prints all of them.
  public func text(notice: String?, limit: Int? = nil) -> String {
    let shown = limit.map { Array(rows.prefix($0)) } ?? rows
    let body = shown.map { row in zip(row, columns).map { Self.words($0, $1) } }
    let widths = columns.indices.map { position in
      ([columns[position].heading] + body.map { $0[position] }).map(\.count).max() ?? 0
    }
    let numeric = columns.indices.map { position in
      rows.contains { if case .text = $0[position] { false } else { true } }
    }
    var lines = [title]
    if let notice { lines.append(notice) }
    lines.append(Self.line(columns.map(\.heading), widths: widths, numeric: numeric))
    lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
    lines += body.map { Self.line($0, widths: widths, numeric: numeric) }
    if shown.count < rows.count { lines.append("… and \(rows.count - shown.count) more rows") }
    lines += notes.map { "  " + $0 }
    return lines.joined(separator: "\n") + "\n"
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
