import Foundation
import LinearProgramming

/// Solves the linear program of an MPS file several times over, each time from nothing.
///
/// `SolveFile FILE TIMES METHOD LIMIT SOLUTION`, as the peers' programs beside LinearPrograms/compare.py.
/// METHOD is auto, dual, primal, interior or interior-vertexless (no crossover), and `-unreduced`
/// behind it switches presolve off. LIMIT is in seconds. What counts is the time for presolve,
/// solve and postsolve; reading and the check of the answer are left out. TIMES is the most, and no
/// further run starts after ten seconds. The last answer goes to SOLUTION as CSV; what was measured
/// is printed as JSON.
@main
enum SolveFile {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 6, let times = Int(arguments[2]), let limit = Double(arguments[4]),
      let settings = settings(for: arguments[3], limit: limit)
    else { fatalError("SolveFile FILE TIMES METHOD LIMIT SOLUTION") }
    var memory = Memory(start: Memory.now("VmRSS:"))
    let program = try read(arguments[1])
    memory.reading = Memory.now("VmHWM:")
    memory.model = Memory.now("VmRSS:")
    Memory.resetPeak()

    var runs: [Run] = []
    var last: Outcome?
    while runs.count < times && runs.reduce(0, { $0 + $1.processor }) < 10 {
      let (run, outcome) = try Run.measuring { try program.solve(settings) }
      if runs.isEmpty { memory.solving = Memory.now("VmHWM:") }
      runs.append(run)
      last = outcome
    }
    guard let last else { fatalError("TIMES must be at least one") }
    try solutionText(last, of: program).write(
      toFile: arguments[5], atomically: false, encoding: .utf8)
    print(report(last, runs: runs, memory: memory))
  }

  private static func settings(for method: String, limit: Double) -> SolverSettings? {
    var words = method.split(separator: "-")
    let name = String(words.removeFirst())
    guard let engine = SolverSettings.Engine(rawValue: name) else { return nil }
    return SolverSettings(
      engine: engine, isPresolving: !words.contains("unreduced"),
      isCrossingOver: !words.contains("vertexless"), timeLimit: .seconds(limit))
  }

  private static func read(_ path: String) throws -> LinearProgram {
    try MPSDocument(parsing: try String(contentsOfFile: path, encoding: .utf8)).program
  }

  /// Values and duals; of an infeasible program the multipliers of the rows; else nothing.
  private static func solutionText(_ outcome: Outcome, of program: LinearProgram) -> String {
    var lines = ["kind,name,value,dual"]
    func add(_ kind: String, _ name: String, _ value: String, _ dual: Double) {
      let quoted = name.split(separator: "\"", omittingEmptySubsequences: false)
      lines.append("\(kind),\"\(quoted.joined(separator: "\"\""))\",\(value),\(dual)")
    }
    switch outcome {
    case .optimal(let solution):
      for variable in program.variables {
        let value = solution.value(of: variable)
        add("column", program.name(of: variable), "\(value)", solution.reducedCost(of: variable))
      }
      for row in program.rows {
        add("row", program.name(of: row), "", solution.shadowPrice(of: row))
      }
    case .infeasible(let certificate):
      for row in program.rows {
        add("row", program.name(of: row), "", certificate.multiplier(of: row))
      }
    case .unbounded, .limit, .notProven: break
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func report(_ outcome: Outcome, runs: [Run], memory: Memory) -> String {
    let statistics = outcome.statistics
    let (status, note) = words(for: outcome)
    let objective = outcome.solution.map { "\($0.objective)" } ?? "null"
    return """
      {"status": "\(status)", "note": "\(note)", "objective": \(objective), \
      "processor": \(runs.map(\.processor)), "wall": \(runs.map(\.wall)), \
      "check": \(runs.map(\.check)), "whole": \(runs.map(\.whole)), \
      "engine": "\(statistics.engine.rawValue)", \
      "simplexIterations": \(statistics.simplexIterations), \
      "interiorIterations": \(statistics.interiorIterations), \
      "memory": {"start": \(memory.start), "reading": \(memory.reading), \
      "model": \(memory.model), "solving": \(memory.solving)}, "version": "this"}
      """
  }

  private static func words(for outcome: Outcome) -> (status: String, note: String) {
    switch outcome {
    case .optimal: ("optimal", "")
    case .infeasible: ("infeasible", "")
    case .unbounded: ("unbounded", "")
    case .limit: ("limit", "")
    case .notProven(let report): ("notProven", "\(report.reason)".filter { !"\"\\\n".contains($0) })
    }
  }
}
