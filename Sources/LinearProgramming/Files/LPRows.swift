extension LPParser {
  /// Reads a row: `name: sum relation number`, or the number on the left, or one on each side.
  mutating func readRow(_ text: borrowing Span<UInt8>) throws(LPTextError) {
    var label: LPToken?
    if isLabel(text) {
      label = token
      skipLabel(text)
    }
    let left = try readSum(text)
    guard case .relation(let relation) = token.kind else {
      throw token.error(
        "\(words(of: token, text)) stands where the relation of a row must be.",
        "Write <=, >= or =, and one number behind it.")
    }
    advance(text)
    var sum = left
    var range = (lower: -Double.infinity, upper: Double.infinity)
    if !left.terms.isEmpty {
      narrow(&range, relation, to: try readNumber(text))
    } else {
      let middle = try readSum(text)
      if middle.terms.isEmpty {
        // A row of constants alone, such as 0 >= -5.
        narrow(&range, relation, to: Self.widened(middle.constant))
      } else {
        sum = middle
        narrow(&range, relation.flipped, to: Self.widened(left.constant))
        try readSecondRelation(text, relation, &range)
      }
    }
    try requireFinite(sum)
    try requireEndOfRow(text)
    try requireOrdered(range, at: left.place)
    try builder.addRow(text, label: label, sum: sum, lower: range.lower, upper: range.upper)
  }

  /// Reads the rest of `number <= sum <= number`.
  private mutating func readSecondRelation(
    _ text: borrowing Span<UInt8>, _ first: LPRelation,
    _ range: inout (lower: Double, upper: Double)
  ) throws(LPTextError) {
    guard case .relation(let second) = token.kind else { return }
    guard first == second, first != .equal else {
      throw token.error(
        "The two relations of the row point in different directions.",
        "Write number <= terms <= number; name the row that begins here if it is another one.")
    }
    advance(text)
    narrow(&range, second, to: try readNumber(text))
  }

  func narrow(
    _ range: inout (lower: Double, upper: Double), _ relation: LPRelation, to value: Double
  ) {
    if relation != .less { range.lower = value }
    if relation != .greater { range.upper = value }
  }

  /// A row ends with its number: what follows on the same line must be the name of another.
  private func requireEndOfRow(_ text: borrowing Span<UInt8>) throws(LPTextError) {
    guard !token.isFirst, token.kind != .end, !isLabel(text) else { return }
    if case .stray(let byte) = token.kind { throw stray(byte) }
    throw token.error(
      "\(words(of: token, text)) follows the number that ends the row.",
      "Put all variables on one side, and each row on a line of its own.")
  }

  private func requireOrdered(
    _ range: (lower: Double, upper: Double), at place: LPToken
  ) throws(LPTextError) {
    guard !(range.lower <= range.upper) else { return }
    throw place.error(
      "The row must be at least \(range.lower) and at most \(range.upper).", "Exchange the numbers."
    )
  }

  /// Reads a bound: `x free`, `x relation number`, `number relation x`, or one on each side.
  mutating func readBound(_ text: borrowing Span<UInt8>) throws(LPTextError) {
    if isLabel(text) { skipLabel(text) }
    let line = token.line
    if token.kind == .name {
      let variable = try readVariable(text)
      if token.kind == .name, text.hasWord("free", at: token.range) {
        advance(text)
        builder.setBounds(of: variable, lower: -.infinity, upper: .infinity, line: line)
      } else {
        try readBoundValue(text, of: variable)
      }
      return
    }
    let value = try readNumber(text)
    let relation = try readRelation(text)
    let variable = try readVariable(text)
    setBound(of: variable, relation.flipped, to: value, line: line)
    if case .relation(let second) = token.kind {
      guard second == relation, second != .equal else {
        throw token.error(
          "The two relations of the bound point in different directions.",
          "Write number <= variable <= number.")
      }
      try readBoundValue(text, of: variable)
    }
  }

  private mutating func readBoundValue(
    _ text: borrowing Span<UInt8>, of variable: Int
  ) throws(LPTextError) {
    let line = token.line
    let relation = try readRelation(text)
    setBound(of: variable, relation, to: try readNumber(text), line: line)
  }

  private mutating func readRelation(
    _ text: borrowing Span<UInt8>
  ) throws(LPTextError) -> LPRelation {
    guard case .relation(let relation) = token.kind else {
      throw token.error(
        "\(words(of: token, text)) stands where the relation of a bound must be.",
        "Write <=, >=, = or free.")
    }
    advance(text)
    return relation
  }

  private mutating func setBound(
    of variable: Int, _ relation: LPRelation, to value: Double, line: Int
  ) {
    var range = (lower: builder.lower[variable], upper: builder.upper[variable])
    narrow(&range, relation, to: value)
    builder.setBounds(of: variable, lower: range.lower, upper: range.upper, line: line)
  }
}
