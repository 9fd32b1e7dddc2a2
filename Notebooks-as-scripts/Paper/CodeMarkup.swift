import Charts

/// Swift with its comments, texts, keywords, types and numbers told apart.
enum CodeMarkup {
  /// Returns a listing.
  static func listing(_ code: String) -> Markup {
    .element("pre", ["class": "code"], [.element("code", [:], pieces(of: code))])
  }

  private static let keywords: Set<String> = [
    "as", "await", "case", "catch", "default", "do", "else", "enum", "false", "for", "func",
    "guard",
    "if", "import", "in", "init", "let", "nil", "return", "self", "some", "static", "struct",
    "switch", "throw", "throws", "true", "try", "var", "where", "while",
  ]

  private static func pieces(of code: String) -> [Markup] {
    var pieces: [Markup] = []
    var plain = ""
    var rest = Substring(code)
    while let character = rest.first {
      let (look, length) = token(at: rest)
      if let look {
        if !plain.isEmpty { pieces.append(.text(plain)) }
        plain = ""
        pieces.append(.element("span", ["class": look], String(rest.prefix(length))))
        rest = rest.dropFirst(length)
      } else if length > 0 {
        plain += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else {
        plain.append(character)
        rest = rest.dropFirst()
      }
    }
    if !plain.isEmpty { pieces.append(.text(plain)) }
    return pieces
  }

  /// Returns the look and the length of the token at the start of `text`; no look for plain text.
  private static func token(at text: Substring) -> (look: String?, length: Int) {
    if text.hasPrefix("//") { return ("remark", text.prefix { $0 != "\n" }.count) }
    if text.first == "\"" { return ("quote", textLength(text)) }
    guard let first = text.first, first.isLetter || first.isNumber || first == "_" else {
      return (nil, 0)
    }
    let word = String(text.prefix { $0.isLetter || $0.isNumber || $0 == "_" })
    if first.isNumber { return ("figure", word.count) }
    if keywords.contains(word) { return ("word", word.count) }
    return (first.isUppercase ? "kind" : nil, word.count)
  }

  /// The length of a text in quotes, with what is inserted into it.
  private static func textLength(_ text: Substring) -> Int {
    var length = 1
    var depth = 0
    var isEscaped = false
    for character in text.dropFirst() {
      length += 1
      if isEscaped {
        if character == "(" { depth += 1 }
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if depth > 0, character == "(" {
        depth += 1
      } else if depth > 0, character == ")" {
        depth -= 1
      } else if depth == 0, character == "\"" || character == "\n" {
        return length
      }
    }
    return length
  }
}
