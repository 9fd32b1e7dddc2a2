/// Words as a cell can hold them.
///
/// Characters that the format cannot hold become U+FFFD, ends of lines become one line feed, and what
/// is longer than a cell is cut, with a mark that says so. Words are written as words, so that those
/// that begin with an equals sign stay words.
package struct SafeText: Hashable, Sendable {
  /// The most characters of a cell, as spreadsheets count them (UTF-16).
  package static let longest = 32_767
  /// What stands at the end of words that were cut.
  package static let mark = " [cut: longer than a cell]"

  /// The words.
  package let text: String
  /// Whether words were cut.
  package let isCut: Bool

  /// Makes words safe.
  package init(_ words: String) {
    var scalars = String.UnicodeScalarView()
    var lastWasReturn = false
    for scalar in words.unicodeScalars {
      defer { lastWasReturn = scalar == "\r" }
      switch scalar.value {
      case 0x0D: scalars.append("\n")
      case 0x0A: if !lastWasReturn { scalars.append(scalar) }
      case 0x09, 0x20...0x7E, 0xA0...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF:
        scalars.append(scalar)
      default: scalars.append("\u{FFFD}")
      }
    }
    let whole = Self.withoutEscapes(String(scalars))
    guard whole.utf16.count > Self.longest else {
      (text, isCut) = (whole, false)
      return
    }
    let room = Self.longest - Self.mark.utf16.count
    var short = ""
    var count = 0
    for character in whole {
      count += character.utf16.count
      if count > room { break }
      short.append(character)
    }
    (text, isCut) = (short + Self.mark, true)
  }

  /// Returns `words` with the underscore of `_x0041_` written as `_x005F_`: readers of the format take
  /// four digits between `_x` and `_` for a character.
  private static func withoutEscapes(_ words: String) -> String {
    guard words.contains("_x") || words.contains("_X") else { return words }
    let bytes = Array(words.utf8)
    var safe: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      safe.append(byte)
      guard byte == UInt8(ascii: "_"), position + 6 < bytes.count,
        bytes[position + 1] | 0x20 == UInt8(ascii: "x"),
        bytes[position + 2..<position + 6].allSatisfy(isHexadecimal),
        bytes[position + 6] == UInt8(ascii: "_")
      else { continue }
      safe += Array("x005F_".utf8)
    }
    return String(decoding: safe, as: UTF8.self)
  }

  private static func isHexadecimal(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte | 0x20)
  }
}

extension SafeText {
  /// Words as the header of a page may hold them, in small letters in its middle.
  ///
  /// Ampersands are commands there, a digit behind the size would be read as part of it, and the
  /// header has 255 characters.
  package static func pageHeader(_ words: String) -> String {
    let short = String(String.UnicodeScalarView(SafeText(words).text.unicodeScalars.prefix(110)))
    let doubled = short.split(separator: "&", omittingEmptySubsequences: false)
      .joined(separator: "&&")
    // The library takes these two for the places of pictures, even behind a doubled ampersand.
    return "&C&8 " + doubled.replacing("&G", with: "& G").replacing("&[", with: "& [")
  }
}
