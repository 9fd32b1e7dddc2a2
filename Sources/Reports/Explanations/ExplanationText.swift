public import PolicingDomain

extension Explanation {
  /// The explanation as text for a terminal: the answer first, then how it came about.
  public func text(notice: String?) -> String {
    var lines = ["\(title)"]
    if let notice { lines.append(notice) }
    if let answer { lines.append("  = \(answer)") }
    if !certainty.isEmpty { lines.append("    \(certainty)") }
    func section(_ heading: String, _ body: [String]) {
      guard !body.isEmpty else { return }
      lines += ["", heading] + body.flatMap { Self.wrapped($0) }
    }
    section("HOW", [formula, calculation].filter { !$0.isEmpty })
    section("FROM", inputs.map(Self.words))
    section("BOUND BY", binding)
    section(
      "ASSUMED",
      assumptions.map { assumption in
        let range =
          assumption.low.isEmpty && assumption.high.isEmpty
          ? "" : " (worth trying: \(assumption.low) to \(assumption.high))"
        let value = [assumption.value, assumption.unit].filter { !$0.isEmpty }.joined(
          separator: " ")
        return "\(assumption.id): \(assumption.statement)"
          + (value.isEmpty ? "" : " – \(value)") + range + ". \(assumption.reason)"
      })
    section("DATA", data)
    section("ONE MORE, ONE LESS", changes.map { "\($0.change): \($0.effect)" })
    section("NOTE", notes)
    section("SEE ALSO", related.isEmpty ? [] : [related.joined(separator: ", ")])
    return lines.joined(separator: "\n") + "\n"
  }

  private static func words(_ input: Input) -> String {
    var text = "\(input.name): \(input.value)"
    if let provenance = input.provenance {
      var source = provenance.source
      if !provenance.date.isEmpty { source += ", \(provenance.date)" }
      if let place = provenance.place { source += " [\(place)]" }
      text += " – " + source + (provenance.isAssumption ? " (assumption)" : "")
    }
    if let item = input.item { text += " → \(item)" }
    return text
  }

  private static let width = 104

  /// Returns a paragraph in lines, indented, broken between words.
  private static func wrapped(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ") {
      if !line.isEmpty, line.count + word.count + 1 > width {
        lines.append(line)
        line = ""
      }
      line += line.isEmpty ? String(word) : " \(word)"
    }
    lines.append(line)
    return lines.enumerated().map { $0 == 0 ? "  \($1)" : "    \($1)" }
  }
}
