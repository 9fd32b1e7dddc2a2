import LinearProgramming
import TestSupport
import Testing

/// Solves programs by the interior point method alone, without presolve or crossover.
enum InteriorSamples {
  static let settings = SolverSettings(
    engine: .interior, isPresolving: false, isCrossingOver: false, timeLimit: .seconds(300))

  /// The optimal solution; records an issue and throws if there is none.
  static func optimum(
    of program: LinearProgram, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Solution {
    let outcome = try program.solve(settings)
    let solution = try #require(
      outcome.solution, "not optimal but \(outcome)", sourceLocation: sourceLocation)
    #expect(solution.check.passes, sourceLocation: sourceLocation)
    return solution
  }
}

@Suite("Interior point method")
struct InteriorPointTests {
  /// Source of truth: worked by hand; the corner (2, 2) of x + y ≤ 4, x ≤ 2 gives 2·2 + 3·2 = 10
  /// less than (0, 4) with 12.
  @Test func `solves a program with two rows`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: 0...2)
    let y = program.addVariable("y")
    let total = program.require(x + y <= 4, named: "total")
    program.maximize(2 * x + 3 * y)
    let solution = try InteriorSamples.optimum(of: program)
    #expect(abs(solution.objective - 12) < 1e-7)
    #expect(abs(solution.shadowPrice(of: total) - 3) < 1e-6)
    #expect(abs(solution.reducedCost(of: x) + 1) < 1e-6)
    #expect(solution.statistics.interiorIterations > 0)
    #expect(solution.statistics.simplexIterations == 0)
  }

  /// Source of truth: worked by hand; x − y = 1 and x + y = 5 have the solution (3, 2).
  @Test func `solves equations in free variables`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: -.infinity ... .infinity)
    let y = program.addVariable("y", in: -.infinity ... .infinity)
    program.require(x - y == 1, named: "row 1")
    program.require(x + y == 5, named: "row 2")
    program.minimize(x + 2 * y)
    let solution = try InteriorSamples.optimum(of: program)
    #expect(abs(solution.value(of: x) - 3) < 1e-7)
    #expect(abs(solution.value(of: y) - 2) < 1e-7)
  }

  /// Source of truth: worked by hand; without rows every variable goes to its better bound.
  @Test func `solves a program without rows`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: -1...2)
    let y = program.addVariable("y", in: -3...5)
    program.minimize(x - y + 7)
    #expect(try InteriorSamples.optimum(of: program).objective == 1)
  }

  /// Source of truth: worked by hand; a row repeated twice does no harm.
  @Test func `solves a program with dependent rows`() throws {
    var program = LinearProgram()
    let x = program.addVariables("x", over: Array(0..<4))
    for factor in [1.0, 2, -3] {
      program.require(factor * x.sum() == factor * 10, named: "row 3")
    }
    program.require(x[0] - x[1] == 2, named: "row 4")
    var cost = LinearExpression()
    for (index, weight) in [3.0, 2, 5, 4].enumerated() { cost.add(x[index], times: weight) }
    program.minimize(cost)
    let solution = try InteriorSamples.optimum(of: program)
    #expect(abs(solution.objective - 26) < 1e-6)
  }

  /// Source of truth: definition; a feasible point is all that is asked for.
  @Test func `solves a program without an objective`() throws {
    var program = LinearProgram()
    let x = program.addVariables("x", over: Array(0..<3), in: 0...4)
    program.require(x.sum() == 9, named: "row 5")
    #expect(try InteriorSamples.optimum(of: program).objective == 0)
  }

  /// Source of truth: worked by hand; the range −2 ≤ x − y ≤ 3 is active at 3.
  @Test func `handles ranges and upper bounds without lower ones`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x", in: -.infinity...10)
    let y = program.addVariable("y", in: -5...5)
    program.require((x - y).within(-2...3), named: "row 6")
    program.maximize(2 * x - y)
    let solution = try InteriorSamples.optimum(of: program)
    #expect(abs(solution.objective - 11) < 1e-7)
  }

  /// Source of truth: constructed; a point and prices were chosen first.
  @Test(arguments: 1...60)
  func `reaches the optimum that a program was built around`(seed: Int) throws {
    let instance = RandomPrograms.certified(
      rowCount: 1 + seed % 25, columnCount: 2 + seed % 31, isMaximum: seed % 2 == 0,
      seed: UInt64(seed))
    let solution = try InteriorSamples.optimum(of: instance.program)
    #expect(agrees(solution.objective, instance.objective, within: 1e-7))
  }

  /// Source of truth: the simplex method, which works differently.
  @Test(arguments: 1...15)
  func `agrees with the simplex method`(seed: Int) throws {
    let program = RandomPrograms.covering(
      rowCount: 10 + 3 * seed, columnCount: 30, seed: UInt64(seed))
    let simplex = try program.solve(SolverSettings(engine: .dual))
    let interior = try program.solve(InteriorSamples.settings)
    switch (simplex, interior) {
    case (.optimal(let a), .optimal(let b)): #expect(agrees(a.objective, b.objective, within: 1e-7))
    case (.infeasible, .infeasible): break
    default: Issue.record("\(simplex) but \(interior)")
    }
  }

  /// Source of truth: worked by hand; three variables of at most 1 cannot reach 4.
  @Test func `proves infeasibility`() throws {
    var program = LinearProgram()
    let x = program.addVariables("x", over: [1, 2, 3], in: 0...1)
    program.require(x.sum() >= 4, named: "row 7")
    guard case .infeasible(let certificate) = try program.solve(InteriorSamples.settings) else {
      Issue.record("not found infeasible")
      return
    }
    #expect(certificate.check.passes)
  }

  /// Source of truth: worked by hand; along (1, 1) the row x − y ≤ 2 never binds.
  @Test func `proves unboundedness`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x - y <= 2, named: "row 8")
    program.maximize(x + y)
    guard case .unbounded(let certificate) = try program.solve(InteriorSamples.settings) else {
      Issue.record("not found unbounded")
      return
    }
    #expect(certificate.check.passes)
  }

  /// Source of truth: worked by hand; z is in no row and improves the objective for ever.
  @Test func `proves unboundedness along a variable in no row`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let z = program.addVariable("z")
    program.require(x >= 2, named: "row 9")
    program.minimize(x - z)
    guard case .unbounded(let certificate) = try program.solve(InteriorSamples.settings) else {
      Issue.record("not found unbounded")
      return
    }
    #expect(certificate.rate(of: z) > 0)
  }

  /// Source of truth: definition; the same program gives the same bits.
  @Test func `repeats itself`() throws {
    let program = RandomPrograms.covering(rowCount: 40, columnCount: 60, seed: 3)
    let first = try InteriorSamples.optimum(of: program)
    let second = try InteriorSamples.optimum(of: program)
    #expect(first.objective == second.objective)
  }

  /// Source of truth: the settings; no time is left.
  @Test func `stops at the time limit`() throws {
    var settings = InteriorSamples.settings
    settings.timeLimit = .zero
    let program = RandomPrograms.covering(rowCount: 40, columnCount: 60, seed: 3)
    guard case .limit(let report) = try program.solve(settings) else {
      Issue.record("did not stop")
      return
    }
    #expect(report.limit == .time)
  }
}

@Suite("Interior point method on reference problems", .enabled(if: ReferenceProblems.arePresent))
struct InteriorReferenceTests {
  static func expectOptimum(_ path: String) throws {
    let program = try ReferenceProblems.program(path)
    let expected = try #require(try ReferenceProblems.optimum(of: path))
    let solution = try InteriorSamples.optimum(of: program)
    #expect(agrees(solution.objective, expected, within: 1e-8), "\(path)")
    let check = solution.check
    #expect(max(check.primalResidual, check.dualResidual, check.gap) <= 1e-8, "\(path)")
  }

  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: [
    "netlib/25fv47", "netlib/adlittle", "netlib/afiro", "netlib/agg", "netlib/agg2",
    "netlib/agg3", "netlib/bandm", "netlib/beaconfd", "netlib/blend", "netlib/bnl1",
    "netlib/boeing2", "netlib/bore3d", "netlib/brandy", "netlib/cycle", "netlib/d6cube",
    "netlib/degen2", "netlib/etamacro", "netlib/fit1d", "netlib/fit2p", "netlib/forplan",
    "netlib/gfrd-pnc", "netlib/greenbea", "netlib/grow22", "netlib/grow7", "netlib/israel",
    "netlib/kb2", "netlib/lotfi", "netlib/modszk1", "netlib/pilot-we", "netlib/pilot4",
    "netlib/pilotnov", "netlib/qap8", "netlib/recipe", "netlib/sc105", "netlib/sc50a",
    "netlib/sc50b", "netlib/scagr25", "netlib/scagr7", "netlib/scfxm1", "netlib/scfxm2",
    "netlib/scrs8", "netlib/scsd1", "netlib/scsd6", "netlib/sctap1", "netlib/sctap2",
    "netlib/seba", "netlib/share1b", "netlib/share2b", "netlib/ship04l", "netlib/ship04s",
    "netlib/ship08l", "netlib/ship08s", "netlib/ship12l", "netlib/ship12s", "netlib/sierra",
    "netlib/standata", "netlib/standgub", "netlib/standmps", "netlib/stocfor1",
    "netlib/stocfor2", "netlib/truss", "netlib/tuff", "netlib/vtp-base", "netlib/wood1p",
    "kennington/cre-a", "kennington/ken-07", "kennington/pds-02", "setcover/air02",
    "setcover/aircraft", "setcover/crew", "staffing/staff_XS", "staffing/staff_S",
    "staffing/staff_M",
  ])
  func `reaches the published optimum`(path: String) throws {
    try Self.expectOptimum(path)
  }

  /// Source of truth: Netlib's collection of infeasible programs.
  @Test(arguments: [
    "bgdbg1", "bgetam", "bgprtr", "box1", "chemcom", "ex72a", "forest6", "galenet", "greenbea",
    "itest2", "itest6", "klein1", "klein2", "mondou2", "pang", "qual", "refinery", "woodinfe",
  ])
  func `proves infeasibility of the infeasible`(name: String) throws {
    let program = try ReferenceProblems.program("netlib-infeasible/\(name)")
    guard case .infeasible(let certificate) = try program.solve(InteriorSamples.settings) else {
      Issue.record("\(name) was not found infeasible")
      return
    }
    #expect(certificate.check.passes)
  }
}

@Suite(
  "Interior point method on larger reference problems", .tags(.slow),
  .enabled(if: ReferenceProblems.arePresent && runsSlowTests))
struct InteriorLargerReferenceTests {
  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: [
    "netlib/dfl001", "netlib/maros-r7", "netlib/pilot", "netlib/qap15", "kennington/ken-11",
    "kennington/osa-07", "kennington/pds-06", "staffing/staff_L",
  ])
  func `reaches the published optimum`(path: String) throws {
    try InteriorReferenceTests.expectOptimum(path)
  }
}
