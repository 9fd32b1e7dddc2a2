/// Why a text could not be read, or a program not be written, in MPS format.
public struct MPSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line at fault, counted from one; nil when writing.
  public let line: Int?
  /// What is wrong.
  public let problem: String
  /// What to do about it.
  public let remedy: String

  init(line: Int? = nil, _ problem: String, remedy: String) {
    self.line = line
    self.problem = problem
    self.remedy = remedy
  }

  /// The line, what is wrong, and what to do about it.
  public var description: String {
    let place = line.map { "MPS line \($0): " } ?? "MPS: "
    return "\(place)\(problem) \(remedy)"
  }
}
