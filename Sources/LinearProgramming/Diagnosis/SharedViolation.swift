/// The program that lets every row give by one shared amount and asks how small it can be.
///
/// Its dual maximizes the margin of an infeasibility certificate whose multipliers have absolute
/// values that add up to one. Like other problems with a bound on such a sum, it favours
/// solutions with few nonzeros.
struct SharedViolation {
  private let original: LinearProgram
  private var program: LinearProgram
  /// The original row of each row.
  private var origins: [Row] = []

  /// Lets every finite end of every row of `original` give.
  ///
  /// - Complexity: O(variables + rows + terms).
  init(_ original: LinearProgram) {
    self.original = original
    program = LinearProgram(name: original.name)
    for variable in original.variables {
      _ = program.addVariable(original.name(of: variable), in: original.bounds(of: variable))
    }
    let give = program.addVariable("give")
    for row in original.rows {
      let bounds = original.bounds(of: row)
      let name = original.name(of: row)
      if bounds.lowerBound.isFinite {
        let expression = original.expression(of: row) + give
        program.require(expression.within(bounds.keeping(.lower)), named: name)
        origins.append(row)
      }
      if bounds.upperBound.isFinite {
        let expression = original.expression(of: row) - give
        program.require(expression.within(bounds.keeping(.upper)), named: name)
        origins.append(row)
      }
    }
    program.minimize(give)
  }

  /// Solves the program; `nil` if no checked contradiction follows from its prices.
  ///
  /// - Returns: The contradiction.
  /// - Throws: A ``SolverError`` that names the first number that makes no sense.
  func conflict(_ budget: inout DiagnosisBudget) throws(SolverError) -> ConflictProgram? {
    guard let solution = try budget.solve(program).solution else { return nil }
    var multipliers = [Double](repeating: 0, count: original.rowCount)
    for (row, price) in zip(origins, solution.prices) { multipliers[row.index] += price }
    return ConflictProgram(original, multipliers: multipliers)
  }
}
