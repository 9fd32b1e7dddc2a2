/// Writes rows of delimited text, with quotes where RFC 4180 needs them.
///
/// Rows end by a line feed alone, as text files do everywhere but on Windows; every reader of
/// RFC 4180 takes it. What it writes, ``Table`` reads back identically.
///
///     var text = ""
///     let writer = DelimitedWriter()
///     writer.write(["district", "calls"], to: &text)
public struct DelimitedWriter: Hashable, Sendable {
  /// The letter between two fields.
  public let delimiter: Character

  /// Creates a writer.
  ///
  /// - Precondition: `delimiter` is not a quote or a line end.
  public init(delimiter: Character = ",") {
    precondition(delimiter != "\"" && !delimiter.isNewline, "A delimiter is a plain letter")
    self.delimiter = delimiter
  }

  /// Writes one row to `sink`.
  ///
  /// - Complexity: O(bytes of the row).
  public func write(_ fields: [String], to sink: inout some TextOutputStream) {
    var row = ""
    for (position, field) in fields.enumerated() {
      if position > 0 { row.append(delimiter) }
      append(field, to: &row)
    }
    // A lone empty field would be a blank line, which readers skip.
    if row.isEmpty { row = "\"\"" }
    row += "\n"
    sink.write(row)
  }

  private func append(_ field: String, to row: inout String) {
    let needsQuotes = field.unicodeScalars.contains { scalar in
      scalar == "\"" || scalar == "\n" || scalar == "\r"
        || delimiter.unicodeScalars.contains(scalar)
    }
    guard needsQuotes else {
      row += field
      return
    }
    row += "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { row += "\"" }
      row.unicodeScalars.append(scalar)
    }
    row += "\""
  }
}
