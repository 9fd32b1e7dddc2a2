internal import LinearAlgebra

/// How far each cost, right-hand side and bound may move, one at a time, before the optimal basis
/// changes.
///
///     let ranging = try program.ranging(of: solution)
///     let range = ranging.cost(of: wheat)     // range.lower … range.upper
///     let ends = ranging.ends(of: land)       // the right-hand side, with the price it keeps
///
/// The intervals are those of the basis of the solution. Where the optimum is degenerate, other
/// optimal bases have other intervals, and one side or both may be zero although the solution
/// holds beyond: the interval is right, but not the longest. ``isPrimalDegenerate`` and
/// ``isDualDegenerate`` tell. Ranging holds the factored basis; each question is answered when it
/// is asked, in any order and from any thread, and always with the same bits.
///
/// Source: V. Chvátal, *Linear Programming*, Freeman (1983), chapter 10.
public struct Ranging: Sendable {
  /// The objective of the solution.
  public let objective: Double
  /// Whether a basic variable or row lies at one of its ends, so that a right-hand side may have
  /// no room to move.
  public let isPrimalDegenerate: Bool
  /// Whether a nonbasic variable or row has no reduced cost, so that a cost may have no room to
  /// move and the optimum need not be the only one.
  public let isDualDegenerate: Bool

  let program: LinearProgram
  let scaling: Scaling
  let vertex: BasicVertex
  /// The row with which the factorization pairs each basic column.
  let basicRow: [Int?]
  /// The value of each variable, and of each row.
  let values: [Double]
  let activities: [Double]
  let costs: [Double]
  var isMaximum: Bool { program.sense == .maximize }

  /// Factors the basis of `solution` and makes sure that it is optimal.
  init(_ program: LinearProgram, _ solution: Solution) throws(SolverError) {
    guard let basis = solution.basis else { throw .missingBasis }
    let form = ComputationalForm(program)
    let scaling = Scaling(of: form)
    guard let vertex = BasicVertex(scaling.apply(to: form), basis: basis), vertex.isOptimal else {
      throw .foreignBasis
    }
    self.program = program
    self.scaling = scaling
    self.vertex = vertex
    costs = program.costs
    var basicRow = [Int?](repeating: nil, count: vertex.point.count)
    for (row, column) in vertex.factorization.head.enumerated() { basicRow[column] = row }
    self.basicRow = basicRow
    let values = scaling.unscaled(values: Array(vertex.point.prefix(form.variableCount)))
    self.values = values
    activities = program.rows.map { row in
      var sum = CompensatedSum()
      for term in program.terms(of: row) { sum.add(term.weight * values[term.variable.index]) }
      return sum.value
    }
    objective = program.objective.value(at: values)
    isPrimalDegenerate = vertex.isPrimalDegenerate
    isDualDegenerate = vertex.isDualDegenerate
  }

  /// The shadow price of a row or the reduced cost of a variable at the basis, in the stated sense.
  func price(of part: ProgramPart) -> Double {
    let n = vertex.form.variableCount
    let sign = program.sense.sign / scaling.cost
    switch part {
    case .row(let row):
      // The reduced cost of a slack is minus the price.
      return -sign * vertex.reducedCosts[n + row.index] * scaling.rows[row.index]
    case .variable(let variable):
      return sign * vertex.reducedCosts[variable.index] / scaling.columns[variable.index]
    }
  }

  /// The variable or row that a column stands for.
  func part(_ column: Int) -> ProgramPart? {
    let n = vertex.form.variableCount
    if column < 0 { return nil }
    return column < n ? .variable(Variable(index: column)) : .row(Row(index: column - n))
  }

  /// Whether both bounds of a column agree, so that it never enters the basis.
  func isFixed(_ column: Int) -> Bool {
    let gap: Bool = vertex.form.lower[column] == vertex.form.upper[column]
    return gap
  }
}

extension LinearProgram {
  /// Prepares the ranging of costs, right-hand sides and bounds at `solution`.
  ///
  /// - Parameter solution: A solution of this program, with a basis.
  /// - Returns: What answers the questions.
  /// - Throws: ``SolverError/missingBasis`` for a solution of the interior point method without
  ///   crossover, ``SolverError/foreignBasis`` for one of another program, and any error of
  ///   ``solve(_:from:)`` about numbers.
  /// - Complexity: One factorization of the basis and four solves with it.
  public func ranging(of solution: Solution) throws(SolverError) -> Ranging {
    try validate()
    return try Ranging(self, solution)
  }
}

extension BasicVertex {
  /// The tolerance of optimality and degeneracy, in scaled units and relative to bounds.
  private static let tolerance = 1e-7

  /// Whether point and reduced costs violate nothing by more than rounding.
  var isOptimal: Bool {
    point.indices.allSatisfy { column in
      let (value, low, high) = (point[column], form.lower[column], form.upper[column])
      let reduced = reducedCosts[column]
      let limit = Self.tolerance * (1 + abs(form.costs[column]))
      guard value.isFinite, reduced.isFinite else { return false }
      switch status[column] {
      case .basic:
        return value >= low - Self.tolerance * max(1, abs(low))
          && value <= high + Self.tolerance * max(1, abs(high))
      case .free: return abs(reduced) <= limit
      case .atLower: return low >= high || reduced >= -limit
      case .atUpper: return low >= high || reduced <= limit
      }
    }
  }

  /// Whether a basic column lies at a bound.
  var isPrimalDegenerate: Bool {
    point.indices.contains { column in
      guard isBasic[column] else { return false }
      let (value, low, high) = (point[column], form.lower[column], form.upper[column])
      return low.isFinite && value - low <= Self.tolerance * max(1, abs(low))
        || high.isFinite && high - value <= Self.tolerance * max(1, abs(high))
    }
  }

  /// Whether a nonbasic column that may move has no reduced cost.
  var isDualDegenerate: Bool {
    point.indices.contains { column in
      !isBasic[column] && form.lower[column] < form.upper[column]
        && abs(reducedCosts[column]) <= Self.tolerance
    }
  }
}
