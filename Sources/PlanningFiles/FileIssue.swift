/// One thing that is wrong in a file: what, where, how often, and how to mend it.
public struct FileIssue: Hashable, Sendable {
  /// How bad it is.
  public enum Severity: String, Hashable, Sendable {
    /// The file cannot be used as it is.
    case error
    /// The file can be used, but a reader should know.
    case warning
  }

  /// How bad it is.
  public let severity: Severity
  /// A stable code, such as `E104`.
  public let code: String
  /// What is wrong, in one sentence without the place.
  public let message: String
  /// The path of the file as the user named it.
  public let file: String
  /// The line, counted from 1, if the issue has one.
  public let line: Int?
  /// The column, counted from 1, if the issue has one.
  public let column: Int?
  /// How many rows or places share the issue; 1 for a single place.
  public let count: Int
  /// What to do about it.
  public let remedy: String

  /// Creates an issue.
  public init(
    _ severity: Severity = .error, code: String, _ message: String, file: String,
    line: Int? = nil, column: Int? = nil, count: Int = 1, remedy: String
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.file = file
    self.line = line
    self.column = column
    self.count = count
    self.remedy = remedy
  }
}

extension FileIssue: CustomStringConvertible {
  /// The issue as compilers print it, the remedy on a line of its own.
  public var description: String {
    var place = file
    if let line { place += ":\(line)" }
    if let line = column, self.line != nil { place += ":\(line)" }
    let often = count > 1 ? " (\(count) rows)" : ""
    return "\(place): \(severity.rawValue)[\(code)]: \(message)\(often)\n  help: \(remedy)"
  }
}

/// Why files could not be read: every issue found, not only the first.
public struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The issues, in the order in which they were found.
  public let issues: [FileIssue]

  /// Creates an error from at least one issue.
  public init(_ issues: [FileIssue]) { self.issues = issues }

  /// Every issue, one after the other.
  public var description: String { issues.map(\.description).joined(separator: "\n") }
}
