/// Reads delimited text (RFC 4180) row by row, plain or compressed, in constant memory.
///
/// The fields of a row are ranges of bytes in a local buffer; a `String` is made only of a field
/// that is asked for. Lines without any letter are skipped and counted. A row that has fewer or
/// more fields than the header is handed out and counted.
///
///     var reader = try DelimitedReader.open(.file(path: "calls.csv.gz"))
///     while try reader.next() { print(reader.line, reader.field(0)) }
package struct DelimitedReader: ~Copyable {
  /// What the reader noticed; each is used as well as it can be.
  package struct Remarks: Sendable {
    /// Rows with fewer fields than the header; the missing ones read as empty.
    package fileprivate(set) var tooFewFields = LineTally()
    /// Rows with more fields than the header; the surplus is not read.
    package fileprivate(set) var tooManyFields = LineTally()
    /// Lines without any letter, which are no rows.
    package fileprivate(set) var blankLines = LineTally()
    /// Rows in which letters follow a closing quote.
    package fileprivate(set) var strayText = LineTally()
    /// Rows with a line end inside a quoted field: right where the field is a free text, and the
    /// trace of a quote too many where it is not.
    package fileprivate(set) var rowsOfManyLines = LineTally()
    /// Fields that were read as Latin-1 because they are not UTF-8.
    package fileprivate(set) var latin1Fields = LineTally()
  }

  /// The most bytes that one row may have; more means a quote that is never closed.
  package static let longestRow = 1 << 26
  private static let firstCapacity = 1 << 18

  /// The name of the file, as the user gave it.
  package let file: String
  /// The names of the columns, as the file spells them, without spaces around them.
  package private(set) var header: [String] = []
  /// The line on which the current row begins, counted from 1.
  package private(set) var line = 0
  /// Rows handed out so far.
  package private(set) var rowCount = 0
  /// What the reader noticed so far.
  package private(set) var remarks = Remarks()

  private let source: ByteSource
  private var scanner: RowScanner
  private var buffer = [UInt8](repeating: 0, count: Self.firstCapacity)
  private var rowStart = 0
  private var filled = 0
  private var isWholeFile = false
  private var nextLine = 1

  /// Opens `input` and reads its header.
  ///
  /// - Parameters:
  ///   - input: The file or the bytes.
  ///   - delimiter: The ASCII letter between two fields.
  /// - Returns: The reader, before the first row.
  /// - Throws: `E101` to `E105` and `E107` to `E109`: a file that is missing, unreadable, empty,
  ///   damaged, in UTF-16 or separated by another delimiter.
  package static func open(
    _ input: DelimitedInput, delimiter: UInt8 = UInt8(ascii: ",")
  ) throws(FileError) -> DelimitedReader {
    var reader = DelimitedReader(source: try ByteSource(input), delimiter: delimiter)
    try reader.readHeader()
    return reader
  }

  private init(source: ByteSource, delimiter: UInt8) {
    self.source = source
    file = source.file
    scanner = RowScanner(delimiter: delimiter)
  }

  /// Goes to the next row.
  ///
  /// - Returns: Whether there is one.
  /// - Throws: `E102`, `E105`, `E107` or `E108` when the rest of the file cannot be read.
  /// - Complexity: O(bytes of the row).
  package mutating func next() throws(FileError) -> Bool {
    guard try scanRow() else { return false }
    rowCount += 1
    if scanner.fields.count != header.count {
      if scanner.fields.count < header.count {
        remarks.tooFewFields.add(line: line)
      } else {
        remarks.tooManyFields.add(line: line)
      }
    }
    if scanner.lineFeeds > 0 { remarks.rowsOfManyLines.add(line: line) }
    if scanner.hasStrayText { remarks.strayText.add(line: line) }
    return true
  }

  /// The number of fields in the current row.
  package var fieldCount: Int { scanner.fields.count }

  /// Returns the text of field `index`, counted from 0; empty where the row is too short.
  ///
  /// Bytes that are not UTF-8 are read as Latin-1, and counted in the remarks.
  package mutating func field(_ index: Int) -> String {
    guard index < scanner.fields.count else { return "" }
    let range = scanner.fields[index]
    if let text = String(validating: buffer[range], as: UTF8.self) { return text }
    remarks.latin1Fields.add(line: line)
    return String(String.UnicodeScalarView(buffer[range].map { Unicode.Scalar($0) }))
  }

  /// Calls `body` with the bytes of field `index`, none where the row is too short.
  @inline(__always)
  package borrowing func withBytes<Value>(of index: Int, _ body: (Span<UInt8>) -> Value) -> Value {
    guard index < scanner.fields.count else { return body(buffer.span.extracting(first: 0)) }
    return body(buffer.span.extracting(scanner.fields[index]))
  }

  /// Counts a field of the current row that was read as Latin-1 elsewhere.
  package mutating func noteLatin1() { remarks.latin1Fields.add(line: line) }
}

extension DelimitedReader {
  private mutating func readHeader() throws(FileError) {
    try skipByteOrderMark()
    guard try scanRow() else {
      throw error("E103", "the file is empty", remedy: "give a file with a header line")
    }
    for index in 0..<scanner.fields.count { header.append(trimmed(field(index))) }
    remarks = Remarks()
    try checkDelimiter()
  }

  private mutating func scanRow() throws(FileError) -> Bool {
    while true {
      if rowStart == filled, isWholeFile { return false }
      let outcome = scanner.scan(
        buffer, from: rowStart, to: filled, isWholeFile: isWholeFile)
      switch outcome {
      case .incomplete:
        try refill()
      case .openQuote(let lineFeeds):
        throw error(
          "E105", "a quoted field begins here and the file ends before its closing quote",
          line: nextLine + lineFeeds,
          remedy: "close the quote, or write a quote inside a quoted field twice")
      case .row(let next):
        let isBlank = scanner.fields.count == 1 && scanner.fields[0] == rowStart..<rowStart
        rowStart = next
        line = nextLine
        nextLine += 1 + scanner.lineFeeds
        if isBlank {
          remarks.blankLines.add(line: line)
          continue
        }
        if !scanner.fieldsToClean.isEmpty { scanner.clean(&buffer) }
        return true
      }
    }
  }

  /// Reads more bytes behind those of the unfinished row.
  private mutating func refill() throws(FileError) {
    if rowStart > 0 {
      let rest = filled - rowStart
      unsafe buffer.withUnsafeMutableBytes { bytes in
        let unfinished = unsafe UnsafeRawBufferPointer(rebasing: bytes[rowStart..<filled])
        unsafe bytes.copyMemory(from: unfinished)
      }
      rowStart = 0
      filled = rest
    }
    if filled == buffer.count {
      guard buffer.count < Self.longestRow else {
        throw error(
          "E108", "the row that begins here has more than 64 million bytes", line: nextLine,
          remedy: "look for a quote that is opened and never closed")
      }
      buffer.append(contentsOf: repeatElement(0, count: buffer.count))
    }
    let start = filled
    let source = source
    let count = try unsafe buffer.withUnsafeMutableBufferPointer { bytes throws(FileError) in
      try unsafe source.fill(UnsafeMutableBufferPointer(rebasing: bytes[start...]))
    }
    filled += count
    isWholeFile = count == 0
  }

  private mutating func skipByteOrderMark() throws(FileError) {
    while filled < 3, !isWholeFile { try refill() }
    let first = Array(buffer[..<min(3, filled)])
    if first == [0xEF, 0xBB, 0xBF] { rowStart = 3 }
    if first.starts(with: [0xFF, 0xFE]) || first.starts(with: [0xFE, 0xFF]) {
      throw error(
        "E109", "the file is UTF-16", line: 1,
        remedy: "save it again as \"CSV UTF-8\", or convert it by `iconv -f UTF-16 -t UTF-8`")
    }
  }

  private borrowing func checkDelimiter() throws(FileError) {
    guard header.count == 1 else { return }
    let candidates: [(letter: Character, name: String)] = [
      (";", "a semicolon"), ("\t", "a tab"), ("|", "a bar"), (",", "a comma"),
    ]
    for (letter, name) in candidates
    where header[0].contains(letter) && letter.asciiValue != scanner.delimiter {
      let written = letter == "\t" ? "\\t" : String(letter)
      throw error(
        "E104", "the header is one field, and \(name) seems to separate the columns", line: 1,
        remedy: "write `delimiter: \"\(written)\"` in the profile, or save the file with commas")
    }
  }

  private borrowing func error(
    _ code: String, _ message: String, line: Int? = nil, remedy: String
  ) -> FileError {
    FileError([FileIssue(code: code, message, file: file, line: line, remedy: remedy)])
  }
}

/// Returns `text` without spaces and tabs at its ends.
func trimmed(_ text: String) -> String {
  let isSpace = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
  let bytes = text.utf8
  guard let first = bytes.first, let last = bytes.last, isSpace(first) || isSpace(last) else {
    return text
  }
  guard let start = bytes.firstIndex(where: { !isSpace($0) }),
    let end = bytes.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(text[start...end])
}
