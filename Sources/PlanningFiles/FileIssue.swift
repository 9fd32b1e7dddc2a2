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
  /// The issue as compilers print it: what is wrong, and below it where, how often and what to do.
  public var description: String {
    let sharing = count > 1 ? ["\(Self.grouped(count)) rows share this"] : []
    return Self.text(
      severity, code: code, message, at: place, details: sharing + ["help: \(remedy)"])
  }

  /// The file, and the line and column where there are any, as `file:line:column`.
  public var place: String {
    guard let line else { return file }
    return "\(file):\(line)" + (column.map { ":\($0)" } ?? "")
  }

  /// Returns a problem in the form that all problems have.
  ///
  /// - Parameters:
  ///   - severity: How bad it is.
  ///   - code: The stable code.
  ///   - message: What is wrong.
  ///   - place: Where, if it has a place.
  ///   - details: What else is known, a line each.
  /// - Returns: The lines, without a line end after the last.
  package static func text(
    _ severity: Severity, code: String, _ message: String, at place: String?, details: [String]
  ) -> String {
    var lines = ["\(severity.rawValue)[\(code)]: \(message)"]
    if let place { lines.append("  --> \(place)") }
    return (lines + details.map { "   = \($0)" }).joined(separator: "\n")
  }

  /// Returns `count` with a comma between thousands.
  static func grouped(_ count: Int) -> String {
    let digits = Array("\(abs(count))")
    var text = count < 0 ? "-" : ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position) % 3 == 0 { text += "," }
      text.append(digit)
    }
    return text
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
