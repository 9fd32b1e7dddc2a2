/// A small file of delimited text, read whole: a header, and rows that all have its length.
///
///     let table = try Table(contentsOf: "districts.csv")
///     for row in table.rows { print(row.line, row.fields[0]) }
package struct Table: Sendable {
  /// One row.
  package struct Row: Sendable {
    /// The line on which it begins, counted from 1.
    package let line: Int
    /// Its fields, as many as the header has.
    package let fields: [String]
  }

  private static let reportedRows = 20

  /// The path of the file, as the user gave it.
  package let file: String
  /// The names of the columns.
  package let header: [String]
  /// The rows, in the order of the file.
  package let rows: [Row]

  /// Reads the file at `path`.
  ///
  /// - Throws: A ``FileError`` with file and line when the file is missing, unreadable, empty or
  ///   damaged, when two columns have the same name, and for every row (the first 20) that has
  ///   fewer or more fields than the header.
  /// - Complexity: O(bytes of the file).
  package init(contentsOf path: String) throws(FileError) {
    try self.init(.file(path: path))
  }

  /// Reads `input`, as `init(contentsOf:)` does.
  package init(
    _ input: DelimitedInput, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(FileError) {
    var reader = try DelimitedReader.open(input, delimiter: delimiter)
    let header = reader.header
    var issues = Self.repeatedColumns(header, file: reader.file)
    var rows: [Row] = []
    while try reader.next() {
      if reader.fieldCount == header.count {
        var fields: [String] = []
        fields.reserveCapacity(header.count)
        for index in 0..<header.count { fields.append(reader.field(index)) }
        rows.append(Row(line: reader.line, fields: fields))
      } else if issues.count < Self.reportedRows {
        issues.append(
          FileIssue(
            code: "E106",
            "the row has \(reader.fieldCount) fields, and the header has \(header.count)",
            file: reader.file, line: reader.line,
            remedy: "add or remove fields; a field that contains the delimiter needs quotes"))
      }
    }
    guard issues.isEmpty else { throw FileError(issues) }
    file = reader.file
    self.header = header
    self.rows = rows
  }

  private static func repeatedColumns(_ header: [String], file: String) -> [FileIssue] {
    var seen: Set<String> = []
    return header.enumerated().compactMap { position, name in
      guard !seen.insert(name).inserted else { return nil }
      return FileIssue(
        code: "E110", "column \(position + 1) has the name `\(name)` of a column before it",
        file: file, line: 1, remedy: "give every column a name of its own")
    }
  }
}
