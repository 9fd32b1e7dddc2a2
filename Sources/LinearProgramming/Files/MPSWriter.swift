extension LinearProgram {
  /// Returns the program in free MPS format; reading the text gives the same program.
  ///
  /// Names that MPS cannot hold, such as those with blanks, make all names percent-encoded, and
  /// a comment at the top says so. Finite numbers of magnitude 1e30 or more come back as
  /// infinite where bounds and right-hand sides are concerned.
  ///
  /// - Throws: An ``MPSError`` if two rows, or two variables, have the same name, if a coefficient
  ///   is not finite, or if a row's range cannot be written without loss.
  /// - Complexity: O(*n*), *n* being the length of the text.
  public func mpsText() throws(MPSError) -> String {
    try requireFiniteCoefficients()
    let names = try MPSWriterNames(self)
    var text = names.isEncoded ? "* percent-encoded names\n" : ""
    text += "NAME \(names.program)\n"
    if sense == .maximize { text += "OBJSENSE\n MAX\n" }
    text += "ROWS\n N \(names.objective)\n"
    var sides: [MPSRowSides] = []
    for row in rows {
      let side = try MPSRowSides(
        lower: rowLowers[row.index], upper: rowUppers[row.index], name: name(of: row))
      text += " \(side.type) \(names.rows[row.index])\n"
      sides.append(side)
    }
    text += mpsColumns(names)
    text += "RHS\n"
    if objective.constant != 0 { text += " rhs \(names.objective) \(-objective.constant)\n" }
    for (index, side) in sides.enumerated() where side.value != 0 {
      text += " rhs \(names.rows[index]) \(Self.mpsNumber(side.value))\n"
    }
    if sides.contains(where: { $0.range != nil }) { text += "RANGES\n" }
    for (index, side) in sides.enumerated() {
      if let range = side.range { text += " range \(names.rows[index]) \(range)\n" }
    }
    return text + mpsBounds(names) + "ENDATA\n"
  }

  private func requireFiniteCoefficients() throws(MPSError) {
    let ofRows = rows.lazy.flatMap { self.terms(of: $0) }
    let weights = [objective.constant] + objective.terms.map(\.weight) + ofRows.map(\.weight)
    guard let weight = weights.first(where: { !$0.isFinite }) else { return }
    throw MPSError(
      "A coefficient is \(weight).", remedy: "Give every coefficient a finite value.")
  }

  private func mpsColumns(_ names: MPSWriterNames) -> String {
    var columns = [[(row: String, weight: Double)]](repeating: [], count: variableCount)
    for term in objective.terms {
      columns[term.variable.index].append((names.objective, term.weight))
    }
    for row in rows {
      for term in terms(of: row) {
        columns[term.variable.index].append((names.rows[row.index], term.weight))
      }
    }
    var text = "COLUMNS\n"
    for (index, entries) in columns.enumerated() {
      let name = names.variables[index]
      // A column without entries is declared by a zero in the objective.
      for entry in entries.isEmpty ? [(names.objective, 0)] : entries {
        text += " \(name) \(entry.0) \(Self.text(of: entry.1))\n"
      }
    }
    return text
  }

  private func mpsBounds(_ names: MPSWriterNames) -> String {
    var text = ""
    for index in 0..<variableCount {
      let (lower, upper) = (lowerBounds[index], upperBounds[index])
      let name = names.variables[index]
      if lower == upper {
        text += " FX bound \(name) \(Self.mpsNumber(lower))\n"
        continue
      }
      if lower == -.infinity && upper == .infinity {
        text += " FR bound \(name)\n"
        continue
      }
      if lower == -.infinity {
        text += " MI bound \(name)\n"
      } else if lower != 0 {
        text += " LO bound \(name) \(Self.mpsNumber(lower))\n"
      }
      if upper < .infinity { text += " UP bound \(name) \(Self.mpsNumber(upper))\n" }
    }
    return text.isEmpty ? "" : "BOUNDS\n" + text
  }

  private static func mpsNumber(_ number: Double) -> String {
    number.isInfinite ? (number < 0 ? "-1e30" : "1e30") : text(of: number + 0)
  }
}

/// The names of a program as MPS can hold them.
private struct MPSWriterNames {
  let isEncoded: Bool
  let program: String
  let objective: String
  let rows: [String]
  let variables: [String]

  init(_ program: LinearProgram) throws(MPSError) {
    let rowNames = program.rows.map(program.name(of:))
    let variableNames = program.variables.map(program.name(of:))
    let isEncoded =
      !(rowNames.allSatisfy(MPSNames.isPlain) && variableNames.allSatisfy(MPSNames.isPlain)
      && (program.name.isEmpty || MPSNames.isPlain(program.name)))
    self.isEncoded = isEncoded
    rows = isEncoded ? rowNames.map(MPSNames.encoded) : rowNames
    variables = isEncoded ? variableNames.map(MPSNames.encoded) : variableNames
    self.program =
      isEncoded && !program.name.isEmpty ? MPSNames.encoded(program.name) : program.name
    var objective = "objective"
    let known = Set(rows)
    while known.contains(objective) { objective += "_" }
    self.objective = objective
    try Self.requireUnique(rows, kind: "rows")
    try Self.requireUnique(variables, kind: "variables")
  }

  private static func requireUnique(_ names: [String], kind: String) throws(MPSError) {
    var seen: Set<String> = []
    for name in names {
      guard seen.insert(name).inserted else {
        throw MPSError(
          "Two \(kind) are named \(name).", remedy: "Give each a name of its own.")
      }
    }
  }
}

/// How MPS writes the range of a row: a type, a right-hand side and possibly a range.
private struct MPSRowSides {
  let type: String
  let value: Double
  let range: Double?

  init(lower: Double, upper: Double, name: String) throws(MPSError) {
    if lower == upper {
      (type, value, range) = ("E", lower, nil)
    } else if upper == .infinity {
      (type, value, range) = ("G", lower, nil)
    } else if lower == -.infinity {
      (type, value, range) = ("L", upper, nil)
    } else {
      // The reader adds or subtracts the range, so it must give back the other end exactly.
      let width = upper - lower
      let widths = [width, width.nextUp, width.nextDown]
      if let exact = widths.first(where: { lower + $0 == upper }) {
        (type, value, range) = ("G", lower, exact)
      } else if let exact = widths.first(where: { upper - $0 == lower }) {
        (type, value, range) = ("L", upper, exact)
      } else {
        throw MPSError(
          "The range \(lower)...\(upper) of row \(name) cannot be written without loss.",
          remedy: "Split the row into two.")
      }
    }
  }
}
