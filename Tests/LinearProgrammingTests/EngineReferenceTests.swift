import LinearProgramming
import TestSupport
import Testing

/// Every method by itself, so that none hides behind another.
@Suite("Methods one by one on reference problems", .enabled(if: ReferenceProblems.arePresent))
struct EngineReferenceTests {
  /// What takes one method or another more than about a quarter of a second.
  static let long: Set = [
    "netlib/dfl001", "netlib/fit2p", "netlib/greenbea", "netlib/maros-r7", "netlib/pilot",
    "netlib/qap15", "netlib/qap8", "netlib/truss", "kennington/ken-11", "kennington/osa-07",
    "kennington/pds-06",
  ]

  static let short = ReferenceProblems.all.filter { !long.contains($0) }

  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: short)
  func `the dual simplex method reaches the published optimum`(path: String) throws {
    let solution = try ReferenceProblems.expectOptimum(path, SolverSettings(engine: .dual))
    #expect(solution.statistics.interiorIterations == 0 && solution.basis != nil)
  }

  /// Source of truth: as above.
  @Test(arguments: short.filter { !LargerEngineReferenceTests.longForPrimal.contains($0) })
  func `the primal simplex method reaches the published optimum`(path: String) throws {
    let solution = try ReferenceProblems.expectOptimum(path, SolverSettings(engine: .primal))
    #expect(solution.statistics.interiorIterations == 0 && solution.basis != nil)
  }

  /// Source of truth: as above.
  @Test(arguments: short)
  func `the interior point method reaches the published optimum at a vertex`(path: String) throws {
    let solution = try ReferenceProblems.expectOptimum(path, SolverSettings(engine: .interior))
    #expect(solution.basis != nil)
  }

  /// Source of truth: as above.
  @Test(arguments: short)
  func `the interior point method reaches the published optimum by itself`(path: String) throws {
    let settings = SolverSettings(engine: .interior, isCrossingOver: false)
    let solution = try ReferenceProblems.expectOptimum(path, settings)
    #expect(solution.statistics.simplexIterations == 0 && solution.basis == nil)
  }

  /// Source of truth: Netlib's collection of infeasible programs.
  @Test(arguments: ReferenceProblems.infeasible, [SolverSettings.Engine.dual, .primal, .interior])
  func `every method proves infeasibility`(path: String, engine: SolverSettings.Engine) throws {
    try ReferenceProblems.expectInfeasible(path, SolverSettings(engine: engine))
  }
}

@Suite(
  "Methods one by one on larger reference problems", .tags(.slow),
  .enabled(if: ReferenceProblems.arePresent && runsSlowTests))
struct LargerEngineReferenceTests {
  /// What takes the primal method more than about half a second, beyond what is long for others.
  static let longForPrimal: Set = ["netlib/d6cube"]

  static let long = EngineReferenceTests.long.sorted() + ["staffing/staff_L"]

  /// What the simplex methods by themselves need minutes for.
  static let veryLong: Set = ["netlib/dfl001", "netlib/qap15"]

  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: long.filter { $0 != "netlib/qap15" })
  func `the dual simplex method reaches the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path, SolverSettings(engine: .dual))
  }

  /// Source of truth: as above.
  @Test(arguments: long.filter { !veryLong.contains($0) } + longForPrimal.sorted())
  func `the primal simplex method reaches the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path, SolverSettings(engine: .primal))
  }

  /// Source of truth: as above.
  @Test(arguments: long, [true, false])
  func `the interior point method reaches the published optimum`(
    path: String, isCrossingOver: Bool
  ) throws {
    let settings = SolverSettings(engine: .interior, isCrossingOver: isCrossingOver)
    try ReferenceProblems.expectOptimum(path, settings)
  }
}
