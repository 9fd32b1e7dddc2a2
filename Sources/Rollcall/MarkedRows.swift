/// Rows of a delimited file with a notice in a last column, so that no row can be quoted without it.
struct MarkedRows: TextOutputStream {
  private let ending: String
  private var mark: String
  private var text = ""

  /// Creates a stream whose first row, the header, ends with `header` and every other with `notice`.
  init(notice: String?, header: String) {
    ending = notice.map { ",\"\($0.replacing("\"", with: "\"\""))\"\n" } ?? "\n"
    mark = notice == nil ? "\n" : ",\(header)\n"
  }

  /// Takes one whole row with its line end.
  mutating func write(_ row: String) {
    text += row.last == "\n" ? row.dropLast() + mark : row[...]
    mark = ending
  }

  /// Hands what was written to `sink`.
  mutating func move(to sink: inout some TextOutputStream) {
    sink.write(text)
    text.removeAll(keepingCapacity: true)
  }
}
