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

extension FileIssue {
  /// The issue as a command of GitHub's workflows, which marks the line in a pull request.
  public var workflowCommand: String {
    var properties = ["file=\(Self.property(file))"]
    if let line { properties.append("line=\(line)") }
    if line != nil, let column { properties.append("col=\(column)") }
    properties.append("title=\(code)")
    let often = count > 1 ? " (\(Self.grouped(count)) rows share this)" : ""
    let text = Self.escaped("\(message)\(often). Help: \(remedy)")
    return "::\(severity.rawValue) \(properties.joined(separator: ","))::\(text)"
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
  }

  private static func property(_ text: String) -> String {
    escaped(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
  }
}
