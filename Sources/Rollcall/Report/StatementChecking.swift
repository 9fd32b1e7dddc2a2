import Foundation

extension Statement {
  /// What is wrong in the file, as problems with their place and remedy.
  ///
  /// - Parameter file: The path of the file, as the user named it.
  public func problems(in file: String) -> [FileIssue] {
    issues.map { issue in
      FileIssue(
        issue.kind == .typed ? .warning : .error, code: Self.code(of: issue.kind), issue.message,
        file: file, line: issue.line, column: issue.column, remedy: Self.remedy(for: issue))
    }
  }

  /// Reads findings and checks them against a run.
  ///
  /// - Parameters:
  ///   - text: The text of the file.
  ///   - file: Its path, as the user named it.
  ///   - record: The run.
  /// - Returns: The findings, and the warnings about them.
  /// - Throws: ``PlanningError/files(_:)`` with every fault of the file.
  public static func checked(
    _ text: String, file: String, against record: RunRecord
  ) throws(PlanningError) -> (statement: Statement, warnings: [FileIssue]) {
    let statement = Statement(parsing: text, against: record)
    let problems = statement.problems(in: file)
    guard statement.isSound else { throw .files(FileError(problems)) }
    return (statement, problems)
  }

  /// Drafts findings of a run, for people to take over.
  public static func draft(of record: RunRecord) -> String { StatementDraft(record).text }

  /// Writes a draft to a file that does not exist yet; one that exists is never written over.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when the file exists or cannot be written.
  public static func writeDraft(
    of record: RunRecord, to path: String
  ) throws(PlanningError) {
    do {
      try Data(draft(of: record).utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
    } catch {
      let exists = FileManager.default.fileExists(atPath: path)
      throw .files(
        FileError([
          FileIssue(
            code: "E606",
            exists
              ? "the file is there, and findings are never written over"
              : "the draft cannot be written: \(error.localizedDescription)", file: path,
            remedy: exists ? "name another file" : "check that its folder exists and may be written"
          )
        ]))
    }
  }

  /// Reads a file of findings.
  ///
  /// - Throws: ``PlanningError/files(_:)`` when it cannot be read as text.
  public static func text(of file: String) throws(PlanningError) -> String {
    do {
      return try String(contentsOf: URL(filePath: file), encoding: .utf8)
    } catch {
      throw .files(
        FileError([
          FileIssue(
            code: "E607", "the findings cannot be read as UTF-8 text", file: file,
            remedy: "check that the file exists and is saved as UTF-8")
        ]))
    }
  }

  private static func code(of kind: Issue.Kind) -> String {
    switch kind {
    case .unreadable: "E601"
    case .unknown: "E602"
    case .ambiguous: "E603"
    case .incomplete: "E604"
    case .typed: "E605"
    }
  }

  private static func remedy(for issue: Issue) -> String {
    switch issue.kind {
    case .unreadable: return "write {{TABLE | key=value; key=value | column}}"
    case .unknown:
      guard let word = issue.word else { return "name a row and a column that have a number" }
      let known = issue.known.prefix(12).joined(separator: ", ")
      let more = issue.known.count > 12 ? " and \(issue.known.count - 12) more" : ""
      return NearestMatch.question(word, in: issue.known)
        + (known.isEmpty ? "look it up in the tables of the run" : "known are: \(known)\(more)")
    case .ambiguous: return "add cells that only one row has, or say how rows are put together"
    case .incomplete: return "add the line, or strike the finding out"
    case .typed: return "refer to a table of the run, so that the number follows it"
    }
  }
}
