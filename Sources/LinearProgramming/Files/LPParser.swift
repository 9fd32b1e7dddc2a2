/// Reads LP text token by token.
struct LPParser {
  private(set) var token: LPToken
  var builder = LPBuilder()
  private var lexer = LPLexer()

  init(_ text: borrowing Span<UInt8>) { token = lexer.next(text) }

  /// Reads the whole text.
  mutating func parse(_ text: borrowing Span<UInt8>) throws(LPTextError) -> LPDocument {
    guard case .objective(let sense) = takeSection(text) else {
      throw token.error(
        "The text does not begin with its objective.", "Begin it with Minimize or Maximize.")
    }
    if isLabel(text) { skipLabel(text) }
    builder.sense = sense
    let objective = try readSum(text, inObjective: true)
    try requireFinite(objective)
    builder.objective = objective
    while true {
      if token.kind == .end {
        builder.notes.append("The text has no End; check that it is complete.")
        break
      }
      if try readSection(text) { break }
    }
    return try builder.document(text, isEncoded: lexer.isEncoded, title: lexer.title)
  }

  /// Reads one section; returns whether it is the last.
  private mutating func readSection(_ text: borrowing Span<UInt8>) throws(LPTextError) -> Bool {
    let place = token
    guard let section = takeSection(text) else {
      if case .stray(let byte) = token.kind { throw stray(byte) }
      throw place.error(
        "\(words(of: place, text)) stands where a section must begin.",
        "Write Subject To, Bounds, General, Binary or End, first on its line.")
    }
    switch section {
    case .rows: while !isAtSection(text) { try readRow(text) }
    case .bounds: while !isAtSection(text) { try readBound(text) }
    case .integers: while !isAtSection(text) { builder.isInteger[try readVariable(text)] = true }
    case .binaries:
      while !isAtSection(text) {
        let line = token.line
        let variable = try readVariable(text)
        builder.isInteger[variable] = true
        builder.setBounds(of: variable, lower: 0, upper: 1, line: line)
      }
    case .end: return true
    case .objective: throw place.error("There is a second objective.", "Keep one.")
    case .refused(let what):
      // HiGHS writes the header even if nothing follows.
      if isAtSection(text) { return false }
      throw place.error(
        "\(what) are not part of a linear program.", "Remove the section, or state it by rows.")
    }
    return false
  }
}

// MARK: Tokens

extension LPParser {
  mutating func advance(_ text: borrowing Span<UInt8>) { token = lexer.next(text) }

  private func following(_ text: borrowing Span<UInt8>) -> LPToken {
    var copy = lexer
    return copy.next(text)
  }

  /// The token as the text has it.
  func words(of token: LPToken, _ text: borrowing Span<UInt8>) -> String {
    token.kind == .end ? "The end of the text" : text.string(at: token.range)
  }

  /// Whether the token names a row or the objective: a colon follows.
  func isLabel(_ text: borrowing Span<UInt8>) -> Bool {
    token.kind == .name && following(text).kind == .colon
  }

  mutating func skipLabel(_ text: borrowing Span<UInt8>) {
    advance(text)
    advance(text)
  }

  /// The section that begins at the token and the number of its words; the longest first word
  /// has eight letters.
  private func section(_ text: borrowing Span<UInt8>) -> (section: LPSection, words: Int)? {
    guard token.kind == .name, token.isFirst, token.range.count <= 8 else { return nil }
    let next = following(text)
    if next.kind == .colon { return nil }
    let other = next.isFirst || next.kind != .name ? nil : text.string(at: next.range)
    return LPSection.named(text.string(at: token.range), followedBy: other)
  }

  /// Whether a section begins here, or nothing follows.
  func isAtSection(_ text: borrowing Span<UInt8>) -> Bool {
    token.kind == .end || section(text) != nil
  }

  private mutating func takeSection(_ text: borrowing Span<UInt8>) -> LPSection? {
    guard let (section, words) = section(text) else { return nil }
    for _ in 0..<words { advance(text) }
    return section
  }

  /// The error of a letter that no linear program has.
  func stray(_ byte: UInt8) -> LPTextError {
    switch byte {
    case UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "^"), UInt8(ascii: "*"):
      token.error(
        "Here is a quadratic term, which linear programs do not have.",
        "Remove it; write a coefficient before its variable, as in 3 x.")
    case UInt8(ascii: ">"):
      token.error(
        "Here is an indicator constraint, which linear programs do not have.",
        "Remove it, or state it by a row.")
    default:
      token.error(
        "The letter \(String(decoding: [byte], as: UTF8.self)) has no meaning here.",
        "Remove it; names may not begin with it.")
    }
  }
}
