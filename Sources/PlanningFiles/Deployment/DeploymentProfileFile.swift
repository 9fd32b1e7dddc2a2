internal import PolicingDomain
internal import Yams

extension DeploymentProfile {
  static let commonKeys = [
    "name", "kind", "source", "template", "timezone", "delimiter", "columns", "districts",
    "missing",
    "never_read",
  ]

  /// Reads the profile at `path`, a YAML file.
  ///
  /// - Throws: A ``FileError`` with every issue found, each with line and column: `E101`, `E102`
  ///   for a file that is missing or unreadable, `E120` for text that is not YAML, `E121` for an
  ///   unknown key, `E122` for a value that makes no sense, `E123` for something missing and
  ///   `E124` for a column that holds personal data.
  public init(contentsOf path: String) throws(FileError) {
    let bytes = try ByteSource(.file(path: path)).readAll()
    try self.init(yaml: String(decoding: bytes, as: UTF8.self), file: path)
  }

  /// Reads a profile from its text; `file` is the name for messages.
  package init(yaml: String, file: String) throws(FileError) {
    let root = try YAMLText.root(of: yaml, file: file)
    var issues: [FileIssue] = []
    guard let head = YAMLSection(root, name: "", keys: nil, file: file, issues: &issues) else {
      throw FileError(issues)
    }
    let kind: Kind? = head.choice("kind", issues: &issues)
    let keys = Self.commonKeys + (kind?.keys ?? Kind.allCases.flatMap(\.keys))
    guard let section = YAMLSection(root, name: "", keys: keys, file: file, issues: &issues) else {
      throw FileError(issues)
    }
    self.init(name: section.text("name", issues: &issues) ?? "", file: file)
    for key in ["name", "kind"] where section.node(key) == nil {
      issues.append(
        section.issue(
          "E123", "the profile has no `\(key)`", at: nil, remedy: "begin it with `\(key): ...`"))
    }
    guard let kind else { throw FileError(issues) }
    self.kind = kind
    readHead(section, &issues)
    readColumns(section, &issues)
    readTimes(section, &issues)
    readMaps(section, &issues)
    guard issues.isEmpty else { throw FileError(issues) }
  }

  private mutating func readHead(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    source = section.text("source", issues: &issues) ?? ""
    isTemplate = section.yes("template", &issues) ?? false
    timeZone = section.text("timezone", issues: &issues)
    neverRead = section.texts("never_read", issues: &issues).map(\.text)
    missingTexts = section.texts("missing", issues: &issues).map(\.text)
    if let letter = section.delimiter(issues: &issues) { delimiter = letter }
  }

  private mutating func readColumns(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard let node = root.node("columns"),
      let section = YAMLSection(
        node, name: "columns", keys: kind.fields.map(\.rawValue), file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile maps no columns", at: nil, remedy: "add them under `columns:`"))
      return
    }
    for field in DeploymentField.allCases where kind.fields.contains(field) {
      let texts = section.texts(field.rawValue, issues: &issues)
      guard !texts.isEmpty else { continue }
      columns.append(Column(field: field, headers: texts.map(\.text)))
      for (header, place) in texts {
        guard let fault = personalFault(header, field) else { continue }
        issues.append(
          section.issue(
            "E124", "column `\(header)` must not be read: it \(fault)", at: place,
            remedy: "take the line out; no staffing question needs personal data"))
      }
    }
    for choices in kind.needs where !choices.contains(where: tells) {
      let words = choices.map { "`\($0.rawValue)`" }.joined(separator: " or ")
      issues.append(
        section.issue(
          "E123", "no column tells \(words)", at: node,
          remedy: "add `\(choices[0].rawValue): COLUMN`"))
    }
    if tells(.start) != tells(.end) {
      issues.append(
        section.issue(
          "E123", "`start` and `end` need each other", at: node,
          remedy: "map both, or take the watch instead"))
    }
  }

  private func personalFault(_ header: String, _ field: DeploymentField) -> String? {
    if let word = PersonalRecords.suspectWord(in: header, field) {
      return "looks personal (\(word))"
    }
    return neverRead.contains(header) ? "is under `never_read`" : nil
  }

  private mutating func readTimes(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    guard kind.keys.contains("times") else { return }
    guard let node = root.node("times"),
      let section = YAMLSection(
        node, name: "times", keys: ["formats", "sentinel_years"], file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile does not tell how times are written", at: nil,
          remedy: "add `times:` with `formats: [\"yyyy-MM-dd\"]`"))
      return
    }
    for (text, place) in section.texts("formats", issues: &issues) {
      if let pattern = TimePattern(text), kind != .unitLog || pattern.hasTimeOfDay {
        timePatterns.append(pattern)
      } else {
        let what = kind == .unitLog ? "time" : "day"
        issues.append(
          section.issue(
            "E122", "`\(text)` is not a way to write a \(what)", at: place,
            remedy: "use yyyy MM dd HH (or hh and a) mm ss"))
      }
    }
    if section.node("formats") == nil {
      issues.append(
        section.issue(
          "E123", "the way in which times are written is missing", at: node,
          remedy: "add `formats: [\"yyyy-MM-dd\"]`"))
    }
    sentinelYears = section.sentinelYears(issues: &issues)
  }
}

extension YAMLSection {
  /// Returns whether `key` says yes, or nothing when it is not there; another word is an issue.
  func yes(_ key: String, _ issues: inout [FileIssue]) -> Bool? {
    guard let word = text(key, issues: &issues) else { return nil }
    if let answer = ["true": true, "yes": true, "false": false, "no": false][word] {
      return answer
    }
    issues.append(
      issue("E122", "`\(key)` cannot be `\(word)`", at: node(key), remedy: "write yes or no"))
    return nil
  }

  /// Returns the number of `key` within `range`, or nothing when it is not there; others are issues.
  func figure(
    _ key: String, in range: ClosedRange<Double>, _ issues: inout [FileIssue]
  ) -> Double? {
    guard let word = text(key, issues: &issues) else { return nil }
    if let number = NumberReader.plainNumber(word), range.contains(number) { return number }
    issues.append(
      issue(
        "E122", "`\(key)` cannot be `\(word)`", at: node(key),
        remedy:
          "write a number from \(shortText(range.lowerBound)) to \(shortText(range.upperBound))"))
    return nil
  }
}
