/// One word, number or sign of LP text, with its place.
struct LPToken {
  enum Kind: Equatable {
    case name
    case number(Double)
    case plus
    case minus
    case relation(LPRelation)
    case colon
    /// A letter that has no place in a linear program.
    case stray(UInt8)
    case end
  }

  let kind: Kind
  /// The bytes of the token.
  let range: Range<Int>
  /// The line and the column, counted from one.
  let line: Int
  let column: Int
  /// Whether nothing but blanks stands before the token on its line.
  let isFirst: Bool

  /// The error of this token.
  func error(_ problem: String, _ remedy: String) -> LPTextError {
    LPTextError(line: line, column: column, problem, remedy: remedy)
  }
}

/// How two sides of a row or a bound compare; strict signs mean the same as others.
enum LPRelation {
  case less
  case greater
  case equal

  /// The relation of the sides exchanged.
  var flipped: LPRelation {
    switch self {
    case .less: .greater
    case .greater: .less
    case .equal: .equal
    }
  }
}

/// Parts LP text into tokens; a copy can look ahead.
struct LPLexer {
  /// Whether a comment said that names are percent-encoded.
  private(set) var isEncoded = false
  /// The name of the program, if a comment states it.
  private(set) var title: Range<Int>?

  private var place = 0
  private var line = 1
  private var lineStart = 0
  private var isFirst = true

  /// Returns the next token.
  mutating func next(_ text: borrowing Span<UInt8>) -> LPToken {
    if place == 0, text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      (place, lineStart) = (3, 3)
    }
    skipBlanks(text)
    let start = place
    guard start < text.count else { return token(.end, length: 0) }
    let following = start + 1 < text.count ? text[start + 1] : 0
    switch text[start] {
    case UInt8(ascii: "+"): return token(.plus, length: 1)
    case UInt8(ascii: "-") where following == UInt8(ascii: ">"):
      return token(.stray(UInt8(ascii: ">")), length: 2)
    case UInt8(ascii: "-"): return token(.minus, length: 1)
    case UInt8(ascii: ":"): return token(.colon, length: 1)
    case UInt8(ascii: "<"):
      return token(.relation(.less), length: following == UInt8(ascii: "=") ? 2 : 1)
    case UInt8(ascii: ">"):
      return token(.relation(.greater), length: following == UInt8(ascii: "=") ? 2 : 1)
    case UInt8(ascii: "="):
      switch following {
      case UInt8(ascii: "<"): return token(.relation(.less), length: 2)
      case UInt8(ascii: ">"): return token(.relation(.greater), length: 2)
      default: return token(.relation(.equal), length: 1)
      }
    default: return wordOrNumber(text)
    }
  }

  private mutating func wordOrNumber(_ text: borrowing Span<UInt8>) -> LPToken {
    let start = place
    if let length = DecimalNumber.decimalLength(text, start..<text.count, isFortran: false) {
      let value = DecimalNumber.magnitude(text, start..<start + length) ?? .nan
      return token(.number(value), length: length)
    }
    guard LPNames.canBegin(text[start]) else { return token(.stray(text[start]), length: 1) }
    var end = start + 1
    while end < text.count, LPNames.canContinue(text[end]) { end += 1 }
    let isInfinity = DecimalNumber.isInfinity(text, start..<end)
    return token(isInfinity ? .number(.infinity) : .name, length: end - start)
  }

  private mutating func token(_ kind: LPToken.Kind, length: Int) -> LPToken {
    let token = LPToken(
      kind: kind, range: place..<place + length, line: line, column: place - lineStart + 1,
      isFirst: isFirst)
    place += length
    isFirst = false
    return token
  }

  private mutating func skipBlanks(_ text: borrowing Span<UInt8>) {
    while place < text.count {
      switch text[place] {
      case UInt8(ascii: "\n"):
        place += 1
        line += 1
        lineStart = place
        isFirst = true
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"): place += 1
      case UInt8(ascii: "\\"): skipComment(text)
      default: return
      }
    }
  }

  /// Skips a comment, which goes to the end of the line; two of them say something.
  private mutating func skipComment(_ text: borrowing Span<UInt8>) {
    var start = place + 1
    while place < text.count, text[place] != UInt8(ascii: "\n") { place += 1 }
    var end = place
    while start < end, MPSLine.isBlank(text[start]) { start += 1 }
    while start < end, MPSLine.isBlank(text[end - 1]) { end -= 1 }
    if text.equals("percent-encoded names", at: start..<end) { isEncoded = true }
    let prefix = "Problem name:"
    let length = prefix.utf8.count
    guard title == nil, end - start > length, text.equals(prefix, at: start..<start + length)
    else { return }
    start += length
    while start < end, MPSLine.isBlank(text[start]) { start += 1 }
    title = start..<end
  }
}
