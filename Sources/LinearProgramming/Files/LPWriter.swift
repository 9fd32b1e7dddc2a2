extension LinearProgram {
  /// Returns the program in CPLEX LP format; reading the text gives the same program.
  ///
  /// Names that the format cannot hold, such as those with blanks or square brackets, make all
  /// names percent-encoded, and a comment at the top says so. Variables that no term would bring
  /// in their order stand in the objective with the coefficient 0. Finite numbers of magnitude
  /// 1e30 or more come back as infinite where bounds and right-hand sides are concerned.
  ///
  /// A row with two ends is written with a number on both sides, as CPLEX has it; HiGHS 1.15 does
  /// not read such rows and needs ``mpsText()``.
  ///
  /// - Throws: An ``LPTextError`` if two rows, or two variables, have the same name, if a
  ///   coefficient is not finite, or if a row has no variable and the program neither.
  /// - Complexity: O(*n*), *n* being the length of the text.
  public func lpText() throws(LPTextError) -> String {
    var writer = LPWriter(try LPWriterNames(self))
    try writer.requireNumbers(of: self)
    writer.writeTitle(name)
    writer.line(sense == .minimize ? "Minimize" : "Maximize")
    writer.writeObjective(self)
    writer.line("Subject To")
    for row in rows { writer.writeRow(row, of: self) }
    writer.writeBounds(of: self)
    writer.line("End")
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// The names of a program as LP text can hold them.
private struct LPWriterNames {
  let isEncoded: Bool
  let rows: [String]
  let variables: [String]

  init(_ program: LinearProgram) throws(LPTextError) {
    let isTitlePlain =
      program.name.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
      && program.name.utf8.first != 0x20 && program.name.utf8.last != 0x20
    let isEncoded =
      !(isTitlePlain && program.rowNames.allSatisfy(LPNames.isPlain)
      && program.variableNames.allSatisfy(LPNames.isPlain))
    self.isEncoded = isEncoded
    rows = program.rowNames.map { isEncoded ? LPNames.encoded($0) : $0 }
    variables = program.variableNames.map { isEncoded ? LPNames.encoded($0) : $0 }
    try Self.requireUnique(rows, kind: "rows")
    try Self.requireUnique(variables, kind: "variables")
  }

  private static func requireUnique(_ names: [String], kind: String) throws(LPTextError) {
    var seen: Set<String> = []
    for name in names {
      guard seen.insert(name).inserted else {
        throw LPTextError(
          "Two \(kind) are named \(name).", remedy: "Give each a name of its own.")
      }
    }
  }
}

/// Writes LP text into bytes, with lines of moderate length.
private struct LPWriter {
  private(set) var bytes: [UInt8] = []
  private let names: LPWriterNames
  private var lineStart = 0

  /// Lines are broken between terms here; CPLEX reads lines of up to 560 letters.
  private static let lineLength = 96

  init(_ names: LPWriterNames) { self.names = names }

  mutating func line(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    bytes.append(UInt8(ascii: "\n"))
    lineStart = bytes.count
  }

  /// Adds `text`, on a new line if this one gets too long.
  private mutating func add(_ text: String) {
    if bytes.count - lineStart + text.utf8.count > Self.lineLength {
      line("")
      bytes.append(contentsOf: "  ".utf8)
    }
    bytes.append(contentsOf: text.utf8)
  }

  mutating func requireNumbers(of program: LinearProgram) throws(LPTextError) {
    let weights = [program.objective.constant] + program.objective.terms.map(\.weight)
    guard weights.allSatisfy(\.isFinite), program.terms.allSatisfy(\.weight.isFinite) else {
      throw LPTextError("A coefficient is not finite.", remedy: "Give it a finite value.")
    }
    let ends = program.rowLowers + program.rowUppers + program.lowerBounds + program.upperBounds
    guard !ends.contains(where: \.isNaN) else {
      throw LPTextError("A bound or a right-hand side is no number.", remedy: "Give it a value.")
    }
    if program.variableCount == 0, program.rowCount > 0 {
      throw LPTextError(
        "The program has rows but no variables.", remedy: "Add a variable, fixed at 0.")
    }
  }

  mutating func writeTitle(_ name: String) {
    if names.isEncoded { line("\\ percent-encoded names") }
    if !name.isEmpty {
      line("\\Problem name: \(names.isEncoded ? LPNames.encoded(name) : name)")
    }
  }

  mutating func writeObjective(_ program: LinearProgram) {
    add(" obj:")
    var terms = program.objective.terms
    if !Self.comeInOrder(program) {
      terms = program.costs.enumerated().map {
        LinearExpression.Term(Variable(index: $0.offset), weight: $0.element)
      }
    }
    write(terms[...], constant: program.objective.constant)
    line("")
  }

  /// Whether reading the terms as they stand would meet the variables in their order.
  private static func comeInOrder(_ program: LinearProgram) -> Bool {
    var known = 0
    for list in [program.objective.terms[...], program.terms[...]] {
      for term in list where term.variable.index >= known {
        if term.variable.index > known { return false }
        known += 1
      }
    }
    // A row without terms names the first variable.
    return known == program.variableCount
  }

  mutating func writeRow(_ row: Row, of program: LinearProgram) {
    let (lower, upper) = (program.rowLowers[row.index], program.rowUppers[row.index])
    add(" \(names.rows[row.index]):")
    let isRange = lower > -.infinity && upper < .infinity && lower != upper
    if isRange { add(" \(Self.text(of: lower)) <=") }
    let terms = program.terms(of: row)
    if terms.isEmpty {
      add(" 0 \(names.variables[0])")
    } else {
      write(terms, constant: 0)
    }
    if lower == upper {
      add(" = \(Self.text(of: lower))")
    } else if upper == .infinity {
      add(" >= \(Self.text(of: lower))")
    } else {
      add(" <= \(Self.text(of: upper))")
    }
    line("")
  }

  private mutating func write(_ terms: ArraySlice<LinearExpression.Term>, constant: Double) {
    var isFirst = true
    for term in terms {
      let magnitude = abs(term.weight)
      let factor = magnitude == 1 ? "" : Self.text(of: magnitude) + " "
      let sign = term.weight < 0 ? (isFirst ? " -" : " - ") : (isFirst ? " " : " + ")
      add(sign + factor + names.variables[term.variable.index])
      isFirst = false
    }
    if constant == 0 { return }
    add((constant < 0 ? " - " : isFirst ? " " : " + ") + Self.text(of: abs(constant)))
  }

  mutating func writeBounds(of program: LinearProgram) {
    var isFirst = true
    for variable in program.variables {
      let lower = program.lowerBounds[variable.index]
      let upper = program.upperBounds[variable.index]
      if lower == 0 && upper == .infinity { continue }
      if isFirst { line("Bounds") }
      isFirst = false
      line(" " + Self.bound(names.variables[variable.index], lower, upper))
    }
  }

  private static func bound(_ name: String, _ lower: Double, _ upper: Double) -> String {
    if lower == upper { return "\(name) = \(text(of: lower))" }
    if lower == -.infinity && upper == .infinity { return "\(name) free" }
    if upper == .infinity { return "\(name) >= \(text(of: lower))" }
    if lower == 0 { return "\(name) <= \(text(of: upper))" }
    return "\(text(of: lower)) <= \(name) <= \(text(of: upper))"
  }

  private static func text(of number: Double) -> String {
    number.isInfinite ? (number < 0 ? "-inf" : "inf") : LinearProgram.text(of: number + 0)
  }
}
