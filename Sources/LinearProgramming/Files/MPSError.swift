/// Why a text could not be read, or a program not be written, in MPS format.
public struct MPSError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The line at fault, counted from one; nil when writing.
  public let line: Int?
  /// The column at fault, counted in bytes from one, if a field is at fault.
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

  /// The line, what is wrong, and what to do about it.
  public var description: String {
    let place = line.map { "MPS line \($0): " } ?? "MPS: "
    return "\(place)\(problem) \(remedy)"
  }
}

/// What is wrong with a line, and with which bytes of it; the line makes an ``MPSError`` of it.
struct MPSFault: Error {
  let problem: String
  let remedy: String
  let field: Range<Int>?

  init(_ problem: String, _ remedy: String, at field: Range<Int>? = nil) {
    self.problem = problem
    self.remedy = remedy
    self.field = field
  }
}

extension MPSLine {
  /// The error with its place.
  func error(_ fault: MPSFault) -> MPSError {
    let column = fault.field.map { $0.lowerBound - range.lowerBound + 1 }
    return MPSError(line: number, column: column, fault.problem, remedy: fault.remedy)
  }
}
