import Foundation
import QueueingModels
import Testing

@Suite("Preemptive queue")
struct PreemptiveQueueTests {
  /// Source of truth: the textbook formula for one server, 1/μ / ((1 − σ(k − 1)) (1 − σ(k))), also
  /// for classes that never or hardly come.
  @Test func `one server has the textbook times`() throws {
    let rates = [0.3, 0, 0.2, 1e-13, 1e-7, 0.3, 0.01]
    let queue = PreemptiveQueue(servers: 1, arrivalRates: rates, serviceRate: 1)
    var ahead = 0.0
    for (rate, time) in zip(rates, queue.meanTimesInSystem) {
      #expect(agree(time, 1 / ((1 - ahead) * (1 - ahead - rate)), within: 1e-12))
      ahead += rate
    }
  }

  /// Source of truth: conservation: with equal service times Σ λ(k) × delay is what waits in the
  /// plain queue, and the first class is a plain queue of its own.
  @Test(arguments: [1.0, 3.0, 7.5, 60.0])
  func `interruption neither makes nor saves waiting`(servers: Double) throws {
    let rates = [0.11, 0.29, 0, 0.02, 0.5].map { $0 * servers }
    let arrivals = rates.reduce(0, +)
    let queue = PreemptiveQueue(servers: servers, arrivalRates: rates, serviceRate: 1)
    let plain = try #require(ErlangC(servers: servers, arrivalRate: arrivals, serviceRate: 1))
    let delays = queue.meanDelays.compactMap { $0 }
    #expect(delays.count == 5 && delays == delays.sorted())
    let waiting = zip(rates, delays).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agree(waiting, plain.meanQueueLength, within: 1e-12))
    let first = try #require(ErlangC(servers: servers, arrivalRate: rates[0], serviceRate: 1))
    #expect(agree(queue.meanTimesInSystem[0], first.meanTimeInSystem, within: 1e-14))
  }

  /// Source of truth: the limit: a class without arrivals is as long in the system as one of very
  /// few, at whole and other numbers of servers.
  @Test(arguments: [(2.0, 1.3), (2.5, 0.01), (40.0, 38.0), (0.7, 0.5), (3, 0), (10_000, 9950)])
  func `a class that never comes has the limit`(servers: Double, ahead: Double) throws {
    let none = PreemptiveQueue(servers: servers, arrivalRates: [ahead, 0], serviceRate: 2)
    let few = PreemptiveQueue(
      servers: servers, arrivalRates: [ahead, 1e-7 * servers], serviceRate: 2)
    let delay = try #require(none.meanDelays[1])
    #expect(delay >= 0 && delay.isFinite)
    #expect(abs(delay - (few.meanDelays[1] ?? .nan)) <= 1e-4 * (delay + 1e-9))
  }

  /// Source of truth: the classes that keep up notice nothing of those that do not.
  @Test func `overload stays with those who bring it`() {
    let queue = PreemptiveQueue(servers: 2, arrivalRates: [0.5, 1.5, 0.1], serviceRate: 1)
    let alone = PreemptiveQueue(servers: 2, arrivalRates: [0.5], serviceRate: 1)
    #expect(queue.meanDelays[0] == alone.meanDelays[0])
    #expect(queue.meanDelays[1] == nil && queue.meanTimesInSystem[2] == nil)
    let none = PreemptiveQueue(servers: 0, arrivalRates: [0, 1], serviceRate: 1)
    #expect(none.meanDelays == [nil, nil])
  }
}
