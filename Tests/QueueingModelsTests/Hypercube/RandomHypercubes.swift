import Foundation
import QueueingModels
import TestSupport

/// Models with places drawn in a unit square, for tests that need many of them.
enum RandomHypercubes {
  /// Preferences are by distance; `spread` makes service rates differ by up to its exponential.
  static func model(
    servers: Int, atoms: Int, utilization: Double, spread: Double = 0,
    line: HypercubeModel.Line = .lost, seed: UInt64
  ) -> HypercubeModel {
    var generator = SeededGenerator(seed: seed)
    let rates = (0..<servers).map { _ in exp(generator.uniform(in: -spread...spread) / 2) }
    let arrivals = (0..<atoms).map { _ in generator.uniform(in: 0.1...1) }
    let scale = utilization * rates.reduce(0, +) / arrivals.reduce(0, +)
    return HypercubeModel(
      arrivalRates: arrivals.map { $0 * scale }, serviceRates: rates,
      preferences: HypercubeModel.preferences(
        byTravelTimes: times(servers: servers, atoms: atoms, seed: seed)),
      line: line)
  }

  /// Distances of servers to atoms in the unit square.
  static func times(servers: Int, atoms: Int, seed: UInt64) -> [[Double]] {
    var generator = SeededGenerator(seed: seed &+ 1000)
    let places = (0..<servers + atoms).map { _ in
      (generator.uniform(in: 0...1), generator.uniform(in: 0...1))
    }
    return (0..<servers).map { server in
      (0..<atoms).map { atom in
        let (one, other) = (places[server], places[servers + atom])
        return hypot(one.0 - other.0, one.1 - other.1)
      }
    }
  }

  /// Every order of up to four servers, each with the same arrivals: customers choose at random.
  static func everyOrder(
    of servers: Int, arrivalRate: Double, line: HypercubeModel.Line
  ) -> HypercubeModel {
    var orders: [[Int]] = [[]]
    for _ in 0..<servers {
      orders = orders.flatMap { order in
        (0..<servers).filter { !order.contains($0) }.map { order + [$0] }
      }
    }
    return HypercubeModel(
      arrivalRates: orders.map { _ in arrivalRate / Double(orders.count) },
      serviceRates: [Double](repeating: 1, count: servers), preferences: orders, line: line)
  }
}
