extension LinearProgram: CustomStringConvertible {
  /// The program as text for people: the same program always gives the same text.
  ///
  /// Rows appear with their names; a variable with the bounds 0...∞ is not listed under
  /// `bounds`. Numbers are written as short as they can be without loss.
  public var description: String {
    var lines: [String] = []
    if !name.isEmpty { lines.append("\\ \(name)") }
    let goal = text(of: objective.terms[...], constant: objective.constant)
    lines.append("\(sense.rawValue) \(goal)")
    if rowCount > 0 { lines.append("subject to") }
    for row in rows {
      let expression = text(of: terms(of: row), constant: 0)
      let range = Self.text(
        of: expression, lower: rowLowers[row.index], upper: rowUppers[row.index])
      lines.append("  \(rowNames[row.index]): \(range)")
    }
    let bounds = variables.compactMap(boundsText(of:))
    if !bounds.isEmpty { lines += ["bounds"] + bounds.map { "  " + $0 } }
    return lines.joined(separator: "\n") + "\n"
  }

  private func text(of terms: ArraySlice<LinearExpression.Term>, constant: Double) -> String {
    var text = ""
    for term in terms {
      let magnitude = abs(term.weight)
      let factor = magnitude == 1 ? "" : Self.text(of: magnitude) + " "
      text += Self.sign(of: term.weight, isFirst: text.isEmpty)
      text += factor + variableNames[term.variable.index]
    }
    guard constant != 0 || text.isEmpty else { return text }
    return text + Self.sign(of: constant, isFirst: text.isEmpty) + Self.text(of: abs(constant))
  }

  private static func sign(of number: Double, isFirst: Bool) -> String {
    switch (number < 0, isFirst) {
    case (true, true): "-"
    case (false, true): ""
    case (true, false): " - "
    case (false, false): " + "
    }
  }

  private static func text(of middle: String, lower: Double, upper: Double) -> String {
    if lower == upper { return "\(middle) = \(text(of: lower))" }
    if lower == -.infinity && upper == .infinity { return "\(middle) free" }
    if lower == -.infinity { return "\(middle) <= \(text(of: upper))" }
    if upper == .infinity { return "\(middle) >= \(text(of: lower))" }
    return "\(text(of: lower)) <= \(middle) <= \(text(of: upper))"
  }

  private func boundsText(of variable: Variable) -> String? {
    let name = variableNames[variable.index]
    let lower = lowerBounds[variable.index]
    let upper = upperBounds[variable.index]
    if lower == 0 && upper == .infinity { return nil }
    if lower == -.infinity && upper < .infinity {
      return "-inf <= \(name) <= \(Self.text(of: upper))"
    }
    return Self.text(of: name, lower: lower, upper: upper)
  }

  /// The shortest text that reads back as `number`: `5` rather than `5.0`.
  static func text(of number: Double) -> String {
    let text = "\(number)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
