import Foundation

/// Rollcall's side of the comparisons of queues: `QueueBenchmarks MODE ARGUMENTS`.
///
/// Each mode is a file; it prints one line of JSON.
@main
enum QueueBenchmarks {
  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    switch arguments.first {
    case "hypercube": try Hypercube.run(Array(arguments.dropFirst()))
    case "erlang": try ErlangQueries.run(Array(arguments.dropFirst()))
    case "week": try CityWeek.run(Array(arguments.dropFirst()))
    default: fatalError("QueueBenchmarks hypercube | erlang | week ARGUMENTS")
    }
  }

  /// Seconds that `work` takes, and what it returns.
  static func timed<Result>(_ work: () throws -> Result) rethrows -> (Double, Result) {
    let clock = ContinuousClock()
    let start = clock.now
    let result = try work()
    return (start.duration(to: clock.now) / .seconds(1), result)
  }
}
