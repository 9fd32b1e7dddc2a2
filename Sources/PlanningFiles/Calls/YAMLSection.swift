internal import Yams

/// A mapping in a YAML file, read key by key; everything that is wrong is gathered.
struct YAMLSection {
  private let mapping: Node.Mapping
  private let mark: Mark?
  private let file: String
  private let name: String

  /// Creates the section of `node`; keys other than `keys` are issues (any key, if there is none).
  init?(
    _ node: Node, name: String, keys: [String]?, file: String, issues: inout [FileIssue]
  ) {
    guard let mapping = node.mapping else {
      issues.append(
        FileIssue(
          code: "E122", "`\(name)` is not a list of `key: value` lines", file: file,
          line: node.mark?.line, column: node.mark?.column,
          remedy: "write one `key: value` per line, indented by two spaces"))
      return nil
    }
    self.mapping = mapping
    self.file = file
    self.name = name
    mark = node.mark
    guard let keys else { return }
    for (key, _) in mapping {
      let written = key.scalar?.string ?? ""
      if keys.contains(written) { continue }
      let place = name.isEmpty ? "a profile" : "`\(name)`"
      issues.append(
        issue(
          "E121", "\(place) has no key `\(written)`", at: key,
          remedy: NearestMatch.question(written, in: keys)
            + "the keys are \(keys.joined(separator: ", "))"))
    }
  }

  /// The keys and values, in the order of the file.
  var entries: [(key: Node, value: Node)] { mapping.map { ($0.key, $0.value) } }

  /// Returns the value of `key`, or nothing.
  func node(_ key: String) -> Node? {
    mapping.first { $0.key.scalar?.string == key }?.value
  }

  /// Returns the text of `key`, or nothing; a list in its place is an issue.
  func text(_ key: String, issues: inout [FileIssue]) -> String? {
    node(key).flatMap { text($0, of: key, issues: &issues) }
  }

  /// Returns the text of `node`, or nothing; a list in its place is an issue.
  func text(_ node: Node, of key: String, issues: inout [FileIssue]) -> String? {
    if let scalar = node.scalar { return scalar.string }
    issues.append(
      issue("E122", "`\(key)` is not a text", at: node, remedy: "write one value after the colon"))
    return nil
  }

  /// Returns the texts of `key`, a list or a single value, each with its place; none if absent.
  func texts(_ key: String, issues: inout [FileIssue]) -> [(text: String, node: Node)] {
    guard let node = node(key) else { return [] }
    if let scalar = node.scalar { return scalar.string.isEmpty ? [] : [(scalar.string, node)] }
    guard let sequence = node.sequence else {
      issues.append(
        issue("E122", "`\(key)` is not a list", at: node, remedy: "write it as [first, second]"))
      return []
    }
    return sequence.compactMap { element in
      text(element, of: key, issues: &issues).map { ($0, element) }
    }
  }

  /// Returns the mappings in the list `key`; keys other than `keys` are issues.
  func sections(
    _ key: String, keys: [String], issues: inout [FileIssue]
  ) -> [YAMLSection] {
    guard let node = node(key) else { return [] }
    guard let sequence = node.sequence else {
      issues.append(
        issue(
          "E122", "`\(key)` is not a list", at: node,
          remedy: "begin each entry with `- ` on a line of its own"))
      return []
    }
    return sequence.compactMap { element in
      YAMLSection(element, name: key, keys: keys, file: file, issues: &issues)
    }
  }

  /// Returns whether `key` is true, or nothing if it is not there; other words are issues.
  func flag(_ key: String, issues: inout [FileIssue]) -> Bool? {
    guard let word = text(key, issues: &issues) else { return nil }
    switch word.lowercased() {
    case "true", "yes": return true
    case "false", "no": return false
    default:
      issues.append(
        issue(
          "E122", "`\(key)` cannot be `\(word)`", at: node(key), remedy: "write true or false"))
      return nil
    }
  }

  /// Returns the one of `Choice` that `key` names, or nothing; another word is an issue.
  func choice<Choice: CaseIterable & RawRepresentable<String>>(
    _ key: String, issues: inout [FileIssue]
  ) -> Choice? {
    guard let node = node(key), let word = text(node, of: key, issues: &issues) else { return nil }
    if let choice = Choice(rawValue: word) { return choice }
    let words = Choice.allCases.map(\.rawValue)
    issues.append(
      issue(
        "E122", "`\(key)` cannot be `\(word)`", at: node,
        remedy: NearestMatch.question(word, in: words)
          + "write one of \(words.joined(separator: ", "))"))
    return nil
  }

  /// Returns an issue at `node`, or at the section itself.
  func issue(_ code: String, _ message: String, at node: Node?, remedy: String) -> FileIssue {
    let place = node?.mark ?? mark
    return FileIssue(
      code: code, message, file: file, line: place?.line, column: place?.column, remedy: remedy)
  }
}

/// Keys that profiles of every kind have.
extension YAMLSection {
  /// Returns the letter of `delimiter`, or nothing where it is absent or an issue.
  func delimiter(issues: inout [FileIssue]) -> Character? {
    guard let text = text("delimiter", issues: &issues) else { return nil }
    if let letter = text.first, text.count == 1, letter.isASCII, !"\"\r\n".contains(letter) {
      return letter
    }
    issues.append(
      issue(
        "E122", "the delimiter is not one ASCII letter", at: node("delimiter"),
        remedy: "write it in quotes, such as \",\" \";\" or \"\\t\""))
    return nil
  }

  /// Returns the years of `sentinel_years`; what is no year is an issue.
  func sentinelYears(issues: inout [FileIssue]) -> [Int] {
    var years: [Int] = []
    for (text, place) in texts("sentinel_years", issues: &issues) {
      if let year = Int(text), (1...9999).contains(year) {
        years.append(year)
      } else {
        issues.append(
          issue("E122", "`\(text)` is not a year", at: place, remedy: "write it as [1899, 1900]"))
      }
    }
    return years
  }
}
