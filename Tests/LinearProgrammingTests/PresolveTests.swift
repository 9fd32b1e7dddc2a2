import LinearProgramming
import TestSupport
import Testing

@Suite("Presolve")
struct PresolveTests {
  /// Source of truth: the check of the answer against the original program, by code that knows
  /// nothing of presolve; and the program solved without presolve.
  @Test(arguments: 0..<40)
  func `carries an optimal solution back, exact and with an optimal basis`(block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      let program = RedundantProgram(seed: UInt64(seed)).program
      let trial = PresolveTrial(program)
      let plain = try program.solve(SolverSettings(isPresolving: false))
      guard let expected = plain.solution else {
        #expect(trial.check?.passes != true, "\(seed) has no optimum")
        continue
      }
      let check = try #require(trial.check, "\(seed) \(trial.finding)")
      #expect(check.primalResidual <= 1e-9, "\(seed)")
      #expect(check.dualResidual <= 1e-9, "\(seed)")
      #expect(check.gap <= 1e-9, "\(seed)")
      #expect(agrees(try #require(trial.objective), expected.objective, within: 1e-8), "\(seed)")
      let basis = try #require(trial.basis, "\(seed)")
      #expect(try program.optimum(from: basis).iterations == 0, "\(seed)")
    }
  }

  /// Source of truth: the check of the answer; values and prices without a basis are what an
  /// interior point method hands back.
  @Test(arguments: 0..<10)
  func `carries values and prices back without a basis`(block: Int) throws {
    for seed in block * 50..<(block + 1) * 50 {
      guard let check = PresolveTrial(RedundantProgram(seed: UInt64(seed)).program).pointCheck
      else { continue }
      #expect(check.primalResidual <= 1e-8 && check.dualResidual <= 1e-8, "\(seed)")
      #expect(check.gap <= 1e-8, "\(seed)")
    }
  }

  /// Source of truth: the certificate's own check, and the program solved without presolve.
  @Test(arguments: 0..<10)
  func `never claims what is not so, and carries certificates back`(block: Int) throws {
    for seed in 10_000 + block * 50..<10_000 + (block + 1) * 50 {
      let program = RedundantProgram(seed: UInt64(seed)).program
      let trial = PresolveTrial(program)
      #expect(trial.hasCertificate != false, "\(seed)")
      let plain = try program.solve(SolverSettings(isPresolving: false))
      switch (trial.finding, plain) {
      case ("infeasible", .infeasible): break
      case ("infeasible", _): Issue.record("\(seed) is not infeasible but \(plain)")
      case ("unbounded", .infeasible), ("unbounded", .unbounded): break
      case ("unbounded", _): Issue.record("\(seed) is not unbounded but \(plain)")
      default: break
      }
      let answer = try program.solve()
      #expect("\(answer)".prefix(7) == "\(plain)".prefix(7), "\(seed)")
    }
  }

  /// Source of truth: worked by hand; x ≤ 3 as a row is the only reason to stop, so it has the
  /// price, not the bound.
  @Test func `gives the price of a bound back to the row it came from`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...10)
    let row = program.require(2 * x <= 6, named: "limit")
    program.maximize(5 * x)
    #expect(PresolveTrial(program).finding == "solved")
    let solution = try program.optimum()
    #expect(solution.value(of: x) == 3)
    #expect(solution.shadowPrice(of: row) == 2.5)
    #expect(solution.reducedCost(of: x) == 0)
  }

  /// Source of truth: worked by hand; x + y ≤ 0 with x, y ≥ 0 forces both to zero, and its price
  /// must outweigh the better of the two gains, 3 for y.
  @Test func `prices a forcing row by the column that gains most`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let row = program.require(x + y <= 0, named: "nothing")
    program.maximize(2 * x + 3 * y)
    #expect(PresolveTrial(program).rowCount == 0)
    let solution = try program.optimum()
    #expect(solution.shadowPrice(of: row) == 3)
    #expect(solution.reducedCost(of: y) == 0)
    #expect(solution.reducedCost(of: x) == -1)
  }

  /// Source of truth: worked by hand; of two parallel rows the tighter one, 2x + 2y ≥ 6, has the
  /// price 1/2 and the other one none.
  @Test func `prices the tighter of two parallel rows`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    let loose = program.require(x + y >= 1, named: "loose")
    let tight = program.require(2 * x + 2 * y >= 6, named: "tight")
    program.minimize(x + 2 * y)
    let solution = try program.optimum()
    #expect(solution.shadowPrice(of: loose) == 0)
    #expect(solution.shadowPrice(of: tight) == 0.5)
  }

  /// Source of truth: worked by hand; y = 10 − x and y ≤ 4 mean x ≥ 6, and x costs 1 more than y.
  @Test func `moves the price of an equation to the bound that binds`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...20)
    let y = program.addVariable("y", in: 0...4)
    let row = program.require(x + y == 10, named: "sum")
    program.minimize(3 * x + 2 * y)
    let solution = try program.optimum()
    #expect(solution.value(of: x) == 6)
    #expect(solution.shadowPrice(of: row) == 3)
    #expect(solution.reducedCost(of: y) == -1)
  }

  /// Source of truth: counted by hand; every row and every column of this program goes.
  @Test func `leaves nothing of a triangular system`() {
    var program = LinearProgram()
    var previous = program.addVariable("x0")
    program.require(previous == 1, named: "start")
    for step in 1...20 {
      let next = program.addVariable("x\(step)")
      program.require(next - 2 * previous == 1, named: "step \(step)")
      previous = next
    }
    program.minimize(previous)
    let trial = PresolveTrial(program)
    #expect(trial.finding == "solved")
    #expect(trial.check?.passes == true)
    #expect(trial.objective == 2_097_151)
  }
}
