import Foundation
import QueueingModels

/// `hypercube FILE TOLERANCE TIMES`: makes the rates of a hypercube and solves for its states.
///
/// The first line of the file holds the arrivals of each atom, the second the rate of each server,
/// and each further line an atom's list of servers. Customers who find all servers busy are lost.
enum Hypercube {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 3, let tolerance = Double(arguments[1]),
      let times = Int(arguments[2])
    else { fatalError("hypercube FILE TOLERANCE TIMES") }
    let lines = try String(contentsOfFile: arguments[0], encoding: .utf8).split(separator: "\n")
    let model = HypercubeModel(
      arrivalRates: lines[0].split(separator: " ").compactMap { Double($0) },
      serviceRates: lines[1].split(separator: " ").compactMap { Double($0) },
      preferences: lines.dropFirst(2).map { $0.split(separator: " ").compactMap { Int($0) } },
      line: .lost)
    let settings = HypercubeSettings(method: .relaxation, tolerance: tolerance)
    var seconds: [Double] = []
    for _ in 1..<max(times, 1) {
      seconds.append(QueueBenchmarks.timed { model.solved(settings) }.0)
    }
    let (last, solution) = QueueBenchmarks.timed { model.solved(settings) }
    seconds.append(last)
    guard let solution else { fatalError("A system that loses customers has a steady state") }
    let (approximationSeconds, approximation) = QueueBenchmarks.timed { model.approximated() }
    print(
      """
      {"seconds": \(seconds), "sweeps": \(solution.convergence.repetitions), \
      "residual": \(solution.convergence.residual), \
      "converged": \(solution.convergence.isConverged), \
      "lost": \(solution.performance.lossProbability), \
      "workloads": \(solution.performance.workloads), \
      "approximation": \(approximation?.performance.workloads ?? []), \
      "approximationSeconds": \(approximationSeconds)}
      """)
  }
}
