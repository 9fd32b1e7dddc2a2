import Foundation
import QueueingModels
import Testing

@Suite("Priority queue")
struct PriorityQueueTests {
  /// Source of truth: Cobham's formula as in Larson and Odoni 4.9.3, evaluated independently and
  /// confirmed within 2.1 % by a simulation of 234,543 customers.
  @Test func `eight servers and three classes`() throws {
    let queue = try #require(
      PriorityQueue(servers: 8, arrivalRates: [2.4, 6.0, 3.6], serviceRate: 2))
    #expect(agree(queue.waitProbability, 0.35698108587868, within: 3e-14))
    let expected = [0.0262486092558, 0.0552602300122, 0.187884782041]
    for (wait, value) in zip(queue.meanWaits, expected) {
      #expect(agree(wait, value, within: 3e-12))
    }
    let late = queue.mostUrgentWaitProbability(exceeding: 5 / 60.0)
    #expect(agree(late, 0.114933013381, within: 3e-12))
    #expect(agree(queue.mostUrgentShareWaiting(atMost: 5 / 60.0), 1 - late, within: 1e-15))
  }

  /// Source of truth: inputs of a textbook hospital case (λ = 0.2, 0.6, 1.2; μ = 3), Cobham's
  /// formula evaluated independently, 7 digits.
  @Test(arguments: [
    (1, [0.2380952, 0.3246753, 0.9090909]), (2, [0.0287356, 0.0331565, 0.0480769]),
  ])
  func `one and two physicians`(servers: Int, expected: [Double]) throws {
    let queue = try #require(
      PriorityQueue(servers: servers, arrivalRates: [0.2, 0.6, 1.2], serviceRate: 3))
    for (wait, value) in zip(queue.meanWaits, expected) { #expect(abs(wait - value) < 5e-8) }
  }

  /// Source of truth: conservation: priorities reorder the queue but not the work in it, so that
  /// Σ λ(k) W(k) = λ W of the plain queue.
  @Test(arguments: [1.0, 2.0, 8.0, 2.5, 60.0])
  func `priorities neither make nor save waiting`(servers: Double) throws {
    let rates = [0.11, 0.29, 0.02, 0.38].map { $0 * servers }
    let arrivals = rates.reduce(0, +)
    let queue = try #require(
      PriorityQueue(servers: servers, arrivalRates: rates, serviceRate: 1))
    let plain = try #require(ErlangC(servers: servers, arrivalRate: arrivals, serviceRate: 1))
    let waiting = zip(rates, queue.meanWaits).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agree(waiting, arrivals * plain.meanWait, within: 1e-12))
    #expect(queue.meanWaits == queue.meanWaits.sorted())
  }

  /// Source of truth: with one class the queue is Erlang's.
  @Test func `one class is the plain queue`() throws {
    let queue = try #require(PriorityQueue(servers: 5, arrivalRates: [3.3], serviceRate: 1))
    let plain = try #require(ErlangC(servers: 5, arrivalRate: 3.3, serviceRate: 1))
    #expect(agree(queue.meanWaits.first, plain.meanWait, within: 1e-15))
    #expect(
      agree(
        queue.mostUrgentWaitProbability(exceeding: 0.4), plain.waitProbability(exceeding: 0.4),
        within: 1e-15))
  }

  /// Source of truth: the mean is the integral of the distribution, C / (cμ − λ(1)).
  @Test func `the distribution of the most urgent class has its mean`() throws {
    let queue = try #require(PriorityQueue(servers: 6, arrivalRates: [1, 4.2], serviceRate: 1))
    var integral = 0.0
    let width = 1e-4
    for step in 0..<200_000 {
      integral += width * queue.mostUrgentWaitProbability(exceeding: (Double(step) + 0.5) * width)
    }
    #expect(agree(queue.meanWaits.first, integral, within: 1e-6))
  }

  /// Source of truth: definition: where a queue exists every class has a finite wait, also where
  /// servers × rate is rounded to the arrivals, and of ordered classes the later one waits longer.
  @Test(arguments: [
    (53, 6.6, 349.799_999_999_999_95), (31, 2.9, 89.899_999_999_999_99),
    (5, 0.931_501_294_792_499_2, 4.657_506_473_962_496),
  ])
  func `classes one rounding below the servers have finite waits`(
    servers: Int, rate: Double, arrivals: Double
  ) throws {
    let rates = [0.3 * arrivals, arrivals - 0.3 * arrivals]
    let queue = try #require(
      PriorityQueue(servers: servers, arrivalRates: rates, serviceRate: rate))
    let waits = PriorityQueue.waits(servers: servers, arrivalRates: rates, serviceRate: rate)
    for index in 0...1 {
      let mean = queue.meanWaits[index]
      #expect(mean > 0 && mean < .infinity)
      let wait = try #require(waits[index])
      #expect(abs(wait.mean / mean - 1) < 1e-12)
      let median = queue.waitQuantile(ofClass: index, share: 0.5)
      #expect(median > 0 && median < .infinity)
      #expect(abs(queue.shareWaiting(ofClass: index, atMost: median) - 0.5) < 1e-9)
    }
    #expect(queue.meanWaits[0] < 1 && queue.meanWaits[1] > 1e12)
  }

  @Test func `an overloaded queue is nothing`() {
    #expect(PriorityQueue(servers: 2, arrivalRates: [0.5, 1.5], serviceRate: 1) == nil)
    #expect(PriorityQueue(servers: 0, arrivalRates: [], serviceRate: 1) == nil)
  }

  /// Source of truth: a sequence that is carried forward is the queue built anew.
  @Test func `a search may carry the sequence forward`() {
    var sequence = ErlangSequence(load: 4)
    for servers in 1...20 {
      sequence.addServer()
      let carried = PriorityQueue(sequence, arrivalRates: [1, 3], serviceRate: 1)
      #expect(carried == PriorityQueue(servers: servers, arrivalRates: [1, 3], serviceRate: 1))
    }
  }
}
