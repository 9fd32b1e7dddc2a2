/// Where the simplex method stood when it stopped: a status for each variable and each row.
///
/// A basis stays usable when variables or rows have been added to the program since, and when
/// bounds, right-hand sides or the objective have changed. A variable added later starts at its
/// bound nearest zero, a row added later starts basic.
public struct Basis: Hashable, Sendable {
  /// The place of a variable, or of the value of a row, in a basic solution.
  package enum Status: UInt8, Hashable, Sendable {
    /// Determined by the equations.
    case basic
    /// At the lower bound.
    case atLower
    /// At the upper bound.
    case atUpper
    /// Unbounded and at zero.
    case free
  }

  package var variables: [Status]
  package var rows: [Status]
  /// The steepest-edge weights of the basic variables, then of the basic rows, in order; empty if
  /// unknown.
  ///
  /// They make the next solve choose better, and have no part in its answer.
  package var edgeWeights: [Double]

  package init(variables: [Status], rows: [Status], edgeWeights: [Double] = []) {
    self.variables = variables
    self.rows = rows
    self.edgeWeights = edgeWeights
  }

  /// Whether two bases have the same statuses, whatever weights they carry.
  public static func == (first: Basis, second: Basis) -> Bool {
    first.variables == second.variables && first.rows == second.rows
  }

  /// Hashes the statuses.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(variables)
    hasher.combine(rows)
  }
}
