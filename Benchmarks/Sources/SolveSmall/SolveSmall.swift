import Foundation
import LinearProgramming

/// Solves programs of fifty rows over and over, as a user of the library may in a loop.
///
/// `SolveSmall [TIMES]`. Timed is the call of `solve`, from the model to the verified answer, in wall
/// time; and beside it the same with the model written down before. Printed as JSON, in
/// microseconds: of each kind of program the median and the least.
@main
enum SolveSmall {
  static func main() throws {
    let times = CommandLine.arguments.dropFirst().first.flatMap { Int($0) } ?? 2000
    let kinds: [(String, @Sendable () -> LinearProgram)] = [
      ("covering, 50 × 80", covering), ("rosters, 50 × 60", rosters),
    ]
    let lines = try kinds.map { name, model in try line(name, model, times: times) }
    print("[\(lines.joined(separator: ", "))]")
  }

  private static func line(
    _ name: String, _ model: () -> LinearProgram, times: Int
  ) throws -> String {
    let clock = ContinuousClock()
    var solving: [Double] = []
    var whole: [Double] = []
    var iterations = 0
    for _ in 0..<times {
      let start = clock.now
      let program = model()
      let begin = clock.now
      let outcome = try program.solve()
      let end = clock.now
      guard let solution = outcome.solution else { fatalError("\(name): \(outcome)") }
      iterations = solution.iterations
      solving.append(begin.duration(to: end) / .microseconds(1))
      whole.append(start.duration(to: end) / .microseconds(1))
    }
    return """
      {"name": "\(name)", "median": \(median(solving)), "least": \(solving.min() ?? 0), \
      "medianWithModel": \(median(whole)), "iterations": \(iterations)}
      """
  }

  private static func median(_ numbers: [Double]) -> Double {
    numbers.sorted()[numbers.count / 2]
  }

  /// Every row wants some of six columns; the numbers are made by a rule, so that they never change.
  private static func covering() -> LinearProgram {
    var program = LinearProgram(name: "covering")
    let columns = (0..<80).map { program.addVariable("x\($0)", in: 0...Double(2 + 7 * $0 % 9)) }
    for row in 0..<50 {
      var sum = LinearExpression()
      for step in 0..<6 {
        sum.add(columns[(13 * row + 17 * step + row * step) % 80], times: Double(1 + step % 3))
      }
      program.require(sum >= Double(1 + 5 * row % 7), named: "r\(row)")
    }
    program.minimize(columns.indices.sum { (1 + Double(37 * $0 % 31) / 10) * columns[$0] })
    return program
  }

  /// Sixty rosters, each on for eight hours in a row and one more later, cover fifty hours.
  private static func rosters() -> LinearProgram {
    var program = LinearProgram(name: "rosters")
    let rosters = (0..<60).map { program.addVariable("roster\($0)", in: 0...40) }
    for hour in 0..<50 {
      var staff = LinearExpression()
      for roster in 0..<60 {
        let since = (hour - 7 * roster % 50 + 50) % 50
        if since < 8 || since == 10 + roster % 5 { staff.add(rosters[roster], times: 1) }
      }
      program.require(staff >= Double(4 + 11 * hour % 17), named: "hour\(hour)")
    }
    program.minimize(rosters.indices.sum { (8 + Double(13 * $0 % 7)) * rosters[$0] })
    return program
  }
}
