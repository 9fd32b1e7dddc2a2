/// Why a matrix or a right-hand side could not be used.
public enum LinearAlgebraError: Error, Hashable, Sendable {
  /// A square matrix was needed.
  case notSquare(rowCount: Int, columnCount: Int)
  /// A vector has the wrong number of elements.
  case lengthMismatch(expected: Int, actual: Int)
  /// The matrix has no inverse: the named pivot, counted from zero, is zero.
  case singular(pivot: Int)
}

extension LinearAlgebraError: CustomStringConvertible {
  /// What is wrong, and what to do about it, in one or two sentences.
  public var description: String {
    switch self {
    case .notSquare(let rowCount, let columnCount):
      """
      The matrix has \(rowCount) rows and \(columnCount) columns; only a square matrix can be \
      factored.
      """
    case .lengthMismatch(let expected, let actual):
      "The vector has \(actual) elements; give \(expected)."
    case .singular(let pivot):
      """
      The matrix is singular at pivot \(pivot); remove the row or column that depends on the \
      others.
      """
    }
  }
}
