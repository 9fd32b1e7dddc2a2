import LinearProgramming
import TestSupport
import Testing

@Suite("Warm starts")
struct WarmStartTests {
  /// Source of truth: the same program solved from scratch.
  @Test(arguments: 1...20)
  func `a changed right-hand side gives the same optimum as from scratch`(seed: Int) throws {
    var program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: UInt64(seed))
    guard case .optimal(let old) = try program.solve() else { return }
    let row = program.rows[seed % 30]
    program.setBounds(of: row, to: program.bounds(of: row).lowerBound + 1 ... .infinity)
    switch (try program.solve(), try program.solve(from: old.basis)) {
    case (.optimal(let cold), .optimal(let warm)):
      #expect(agrees(cold.objective, warm.objective))
      #expect(warm.iterations <= cold.iterations)
    case (.infeasible, .infeasible): break
    case (let cold, let warm): Issue.record("\(cold) is not \(warm)")
    }
  }

  /// Source of truth: the same program solved from scratch; staging fixes the first objective
  /// by a row and goes on with a second one.
  @Test(arguments: 1...20)
  func `a second objective after the first is fixed gives the same optimum`(seed: Int) throws {
    var program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: UInt64(seed))
    guard case .optimal(let first) = try program.solve() else { return }
    program.require(program.objective <= first.objective * (1 + 1e-6), named: "stage 1")
    let extra = program.addVariable("extra", in: -3...8)
    program.require(program.variables[0] - extra <= 4, named: "link")
    program.maximize(program.variables[1] + program.variables[2] - 0.5 * extra)
    let cold = try program.optimum()
    let warm = try program.optimum(from: first.basis)
    #expect(agrees(cold.objective, warm.objective, within: 1e-7))
  }

  /// Source of truth: an optimal basis needs no further step.
  @Test func `the same program takes no iteration`() throws {
    let program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: 3)
    let solution = try program.optimum()
    #expect(try program.optimum(from: solution.basis).iterations == 0)
  }

  /// Source of truth: the same program solved from scratch; a basis of another program is only
  /// a poor start.
  @Test func `a basis of another program does no harm`() throws {
    let small = try RandomPrograms.covering(rowCount: 10, columnCount: 20, seed: 1).optimum()
    let large = try RandomPrograms.covering(rowCount: 50, columnCount: 90, seed: 2).optimum()
    let program = RandomPrograms.covering(rowCount: 30, columnCount: 60, seed: 3)
    let expected = try program.optimum().objective
    #expect(agrees(try program.optimum(from: small.basis).objective, expected))
    #expect(agrees(try program.optimum(from: large.basis).objective, expected))
  }

  /// Source of truth: worked by hand; the optimum moves from 4 to the new bound 2.
  @Test func `a bound that vanished is replaced`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...4)
    program.maximize(x)
    let old = try program.optimum()
    program.setBounds(of: x, to: -.infinity ... .infinity)
    let cap = program.require(x <= 2, named: "cap")
    let solution = try program.optimum(from: old.basis)
    #expect(solution.objective == 2 && solution.shadowPrice(of: cap) == 1)
  }
}
