import Foundation
import QueueingModels
import Testing

@Suite("Several servers, waits step by step")
struct WaitDistributionTests {
  /// The tail of the wait of one class without a transform: the tasks before a customer by the
  /// balance of flow, then departures and more urgent arrivals as steps of one clock.
  private static func tail(
    servers: Int, classes: [CustomerClass], position: Int, time: Double, size: Int
  ) -> Double {
    // Arrivals in services (μ = 1), by number asked for: all, up to this class, before it.
    func rates(_ count: Int) -> [Double] {
      var rates = [Double](repeating: 0, count: 7)
      for one in classes.prefix(count) {
        for (index, share) in one.servers.enumerated() {
          rates[index + 1] += one.arrivalRate * share
        }
      }
      return rates
    }
    func atLeast(_ rates: [Double], _ size: Int) -> Double {
      size < rates.count ? rates[size...].reduce(0, +) : 0
    }
    let all = rates(classes.count)
    let upTo = rates(position + 1)
    let before = rates(position)
    var states = [1.0]
    while states.count < size {
      let state = states.count
      let reach = max(0, state - 6)
      let inflow = (reach..<state).reduce(0) { $0 + states[$1] * atLeast(all, state - $1) }
      states.append(inflow / Double(min(state, servers)))
    }
    let total = states.reduce(0, +)
    for state in states.indices { states[state] /= total }
    let busy = states[servers...].reduce(0, +)
    // Waiting tasks of these classes: a multiple of one solution and a second one.
    var own = [1.0]
    var other = [0.0]
    while own.count < size {
      let count = own.count
      let reach = max(0, count - 6)
      var first = 0.0
      var second = 0.0
      for state in reach..<count {
        first += own[state] * atLeast(upTo, count - state)
        second += other[state] * atLeast(upTo, count - state)
      }
      for state in 0..<servers { second += states[state] * atLeast(upTo, servers - state + count) }
      own.append(first / Double(servers))
      other.append(second / Double(servers))
    }
    let scale = (busy - other.reduce(0, +)) / own.reduce(0, +)
    // Departures still awaited; state 0 is the end.
    var left = [0.0] + zip(own, other).map { scale * $0 + $1 } + [Double](repeating: 0, count: 200)
    let clock = Double(servers) + before.reduce(0, +)
    var weight = exp(-clock * time)
    var result = 0.0
    for step in 0..<Int(clock * time + 12 * (clock * time).squareRoot() + 40) {
      result += weight * left[1...].reduce(0, +)
      weight *= clock * time / Double(step + 1)
      var next = [Double](repeating: 0, count: left.count)
      for state in 1..<left.count where left[state] > 1e-40 {
        next[state - 1] += left[state] * Double(servers) / clock
        for jump in 1..<before.count where before[jump] > 0 {
          next[min(state + jump, left.count - 1)] += left[state] * before[jump] / clock
        }
      }
      left = next
    }
    return result
  }

  /// Source of truth: balance of flow and steps of one clock, added up state by state.
  @Test(arguments: [0, 1, 2], [0.02, 0.4, 2.5])
  func `tails agree to eight digits with a chain`(position: Int, time: Double) throws {
    let classes = [
      CustomerClass(arrivalRate: 1.1, servers: [0.3, 0.2, 0.1, 0, 0.4]),
      CustomerClass(arrivalRate: 1.7, servers: [0.6, 0.4]), CustomerClass(arrivalRate: 0.8),
    ]
    let queue = try #require(SeveralServerQueue(servers: 8, classes: classes, serviceRate: 1))
    let expected = Self.tail(
      servers: 8, classes: classes, position: position, time: time, size: 900)
    let value = queue.waitProbability(ofClass: position, exceeding: time)
    #expect(abs(value - expected) < 1e-9, "\(value) \(expected)")
  }
}
