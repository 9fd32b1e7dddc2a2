import Foundation
import QueueingModels
import Testing

@Suite("Erlang A")
struct AbandonmentTests {
  /// Source of truth: the tests and documentation of pyworkforce, six digits, where its service
  /// level is the share served within the time.
  @Test func `the published help desk`() {
    let desk = ErlangA(
      servers: 14, arrivalRate: 100 / 30.0, serviceRate: 1 / 3.0, abandonmentRate: 1 / 5.0)
    #expect(abs(desk.waitProbability - 0.14526) < 5e-6)
    #expect(abs(desk.abandonmentProbability - 0.013984) < 5e-7)
    #expect(abs(desk.utilization - 0.704297) < 5e-7)
    #expect(abs(desk.meanWait - 0.069919) < 5e-7)
    #expect(abs(desk.shareServed(within: 1 / 3.0) - 0.916792) < 5e-7)
  }

  /// Source of truth: definition: nobody is there after an endless time, and no number is NaN, even
  /// without servers and customers.
  @Test(arguments: [(0, 0.0), (0, 2.0), (3, 0.0), (3, 2.0), (3, 9.0)])
  func `an endless time is no special case`(servers: Int, arrivals: Double) {
    let queue = ErlangA(
      servers: servers, arrivalRate: arrivals, serviceRate: 1, abandonmentRate: 0.5)
    #expect(queue.waitProbability(exceeding: .infinity) == 0)
    #expect(abs(queue.shareServed(within: .infinity) - (1 - queue.abandonmentProbability)) < 1e-15)
  }

  /// Source of truth: the birth-death chain itself, its weights summed from the fullest state that
  /// matters down to the empty one in a table of logarithms.
  @Test(arguments: [
    (14, 10.0, 0.6), (3, 9.0, 0.2), (1, 0.01, 5.0), (20, 20.0, 1.0), (5, 50.0, 3.0),
    (200, 190.0, 0.01), (200, 230.0, 0.05), (40, 40.0, 40.0), (7, 7.0, 0.001), (0, 4.0, 0.5),
  ])
  func `the chain has the same probabilities`(servers: Int, load: Double, patience: Double) {
    let count = Double(servers)
    var logs = [0.0]
    for state in 1...40_000 {
      let number = Double(state)
      let departures = min(number, count) + max(0, number - count) * patience
      logs.append(logs[state - 1] + log(load / departures))
    }
    let top = logs.max() ?? 0
    let weights = logs.map { exp($0 - top) }
    let total = weights.reversed().reduce(0, +)
    let waiting = weights[servers...].reversed().reduce(0, +) / total
    var queue = 0.0
    for state in (servers..<weights.count).reversed() {
      queue += Double(state - servers) * weights[state]
    }
    queue /= total
    let system = ErlangA(
      servers: servers, arrivalRate: load, serviceRate: 1, abandonmentRate: patience)
    #expect(agree(system.waitProbability, waiting, within: 1e-10))
    #expect(agree(system.meanQueueLength, queue, within: 1e-10))
    #expect(agree(system.abandonmentProbability, patience * queue / load, within: 1e-10))
    #expect(agree(system.carriedLoad, load - patience * queue, within: 1e-9))
  }

  /// Source of truth: an integral of the density of the offered wait,
  /// λ p(c − 1) exp((λ/θ)(1 − e^(−θv)) − cμv), by Simpson's rule, in proportion to its own total.
  @Test(arguments: [(14, 10.0, 0.6), (3, 9.0, 0.2), (20, 20.0, 1.0), (5, 4.0, 0.01)])
  func `the wait is distributed as its density says`(
    servers: Int, load: Double, patience: Double
  ) {
    let system = ErlangA(
      servers: servers, arrivalRate: load, serviceRate: 1, abandonmentRate: patience)
    let density = { (time: Double) in
      exp(load / patience * (1 - exp(-patience * time)) - Double(servers) * time)
    }
    let integral = { (low: Double, weight: (Double) -> Double) in
      let steps = 20_000
      let width = (60 - low) / Double(steps)
      var sum = 0.0
      for step in 0...steps {
        let time = low + Double(step) * width
        let factor = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
        sum += factor * density(time) * weight(time)
      }
      return sum * width / 3
    }
    let all = integral(0) { _ in 1 }
    for time in [0, 0.1, 0.5, 2, 9] {
      let later = system.waitProbability * integral(time) { _ in 1 } / all
      let longer = system.waitProbability(exceeding: time)
      #expect(abs(longer - exp(-patience * time) * later) < 1e-9)
      #expect(abs(system.shareWaiting(atMost: time) + longer - 1) < 1e-15)
      let served = integral(time) { exp(-patience * $0) } / all * system.waitProbability
      let expected = 1 - system.abandonmentProbability - served
      #expect(abs(system.shareServed(within: time) - expected) < 1e-9)
    }
    #expect(abs(system.shareServed(within: 0) - (1 - system.waitProbability)) < 1e-12)
    #expect(abs(system.shareServed(within: 200) - (1 - system.abandonmentProbability)) < 1e-12)
  }

  /// Source of truth: simulation of 300,000 customers, one system below and one beyond its load.
  @Test(arguments: [(6, 5.0, 0.5), (4, 6.0, 0.8)])
  func `impatient customers act as in a simulation`(servers: Int, load: Double, patience: Double) {
    let times = [0.1, 0.5, 1.5]
    let system = ErlangA(
      servers: servers, arrivalRate: load, serviceRate: 1, abandonmentRate: patience)
    let records = QueueSimulation(
      servers: servers, arrivalRates: [load], serviceRate: 1, abandonmentRate: patience,
      thresholds: times
    ).run(customers: 300_000, seed: 21)
    let record = records[0]
    #expect(record.waited.estimate.relativeError < 0.02)
    #expect(record.waited.estimate.agrees(with: system.waitProbability))
    #expect(record.abandoned.estimate.agrees(with: system.abandonmentProbability))
    #expect(record.wait.estimate.agrees(with: system.meanWait))
    for (index, time) in times.enumerated() {
      let longer = record.longer[index].estimate
      #expect(longer.agrees(with: system.waitProbability(exceeding: time)), "\(longer)")
      let served = record.served[index].estimate
      #expect(served.agrees(with: system.shareServed(within: time)), "\(served)")
    }
  }

  /// Source of truth: with endless patience the queue is Erlang's.
  @Test(arguments: [(12, 10.0), (1, 0.4), (105, 100.0)])
  func `endless patience is the plain queue`(servers: Int, load: Double) throws {
    let plain = try #require(ErlangC(servers: servers, arrivalRate: load, serviceRate: 1))
    let patient = ErlangA(
      servers: servers, arrivalRate: load, serviceRate: 1, abandonmentRate: 1e-9)
    #expect(agree(patient.waitProbability, plain.waitProbability, within: 1e-7))
    #expect(agree(patient.meanWait, plain.meanWait, within: 1e-6))
    let time = 0.7 * plain.meanWait / plain.waitProbability
    #expect(abs(patient.shareWaiting(atMost: time) - plain.shareWaiting(atMost: time)) < 1e-7)
    #expect(abs(patient.shareServed(within: time) - plain.shareWaiting(atMost: time)) < 1e-7)
  }

  /// Source of truth: by hand: with θ = μ nobody notices who serves, the number present is Poisson
  /// (M/M/∞); without servers everybody leaves unserved.
  @Test func `equal patience and service is a system without limit`() {
    var waiting = 0.0
    var weight = exp(-8.0)
    for state in 0..<200 {
      if state >= 6 { waiting += weight }
      weight *= 8 / Double(state + 1)
    }
    let system = ErlangA(servers: 6, arrivalRate: 8, serviceRate: 1, abandonmentRate: 1)
    #expect(agree(system.waitProbability, waiting, within: 1e-13))
    let none = ErlangA(servers: 0, arrivalRate: 3, serviceRate: 1, abandonmentRate: 2)
    #expect(none.waitProbability == 1 && none.utilization == 0)
    #expect(agree(none.abandonmentProbability, 1, within: 1e-14))
    #expect(agree(none.meanQueueLength, 1.5, within: 1e-14))
    let idle = ErlangA(servers: 3, arrivalRate: 0, serviceRate: 1, abandonmentRate: 2)
    #expect(idle.waitProbability == 0 && idle.meanWait == 0 && idle.shareServed(within: 1) == 1)
  }

  /// Source of truth: more servers help, more customers harm; overload is allowed and the share
  /// that leaves tends to 1 − c/a.
  @Test func `the shares keep their order from nothing to ten times the load`() {
    var last = ErlangA(servers: 9, arrivalRate: 0, serviceRate: 1, abandonmentRate: 0.3)
    for step in 1...180 {
      let load = Double(step) / 2
      let system = ErlangA(servers: 9, arrivalRate: load, serviceRate: 1, abandonmentRate: 0.3)
      let more = ErlangA(servers: 10, arrivalRate: load, serviceRate: 1, abandonmentRate: 0.3)
      #expect(system.waitProbability >= last.waitProbability && system.waitProbability <= 1)
      #expect(system.abandonmentProbability > last.abandonmentProbability)
      #expect(more.abandonmentProbability < system.abandonmentProbability)
      let gain = more.shareServed(within: 0.5) - system.shareServed(within: 0.5)
      #expect(load < 30 ? gain > 0 : gain > -1e-15)
      #expect(system.abandonmentProbability > 1 - 9 / load - 1e-15)
      last = system
    }
    #expect(abs(last.abandonmentProbability - 0.9) < 1e-6)
  }

  /// Source of truth: the definition of the fewest.
  @Test(arguments: [
    AbandonmentTarget.waitProbability(atMost: 0.2), .abandonment(atMost: 0.03),
    .meanWait(atMost: 0.05), .served(atLeast: 0.9, within: 0.1),
  ])
  func `the fewest servers meet the target and one fewer does not`(target: AbandonmentTarget) {
    for load in [0.01, 0.7, 3.0, 10.0, 99.5, 1200.0, 10_000] {
      let system = { (servers: Int) in
        ErlangA(servers: servers, arrivalRate: load, serviceRate: 1, abandonmentRate: 0.4)
      }
      let found = ErlangA.fewestServers(
        arrivalRate: load, serviceRate: 1, abandonmentRate: 0.4, meeting: target)
      #expect(system(found).meets(target))
      #expect(found > 0 && !system(found - 1).meets(target))
    }
  }
}
