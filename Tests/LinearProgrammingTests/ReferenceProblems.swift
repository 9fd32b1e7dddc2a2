import Foundation
import LinearProgramming
import TestSupport
import Testing

/// Real programs kept outside the package, in the folder `lp` under `ROLLCALL_SHARED`.
enum ReferenceProblems {
  static var folder: URL { SharedFiles.root.appending(path: "lp") }

  static var arePresent: Bool { SharedFiles.has("lp") }

  /// Netlib's feasible programs, as far as the folder has them: 68 of 98.
  static let netlib = named(
    [
      "25fv47", "adlittle", "afiro", "agg", "agg2", "agg3", "bandm", "beaconfd", "blend", "bnl1",
      "boeing2", "bore3d", "brandy", "cycle", "d6cube", "degen2", "dfl001", "etamacro", "fit1d",
      "fit2p", "forplan", "gfrd-pnc", "greenbea", "grow22", "grow7", "israel", "kb2", "lotfi",
      "maros-r7", "modszk1", "pilot", "pilot-we", "pilot4", "pilotnov", "qap15", "qap8", "recipe",
      "sc105", "sc50a", "sc50b", "scagr25", "scagr7", "scfxm1", "scfxm2", "scrs8", "scsd1",
      "scsd6", "sctap1", "sctap2", "seba", "share1b", "share2b", "ship04l", "ship04s", "ship08l",
      "ship08s", "ship12l", "ship12s", "sierra", "standata", "standgub", "standmps", "stocfor1",
      "stocfor2", "truss", "tuff", "vtp-base", "wood1p",
    ], in: "netlib")

  /// The staffing programs up to 6,654 rows.
  static let staffing = named(["staff_XS", "staff_S", "staff_M"], in: "staffing")

  static let setCovering = named(["air02", "aircraft", "crew"], in: "setcover")

  static let kennington = named(
    ["cre-a", "ken-07", "ken-11", "osa-07", "pds-02", "pds-06"], in: "kennington")

  /// All of the above.
  static let all = netlib + staffing + setCovering + kennington

  /// Netlib's infeasible programs, as far as the folder has them: 20 of 29.
  static let infeasible = named(
    [
      "bgdbg1", "bgetam", "bgprtr", "box1", "chemcom", "cplex1", "ex72a", "forest6", "galenet",
      "gran", "greenbea", "itest2", "itest6", "klein1", "klein2", "mondou2", "pang", "qual",
      "refinery", "woodinfe",
    ], in: "netlib-infeasible")

  private static func named(_ names: [String], in folder: String) -> [String] {
    names.map { "\(folder)/\($0)" }
  }

  /// Reads a problem, compressed or not.
  ///
  /// Where the folder is there, a missing file is an error, not a pass.
  static func program(_ path: String) throws -> LinearProgram {
    let plain = folder.appending(path: path + ".mps")
    let packed = folder.appending(path: path + ".mps.gz")
    if FileManager.default.fileExists(atPath: packed.path) {
      return try MPSDocument(parsing: unpacked(packed)).program
    }
    return try MPSDocument(parsing: [UInt8](Data(contentsOf: plain))).program
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

  /// Solves the problem, compares it with the published optimum and looks at the proof.
  ///
  /// The time limit is there to end a test that went astray; no test is timed.
  @discardableResult
  static func expectOptimum(
    _ path: String, _ settings: SolverSettings = SolverSettings()
  ) throws -> Solution {
    let program = try program(path)
    let expected = try #require(try optimum(of: path))
    var settings = settings
    settings.timeLimit = .seconds(300)
    let outcome = try program.solve(settings)
    let solution = try #require(outcome.solution, "\(path): \(outcome)")
    #expect(agrees(solution.objective, expected, within: 1e-8), "\(path)")
    let check = solution.check
    #expect(max(check.primalResidual, check.dualResidual, check.gap) <= 1e-8, "\(path): \(check)")
    return solution
  }

  /// Solves the problem and looks at the proof that it has no solution.
  static func expectInfeasible(_ path: String, _ settings: SolverSettings = SolverSettings()) throws
  {
    let program = try program(path)
    let outcome = try program.solve(settings)
    guard case .infeasible(let certificate) = outcome else {
      Issue.record("\(path): \(outcome)")
      return
    }
    #expect(certificate.check.passes, "\(path)")
    let multipliers = program.rows.map(certificate.multiplier(of:))
    let again = CertificateCheck(infeasibilityOf: program, multipliers: multipliers)
    #expect(again.margin > 1e-9 * again.magnitude && again.residual <= 1e-7, "\(path): \(again)")
  }

  private static func unpacked(_ file: URL) throws -> [UInt8] {
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(filePath: "/bin/gzip")
    process.arguments = ["-dc", file.path]
    process.standardOutput = output
    try process.run()
    let bytes = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return [UInt8](bytes)
  }
}
