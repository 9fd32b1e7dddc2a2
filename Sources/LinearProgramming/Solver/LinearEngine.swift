internal import LinearAlgebra

/// What solves a linear program in computational form.
///
/// An engine may fail or even err: its answers are checked against the original program by the
/// caller.
protocol LinearEngine {
  /// Solves `form` within `budget`, from `basis` if there is one.
  func solve(
    _ form: ComputationalForm, from basis: Basis?, within budget: inout SolverBudget
  )
    -> EngineAnswer
}

/// A linear program in the form that engines work on: minimize cᵀx subject to Ax + s = 0 and
/// bounds on x and s.
///
/// The slack of a row is minus its activity, so that the slack columns form the identity.
struct ComputationalForm: Sendable {
  /// The number of variables.
  let variableCount: Int
  /// The number of rows.
  let rowCount: Int
  /// A, by columns.
  var matrix: SparseMatrix
  /// The cost of each variable, then of each slack, which is zero.
  var costs: [Double]
  /// The lower bound of each variable, then of each slack.
  var lower: [Double]
  /// The upper bound of each variable, then of each slack.
  var upper: [Double]

  /// Brings `program` into computational form.
  init(_ program: LinearProgram) {
    variableCount = program.variableCount
    rowCount = program.rowCount
    let rows = SparseMatrix(
      rowCount: program.variableCount, starts: program.rowStarts,
      rows: program.terms.map(\.variable.index), values: program.terms.map(\.weight))
    matrix = rows.transposed()
    let sign = program.sense.sign
    costs = program.costs.map { sign * $0 } + [Double](repeating: 0, count: rowCount)
    lower = program.lowerBounds + program.rowUppers.map { -$0 }
    upper = program.upperBounds + program.rowLowers.map { -$0 }
  }
}

extension ComputationalForm {
  /// Creates a form from its parts; costs and bounds are those of the variables, then of the slacks.
  init(matrix: SparseMatrix, costs: [Double], lower: [Double], upper: [Double]) {
    variableCount = matrix.columnCount
    rowCount = matrix.rowCount
    self.matrix = matrix
    self.costs = costs
    self.lower = lower
    self.upper = upper
  }
}

/// What an engine found; prices and multipliers are those of the minimization.
///
/// A method that works without bases gives none.
enum EngineAnswer {
  /// Values of the variables, prices of the rows and the basis they belong to.
  case optimal(values: [Double], prices: [Double], basis: Basis?)
  /// Row multipliers that should prove infeasibility.
  case infeasible(multipliers: [Double], basis: Basis?)
  /// A point and a direction that should prove unboundedness.
  case unbounded(point: [Double], direction: [Double], basis: Basis?)
  /// A limit was reached; prices from which a bound may follow, and where it stopped.
  case limit(LimitReport.Limit, values: [Double], prices: [Double])
  /// The engine gave up.
  case trouble(String, basis: Basis?)
}
