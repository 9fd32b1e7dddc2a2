/// One line of MPS text.
struct MPSLine {
  /// The line number, counted from one.
  let number: Int
  private let bytes: ArraySlice<UInt8>

  /// Splits `text` into lines; carriage returns count as blanks.
  static func split(_ text: String) -> [MPSLine] {
    let lines = Array(text.utf8).split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.enumerated().map { MPSLine(number: $0 + 1, bytes: $1) }
  }

  /// Whether the line is a comment.
  var isComment: Bool { bytes.first == UInt8(ascii: "*") }

  /// Whether the line begins a section: it starts in the first column.
  var isHeader: Bool { bytes.first.map { !Self.isBlank($0) } ?? false }

  /// Whether the comment, without its asterisk and surrounding blanks, is `words`.
  func says(_ words: String) -> Bool {
    let inner = bytes.dropFirst().drop(while: Self.isBlank)
    return Self.trimmed(inner) == words
  }

  /// The fields parted by blanks.
  var fields: [String] {
    bytes.split(whereSeparator: Self.isBlank).map { String(decoding: $0, as: UTF8.self) }
  }

  /// The fields at columns 2–3, 5–12, 15–22, 25–36, 40–47 and 50–61, trimmed; trailing empty
  /// ones are left out.
  var fixedFields: [String] {
    var fields: [String] = []
    for range in [1..<3, 4..<12, 14..<22, 24..<36, 39..<47, 49..<61] {
      let start = min(bytes.startIndex + range.lowerBound, bytes.endIndex)
      let end = min(bytes.startIndex + range.upperBound, bytes.endIndex)
      fields.append(Self.trimmed(bytes[start..<end].drop(while: Self.isBlank)))
    }
    while fields.last == "" { fields.removeLast() }
    return fields
  }

  /// The text after the first word, without surrounding blanks.
  var rest: String {
    let tail = bytes.drop { !Self.isBlank($0) }.drop(while: Self.isBlank)
    return Self.trimmed(tail)
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    var bytes = bytes
    while let last = bytes.last, isBlank(last) { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "\r")
  }
}
