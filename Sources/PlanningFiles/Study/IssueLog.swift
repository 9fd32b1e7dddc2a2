/// A place in a file of a study.
struct FilePlace: Hashable, Sendable {
  /// The path as the user named it.
  let file: String
  /// The line, counted from 1.
  var line: Int?
  /// The column, counted from 1: characters in YAML, fields in a table.
  var column: Int?

  /// The place of a whole file.
  init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// The file without its folder.
  var shortFile: String { file.split(separator: "/").last.map(String.init) ?? file }
}

/// The problems found so far; rows with the same problem are one entry with a count.
final class IssueLog {
  /// How many different problems of one kind and file are told apart.
  static let limit = 200

  private struct Kind: Hashable {
    let code: StudyIssueCode
    let file: String
  }
  private struct Key: Hashable {
    let kind: Kind
    let message: String
  }
  private struct Entry {
    let issue: FileIssue
    var count: Int
    var lastPlace: FilePlace?
  }

  private var entries: [Entry] = []
  private var positions: [Key: Int] = [:]
  private var kinds: [Kind: Int] = [:]
  /// Whether an error is among the issues.
  private(set) var hasErrors = false

  /// The issues, in the order in which they were found first.
  var issues: [FileIssue] {
    entries.map { entry in
      let issue = entry.issue
      return FileIssue(
        issue.severity, code: issue.code, issue.message, file: issue.file, line: issue.line,
        column: issue.column, count: entry.count, remedy: issue.remedy)
    }
  }

  /// Takes note of a problem; the remedy is made up only when it is new.
  func add(
    _ code: StudyIssueCode, at place: FilePlace, _ message: String,
    remedy: @autoclosure () -> String
  ) {
    if code.severity == .error { hasErrors = true }
    let kind = Kind(code: code, file: place.file)
    let isOver = kinds[kind, default: 0] >= Self.limit
    let known = positions[Key(kind: kind, message: message)]
    let message = isOver && known == nil ? "further problems of this kind" : message
    let key = Key(kind: kind, message: message)
    if let position = positions[key] {
      if entries[position].lastPlace != place { entries[position].count += 1 }
      entries[position].lastPlace = place
      return
    }
    kinds[kind, default: 0] += 1
    positions[key] = entries.count
    let issue = FileIssue(
      code.severity, code: code.rawValue, message, file: place.file, line: place.line,
      column: place.column, remedy: isOver ? "mend those above first" : remedy())
    entries.append(Entry(issue: issue, count: 1, lastPlace: place))
  }

  /// Takes note of the issues that another reader found in a file.
  func add(contentsOf issues: [FileIssue]) {
    for issue in issues {
      if issue.severity == .error { hasErrors = true }
      entries.append(Entry(issue: issue, count: issue.count, lastPlace: nil))
    }
  }
}

extension String {
  /// The text between backticks, cut when it is too long to be read.
  var quoted: String {
    let limit = 60
    let oneLine = String(map { $0.isNewline ? " " : $0 })
    return oneLine.count > limit ? "`\(oneLine.prefix(limit))…`" : "`\(oneLine)`"
  }
}

/// Returns the one of `choices` that `word` was probably meant to be, if there is one.
///
/// Long words and long lists are not compared: the time would grow with the square of the length.
package func nearest(to word: String, in choices: [String]) -> String? {
  let limit = 60
  guard word.utf8.count <= limit else { return nil }
  return NearestMatch.of(word, in: choices.prefix(2000).filter { $0.utf8.count <= limit })
}

/// Returns the advice to write one of `choices`, the nearest to `word` first if one is near.
func advice(for word: String, among choices: [String]) -> String {
  if let near = nearest(to: word, in: choices) { return "did you mean \(near.quoted)?" }
  let listed = choices.prefix(20).map(\.quoted).joined(separator: ", ")
  if choices.isEmpty { return "remove it; there is nothing that it could refer to" }
  return choices.count > 20 ? "use one of \(listed), …" : "use one of \(listed)"
}
