import Foundation
import LinearProgramming
import TestSupport
import Testing

/// Real programs kept outside the package, in the folder `lp` under `ROLLCALL_SHARED`.
enum ReferenceProblems {
  static var folder: URL { SharedFiles.root.appending(path: "lp") }

  static var arePresent: Bool { SharedFiles.has("lp") }

  /// Reads a problem; where the folder is there, a missing file is an error, not a pass.
  static func program(_ path: String) throws -> LinearProgram {
    let file = folder.appending(path: path + ".mps")
    return try MPSDocument(parsing: String(contentsOf: file, encoding: .utf8)).program
  }

  /// The published optimum of the problem at `path`, from the table in its folder.
  static func optimum(of path: String) throws -> Double? {
    let parts = path.split(separator: "/")
    let table = try String(
      contentsOf: folder.appending(path: "\(parts[0])/optima.csv"), encoding: .utf8)
    for line in table.split(whereSeparator: \.isNewline) {
      let fields = line.split(separator: ",", omittingEmptySubsequences: false)
      if let name = fields.first, name == parts[1], let last = fields.last { return Double(last) }
    }
    return nil
  }

  /// Solves the problem and compares it with the published optimum.
  static func expectOptimum(_ path: String) throws {
    let program = try program(path)
    let expected = try #require(try optimum(of: path))
    let outcome = try program.solve(SolverSettings(timeLimit: .seconds(300)))
    let solution = try #require(outcome.solution, "\(path): \(outcome)")
    #expect(solution.check.passes)
    #expect(agrees(solution.objective, expected, within: 1e-6))
  }
}

@Suite("Reference problems", .enabled(if: ReferenceProblems.arePresent))
struct ReferenceProblemTests {
  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: [
    "netlib/25fv47", "netlib/adlittle", "netlib/afiro", "netlib/agg", "netlib/agg2",
    "netlib/agg3", "netlib/bandm", "netlib/beaconfd", "netlib/blend", "netlib/bnl1",
    "netlib/boeing2", "netlib/bore3d", "netlib/brandy", "netlib/cycle", "netlib/degen2",
    "netlib/etamacro", "netlib/fit1d", "netlib/forplan", "netlib/gfrd-pnc", "netlib/grow22",
    "netlib/grow7", "netlib/israel", "netlib/kb2", "netlib/lotfi", "netlib/modszk1",
    "netlib/pilot-we", "netlib/pilot4", "netlib/qap8", "netlib/recipe", "netlib/sc105",
    "netlib/sc50a", "netlib/sc50b", "netlib/scagr25", "netlib/scagr7", "netlib/scfxm1",
    "netlib/scfxm2", "netlib/scrs8", "netlib/scsd1", "netlib/scsd6", "netlib/sctap1",
    "netlib/sctap2", "netlib/seba", "netlib/share1b", "netlib/share2b", "netlib/ship04l",
    "netlib/ship04s", "netlib/ship08l", "netlib/ship08s", "netlib/ship12l", "netlib/ship12s",
    "netlib/sierra", "netlib/standata", "netlib/standgub", "netlib/standmps",
    "netlib/stocfor1", "netlib/stocfor2", "netlib/tuff", "netlib/vtp-base", "netlib/wood1p",
    "setcover/air02", "setcover/aircraft", "setcover/crew",
    "staffing/staff_XS", "staffing/staff_S",
  ])
  func `reach the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path)
  }

  /// Source of truth: Netlib's collection of infeasible programs.
  @Test(arguments: [
    "bgdbg1", "bgetam", "bgprtr", "box1", "chemcom", "cplex1", "ex72a", "forest6", "galenet",
    "gran", "greenbea", "itest2", "itest6", "klein1", "klein2", "mondou2", "pang", "qual",
    "refinery", "woodinfe",
  ])
  func `are proven infeasible`(name: String) throws {
    let program = try ReferenceProblems.program("netlib-infeasible/\(name)")
    let outcome = try program.solve()
    guard case .infeasible(let certificate) = outcome else {
      Issue.record("\(name): \(outcome)")
      return
    }
    #expect(certificate.check.passes)
  }
}

@Suite(
  "Larger reference problems", .tags(.slow),
  .enabled(if: ReferenceProblems.arePresent && runsSlowTests))
struct LargerReferenceProblemTests {
  /// Source of truth: consensus of HiGHS, Clp and GLPK (Netlib), HiGHS (others).
  @Test(arguments: [
    "netlib/d6cube", "netlib/fit2p", "netlib/greenbea", "netlib/maros-r7", "netlib/pilot",
    "netlib/pilotnov", "netlib/truss", "staffing/staff_M",
  ])
  func `reach the published optimum`(path: String) throws {
    try ReferenceProblems.expectOptimum(path)
  }

  /// Source of truth: consensus of HiGHS, Clp and GLPK; whatever is claimed must be right.
  @Test(arguments: ["netlib/dfl001", "netlib/qap15", "kennington/cre-a", "kennington/osa-07"])
  func `are never given a wrong optimum`(path: String) throws {
    let program = try ReferenceProblems.program(path)
    switch try program.solve(SolverSettings(timeLimit: .seconds(30))) {
    case .optimal(let solution):
      let expected = try #require(try ReferenceProblems.optimum(of: path))
      #expect(agrees(solution.objective, expected, within: 1e-6))
    case .limit, .notProven: break
    case .infeasible, .unbounded: Issue.record("\(path) has an optimum")
    }
  }
}
