import Foundation
import QueueingModels

/// `erlang LOAD QUERIES`: the fewest servers of a plain queue, one query after the other.
///
/// Eight of ten customers within 20 seconds at 3 minutes of service; the rate differs a little from
/// query to query, so that no answer can be used twice.
enum ErlangQueries {
  static func run(_ arguments: [String]) throws {
    guard arguments.count == 2, let load = Double(arguments[0]), let queries = Int(arguments[1])
    else { fatalError("erlang LOAD QUERIES") }
    var servers = 0
    let (seconds, _) = QueueBenchmarks.timed {
      for query in 0..<queries {
        let rate = load / 3 * (1 + 1e-3 * Double(query % 100) / 100)
        servers += ErlangC.fewestServers(
          arrivalRate: rate, serviceRate: 1.0 / 3, meeting: .share(atLeast: 0.8, within: 1.0 / 3))
      }
    }
    print(
      "{\"nanoseconds\": \(seconds / Double(queries) * 1e9), \"servers\": \(servers / queries)}")
  }
}
