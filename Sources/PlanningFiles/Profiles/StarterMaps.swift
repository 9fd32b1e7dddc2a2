internal import PolicingDomain

/// The part of a starter that lists values, with their counts.
extension StarterProfile {
  private static let mostListed = 30

  static func writePriorities(
    _ fields: StarterFields, _ text: inout StarterText, _ doubts: inout [String]
  ) {
    guard let column = fields.guess(.priority).flatMap({ fields.findings($0).first }) else {
      return
    }
    let values = column.common.filter { !isNothing($0.text) }
    if values.allSatisfy({ Int($0.text).flatMap { CallPriority($0) } != nil }) {
      text.comment("Priorities are levels already, 0 most urgent: " + list(values))
      return
    }
    let known = values.compactMap { value in
      level(of: value.text).map { (text: value.text, rows: value.rows, level: $0) }
    }
    let unknown = values.filter { level(of: $0.text) == nil }
    text.comment("TODO: check that 1 is most urgent; a level is from 0 to 9.")
    text.line(known.isEmpty ? "priorities: {}" : "priorities:")
    for value in known {
      text.line("  \(StarterText.quoted(value.text)): \(value.level)  # \(value.rows) rows")
    }
    for value in unknown.prefix(mostListed) {
      text.comment("TODO: \(StarterText.quoted(value.text)): ?  (\(value.rows) rows)", indent: 2)
    }
    doubts.append("priorities: which level each value stands for")
  }

  /// The level that a text such as `P1`, `2C` or `HIGH` names, if it names one.
  private static func level(of text: String) -> Int? {
    if let level = Int(text) { return (0...9).contains(level) ? level : nil }
    let digits = text.filter(\.isNumber)
    if digits.count == 1, text.count <= 12 { return Int(digits) }
    switch text.lowercased() {
    case "e", "emergency", "emerg", "urgent", "immediate": return 1
    case "h", "high": return 2
    case "m", "medium", "moderate", "normal", "routine": return 3
    case "l", "low": return 4
    default: return nil
    }
  }

  static func writeOrigins(
    _ fields: StarterFields, _ text: inout StarterText, _ doubts: inout [String]
  ) {
    guard let guess = fields.guess(.origin), let column = fields.findings(guess).first else {
      doubts.append("no column tells which calls officers started themselves")
      return
    }
    let name = HeaderMatch.folded(column.header)
    let asks = name.contains("initiated") || name.contains("onview")
    let officer = column.common.filter { isOfficers($0.text, asks: asks) }.map(\.text)
    text.comment("Values: " + list(column.common))
    text.comment("TODO: list the values of calls that officers started themselves.")
    text.line("origins:")
    text.line("  officer: [\(officer.map(StarterText.quoted).joined(separator: ", "))]")
    text.line("  default: community")
    doubts.append("origins: which values stand for calls that officers started")
  }

  private static func isOfficers(_ text: String, asks: Bool) -> Bool {
    let lower = text.lowercased()
    if asks, ["y", "yes", "true", "1", "t"].contains(lower) { return true }
    let words = ["officer", "self", "onview", "on view", "on-view", "proactive", "field"]
    return words.contains { lower.contains($0) }
  }

  static func writeStatuses(
    _ fields: StarterFields, _ text: inout StarterText, _ doubts: inout [String]
  ) {
    guard fields.grain == .status, let guess = fields.guess(.status),
      let column = fields.findings(guess).first
    else { return }
    var lists: [ColumnProfile.Status: [String]] = [:]
    for value in column.common { lists[status(of: value.text), default: []].append(value.text) }
    // A profile of a log needs a status that means something; the first stands in for it.
    if lists.keys.allSatisfy({ $0 == .other }), let first = column.common.first {
      lists = [.dispatched: [first.text], .other: column.common.dropFirst().map(\.text)]
    }
    text.comment("Values: " + list(column.common))
    text.comment("TODO: say what each status means.")
    text.line("statuses:")
    for status in ColumnProfile.Status.allCases {
      guard let texts = lists[status], !texts.isEmpty else { continue }
      text.line("  \(status.rawValue): [\(texts.map(StarterText.quoted).joined(separator: ", "))]")
    }
    doubts.append("statuses: what each code means")
  }

  private static func status(of text: String) -> ColumnProfile.Status {
    let lower = text.lowercased()
    if ["d", "disp", "dsp", "ds"].contains(lower) || lower.hasPrefix("dispatch") {
      return .dispatched
    }
    if ["e", "enr", "er", "en"].contains(lower) || lower.contains("route") { return .enroute }
    if ["a", "arr", "os", "ar"].contains(lower) || lower.contains("arriv")
      || lower.contains("scene")
    {
      return .arrived
    }
    if ["c", "clr", "cl", "av", "av"].contains(lower) || lower.hasPrefix("clear")
      || lower.hasPrefix("avail") || lower.contains("in service")
    {
      return .cleared
    }
    return .other
  }

  static func writeOutcomes(_ fields: StarterFields, _ text: inout StarterText) {
    guard let guess = fields.guess(.disposition), let column = fields.findings(guess).first else {
      return
    }
    text.comment("Dispositions: " + list(column.common))
    text.comment(
      "TODO: list those of calls that were cancelled, dealt with elsewhere, or duplicates.")
    let words: [(CallOutcome, [String])] = [
      (.cancelled, ["cancel"]), (.duplicate, ["duplicate"]),
      (.elsewhere, ["referred", "by phone"]),
    ]
    text.line("outcomes:")
    for (outcome, words) in words {
      let found = column.common.map(\.text).filter { value in
        words.contains { value.lowercased().contains($0) }
      }
      text.line("  \(outcome.rawValue): [\(found.map(StarterText.quoted).joined(separator: ", "))]")
    }
  }

  static func writeCategories(_ fields: StarterFields, _ text: inout StarterText) {
    guard let guess = fields.guess(.category), let column = fields.findings(guess).first else {
      return
    }
    text.comment(
      "Categories stand for themselves. To join some, add `categories:` with a `map:` of")
    text.comment("`\"VALUE\": Category` lines. The most common:")
    for value in column.common.prefix(mostListed) {
      text.comment("  \(StarterText.quoted(value.text))  \(value.rows) rows")
    }
  }

  static func writeUnits(_ fields: StarterFields, _ text: inout StarterText) {
    guard let guess = fields.guess(.unit), let column = fields.findings(guess).first else { return }
    text.comment("Call signs: " + list(Array(column.common.prefix(12))))
    text.comment("TODO: tell classes of units by their call signs, such as")
    text.comment("units:")
    text.comment("  - {pattern: '(?<home>\\d)[A-Z]\\d+', class: beat, home: \"{home}\"}")
  }

  static func writeMissing(_ fields: StarterFields, _ text: inout StarterText) {
    var found: [String] = []
    for guess in fields.guesses {
      for column in fields.findings(guess) {
        for value in column.common where isNothing(value.text) && !found.contains(value.text) {
          found.append(value.text)
        }
      }
    }
    guard !found.isEmpty else { return }
    text.line("missing: [\(found.sorted().map(StarterText.quoted).joined(separator: ", "))]")
  }

  private static func isNothing(_ text: String) -> Bool {
    ["null", "n/a", "na", "none", "unknown", "-", "--", "nan", "(null)", "redacted", "nil"]
      .contains(text.lowercased())
  }

  private static func list(_ values: [(text: String, rows: Int)]) -> String {
    let shown = values.prefix(mostListed).map { "\(StarterText.quoted($0.text)) \($0.rows)" }
    let more = values.count > mostListed ? ", and \(values.count - mostListed) more" : ""
    return shown.joined(separator: ", ") + more
  }
}

/// The text of a starter, line by line.
struct StarterText {
  private(set) var text = ""

  mutating func line(_ line: String) { text += line + "\n" }

  /// Writes a comment, over several lines where it is long.
  mutating func comment(_ words: String, indent: Int = 0) {
    let start = String(repeating: " ", count: indent) + "# "
    var line = start
    let leading = words.prefix { $0 == " " }
    line += leading
    var isFirst = true
    // A line break of any kind would end the comment.
    let isBreak = { (letter: Character) in letter == " " || letter.isNewline || letter < " " }
    for word in words.replacing("*", with: "\\u002A").split(whereSeparator: isBreak) {
      if !isFirst, line.count + word.count > 100 {
        self.line(line)
        line = start + "  "
        isFirst = true
      }
      line += (isFirst ? "" : " ") + word
      isFirst = false
    }
    self.line(line)
  }

  /// Returns `text` in double quotes, as YAML writes it.
  static func quoted(_ text: String) -> String {
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\t": quoted += "\\t"
      // The reader of profiles looks for aliases without regard to quotes.
      case "*": quoted += "\\u002A"
      case _
      where scalar.value < 0x20 || scalar.value == 0x7F || (0x80...0x9F).contains(scalar.value)
        || [0x2028, 0x2029, 0xFEFF].contains(scalar.value):
        let digits = String(scalar.value, radix: 16)
        quoted += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }
}
