import LinearProgramming
import TestSupport
import Testing

@Suite("The primal simplex method")
struct PrimalSimplexTests {
  private let settings = SolverSettings(engine: .primal, isPresolving: false)

  /// The optimum that the primal method finds without presolve.
  private func optimum(
    _ program: LinearProgram, from basis: Basis? = nil,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Solution {
    let outcome = try program.solve(settings, from: basis)
    return try #require(
      outcome.solution, "not optimal but \(outcome)", sourceLocation: sourceLocation)
  }

  /// Source of truth: Beale, *Naval Research Logistics Quarterly* 2 (1955), 269–275; checked by
  /// hand in `HandWorkedTests`.
  @Test func `does not cycle on Beale's example`() throws {
    var program = LinearProgram(name: "beale")
    let x = program.addVariables("x", over: [1, 2, 3, 4])
    program.require(0.25 * x[1] - 60 * x[2] - 0.04 * x[3] + 9 * x[4] <= 0, named: "first")
    program.require(0.5 * x[1] - 90 * x[2] - 0.02 * x[3] + 3 * x[4] <= 0, named: "second")
    program.require(x[3] <= 1, named: "third")
    program.minimize(-0.75 * x[1] + 150 * x[2] - 0.02 * x[3] + 6 * x[4])
    #expect(agrees(try optimum(program).objective, -0.05))
  }

  /// Source of truth: Kuhn's example in Balinski and Tucker, *SIAM Review* 11
  /// (1969), 347–377.
  ///
  /// By hand: the objective is minus the third row, so at least −2, which x = (2, 0, 2, 0)
  /// attains; without that row, twice the same direction costs less and less.
  @Test func `does not cycle on Kuhn's example`() throws {
    for isBounded in [true, false] {
      var program = LinearProgram(name: "kuhn")
      let x = program.addVariables("x", over: [1, 2, 3, 4])
      program.require(-2 * x[1] - 9 * x[2] + x[3] + 9 * x[4] <= 0, named: "first")
      program.require(
        (1.0 / 3) * x[1] + x[2] - (1.0 / 3) * x[3] - 2 * x[4] <= 0, named: "second")
      let cost = -2 * x[1] - 3 * x[2] + x[3] + 12 * x[4]
      if isBounded { program.require(cost >= -2, named: "third") }
      program.minimize(cost)
      if isBounded {
        #expect(agrees(try optimum(program).objective, -2))
      } else {
        #expect(try program.solve(settings).isUnbounded)
      }
    }
  }

  /// Source of truth: Klee and Minty in *Inequalities III* (1972), 159–175, as given by
  /// Chvátal, *Linear Programming* (1983), page 47: the optimum is 100ⁿ⁻¹.
  @Test(arguments: 1...6)
  func `solves Klee and Minty's cubes`(order: Int) throws {
    var program = LinearProgram(name: "cube")
    let x = program.addVariables("x", over: Array(0..<order))
    var side = 1.0
    var goal = LinearExpression()
    for row in 0..<order {
      var expression = LinearExpression()
      expression.add(x[row], times: 1)
      var weight = 2.0
      for column in (0..<row).reversed() {
        weight *= 10
        expression.add(x[column], times: weight)
      }
      program.require(expression <= side, named: "r\(row)")
      if row < order - 1 { side *= 100 }
    }
    var weight = 1.0
    for column in (0..<order).reversed() {
      goal.add(x[column], times: weight)
      weight *= 10
    }
    program.maximize(goal)
    #expect(agrees(try optimum(program).objective, side))
  }

  /// Source of truth: constructed; a point and prices were chosen first, and the program so that
  /// they satisfy the optimality conditions.
  @Test(arguments: 1...60)
  func `reaches the optimum that a program was built around`(seed: Int) throws {
    let instance = RandomPrograms.certified(
      rowCount: 1 + seed % 25, columnCount: 2 + seed % 31, isMaximum: seed % 2 == 0,
      seed: UInt64(seed))
    #expect(agrees(try optimum(instance.program).objective, instance.objective, within: 1e-8))
  }

  /// Source of truth: constructed, as above, at a size where refactorization matters; and the
  /// dual method.
  @Test(arguments: 1...3)
  func `agrees with the dual method at a larger size`(seed: Int) throws {
    let instance = RandomPrograms.certified(
      rowCount: 150, columnCount: 260, isMaximum: false, seed: UInt64(2000 + seed))
    let solution = try optimum(instance.program)
    #expect(agrees(solution.objective, instance.objective, within: 1e-8))
    let dual = try instance.program.solve(SolverSettings(engine: .dual, isPresolving: false))
    #expect(agrees(solution.objective, try #require(dual.solution).objective, within: 1e-8))
  }

  /// Source of truth: the dual method, on programs with many ties.
  @Test(arguments: 1...20)
  func `agrees with the dual method on degenerate programs`(seed: Int) throws {
    let program = RandomPrograms.assignment(order: 4 + seed % 9, seed: UInt64(seed))
    let dual = try program.solve(SolverSettings(engine: .dual, isPresolving: false))
    let expected = try #require(dual.solution).objective
    #expect(agrees(try optimum(program).objective, expected, within: 1e-9))
  }

  /// Source of truth: reasoning, see `InfeasiblePrograms`; the certificates are checked outside
  /// the solver.
  @Test(arguments: InfeasiblePrograms.all)
  func `proves that rows contradict each other`(instance: InfeasiblePrograms.Case) throws {
    let outcome = try instance.program.solve(settings)
    #expect(outcome.isInfeasible, "\(outcome)")
  }

  /// Source of truth: constructed; along the vector of ones no row changes and the cost falls by
  /// one.
  @Test(arguments: 1...20)
  func `finds the ray of an unbounded program`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pairs = 2 + seed % 9
    var program = LinearProgram()
    let x = program.addVariables("x", over: Array(0..<2 * pairs))
    for row in 0..<pairs {
      var expression = LinearExpression()
      for pair in 0..<pairs {
        let weight = Double(generator.integer(below: 7) - 3)
        expression.add(x[2 * pair], times: weight)
        expression.add(x[2 * pair + 1], times: -weight)
      }
      program.require(expression <= Double(generator.integer(below: 5)), named: "r\(row)")
    }
    program.require(x[0] - x[1] >= -1, named: "last")
    var goal = LinearExpression()
    var total = -1.0
    for column in 1..<2 * pairs {
      let cost = generator.uniform(in: -1...2)
      goal.add(x[column], times: cost)
      total -= cost
    }
    goal.add(x[0], times: total)
    program.minimize(goal)
    let outcome = try program.solve(settings)
    #expect(outcome.isUnbounded, "\(outcome)")
  }

  /// Source of truth: the definition; an optimal basis needs no iteration, and one that is optimal
  /// for other costs is still feasible.
  @Test(arguments: 1...10)
  func `starts from a basis`(seed: Int) throws {
    var program = RandomPrograms.covering(rowCount: 20, columnCount: 30, seed: UInt64(seed))
    guard let first = try program.solve(settings).solution else { return }
    #expect(try optimum(program, from: first.basis).iterations == 0)
    var goal = LinearExpression()
    for (index, variable) in program.variables.enumerated() {
      goal.add(variable, times: Double(1 + index % 3))
    }
    program.minimize(goal)
    let warm = try optimum(program, from: first.basis)
    #expect(agrees(warm.objective, try optimum(program).objective, within: 1e-9))
  }

  /// Source of truth: the same program and settings must give the same bits.
  @Test func `repeats bit for bit`() throws {
    let program = RandomPrograms.covering(rowCount: 60, columnCount: 90, seed: 7)
    let first = try optimum(program)
    let second = try optimum(program)
    #expect(first.objective.bitPattern == second.objective.bitPattern)
    #expect(first.iterations == second.iterations && first.basis == second.basis)
  }
}

extension Outcome {
  fileprivate var isUnbounded: Bool {
    if case .unbounded = self { true } else { false }
  }

  fileprivate var isInfeasible: Bool {
    if case .infeasible = self { true } else { false }
  }
}
