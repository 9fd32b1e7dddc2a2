extension StoreQuery.Answer {
  /// Returns the answer as text that ends in a line end.
  public func text(_ format: TableFormat) -> String {
    switch format {
    case .table: alignedText
    case .markdown: markdown
    case .csv: csv
    case .ndjson: rows.map { object($0) + "\n" }.joined()
    case .json: rows.isEmpty ? "[]\n" : "[\n" + rows.map(object).joined(separator: ",\n") + "\n]\n"
    }
  }

  private var csv: String {
    var text = ""
    let writer = DelimitedWriter()
    writer.write(columns, to: &text)
    for row in rows { writer.write(row.map(\.inertText), to: &text) }
    return text
  }

  private var markdown: String {
    RowText.markdown(
      header: columns, numeric: columns.indices.map(isNumeric), rows: rows.map { $0.map(\.text) })
  }

  private var alignedText: String {
    let cells = ([columns] + rows.map { $0.map(\.text) }).map { $0.map(Self.oneLine) }
    let widths = columns.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    let lines = cells.map { row in
      let padded = row.enumerated().map { column, cell in
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return isNumeric(column) ? space + cell : cell + space
      }
      return String(padded.joined(separator: "  ").reversed().drop { $0 == " " }.reversed()) + "\n"
    }
    let rule = widths.map { String(repeating: "─", count: $0) }.joined(separator: "  ") + "\n"
    return (lines.first ?? "\n") + rule + lines.dropFirst().joined()
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 32 ? " " : $0 }))
  }

  private func isNumeric(_ column: Int) -> Bool {
    var hasNumber = false
    for row in rows {
      switch row[column] {
      case .integer, .number: hasNumber = true
      case .null: continue
      case .text, .bytes: return false
      }
    }
    return hasNumber
  }

  private func object(_ row: [StoreQuery.Value]) -> String {
    RowText.object(zip(columns, row).map { (name: $0, value: $1.json) })
  }
}

extension StoreQuery.Value {
  /// The value as people read it: numbers rounded to a millionth, nothing as an empty text.
  var text: String {
    switch self {
    case .null: ""
    case .integer(let number): "\(number)"
    case .number(let number): Self.text(number)
    case .text(let text): text
    case .bytes(let count): "\(count) bytes"
    }
  }

  /// The value as files for spreadsheets hold it: words are never worked out as a formula.
  fileprivate var inertText: String {
    if case .text(let words) = self { return InertText(words).text }
    return text
  }

  fileprivate var json: String {
    switch self {
    case .null: "null"
    case .integer(let number): "\(number)"
    case .number(let number): number.isFinite ? Self.text(number) : "null"
    case .text, .bytes: RowText.quoted(text)
    }
  }

  private static func text(_ number: Double) -> String {
    guard number.isFinite, abs(number) < 1e9 else { return "\(number)" }
    let rounded = (number * 1e6).rounded() / 1e6
    return rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)"
  }
}
