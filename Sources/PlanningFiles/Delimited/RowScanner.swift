/// Finds the fields of one row of delimited text (RFC 4180) in a buffer of bytes.
///
/// It is as lenient as the files that exist: a row may end by LF, CRLF or CR; a quote inside an
/// unquoted field is a letter; letters after a closing quote belong to the field.
struct RowScanner {
  /// How a scan ended.
  enum Outcome {
    /// The row is complete; the next begins at the position.
    case row(next: Int)
    /// The buffer ends before the row does.
    case incomplete
    /// The file ends inside a quoted field that was opened after this many line feeds of the row.
    case openQuote(lineFeeds: Int)
  }

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  let delimiter: UInt8
  /// Where each field lies in the buffer, without the quotes around it.
  private(set) var fields: [Range<Int>] = []
  /// The fields that contain quotes that do not belong to the text.
  private(set) var fieldsToClean: [Int] = []
  /// Line feeds inside quoted fields of the row.
  private(set) var lineFeeds = 0
  /// Whether letters follow a closing quote.
  private(set) var hasStrayText = false

  init(delimiter: UInt8) { self.delimiter = delimiter }

  /// Scans the row that begins at `start`; `end` is the end of what was read so far.
  mutating func scan(
    _ buffer: [UInt8], from start: Int, to end: Int, isWholeFile: Bool
  ) -> Outcome {
    let bytes = buffer.span
    precondition(start >= 0 && end <= bytes.count, "The row lies in the buffer")
    fields.removeAll(keepingCapacity: true)
    fieldsToClean.removeAll(keepingCapacity: true)
    lineFeeds = 0
    hasStrayText = false
    var position = start
    while true {
      let stop: Int
      if position < end, unsafe bytes[unchecked: position] == Self.quote {
        let linesBefore = lineFeeds
        guard let after = scanQuoted(bytes, from: position, to: end, isWholeFile: isWholeFile)
        else { return isWholeFile ? .openQuote(lineFeeds: linesBefore) : .incomplete }
        stop = after
      } else {
        stop = findEnd(of: bytes, from: position, to: end)
        fields.append(position..<stop)
      }
      if stop == end { return isWholeFile ? .row(next: end) : .incomplete }
      let terminator = unsafe bytes[unchecked: stop]
      if terminator == delimiter {
        position = stop + 1
      } else if terminator == Self.lineFeed {
        return .row(next: stop + 1)
      } else {
        guard stop + 1 < end else { return isWholeFile ? .row(next: end) : .incomplete }
        let isPair = unsafe bytes[unchecked: stop + 1] == Self.lineFeed
        return .row(next: isPair ? stop + 2 : stop + 1)
      }
    }
  }

  /// Scans the quoted field whose quote is at `start`.
  ///
  /// - Returns: Where its terminator is, or nothing if the bytes end before the field does.
  private mutating func scanQuoted(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isWholeFile: Bool
  ) -> Int? {
    var position = start + 1
    var needsCleaning = false
    while true {
      while position < end, unsafe bytes[unchecked: position] != Self.quote {
        if unsafe bytes[unchecked: position] == Self.lineFeed { lineFeeds += 1 }
        position += 1
      }
      guard position < end else { return nil }
      guard position + 1 < end else {
        guard isWholeFile else { return nil }
        break
      }
      guard unsafe bytes[unchecked: position + 1] == Self.quote else { break }
      needsCleaning = true
      position += 2
    }
    let stop = findEnd(of: bytes, from: position + 1, to: end)
    if stop > position + 1 {
      // The field keeps its opening quote, by which the cleaning knows where the text goes on.
      hasStrayText = true
      fieldsToClean.append(fields.count)
      fields.append(start..<stop)
    } else {
      if needsCleaning { fieldsToClean.append(fields.count) }
      fields.append((needsCleaning ? start : start + 1)..<(needsCleaning ? stop : position))
    }
    return stop
  }

  private func findEnd(of bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end {
      let byte = unsafe bytes[unchecked: position]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { break }
      position += 1
    }
    return position
  }

  /// Takes the quotes that do not belong to the text out of the fields, in place.
  mutating func clean(_ bytes: inout [UInt8]) {
    for index in fieldsToClean {
      let field = fields[index]
      var target = field.lowerBound
      var position = field.lowerBound + 1
      var isQuoted = true
      while position < field.upperBound {
        let byte = bytes[position]
        if isQuoted, byte == Self.quote {
          position += 1
          guard position < field.upperBound, bytes[position] == Self.quote else {
            isQuoted = false
            continue
          }
        }
        bytes[target] = byte
        target += 1
        position += 1
      }
      fields[index] = field.lowerBound..<target
    }
  }
}
