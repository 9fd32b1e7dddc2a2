internal import Foundation
internal import PolicingDomain
internal import Yams

extension ColumnProfile {
  private static let keys = [
    "name", "source", "template", "grain", "delimiter", "timezone", "columns", "elapsed", "times",
    "priorities", "categories", "origins", "outcomes", "statuses", "units", "missing",
    "never_read", "cannot_tell",
  ]
  private static let largestFile = 1 << 20

  /// Reads the profile at `path`, a YAML file of at most 1 MB.
  ///
  /// - Throws: A ``FileError`` with every issue found, each with line and column: `E101`, `E102`
  ///   for a file that is missing or unreadable, `E120` for text that is not YAML, `E121` for an
  ///   unknown key, `E122` for a value that makes no sense, `E123` for something missing, `E124`
  ///   for a column that holds personal data and `E140` for a file that is too large.
  public init(contentsOf path: String) throws(FileError) {
    try self.init(yaml: try Self.text(at: path), file: path)
  }

  /// Returns the text of the profile at `path`, a file of at most 1 MB.
  package static func text(at path: String) throws(FileError) -> String {
    let source = try ByteSource(.file(path: path))
    let bytes = try source.readAll(upTo: Self.largestFile + 1)
    guard bytes.count <= Self.largestFile else {
      throw FileError([
        FileIssue(
          code: "E140", "the file is larger than 1 MB, which no profile is", file: path,
          remedy: "name a profile; the export is the other argument")
      ])
    }
    return String(decoding: bytes, as: UTF8.self)
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
    isTemplate = section.flag("template", issues: &issues) ?? false
    readGrain(section, &issues)
    readDelimiter(section, &issues)
    readTimeZone(section, &issues)
    neverRead = section.texts("never_read", issues: &issues).map(\.text)
    missingTexts = section.texts("missing", issues: &issues).map(\.text)
    readColumns(section, &issues)
    readElapsed(section, &issues)
    readTimes(section, &issues)
    readPriorities(section, &issues)
    readCategories(section, &issues)
    readOrigins(section, &issues)
    readOutcomes(section, &issues)
    readStatuses(section, &issues)
    readUnits(section, &issues)
    readCannotTell(section, &issues)
    checkFields(section, &issues)
    guard issues.isEmpty else { throw FileError(issues) }
  }

  private mutating func readGrain(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    if section.node("grain")?.scalar?.string == "event" { return }
    grain = section.choice("grain", issues: &issues) ?? .call
  }

  private mutating func readDelimiter(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    if let letter = section.delimiter(issues: &issues) { delimiter = letter }
  }

  private mutating func readTimeZone(_ section: YAMLSection, _ issues: inout [FileIssue]) {
    guard let name = section.text("timezone", issues: &issues) else { return }
    let names = TimeZone.knownTimeZoneIdentifiers.sorted()
    if name == "UTC" || names.contains(name) {
      timeZone = name
    } else {
      issues.append(
        section.issue(
          "E122", "there is no time zone `\(name)`", at: section.node("timezone"),
          remedy: NearestMatch.question(String(name.prefix(64)), in: names)
            + "write a name of the time zone database, such as `America/Chicago`"))
    }
  }

  private mutating func readCannotTell(_ root: YAMLSection, _ issues: inout [FileIssue]) {
    let keys = ["question", "why", "remedy"]
    for section in root.sections("cannot_tell", keys: keys, issues: &issues) {
      let texts = keys.map { section.text($0, issues: &issues) ?? "" }
      if texts[0].isEmpty || texts[1].isEmpty {
        issues.append(
          section.issue(
            "E123", "an entry of `cannot_tell` has no question or no reason", at: nil,
            remedy: "write `question: ...` and `why: ...`"))
      } else {
        cannotTell.append(
          CallLedger.Entry(what: "\(texts[0]): \(texts[1])", rows: 0, remedy: texts[2]))
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
