import Foundation
import LinearProgramming

/// Solves the scenarios of a factor file on the linear program of an MPS file, each from the basis
/// of the program itself.
///
/// `SolveScenarios FILE FACTORS [WORKERS]`; the factor file is that of `scenario_factors.py`. The
/// seconds of a scenario hold the change of the program and its solution, but not the check of the
/// answer; those of the batch, wall clock and processor, hold everything.
@main
enum SolveScenarios {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 || arguments.count == 4 else {
      fatalError("SolveScenarios FILE FACTORS [WORKERS]")
    }
    let workers = arguments.count == 4 ? Int(arguments[3]) ?? 1 : 1
    let program = try MPSDocument(parsing: try text(of: arguments[1])).program
    let scenarios = scenarios(of: program, factors: try text(of: arguments[2]))
    guard let solution = try program.solve().solution, let basis = solution.basis else {
      fatalError("the program itself has no optimum")
    }
    let clock = ContinuousClock()
    let start = clock.now
    let startOfWork = workSeconds()
    let batch = try await program.solve(scenarios: scenarios, from: basis, workers: workers)
    let work = workSeconds() - startOfWork
    let wall = start.duration(to: clock.now) / .seconds(1)
    let statistics = batch.map(\.outcome.statistics)
    let seconds = statistics.map { $0.solveTime / .seconds(1) }
    let objectives = batch.map { $0.outcome.solution.map { "\($0.objective)" } ?? "null" }
    print(
      """
      {"seconds": \(seconds), "batchSeconds": \(wall), "batchProcessorSeconds": \(work), \
      "results": [\(objectives.joined(separator: ", "))], \
      "iterations": \(statistics.map(\.simplexIterations))}
      """)
  }

  /// Scales both ends of each row that the table names by its factor in each scenario.
  private static func scenarios(of program: LinearProgram, factors: String) -> [Scenario] {
    let lines = factors.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    let rows = Dictionary(
      program.rows.map { (program.name(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    var scenarios = (lines.first ?? []).dropFirst().map { Scenario(String($0)) }
    for line in lines.dropFirst() {
      guard let row = rows[String(line[0])], line.count == scenarios.count + 1 else {
        fatalError("the factors do not fit the program: \(line[0])")
      }
      let bounds = program.bounds(of: row)
      for (index, text) in line.dropFirst().enumerated() {
        let factor = Double(text) ?? .nan
        scenarios[index].setBounds(
          of: row, lower: bounds.lowerBound * factor, upper: bounds.upperBound * factor)
      }
    }
    return scenarios
  }

  /// The processor time that this process has used so far.
  private static func workSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
