import Foundation
import LinearProgramming
import TestSupport
import Testing

/// How many iterations the methods need on some real programs, as a guard: a change that is not
/// meant to change the path of a method must leave these tables alone.
///
/// The numbers depend on the kernels of OpenBLAS, so the tables hold for one kind of processor
/// only, which `OPENBLAS_CORETYPE` must name; without it the tests are skipped. The command
/// `OPENBLAS_CORETYPE=Haswell RECORD_GOLDEN=1 swift test -c release --filter GoldenIterationTests`
/// records the tables anew.
@Suite(
  "Golden numbers of iterations",
  .enabled(
    if: ReferenceProblems.arePresent
      && ProcessInfo.processInfo.environment["OPENBLAS_CORETYPE"] == "Haswell"))
struct GoldenIterationTests {
  static let forSimplex = [
    "netlib/25fv47", "netlib/agg3", "netlib/bnl1", "netlib/cycle", "netlib/d6cube",
    "netlib/degen2", "netlib/etamacro", "netlib/grow22", "netlib/pilot4", "netlib/scfxm2",
    "netlib/sctap2", "netlib/ship12l", "netlib/stocfor2", "kennington/ken-07",
    "kennington/pds-02", "setcover/crew", "staffing/staff_XS", "staffing/staff_S",
  ]

  static let forInteriorPoint = [
    "netlib/25fv47", "netlib/bnl1", "netlib/fit1d", "netlib/israel", "netlib/pilot4",
    "netlib/seba", "netlib/ship12l", "netlib/stocfor2", "setcover/crew", "kennington/pds-02",
    "staffing/staff_XS", "staffing/staff_S",
  ]

  /// A line for each program: its name and the number of iterations.
  static func table(
    _ paths: [String], _ settings: SolverSettings, _ count: (SolveStatistics) -> Int
  ) throws -> String {
    try paths.map { path in
      let statistics = try ReferenceProblems.program(path).solve(settings).statistics
      return "\(path) \(count(statistics))\n"
    }.joined()
  }

  /// Source of truth: none; the table tells that a path has changed, not that it is wrong.
  @Test func `of the dual simplex method`() throws {
    let table = try Self.table(Self.forSimplex, SolverSettings(engine: .dual)) {
      $0.simplexIterations
    }
    try expectGolden(table, "iterations-dual.txt")
  }

  /// Source of truth: none, as above.
  @Test func `of the primal simplex method`() throws {
    let table = try Self.table(Self.forSimplex, SolverSettings(engine: .primal)) {
      $0.simplexIterations
    }
    try expectGolden(table, "iterations-primal.txt")
  }

  /// Source of truth: none, as above.
  @Test func `of the interior point method`() throws {
    let settings = SolverSettings(engine: .interior, isCrossingOver: false)
    let table = try Self.table(Self.forInteriorPoint, settings) { $0.interiorIterations }
    try expectGolden(table, "iterations-interior.txt")
  }

  /// Source of truth: none, as above; the method starts from the basis of the stated program.
  @Test func `of warm starts`() async throws {
    let program = try ReferenceProblems.program("staffing/staff_S")
    let basis = try #require(program.optimum().basis)
    let scenarios = StaffingScenarios.of(program, count: 6, seed: 7)
    let batch = try await program.solve(scenarios: scenarios, from: basis)
    let table = batch.map { "\($0.name) \($0.outcome.statistics.simplexIterations)\n" }.joined()
    try expectGolden(table, "iterations-warm.txt")
  }
}
