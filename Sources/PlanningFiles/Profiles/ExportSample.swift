/// The header of a file of delimited text and its first rows, to tell what kind of export it is.
package struct ExportSample: Sendable {
  /// The most rows that are looked at.
  package static let mostRows = 5000
  private static let mostColumns = 1000
  private static let longestField = 256
  private static let mostLetters = 1 << 24

  /// The name of the file.
  package let file: String
  /// The letter that separates its fields.
  package let delimiter: Character
  /// The names of the columns.
  package let header: [String]
  /// The first rows, each with as many fields as the header; long fields are cut.
  package let rows: [[String]]
  /// Whether the file has no more rows.
  package let isWhole: Bool

  /// Creates a sample from rows in memory, for tests.
  package init(
    file: String, delimiter: Character = ",", header: [String], rows: [[String]],
    isWhole: Bool = true
  ) {
    self.file = file
    self.delimiter = delimiter
    self.header = header
    self.rows = rows.map { row in
      header.indices.map { $0 < row.count ? trimmed(row[$0]) : "" }
    }
    self.isWhole = isWhole
  }

  /// Reads the header and the first `most` rows of `input`, plain or compressed, whatever separates its
  /// fields.
  ///
  /// - Throws: `E101` to `E105` and `E107` to `E109` where the file cannot be read, and `E143` for
  ///   one with more than 1,000 columns.
  /// - Complexity: O(bytes of the first 5,000 rows).
  package init(_ input: DelimitedInput, rows most: Int = mostRows) throws(FileError) {
    let head = try ByteSource(input).readAll(upTo: 1 << 16)
    let letter = Self.delimiter(of: head)
    var reader = try DelimitedReader.open(input, delimiter: letter)
    let header = reader.header
    guard header.count <= Self.mostColumns else {
      throw FileError([
        FileIssue(
          code: "E143", "the header has \(header.count) columns", file: reader.file, line: 1,
          remedy: "an export of calls has fewer than \(Self.mostColumns); name another file")
      ])
    }
    var rows: [[String]] = []
    var letters = 0
    var isWhole = true
    while try reader.next() {
      if rows.count == most || letters > Self.mostLetters {
        isWhole = false
        break
      }
      var row: [String] = []
      row.reserveCapacity(header.count)
      for index in header.indices {
        let field = String(trimmed(reader.field(index)).prefix(Self.longestField))
        letters += field.utf8.count
        row.append(field)
      }
      rows.append(row)
    }
    file = reader.file
    delimiter = Character(Unicode.Scalar(letter))
    self.header = header
    self.rows = rows
    self.isWhole = isWhole
  }

  /// Returns the values of a column that are not empty, in the order of the file.
  package func values(_ column: Int) -> [String] {
    rows.compactMap { $0[column].isEmpty ? nil : $0[column] }
  }

  /// Returns the letter that most likely separates the fields: the one that comes equally often in
  /// the first lines, outside of quotes; of several the one that comes most often.
  static func delimiter(of head: [UInt8]) -> UInt8 {
    let candidates: [UInt8] = Array(",;\t|".utf8)
    var counts = candidates.map { _ in [Int]() }
    var line = candidates.map { _ in 0 }
    var isQuoted = false
    for byte in head {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == UInt8(ascii: "\n") {
        for index in candidates.indices { counts[index].append(line[index]) }
        line = candidates.map { _ in 0 }
        if counts[0].count == 50 { break }
      } else if let index = candidates.firstIndex(of: byte) {
        line[index] += 1
      }
    }
    if counts[0].isEmpty { counts = line.map { [$0] } }
    var best = (index: 0, score: 0.0)
    for (index, lines) in counts.enumerated() {
      let first = lines.first ?? 0
      guard first > 0 else { continue }
      let agreeing = lines.count { $0 == first }
      let score = Double(agreeing) / Double(lines.count) * (1 + Double(min(first, 50)) / 100)
      if score > best.score { best = (index, score) }
    }
    return candidates[best.index]
  }
}
