/// Reads the header of a file, and finds the delimiter under which it holds the mapped columns.
struct HeaderReader {
  /// What a header tells.
  struct Finding {
    let delimiter: UInt8
    let columnCount: Int
    /// The line on which the first row begins.
    let firstLine: Int
    let columns: [[Int]]
  }

  private static let delimiters: [(letter: UInt8, name: String, written: String)] = [
    (UInt8(ascii: ";"), "a semicolon", ";"), (UInt8(ascii: "\t"), "a tab", "\\t"),
    (UInt8(ascii: "|"), "a bar", "|"), (UInt8(ascii: ","), "a comma", ","),
  ]

  private let source: ByteSource
  private var bytes: [UInt8] = []
  private var isWholeFile = false

  init(_ source: ByteSource) { self.source = source }

  /// Reads the header.
  ///
  /// The profile's delimiter is tried first, then the others that are common; when none gives all
  /// columns, the errors are those of the one that gives most of them.
  ///
  /// - Returns: What the header tells, the bytes behind it that were read, and whether these are
  ///   all.
  mutating func read(
    delimiter: UInt8, columns: ChunkCutter.Columns
  ) throws(FileError) -> (finding: Finding, rest: [UInt8], isWholeFile: Bool) {
    let start = try skipByteOrderMark()
    let (header, next, firstLine) = try scan(from: start, delimiter)
    do throws(FileError) {
      let finding = Finding(
        delimiter: delimiter, columnCount: header.count, firstLine: firstLine,
        columns: try columns(header, source.file))
      return (finding, Array(bytes[next...]), isWholeFile)
    } catch {
      var nearest = error
      for other in Self.delimiters where other.letter != delimiter {
        guard let (header, next, firstLine) = try? scan(from: start, other.letter),
          header.count > 1
        else { continue }
        do throws(FileError) {
          let finding = Finding(
            delimiter: other.letter, columnCount: header.count, firstLine: firstLine,
            columns: try columns(header, source.file))
          return (finding, Array(bytes[next...]), isWholeFile)
        } catch {
          if error.issues.count < nearest.issues.count { nearest = error }
        }
      }
      if nearest == error { try checkDelimiter(header, delimiter) }
      throw nearest
    }
  }

  /// Returns the names of the columns, and where and on which line the first row begins.
  private mutating func scan(
    from start: Int, _ delimiter: UInt8
  ) throws(FileError) -> (header: [String], next: Int, firstLine: Int) {
    var scanner = RowScanner(delimiter: delimiter)
    var position = start
    var line = 1
    while true {
      if position == bytes.count, isWholeFile {
        throw issue("E103", "the file is empty", remedy: "give a file with a header line")
      }
      let outcome = scanner.scan(bytes, from: position, to: bytes.count, isWholeFile: isWholeFile)
      switch outcome {
      case .incomplete:
        try readMore(line)
      case .openQuote(let lineFeeds):
        throw issue(
          "E105", "a quoted field begins here and the file ends before its closing quote",
          line: line + lineFeeds,
          remedy: "close the quote, or write a quote inside a quoted field twice")
      case .row(let next):
        let isBlank = scanner.fields.count == 1 && scanner.fields[0] == position..<position
        line += 1 + scanner.lineFeeds
        if isBlank {
          position = next
          continue
        }
        var copy = Array(bytes[..<next])
        scanner.clean(&copy)
        return (scanner.fields.map { trimmed(Self.text(copy[$0])) }, next, line)
      }
    }
  }

  private static func text(_ bytes: ArraySlice<UInt8>) -> String {
    String(validating: bytes, as: UTF8.self)
      ?? String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) }))
  }

  private mutating func skipByteOrderMark() throws(FileError) -> Int {
    while bytes.count < 3, !isWholeFile { try readMore(1) }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return 3 }
    let isMarked = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    if isMarked || bytes.prefix(2).contains(0) {
      throw issue(
        "E109", "the file is UTF-16", line: 1,
        remedy: "save it again as \"CSV UTF-8\", or convert it by `iconv -f UTF-16 -t UTF-8` "
          + "(`-f UTF-16LE` where it has no mark at its beginning)")
    }
    return 0
  }

  private mutating func readMore(_ line: Int) throws(FileError) {
    guard bytes.count < DelimitedReader.longestRow else {
      throw issue(
        "E108", "the row that begins here has more than 64 million bytes", line: line,
        remedy: "look for a quote that is opened and never closed")
    }
    let start = bytes.count
    bytes.append(contentsOf: repeatElement(0, count: max(1 << 14, start)))
    let count = try unsafe bytes.withUnsafeMutableBufferPointer { target throws(FileError) in
      try unsafe source.fill(UnsafeMutableBufferPointer(rebasing: target[start...]))
    }
    bytes.removeLast(bytes.count - start - count)
    isWholeFile = count == 0
  }

  private func checkDelimiter(_ header: [String], _ delimiter: UInt8) throws(FileError) {
    guard header.count == 1 else { return }
    for other in Self.delimiters
    where header[0].utf8.contains(other.letter) && other.letter != delimiter {
      throw issue(
        "E104", "the header is one field, and \(other.name) seems to separate the columns",
        line: 1,
        remedy:
          "write `delimiter: \"\(other.written)\"` in the profile, or save the file with commas")
    }
  }

  private func issue(
    _ code: String, _ message: String, line: Int? = nil, remedy: String
  ) -> FileError {
    FileError([FileIssue(code: code, message, file: source.file, line: line, remedy: remedy)])
  }
}
