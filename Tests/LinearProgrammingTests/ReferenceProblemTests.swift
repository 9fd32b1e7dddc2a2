import LinearProgramming
import TestSupport
import Testing

@Suite("Reference problems", .enabled(if: ReferenceProblems.arePresent))
struct ReferenceProblemTests {
  static let long: Set = ["netlib/dfl001", "netlib/qap15"]

  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: ReferenceProblems.all.filter { !long.contains($0) })
  func `reach the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path)
  }

  /// Source of truth: Netlib's collection of infeasible programs.
  @Test(arguments: ReferenceProblems.infeasible)
  func `are proven infeasible`(path: String) throws {
    try ReferenceProblems.expectInfeasible(path)
  }
}

@Suite(
  "Larger reference problems", .tags(.slow),
  .enabled(if: ReferenceProblems.arePresent && runsSlowTests))
struct LargerReferenceProblemTests {
  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: ["netlib/dfl001", "netlib/qap15", "staffing/staff_L", "staffing/staff_XL"])
  func `reach the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path)
  }
}
