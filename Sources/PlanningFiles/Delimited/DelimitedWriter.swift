/// Writes rows of delimited text, with quotes where RFC 4180 needs them.
///
/// Rows end by a line feed alone, as text files do everywhere but on Windows; every reader of
/// RFC 4180 takes it. What it writes, `Table` reads back identically.
///
///     var text = ""
///     let writer = DelimitedWriter()
///     writer.write(["district", "calls"], to: &text)
public struct DelimitedWriter: Hashable, Sendable {
  /// The letter between two fields.
  public let delimiter: Character

  /// Creates a writer.
  ///
  /// - Precondition: `delimiter` is an ASCII letter other than a quote or a line end.
  public init(delimiter: Character = ",") {
    precondition(
      delimiter.utf8.count == 1 && delimiter != "\"" && !delimiter.isNewline,
      "A delimiter is a plain ASCII letter")
    self.delimiter = delimiter
  }

  /// Writes one row to `sink`.
  ///
  /// - Complexity: O(bytes of the row).
  public func write(_ fields: [String], to sink: inout some TextOutputStream) {
    let separator = delimiter.asciiValue ?? UInt8(ascii: ",")
    var row: [UInt8] = []
    for (position, field) in fields.enumerated() {
      if position > 0 { row.append(separator) }
      append(field, separator, to: &row)
    }
    // A lone empty field would be a blank line, which readers skip.
    if row.isEmpty { row = [Self.quote, Self.quote] }
    row.append(UInt8(ascii: "\n"))
    sink.write(String(decoding: row, as: UTF8.self))
  }

  private static let quote = UInt8(ascii: "\"")

  private func append(_ field: String, _ separator: UInt8, to row: inout [UInt8]) {
    let start = row.count
    row.append(contentsOf: field.utf8)
    var needsQuotes = false
    for byte in row[start...] {
      needsQuotes =
        needsQuotes || byte == separator || byte == Self.quote || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return }
    row.removeSubrange(start...)
    row.append(Self.quote)
    for byte in field.utf8 {
      if byte == Self.quote { row.append(Self.quote) }
      row.append(byte)
    }
    row.append(Self.quote)
  }
}
