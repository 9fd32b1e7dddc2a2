internal import PolicingDomain
internal import Yams

extension ColumnProfile {
  private static let keys = [
    "name", "source", "grain", "delimiter", "columns", "times", "priorities", "categories",
    "origins", "missing", "never_read",
  ]
  private static let rowNumber = "row number"

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
    guard
      let section = YAMLSection(root, name: "", keys: Self.keys, file: file, issues: &issues)
    else { throw FileError(issues) }
    self.init(name: section.text("name", issues: &issues) ?? "", file: file)
    if name.isEmpty {
      issues.append(
        section.issue(
          "E123", "the profile has no name", at: nil, remedy: "begin it with `name: ...`"))
    }
    source = section.text("source", issues: &issues) ?? ""
    grain = section.choice("grain", issues: &issues) ?? .call
    readDelimiter(section, &issues)
    neverRead = section.texts("never_read", issues: &issues).map(\.text)
    missingTexts = section.texts("missing", issues: &issues).map(\.text)
    readColumns(section, &issues)
    readTimes(section, &issues)
    readPriorities(section, &issues)
    readCategories(section, &issues)
    readOrigins(section, &issues)
    if grain == .status {
      issues.append(
        section.issue(
          "E122", "a log of status changes cannot be read as calls", at: section.node("grain"),
          remedy: "make one row per call of it first, with the first time of each status"))
    }
    guard issues.isEmpty else { throw FileError(issues) }
  }

  private mutating func readDelimiter(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    guard let text = section.text("delimiter", issues: &issues) else { return }
    if let letter = text.first, text.count == 1, letter.isASCII, !"\"\r\n".contains(letter) {
      delimiter = letter
    } else {
      issues.append(
        section.issue(
          "E122", "the delimiter is not one ASCII letter", at: section.node("delimiter"),
          remedy: "write it in quotes, such as \",\" \";\" or \"\\t\""))
    }
  }

  private mutating func readColumns(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = CallField.allCases.map(\.name)
    guard let node = root.node("columns"),
      let section = YAMLSection(node, name: "columns", keys: keys, file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile maps no columns", at: nil, remedy: "add them under `columns:`"))
      return
    }
    for field in CallField.allCases {
      guard let node = section.node(field.name),
        let header = section.text(node, of: field.name, issues: &issues)
      else { continue }
      if field == .id, header == Self.rowNumber {
        usesRowNumber = true
        continue
      }
      columns.append(Column(field: field, header: header))
      if let word = PersonalColumns.suspectWord(in: header) {
        issues.append(personal(header, "looks personal (\(word))", section, node))
      } else if neverRead.contains(header) {
        issues.append(personal(header, "is under `never_read`", section, node))
      }
    }
    if header(of: .id) == nil, !usesRowNumber {
      issues.append(
        section.issue(
          "E123", "no column tells the number of the call", at: node,
          remedy: "add `id: COLUMN`, or `id: \(Self.rowNumber)` when the export has none"))
    }
    if header(of: .received) == nil {
      issues.append(
        section.issue(
          "E123", "no column tells when the call was received", at: node,
          remedy: "add `received: COLUMN`"))
    }
  }

  private func personal(
    _ header: String, _ why: String, _ section: YAMLSection, _ node: Node
  ) -> FileIssue {
    section.issue(
      "E124", "column `\(header)` must not be read: it \(why)", at: node,
      remedy: "take the line out; no staffing question needs personal data")
  }

  private mutating func readTimes(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = ["formats", "precision", "sentinel_years"]
    guard let node = root.node("times"),
      let section = YAMLSection(node, name: "times", keys: keys, file: file, issues: &issues)
    else {
      issues.append(
        root.issue(
          "E123", "the profile does not tell how times are written", at: nil,
          remedy: "add `times:` with `formats: [\"yyyy-MM-dd'T'HH:mm:ss\"]`"))
      return
    }
    precision = section.choice("precision", issues: &issues) ?? .second
    for (text, place) in section.texts("formats", issues: &issues) {
      let pattern = TimePattern(text)
      if let pattern { timePatterns.append(pattern) }
      if pattern == nil || (precision == .second && pattern?.hasTimeOfDay == false) {
        issues.append(
          section.issue(
            "E122", "`\(text)` is not a way to write a \(precision == .day ? "day" : "time")",
            at: place,
            remedy: "use yyyy MM dd HH (or hh and a) mm ss; dates alone need `precision: day`"))
      }
    }
    if section.node("formats") == nil {
      issues.append(
        section.issue(
          "E123", "the way in which times are written is missing", at: node,
          remedy: "add `formats: [\"yyyy-MM-dd'T'HH:mm:ss\"]`"))
    }
    for (text, place) in section.texts("sentinel_years", issues: &issues) {
      if let year = Int(text), (1...9999).contains(year) {
        sentinelYears.append(year)
      } else {
        issues.append(
          section.issue(
            "E122", "`\(text)` is not a year", at: place, remedy: "write it as [1899, 1900]"))
      }
    }
  }
}

/// The root of a YAML text.
enum YAMLText {
  /// Returns the root of `text`, or throws what is wrong and where.
  ///
  /// Aliases are refused before anything is built from them: a few lines of them can stand for
  /// more values than a machine can compare.
  static func root(of text: String, file: String) throws(FileError) -> Node {
    if let (name, line) = AnchorScan(text).firstAlias {
      throw FileError([
        FileIssue(
          code: "E120", "the alias `*\(name)` repeats what the anchor `&\(name)` stands for",
          file: file, line: line,
          remedy: "write the values out; anchors and aliases are not read")
      ])
    }
    do {
      if let node = try compose(yaml: text) { return node }
    } catch {
      throw FileError([issue(of: error, file: file)])
    }
    throw FileError([
      FileIssue(
        code: "E123", "the file is empty", file: file, remedy: "begin it with `name: ...`")
    ])
  }

  private static func issue(of error: any Error, file: String) -> FileIssue {
    var message = "the text is not YAML"
    var place: Mark?
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      message += ": \(problem)"
      place = mark
    case .duplicatedKeysInMapping(let keys, let context):
      message = "the key `\(keys.first ?? "")` is there twice"
      place = context.mark
    case .reader(let problem, _, _, _):
      message += ": \(problem)"
    default: break
    }
    return FileIssue(
      code: "E120", message, file: file, line: place?.line, column: place?.column,
      remedy: "indent by spaces, and put texts with : or # in quotes")
  }
}
