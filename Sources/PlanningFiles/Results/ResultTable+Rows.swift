public import PolicingDomain

extension ResultTable {
  /// The rows as objects, one a line, under the keys of the columns.
  ///
  /// Numbers are numbers, rounded to a millionth; a value that is not known is null.
  ///
  /// - Parameters:
  ///   - notice: What every row must say, under `notice`, if anything.
  ///   - isNamed: Whether every row begins with the name of its table, under `table`, because
  ///     rows of several tables stand in one text.
  /// - Returns: The lines.
  public func ndjson(notice: String?, isNamed: Bool = false) -> String {
    rows.map { row in
      var members: [(name: String, value: String)] =
        isNamed ? [("table", RowText.quoted(name))] : []
      for (column, cell) in zip(columns, row) { members.append((column.key, Self.json(cell))) }
      if let notice { members.append(("notice", RowText.quoted(notice))) }
      return RowText.object(members) + "\n"
    }.joined()
  }

  /// The table for a Markdown page: a heading, the notice, the rows, the notes.
  ///
  /// Numbers have the digits of their column and a comma between thousands.
  public func markdown(notice: String?) -> String {
    let numeric = columns.indices.map { position in
      rows.contains { if case .text = $0[position] { false } else { true } }
    }
    let body = rows.map { row in zip(row, columns).map { Self.readable($0, $1) } }
    var text = "## \(RowText.markdownText(title))\n\n"
    if let notice { text += "> \(RowText.markdownText(notice))\n\n" }
    text += RowText.markdown(header: columns.map(\.heading), numeric: numeric, rows: body)
    if !notes.isEmpty {
      text += "\n" + notes.map { "- \(RowText.markdownText($0))\n" }.joined()
    }
    return text
  }

  private static func json(_ cell: Cell) -> String {
    switch cell {
    case .text(let text): RowText.quoted(text)
    case .count(let count): "\(count)"
    case .missing: "null"
    case .number(let value): value.isFinite ? plain(value) : "null"
    }
  }

  private static func readable(_ cell: Cell, _ column: Column) -> String {
    switch cell {
    case .text(let text): return text
    case .count(let count): return FileIssue.grouped(count)
    case .missing: return ""
    case .number(let value):
      guard value.isFinite, abs(value) < 1e12 else { return value.isNaN ? "" : "\(value)" }
      let scale = (0..<min(column.decimals, 6)).reduce(1) { scale, _ in scale * 10 }
      let units = Int((abs(value) * Double(scale)).rounded())
      let sign = value < 0 && units > 0 ? "-" : ""
      guard scale > 1 else { return sign + FileIssue.grouped(units) }
      let rest = "\(units % scale)"
      let zeros = String(repeating: "0", count: "\(scale)".count - 1 - rest.count)
      return "\(sign)\(FileIssue.grouped(units / scale)).\(zeros)\(rest)"
    }
  }
}
