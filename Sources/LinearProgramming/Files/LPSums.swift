/// A sum as it stands in LP text.
struct LPSum {
  var terms: [LinearExpression.Term] = []
  var constant = 0.0
  /// Where it begins.
  let place: LPToken
}

extension LPParser {
  /// Reads terms and constants up to a relation, a label or a section; in a row also up to a
  /// new line that begins without a sign.
  mutating func readSum(
    _ text: borrowing Span<UInt8>, inObjective: Bool = false
  ) throws(LPTextError) -> LPSum {
    var sum = LPSum(place: token)
    var sign = 1.0
    var hasSign = false
    var isEmpty = true
    loop: while !isAtSection(text) {
      switch token.kind {
      case .plus, .minus:
        if token.kind == .minus { sign = -sign }
        hasSign = true
        advance(text)
      case .number, .name:
        if isLabel(text) { break loop }
        if !isEmpty && !hasSign {
          if token.isFirst && !inObjective { return sum }
          throw token.error(
            "A sign is missing before \(words(of: token, text)).", "Write + or - between terms.")
        }
        try readTerm(text, sign: sign, into: &sum)
        (sign, hasSign, isEmpty) = (1, false, false)
      case .stray(let byte): throw stray(byte)
      case .relation, .colon, .end: break loop
      }
    }
    guard !hasSign else {
      throw token.error("Nothing follows the sign.", "Write a number or a term behind it.")
    }
    return sum
  }

  /// Reads a number, a variable, or a number and its variable.
  private mutating func readTerm(
    _ text: borrowing Span<UInt8>, sign: Double, into sum: inout LPSum
  ) throws(LPTextError) {
    var weight = sign
    let first = token
    if case .number(let value) = token.kind {
      weight *= value
      advance(text)
      if token.kind != .name || isAtSection(text) || isLabel(text) {
        sum.constant += weight
        return
      }
    }
    guard weight.isFinite else {
      throw first.error("A coefficient is infinite.", "Give every coefficient a finite value.")
    }
    let variable = builder.variable(text, token.range)
    sum.terms.append(LinearExpression.Term(Variable(index: variable), weight: weight))
    advance(text)
  }

  /// Requires that the constant of `sum` is finite.
  func requireFinite(_ sum: LPSum) throws(LPTextError) {
    guard !sum.constant.isFinite else { return }
    throw sum.place.error(
      "A constant beside terms is infinite.", "Only sides of rows and bounds may be infinite.")
  }

  /// Reads a number, infinite or not, with its signs; from 1e30 on it is infinite.
  mutating func readNumber(_ text: borrowing Span<UInt8>) throws(LPTextError) -> Double {
    var sign = 1.0
    while token.kind == .plus || token.kind == .minus {
      if token.kind == .minus { sign = -sign }
      advance(text)
    }
    guard case .number(let value) = token.kind else {
      if case .stray(let byte) = token.kind { throw stray(byte) }
      throw token.error(
        "\(words(of: token, text)) stands where a number must be.",
        "Write one number there, and all variables on the other side.")
    }
    advance(text)
    return Self.widened(sign * value)
  }

  /// The value as the program has it: infinite from 1e30 on, and zero without a sign.
  static func widened(_ value: Double) -> Double {
    abs(value) >= 1e30 ? (value < 0 ? -.infinity : .infinity) : value + 0
  }

  /// Reads the name of a variable that the objective or a row has.
  mutating func readVariable(_ text: borrowing Span<UInt8>) throws(LPTextError) -> Int {
    guard token.kind == .name else {
      if case .stray(let byte) = token.kind { throw stray(byte) }
      throw token.error(
        "\(words(of: token, text)) stands where the name of a variable must be.",
        "Write a name, or begin the next section on a line of its own.")
    }
    guard let variable = builder.variables.position(text, token.range) else {
      throw token.error(
        "Variable \(words(of: token, text)) has no term in the objective or a row.",
        "Correct the name, or add it to the objective with the coefficient 0.")
    }
    advance(text)
    return variable
  }
}
