import LinearProgramming
import TestSupport
import Testing

@Suite("Changes that must not matter")
struct MetamorphicTests {
  /// Source of truth: a row times a positive number is the same condition; its price is divided.
  @Test(arguments: 1...10)
  func `scaling rows keeps the optimum`(seed: Int) throws {
    let program = RandomPrograms.covering(rowCount: 20, columnCount: 30, seed: UInt64(seed))
    var scaled = LinearProgram()
    for variable in program.variables {
      _ = scaled.addVariable(program.name(of: variable), in: program.bounds(of: variable))
    }
    for (index, row) in program.rows.enumerated() {
      let factor = [0.001, 1, 37, 1e4][index % 4]
      let side = program.bounds(of: row).lowerBound
      scaled.require(factor * program.expression(of: row) >= factor * side, named: "r")
    }
    scaled.minimize(program.objective)
    try expectSameOutcome(program, scaled)
  }

  /// Source of truth: the order of the variables has no meaning.
  @Test(arguments: 1...10)
  func `permuting columns keeps the optimum`(seed: Int) throws {
    let program = RandomPrograms.covering(rowCount: 20, columnCount: 30, seed: UInt64(seed))
    var generator = SeededGenerator(seed: UInt64(seed))
    let order = generator.shuffled(30)
    var permuted = LinearProgram()
    var images: [Int: Variable] = [:]
    for index in order {
      let variable = program.variables[index]
      images[index] = permuted.addVariable("x\(index)", in: program.bounds(of: variable))
    }
    func moved(_ expression: LinearExpression) -> LinearExpression {
      expression.terms.sum { term in
        term.weight * (images[term.variable.index] ?? term.variable)
      }
    }
    for row in program.rows {
      permuted.require(
        moved(program.expression(of: row)) >= program.bounds(of: row).lowerBound, named: "r")
    }
    permuted.minimize(moved(program.objective))
    try expectSameOutcome(program, permuted)
  }

  /// Source of truth: a row that the others imply changes nothing.
  @Test(arguments: 1...10)
  func `a redundant row keeps the optimum`(seed: Int) throws {
    let program = RandomPrograms.covering(rowCount: 20, columnCount: 30, seed: UInt64(seed))
    var extended = program
    let rows = program.rows.prefix(2)
    let side = rows.map { program.bounds(of: $0).lowerBound }.reduce(0, +)
    extended.require(rows.sum { program.expression(of: $0) } >= side, named: "sum")
    extended.require(rows.sum { program.expression(of: $0) } >= side, named: "again")
    try expectSameOutcome(program, extended)
  }

  private func expectSameOutcome(_ a: LinearProgram, _ b: LinearProgram) throws {
    switch (try a.solve(), try b.solve()) {
    case (.optimal(let first), .optimal(let second)):
      #expect(agrees(first.objective, second.objective))
    case (.infeasible, .infeasible): break
    case (let first, let second): Issue.record("\(first) is not \(second)")
    }
  }
}
