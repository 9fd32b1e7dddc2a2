import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Response times")
struct ResponseTimeTests {
  private let travel = TravelTime(SquareRootLaw(area: 4, metric: .rightAngle), .constant(speed: 20))

  private func response(_ servers: Int, _ load: Double) throws -> (ResponseTime, ErlangC) {
    let free = try #require(FreeServers(servers: servers, load: load))
    let queue = try #require(
      ErlangC(servers: servers, arrivalRate: load * 2, serviceRate: 2))
    return (ResponseTime(free: free, travel: travel), queue)
  }

  /// Source of truth: the mean is wait plus travel, and the integral of the share not yet reached.
  @Test func `mean and shares belong together`() throws {
    let (response, queue) = try response(5, 3.8)
    let mean = response.mean(meanWait: queue.meanWait)
    #expect(agree(mean, queue.meanWait + travel.mean(response.free), within: 1e-15))
    var sum = 0.0
    let end = 8.0
    let steps = 2000
    for step in 0...steps {
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
      let share = response.share(within: end * Double(step) / Double(steps)) {
        queue.shareWaiting(atMost: $0)
      }
      sum += weight * (1 - share)
    }
    #expect(agree(sum * end / Double(3 * steps), mean, within: 1e-4))
  }

  /// Source of truth: a seeded simulation of M/M/5 with first come, first served: who finds servers
  /// free draws the nearest of them, who waits draws a place at random; within 3 standard errors.
  @Test func `a simulation has the same shares`() throws {
    let (response, queue) = try response(5, 3.8)
    var generator = SeededGenerator(seed: 77)
    func exponential(_ rate: Double) -> Double {
      -log(1 - generator.uniform(in: 0...0.999_999_999)) / rate
    }
    var ends = [Double](repeating: 0, count: 5)
    var now = 0.0
    let limits = [0.05, 0.1, 0.3]
    var batches: [[Double]] = []
    for _ in 0..<150 {
      var reached = [0.0, 0, 0]
      for _ in 0..<1500 {
        now += exponential(7.6)
        ends.sort()
        let free = ends.count { $0 <= now }
        let start = max(now, ends[0])
        let distance: Double
        if free > 0 {
          // P(D > d) = e^(−2 n d² / A), turned round.
          distance = (exponential(1) * 4 / (2 * Double(free))).squareRoot()
        } else {
          let x = generator.uniform(in: 0...2) - generator.uniform(in: 0...2)
          let y = generator.uniform(in: 0...2) - generator.uniform(in: 0...2)
          distance = abs(x) + abs(y)
        }
        ends[0] = start + exponential(2)
        for (index, limit) in limits.enumerated() where start - now + distance / 20 <= limit {
          reached[index] += 1
        }
      }
      batches.append(reached.map { $0 / 1500 })
    }
    for (index, limit) in limits.enumerated() {
      let values = batches.map { $0[index] }
      let mean = values.reduce(0, +) / 150
      let error = (values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (150 * 149)).squareRoot()
      let share = response.share(within: limit) { queue.shareWaiting(atMost: $0) }
      #expect(abs(share - mean) <= 3 * error, "\(limit): \(share), simulated \(mean) ± \(error)")
    }
  }

  /// Source of truth: the function that was sampled; finer steps change nothing that matters; the
  /// share grows with time, from 0 to 1.
  @Test func `samples will do`() throws {
    let (response, queue) = try response(5, 3.8)
    let samples = (0...4000).map { queue.shareWaiting(atMost: Double($0) * 0.001) }
    var last = 0.0
    for time in [0, 0.01, 0.05, 0.2, 0.8, 3] {
      let share = response.share(within: time) { queue.shareWaiting(atMost: $0) }
      let fine = response.share(within: time, steps: 8000) { queue.shareWaiting(atMost: $0) }
      let sampled = response.share(within: time, waitSamples: samples, every: 0.001)
      #expect(abs(share - sampled) < 1e-6)
      #expect(abs(share - fine) < 2e-4)
      #expect(share >= last && share <= 1)
      last = share
    }
    #expect(last > 0.99 && response.share(within: 0) { _ in 1 } == 0)
    // In an endless time all are reached, or those of whom the samples know.
    #expect(response.share(within: .infinity) { queue.shareWaiting(atMost: $0) } == 1)
    #expect(response.share(within: .infinity, waitSamples: [0.5, 0.75], every: 1) == 0.75)
    // Nobody waits: the nearest of the free.
    let none = response.share(within: 0.05) { _ in 1 }
    var byHand = 0.0
    for free in 1...5 {
      byHand += response.free.probabilities[free] * travel.share(within: 0.05, free: free)
    }
    #expect(agree(none, byHand / (1 - response.free.none), within: 1e-12))
  }

  /// Source of truth: the definition: the answer keeps to the target, one server less does not.
  @Test func `the fewest servers for a response`() throws {
    let servers = try #require(
      ResponseTime.fewestServers(
        arrivalRate: 7.6, serviceRate: 2, travel: travel, share: 0.9, within: 0.12))
    func share(_ servers: Int) throws -> Double {
      let (response, queue) = try response(servers, 3.8)
      return response.share(within: 0.12) { queue.shareWaiting(atMost: $0) }
    }
    #expect(try share(servers) >= 0.9)
    #expect(try share(servers - 1) < 0.9)
    #expect(
      ResponseTime.fewestServers(
        arrivalRate: 7.6, serviceRate: 2, travel: travel, share: 0.9, within: 1e-6) == nil)
  }
}
