import QueueingModels
import Testing

@Suite("Priorities by simulation")
struct PrioritySimulationTests {
  /// Whether a simulated figure is known well and agrees.
  private func check(
    _ found: BatchedRatio, _ value: Double?, precision: Double,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let estimate = found.estimate
    #expect(estimate.relativeError < precision, "\(estimate)", sourceLocation: sourceLocation)
    #expect(
      estimate.agrees(with: value), "\(estimate) and \(String(describing: value))",
      sourceLocation: sourceLocation)
  }

  /// Source of truth: simulation of 400,000 customers that knows no formula.
  @Test func `every class waits as in a simulation`() throws {
    let rates = [2.4, 6.0, 3.6]
    let times = [0.05, 0.2, 0.6]
    let queue = try #require(PriorityQueue(servers: 8, arrivalRates: rates, serviceRate: 2))
    let records = QueueSimulation(
      servers: 8, arrivalRates: rates, serviceRate: 2, thresholds: times
    ).run(customers: 400_000, seed: 11)
    for (kind, record) in records.enumerated() {
      check(record.waited, queue.waitProbability, precision: 0.02)
      check(record.wait, queue.meanWaits[kind], precision: 0.04)
      for (time, longer) in zip(times, record.longer) where longer.estimate.mean > 1e-3 {
        check(longer, queue.waitProbability(ofClass: kind, exceeding: time), precision: 0.1)
      }
    }
  }

  /// Source of truth: simulation of 300,000 customers, two servers near their limit.
  @Test func `two servers and a class in between wait as in a simulation`() throws {
    let rates = [0.7, 0.2, 0.8]
    let times = [0.3, 1.5, 6]
    let queue = try #require(PriorityQueue(servers: 2, arrivalRates: rates, serviceRate: 1))
    let records = QueueSimulation(
      servers: 2, arrivalRates: rates, serviceRate: 1, thresholds: times
    ).run(customers: 300_000, seed: 12)
    for (kind, record) in records.enumerated() {
      check(record.wait, queue.meanWaits[kind], precision: 0.06)
      for (time, longer) in zip(times, record.longer) where longer.estimate.mean > 1e-3 {
        check(longer, queue.waitProbability(ofClass: kind, exceeding: time), precision: 0.1)
      }
    }
  }

  /// Source of truth: simulation of 300,000 customers, of whom the least urgent pile up.
  @Test func `the urgent classes of an overloaded queue wait as in a simulation`() {
    let rates = [0.8, 0.9, 2.0]
    let times = [0.2, 1, 3]
    let waits = PriorityQueue.waits(servers: 3, arrivalRates: rates, serviceRate: 1)
    #expect(waits[2] == nil)
    let records = QueueSimulation(
      servers: 3, arrivalRates: rates, serviceRate: 1, thresholds: times
    ).run(customers: 300_000, seed: 13)
    for kind in 0..<2 {
      #expect(waits[kind]?.waitProbability == 1)
      check(records[kind].wait, waits[kind]?.mean, precision: 0.02)
      for (time, longer) in zip(times, records[kind].longer) where longer.estimate.mean > 5e-3 {
        check(longer, waits[kind]?.waitProbability(exceeding: time), precision: 0.1)
      }
    }
  }

  /// Source of truth: simulation of 300,000 customers with interruptions.
  @Test(arguments: [(1, [0.2, 0.3, 0.3]), (3, [0.9, 0.6, 0.9])])
  func `interrupted customers are as long in the system as in a simulation`(
    servers: Int, rates: [Double]
  ) {
    let queue = PreemptiveQueue(servers: servers, arrivalRates: rates, serviceRate: 1)
    let records = QueueSimulation(
      servers: servers, arrivalRates: rates, serviceRate: 1, interrupts: true
    ).run(customers: 300_000, seed: 14)
    for (record, time) in zip(records, queue.meanTimesInSystem) {
      check(record.timeInSystem, time, precision: 0.03)
    }
  }

  /// Source of truth: simulation of 300,000 customers with cutoffs, among them equal ones.
  @Test(arguments: [
    ([3, 2], [0.5, 0.8]), ([5, 4, 2], [1.2, 0.9, 0.4]), ([6, 4, 4], [1.5, 1.0, 0.7]),
    ([4, 4, 3, 1], [0.8, 0.6, 0.5, 0.1]),
  ])
  func `reserved servers act as in a simulation`(cutoffs: [Int], rates: [Double]) {
    let queue = CutoffQueue(cutoffs: cutoffs, arrivalRates: rates, serviceRate: 1)
    #expect(queue.keepsUp)
    let records = QueueSimulation(
      servers: cutoffs[0], arrivalRates: rates, serviceRate: 1, cutoffs: cutoffs
    ).run(customers: 300_000, seed: 15)
    for (kind, record) in records.enumerated() {
      check(record.waited, queue.waitProbabilities[kind], precision: 0.05)
      check(record.wait, queue.meanWaits[kind], precision: 0.1)
    }
  }

  /// Source of truth: simulation of 200,000 customers, of whom the least urgent pile up below their
  /// cutoff.
  @Test func `reserved servers help beside a class that piles up`() {
    let cutoffs = [4, 3, 2]
    let rates = [0.7, 0.5, 2.5]
    let queue = CutoffQueue(cutoffs: cutoffs, arrivalRates: rates, serviceRate: 1)
    #expect(!queue.keepsUp && queue.meanWaits[2] == nil && queue.waitProbabilities[2] == nil)
    let records = QueueSimulation(
      servers: 4, arrivalRates: rates, serviceRate: 1, cutoffs: cutoffs
    ).run(customers: 200_000, seed: 16)
    for kind in 0..<2 {
      check(records[kind].waited, queue.waitProbabilities[kind], precision: 0.05)
      check(records[kind].wait, queue.meanWaits[kind], precision: 0.05)
    }
  }
}
