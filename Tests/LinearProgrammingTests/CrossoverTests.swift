import LinearProgramming
import TestSupport
import Testing

/// Solves programs by the interior point method and crosses over to a vertex.
enum CrossoverSamples {
  /// The optimal solution; records an issue and throws if there is none.
  static func optimum(
    of program: LinearProgram, isPresolving: Bool,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Solution {
    let outcome = try program.solve(
      SolverSettings(engine: .interior, isPresolving: isPresolving, timeLimit: .seconds(300)))
    let solution = try #require(
      outcome.solution, "not optimal but \(outcome)", sourceLocation: sourceLocation)
    #expect(solution.check.passes, sourceLocation: sourceLocation)
    return solution
  }

  /// How many variables and rows are basic.
  static func basicCount(_ basis: Basis) -> Int {
    (basis.variables + basis.rows).filter { $0 == .basic }.count
  }

  /// An assignment of as many workers to jobs, with costs that are whole numbers.
  static func assignment(size: Int, costLimit: Int, seed: UInt64) -> LinearProgram {
    var generator = SeededGenerator(seed: seed)
    var program = LinearProgram(name: "assignment")
    var cost = LinearExpression()
    var jobs = [LinearExpression](repeating: LinearExpression(), count: size)
    for worker in 0..<size {
      let x = program.addVariables("x\(worker)", over: Array(0..<size))
      for job in 0..<size {
        jobs[job].add(x[job], times: 1)
        cost.add(x[job], times: Double(generator.integer(below: costLimit)))
      }
      program.require(x.sum() == 1, named: "worker \(worker)")
    }
    for (job, sum) in jobs.enumerated() { program.require(sum == 1, named: "job \(job)") }
    program.minimize(cost)
    return program
  }
}

@Suite("Crossover")
struct CrossoverTests {
  /// Source of truth: worked by hand; every point between (2, 0) and (0, 2) is optimal, these two
  /// are the vertices.
  @Test func `goes from the middle of an optimal edge to one of its ends`() throws {
    var program = LinearProgram()
    let x = program.addVariable("x")
    let y = program.addVariable("y")
    program.require(x + y >= 2, named: "row")
    program.minimize(x + y)
    let solution = try CrossoverSamples.optimum(of: program, isPresolving: false)
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == 1)
    #expect([[2, 0], [0, 2]].contains([solution.value(of: x), solution.value(of: y)]))
    #expect(solution.statistics.pushes > 0)
  }

  /// Source of truth: worked by hand; the free variables are ±(a − b) at no cost, so any a will do,
  /// and the only vertices have a variable at its bound.
  @Test func `finds a vertex where nothing has a price`() throws {
    var program = LinearProgram()
    let a = program.addVariable("a", in: 0...10)
    let b = program.addVariable("b", in: 0...10)
    let c = program.addVariable("c", in: -.infinity ... .infinity)
    program.require(a - b - c == 0, named: "first")
    program.require((a + b).within(-5...15), named: "second")
    program.minimize(LinearExpression(3))
    let solution = try CrossoverSamples.optimum(of: program, isPresolving: false)
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == 2)
    #expect(solution.objective == 3)
    let again = try program.optimum(from: basis)
    #expect(again.iterations == 0)
  }

  /// Source of truth: definition; the setting says whether there is a basis.
  @Test func `stays in the interior when told to`() throws {
    let program = RandomPrograms.covering(rowCount: 12, columnCount: 20, seed: 3)
    let settings = SolverSettings(engine: .interior, isCrossingOver: false)
    let solution = try #require(try program.solve(settings).solution)
    #expect(solution.basis == nil)
    #expect(solution.statistics.pushes == 0)
    #expect(solution.statistics.engine == .interior)
  }

  /// Source of truth: definition; the vertex is a result of the interior point method, whoever
  /// cleans it up.
  @Test func `names the interior point method as the engine after crossover`() throws {
    let program = RandomPrograms.covering(rowCount: 12, columnCount: 20, seed: 3)
    let solution = try #require(try program.solve(SolverSettings(engine: .interior)).solution)
    #expect(solution.basis != nil)
    #expect(solution.statistics.engine == .interior)
  }

  /// Source of truth: Birkhoff's theorem, by which the vertices of an assignment are permutations,
  /// and the dual simplex method for the objective; bases of an assignment are very degenerate.
  @Test(arguments: 0..<12)
  func `finds a permutation for an assignment`(seed: Int) throws {
    let size = 4 + 2 * seed
    let program = CrossoverSamples.assignment(
      size: size, costLimit: seed % 2 == 0 ? 4 : 1000, seed: UInt64(seed))
    let solution = try CrossoverSamples.optimum(of: program, isPresolving: seed % 3 == 0)
    for value in solution.values {
      #expect(min(abs(value), abs(value - 1)) < 1e-9)
    }
    #expect(agrees(solution.objective, try program.optimum().objective))
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == 2 * size)
  }

  /// Source of truth: constructed with an optimal point and its prices, so the objective is known;
  /// a basis that belongs to an optimal vertex needs no iteration.
  @Test(arguments: 0..<60)
  func `finds a basis that needs no further iteration`(seed: Int) throws {
    let certified = RandomPrograms.certified(
      rowCount: 3 + seed % 25, columnCount: 4 + seed % 31, isMaximum: seed % 2 == 0,
      seed: 500 + UInt64(seed))
    let solution = try CrossoverSamples.optimum(of: certified.program, isPresolving: false)
    #expect(agrees(solution.objective, certified.objective))
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == certified.program.rowCount)
    #expect(solution.statistics.simplexIterations <= 3)
    let again = try certified.program.optimum(from: basis)
    #expect(again.iterations == 0)
    #expect(agrees(again.objective, certified.objective))
  }

  /// Source of truth: the dual simplex method on the same program.
  @Test(arguments: 0..<10)
  func `agrees with the simplex method on coverings`(seed: Int) throws {
    let program = RandomPrograms.covering(
      rowCount: 40 + 20 * seed, columnCount: 60 + 20 * seed, seed: UInt64(seed))
    let solution = try CrossoverSamples.optimum(of: program, isPresolving: seed % 2 == 0)
    #expect(agrees(solution.objective, try program.optimum().objective))
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == program.rowCount)
    #expect(try program.optimum(from: basis).iterations == 0)
  }

  /// Source of truth: the same program twice gives the same bytes.
  @Test func `gives the same basis every time`() throws {
    let program = CrossoverSamples.assignment(size: 12, costLimit: 3, seed: 8)
    let first = try CrossoverSamples.optimum(of: program, isPresolving: false)
    let second = try CrossoverSamples.optimum(of: program, isPresolving: false)
    #expect(first.basis == second.basis)
    #expect(first.values == second.values)
  }
}

@Suite("Crossover on reference problems", .enabled(if: ReferenceProblems.arePresent))
struct CrossoverReferenceTests {
  /// Source of truth: consensus of HiGHS, Clp and GLPK; pilotnov and cycle have ill-conditioned
  /// bases, degen2, qap8 and pds-02 degenerate ones.
  @Test(arguments: [
    "netlib/25fv47", "netlib/cycle", "netlib/d6cube", "netlib/degen2", "netlib/etamacro",
    "netlib/greenbea", "netlib/pilot4", "netlib/pilotnov", "netlib/qap8", "netlib/wood1p",
    "kennington/cre-a", "kennington/ken-07", "kennington/pds-02", "staffing/staff_S",
  ])
  func `reaches a vertex with hardly any simplex iteration`(path: String) throws {
    let program = try ReferenceProblems.program(path)
    let expected = try #require(try ReferenceProblems.optimum(of: path))
    let solution = try CrossoverSamples.optimum(of: program, isPresolving: true)
    #expect(agrees(solution.objective, expected, within: 1e-8))
    let basis = try #require(solution.basis)
    #expect(CrossoverSamples.basicCount(basis) == program.rowCount)
    #expect(solution.statistics.simplexIterations <= 50)
  }
}
