import Foundation
import QueueingModels
import Testing

@Suite("Several servers")
struct SeveralServerQueueTests {
  static let mixed = [
    CustomerClass(arrivalRate: 6, servers: [0.4, 0.5, 0.1]),
    CustomerClass(arrivalRate: 8, servers: [0.7, 0.2, 0.05, 0.05]),
    CustomerClass(arrivalRate: 4),
  ]

  static func queue(_ servers: Double, _ classes: [CustomerClass]) throws -> SeveralServerQueue {
    try #require(SeveralServerQueue(servers: servers, classes: classes, serviceRate: 2))
  }

  /// Source of truth: Cobham's means and the exponential wait of the most urgent class, from
  /// ``PriorityQueue``, which is tested on its own; also for servers that are not whole.
  @Test(arguments: [1, 1.2, 3, 7.5, 8, 40.75, 1000, 10_000.0], [0.2, 0.8, 0.99, 1 - 1e-9])
  func `one server each gives the plain queue with priorities`(
    servers: Double, utilization: Double
  ) throws {
    let total = servers * utilization * 2
    let rates = [0.2 * total, 0.5 * total, 0.3 * total]
    let queue = try Self.queue(servers, rates.map { CustomerClass(arrivalRate: $0) })
    let plain = try #require(
      PriorityQueue(servers: servers, arrivalRates: rates, serviceRate: 2))
    // The distance to full load has only so many digits.
    let tolerance = 1e-12 + 1e-15 / (1 - utilization) * 4
    #expect(agree(queue.waitProbability, plain.waitProbability, within: tolerance))
    for (mean, expected) in zip(queue.meanWaits, plain.meanWaits) {
      #expect(agree(mean, expected, within: tolerance))
    }
    for (mean, last) in zip(queue.meanWaits, queue.meanWaitsToLastServer) {
      #expect(agree(last, mean, within: 1e-12))
    }
    for time in [0, 1e-6, 0.02, 0.3, 2] {
      let expected = plain.mostUrgentWaitProbability(exceeding: time)
      let value = queue.waitProbability(ofClass: 0, exceeding: time)
      #expect(abs(value - expected) < 1e-9 + tolerance, "\(time)")
    }
  }

  /// Source of truth: the textbook mean number in M^X/M/1, ρ (1 + E[X²] / E[X]) / (2 (1 − ρ)): one
  /// server works off everybody before it, and then the rest of the customer's own tasks.
  @Test(arguments: [[0.5, 0.5], [0, 0, 1], [0.1, 0.2, 0.3, 0.4]])
  func `one server has the mean wait of the textbook`(sizes: [Double]) throws {
    var mean = 0.0
    var square = 0.0
    for (position, share) in sizes.enumerated() {
      mean += Double(position + 1) * share
      square += Double((position + 1) * (position + 1)) * share
    }
    let load = 0.7
    let one = CustomerClass(arrivalRate: 2 * load / mean, servers: sizes)
    let queue = try Self.queue(1, [one])
    let inSystem = load * (1 + square / mean) / (2 * (1 - load))
    #expect(agree(queue.waitProbability, load, within: 1e-14))
    #expect(agree(queue.meanWaits[0], inSystem / 2, within: 1e-13))
    #expect(agree(queue.meanWaitsToLastServer[0], (inSystem + mean - 1) / 2, within: 1e-13))
  }

  /// Source of truth: everybody takes both of two servers, by hand: p(1) = a / 2 · p(0) … solved
  /// for load 1: with b = ½ the arrivals in services, p₁ = ½ p₀, and all busy with probability
  /// a S₀ − S₁ over 2 S₀ − S₁ = (3/2 − 1/2) / (3 − 1/2) = 2/5.
  @Test func `pairs of servers by hand`() throws {
    let queue = try Self.queue(2, [CustomerClass(arrivalRate: 1, servers: [0, 1])])
    #expect(agree(queue.waitProbability, 0.4, within: 1e-15))
    #expect(zip(queue.freeServers, [0.4, 0.2, 0.4]).allSatisfy { abs($0 - $1) < 1e-15 })
  }

  /// Source of truth: the mean of a wait is the integral of its tail (Simpson's rule).
  @Test(arguments: [0, 1, 2], [false, true])
  func `tails integrate to the means`(position: Int, untilLast: Bool) throws {
    let queue = try Self.queue(16, Self.mixed)
    let mean =
      untilLast
      ? queue.meanWaitToLastServer(ofClass: position) : queue.meanWait(ofClass: position)
    // Up to sixty times the mean wait of those who wait, as scale · u / (1 − u).
    let steps = 4000
    let scale = 0.6 * mean / queue.waitProbability
    let reach = 0.99
    var sum = queue.waitProbability(ofClass: position, exceeding: 0, untilLast: untilLast)
    for step in 1..<steps {
      let rest = 1 - reach * Double(step) / Double(steps)
      let tail = queue.waitProbability(
        ofClass: position, exceeding: scale * (1 / rest - 1), untilLast: untilLast)
      sum += (step.isMultiple(of: 2) ? 2 : 4) * tail / (rest * rest)
    }
    if untilLast {
      let any = queue.waitProbability(ofClass: position, exceeding: 0, untilLast: true)
      #expect(any >= queue.waitProbability)
    }
    #expect(agree(sum * scale * reach / Double(3 * steps), mean, within: 1e-8))
  }

  /// Source of truth: work is conserved, so the mean number of waiting tasks does not depend on the
  /// order of the classes.
  ///
  /// With at most two tasks a customer they are counted by the waits to the
  /// first and to the last server.
  @Test func `the order of the classes does not change the work that waits`() throws {
    let classes = [
      CustomerClass(arrivalRate: 5, servers: [0.3, 0.7]),
      CustomerClass(arrivalRate: 4, servers: [0.9, 0.1]), CustomerClass(arrivalRate: 6),
    ]
    func waitingTasks(_ order: [Int]) throws -> Double {
      let ordered = order.map { classes[$0] }
      let queue = try Self.queue(12, ordered)
      var sum = 0.0
      for (position, one) in ordered.enumerated() {
        let last = queue.meanWaitToLastServer(ofClass: position)
        let first = queue.meanWait(ofClass: position)
        sum += one.arrivalRate * (last + (1 - one.servers[0]) * first)
      }
      return sum
    }
    let reference = try waitingTasks([0, 1, 2])
    for order in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      #expect(agree(try waitingTasks(order), reference, within: 1e-12), "\(order)")
    }
  }

  /// Source of truth: nobody arrives in the class put in, so nobody is before or behind it.
  @Test func `a class without arrivals changes nothing`() throws {
    let queue = try Self.queue(16, Self.mixed)
    var classes = Self.mixed
    classes.insert(CustomerClass(arrivalRate: 0, servers: [0, 0, 0, 0, 0, 1]), at: 1)
    let wider = try Self.queue(16, classes)
    #expect(agree(wider.waitProbability, queue.waitProbability, within: 1e-14))
    #expect(agree(wider.meanWaits[0], queue.meanWaits[0], within: 1e-13))
    #expect(agree(wider.meanWaits[2], queue.meanWaits[1], within: 1e-13))
    #expect(agree(wider.meanWaits[3], queue.meanWaits[2], within: 1e-13))
    let tail = queue.waitProbability(ofClass: 2, exceeding: 0.3)
    #expect(abs(wider.waitProbability(ofClass: 3, exceeding: 0.3) - tail) < 1e-10)
  }

  /// Source of truth: minutes instead of hours are the same queue.
  @Test func `the unit of time does not matter`() throws {
    let hours = try Self.queue(16, Self.mixed)
    let classes = Self.mixed.map {
      CustomerClass(arrivalRate: $0.arrivalRate / 60, servers: $0.servers)
    }
    let minutes = try #require(
      SeveralServerQueue(servers: 16, classes: classes, serviceRate: 2 / 60.0))
    #expect(agree(minutes.waitProbability, hours.waitProbability, within: 1e-13))
    for position in 0..<3 {
      #expect(agree(minutes.meanWaits[position], 60 * hours.meanWaits[position], within: 1e-12))
      let tail = minutes.waitProbability(ofClass: position, exceeding: 12)
      #expect(abs(tail - hours.waitProbability(ofClass: position, exceeding: 0.2)) < 1e-11)
    }
  }

  /// Source of truth: probabilities sum to 1, and free and busy servers to all of them.
  @Test(arguments: [13, 16, 40, 700, 3000])
  func `free servers add up`(servers: Int) throws {
    let scale = Double(servers) / 13.5
    let classes = Self.mixed.map {
      CustomerClass(arrivalRate: $0.arrivalRate * scale, servers: $0.servers)
    }
    let queue = try Self.queue(Double(servers), classes)
    let free = queue.freeServers
    #expect(free.count == servers + 1)
    #expect(agree(free.reduce(0, +), 1, within: 1e-13))
    #expect(free[0] == queue.waitProbability)
    let mean = free.enumerated().reduce(0) { $0 + Double($1.offset) * $1.element }
    #expect(agree(mean, Double(servers) - queue.meanBusyServers, within: 1e-9))
  }

  /// Source of truth: where everybody asks for one server, the plain queue is the same.
  @Test func `pooling is right for single servers and too hopeful for several`() throws {
    let single = try Self.queue(8, [4, 6].map { CustomerClass(arrivalRate: $0) })
    let none = try #require(PooledComparison(single))
    #expect(abs(none.waitProbabilityDifference) < 1e-14)
    #expect(none.meanWaitDifferences.allSatisfy { abs($0) < 1e-14 })
    let queue = try Self.queue(16, Self.mixed)
    let comparison = try #require(PooledComparison(queue))
    #expect(agree(comparison.pooled.serviceRate, 18 / 12.9, within: 1e-12))
    let sum = comparison.pooled.meanWaits[2] + comparison.meanWaitDifferences[2]
    #expect(agree(sum, queue.meanWaits[2], within: 1e-12))
    #expect(PooledComparison(try Self.queue(3, [])) == nil)
  }
}
