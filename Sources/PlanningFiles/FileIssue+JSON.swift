extension FileIssue {
  private struct Entry: Encodable {
    let severity: String
    let code: String
    let file: String
    let line: Int?
    let column: Int?
    let count: Int
    let message: String
    let help: String
  }

  /// Returns `issues` as a JSON document: a list under `issues`, in the order found.
  ///
  /// - Throws: ``FileError`` when a text cannot be written as JSON.
  public static func json(_ issues: [FileIssue]) throws(FileError) -> String {
    let entries = issues.map { issue in
      Entry(
        severity: issue.severity.rawValue, code: issue.code, file: issue.file, line: issue.line,
        column: issue.column, count: issue.count, message: issue.message, help: issue.remedy)
    }
    return try JSONText.text(of: ["issues": entries])
  }
}
