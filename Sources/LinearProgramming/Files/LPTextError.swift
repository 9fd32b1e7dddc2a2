/// Why a text could not be read, or a program not be written, in CPLEX LP format.
public struct LPTextError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line at fault, counted from one; nil when writing.
  public let line: Int?
  /// The column at fault, counted in bytes from one; nil when writing.
  public let column: Int?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  init(line: Int? = nil, column: Int? = nil, _ problem: String, remedy: String) {
    self.line = line
    self.column = column
    self.problem = problem
    self.remedy = remedy
  }

  /// The place, what is wrong, and what to do about it.
  public var description: String {
    guard let line, let column else { return "LP: \(problem) \(remedy)" }
    return "LP line \(line), column \(column): \(problem) \(remedy)"
  }
}
