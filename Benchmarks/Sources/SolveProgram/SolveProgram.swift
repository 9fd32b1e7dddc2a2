import Foundation
import LinearProgramming

/// Solves the linear program of an MPS file several times over, each time from nothing.
///
/// `SolveProgram FILE TIMES`; only the call of `solve` is timed.
@main
enum SolveProgram {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let times = Int(arguments[2]) else {
      fatalError("SolveProgram FILE TIMES")
    }
    let program = try MPSDocument(parsing: try text(of: arguments[1])).program
    var seconds: [Double] = []
    var objective = "null"
    var iterations = 0
    for _ in 0..<times {
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = try program.solve()
      seconds.append(start.duration(to: clock.now) / .seconds(1))
      if let solution = outcome.solution {
        objective = "\(solution.objective)"
        iterations = solution.iterations
      }
    }
    print("{\"seconds\": \(seconds), \"result\": \(objective), \"iterations\": \(iterations)}")
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOfFile: path, encoding: .utf8)
  }
}
