import Foundation

extension Statement {
  /// Reads findings and checks them against a run.
  ///
  /// - Parameters:
  ///   - file: The path of the file.
  ///   - record: The run.
  /// - Returns: The findings, and the warnings about them.
  /// - Throws: ``PlanningError/files(_:)`` with every fault of the file.
  public static func checked(
    _ file: String, against record: RunRecord
  ) throws(PlanningError) -> (statement: Statement, warnings: [FileIssue]) {
    do throws(FileError) {
      let text = try RunRecord.Statement(contentsOf: file).text
      let statement = Statement(parsing: text, against: record)
      let issues = statement.issues.map { $0.fileIssue(in: file, isLenient: false) }
      guard statement.isSound else { throw FileError(issues) }
      return (statement, issues)
    } catch {
      throw .files(error)
    }
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
            code: "E416",
            exists
              ? "the file is there, and findings are never written over"
              : "the draft cannot be written: \(error.localizedDescription)", file: path,
            remedy: exists ? "name another file" : "check that its folder exists and may be written"
          )
        ]))
    }
  }
}

extension Statement.Issue {
  /// The issue as any other of a file.
  ///
  /// - Parameters:
  ///   - file: The file of findings.
  ///   - isLenient: Whether every fault is a warning only.
  /// - Returns: The issue.
  func fileIssue(in file: String, isLenient: Bool) -> FileIssue {
    let code: String
    let remedy: String
    let near = word.flatMap { nearest(to: $0, in: known) }.map { "did you mean `\($0)`?" }
    switch kind {
    case .unreadable:
      code = isLenient ? "W411" : "E411"
      remedy = "write it as {{TABLE | key=value | column}}"
    case .unknown:
      code = isLenient ? "W412" : "E412"
      remedy =
        near ?? (known.isEmpty ? "look it up in the tables of the run" : "use one of: \(listed)")
    case .ambiguous:
      code = isLenient ? "W413" : "E413"
      remedy = "add a condition key=value, or say sum, min, max or count before the column"
    case .incomplete:
      code = isLenient ? "W414" : "E414"
      remedy =
        near ?? (known.isEmpty ? "add it to the finding" : "use one of: \(listed)")
    case .typed:
      code = "W415"
      remedy = "refer to the table that it comes from, so that it follows the run"
    }
    return FileIssue(
      kind == .typed || isLenient ? .warning : .error, code: code, message, file: file,
      line: line, column: column, remedy: remedy)
  }

  private var listed: String {
    known.prefix(12).joined(separator: ", ") + (known.count > 12 ? " …" : "")
  }
}
