import Foundation
import QueueingModels

/// Finds the fewest servers for every load of a file.
///
/// `CountServers FILE TIMES`; a line holds the calls per hour. A call takes half an hour, and 80 %
/// must wait for at most three minutes.
@main
enum CountServers {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let times = Int(arguments[2]) else {
      fatalError("CountServers FILE TIMES")
    }
    let rates = try String(contentsOfFile: arguments[1], encoding: .utf8)
      .split(separator: "\n").compactMap { Double($0) }
    var seconds: [Double] = []
    var servers: [Int] = []
    for _ in 0..<times {
      let clock = ContinuousClock()
      let start = clock.now
      servers = rates.map { rate in
        ErlangC.fewestServers(
          arrivalRate: rate, serviceRate: 2, meeting: .share(atLeast: 0.8, within: 0.05))
      }
      seconds.append(start.duration(to: clock.now) / .seconds(1))
    }
    print("{\"seconds\": \(seconds), \"result\": \(servers)}")
  }
}
