import Foundation
import QueueingModels
import Testing

/// Whether two numbers agree to a relative difference.
func agree(_ value: Double?, _ expected: Double, within tolerance: Double) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= tolerance * max(abs(expected), 1e-300)
}

@Suite("Erlang B")
struct ErlangBTests {
  /// Source of truth: the Wolfram documentation of Erlang B (30 servers, load 25), the tests of
  /// pyworkforce (2 servers, load 1; 17 servers, load 10); the others were computed to 40 digits
  /// from the sum formula.
  @Test(arguments: [
    (30, 25.0, 0.0526031722281406), (2, 1.0, 0.2), (17, 10.0, 0.0129488752247266),
    (10, 5.0, 0.0183845703366481), (117, 100.0, 0.00979007112537136),
    (1029, 1000.0, 0.00994188646407621),
  ])
  func `blocking has the published value`(servers: Int, load: Double, expected: Double) {
    #expect(agree(ErlangB(servers: servers, load: load).blocking, expected, within: 2e-14))
  }

  /// Source of truth: the tests of pyworkforce: 17 trunks lose at most 2 % of a load of 10.
  @Test func `seventeen trunks lose less than two percent`() {
    #expect(ErlangB.fewestServers(load: 10, blockingAtMost: 0.02) == 17)
    #expect(ErlangB.fewestServers(load: 0, blockingAtMost: 0.02) == 1)
    #expect(ErlangB.fewestServers(load: 10, blockingAtMost: 1) == 0)
  }

  /// Source of truth: by hand: without servers everything is lost, without load nothing; one
  /// server loses a / (1 + a) and carries a / (1 + a).
  @Test func `the ends of the range are right`() {
    #expect(ErlangB(servers: 0, load: 3).blocking == 1)
    #expect(ErlangB(servers: 4, load: 0).blocking == 0)
    #expect(ErlangB(servers: 0.5, load: 0).blocking == 0)
    #expect(ErlangB(servers: 0, load: 0).blocking == 1)
    #expect(ErlangB(servers: 1, load: 3).blocking == 0.75)
    #expect(ErlangB(servers: 1, load: 3).carriedLoad == 0.75)
  }

  /// Source of truth: the closed form Γ(3/2, a) = ½ √π erfc √a + √a e^(−a), put into
  /// 1/B(½) = e^a a^(−½) Γ(3/2, a).
  @Test(arguments: [0.01, 0.3, 1.0, 1.49, 1.51, 4.0, 25.0, 300.0])
  func `half a server has its closed form`(load: Double) {
    let gamma = 0.5 * Double.pi.squareRoot() * erfc(load.squareRoot())
    let inverse = 1 + exp(load) * gamma / load.squareRoot()
    let blocking = ErlangB(servers: 0.5, load: load).blocking
    #expect(agree(blocking, 1 / inverse, within: 1e-12))
  }

  /// Source of truth: the defining integral 1/B = ∫₀^∞ e^(−u) (1 + u/a)^c du, by Simpson's rule
  /// with 200,000 steps to u = 80.
  @Test(arguments: [(2.25, 1.2), (7.9, 6.4), (0.125, 2.0), (3.6, 9.0), (12.5, 8.0)])
  func `fractional servers satisfy the defining integral`(servers: Double, load: Double) {
    let steps = 200_000
    let width = 80.0 / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let place = Double(step) * width
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
      sum += weight * exp(-place) * pow(1 + place / load, servers)
    }
    let blocking = ErlangB(servers: servers, load: load).blocking
    #expect(agree(blocking, 3 / (sum * width), within: 1e-9))
  }

  /// Source of truth: the recursion holds for every real number of servers (Jagerman 1974), and
  /// the loss falls with every part of a server.
  @Test(arguments: [0.2, 1.5, 12.0])
  func `the loss falls smoothly between whole servers`(load: Double) {
    var last = 1.0
    for tenth in 1...60 {
      let servers = Double(tenth) / 10
      let blocking = ErlangB(servers: servers, load: load).blocking
      #expect(blocking < last)
      if servers >= 1 {
        let before = ErlangB(servers: servers - 1, load: load).blocking
        #expect(agree(blocking, load * before / (servers + load * before), within: 1e-12))
      }
      last = blocking
    }
  }
}

@Suite("Erlang C")
struct ErlangCTests {
  /// Source of truth: computed to 40 digits from the sum formula; printed to 15 digits.
  @Test(arguments: [
    (3, 2.0, 0.444444444444444), (11, 10.0, 0.682118204689332), (15, 10.0, 0.102042367007988),
    (8, 6.0, 0.35698108587868), (21, 20.0, 0.760641818713767), (105, 100.0, 0.515707426812309),
    (160, 150.0, 0.317442485593638), (215, 200.0, 0.209937684400868),
    (1020, 1000.0, 0.416260116327354), (10_100, 10_000.0, 0.224762906466532),
  ])
  func `the probability of a wait has its reference value`(
    servers: Int, load: Double, expected: Double
  ) {
    let queue = ErlangC(servers: servers, arrivalRate: load, serviceRate: 1)
    #expect(agree(queue?.waitProbability, expected, within: 3e-14))
  }

  /// Source of truth: lecture notes used by the tests of the Octave package queueing (qsmmm):
  /// λ = 9, μ = 5: 2 servers Lq = 7.674, R = 1.053; 4 servers Lq = 0.105, R = 0.212, with more
  /// digits recomputed.
  @Test(arguments: [(2, 7.6736842, 1.0526316), (4, 0.10516389, 0.21168488)])
  func `queue length and response time are the published ones`(
    servers: Int, length: Double, response: Double
  ) throws {
    let queue = try #require(ErlangC(servers: servers, arrivalRate: 9, serviceRate: 5))
    #expect(abs(queue.meanQueueLength - length) < 5e-8)
    #expect(abs(queue.meanTimeInSystem - response) < 5e-8)
  }

  /// Source of truth: the README of pyworkforce: load 10, 14 servers, 3 minutes a customer, 20
  /// seconds.
  @Test func `the service level of the textbook call centre`() throws {
    let queue = try #require(ErlangC(servers: 14, arrivalRate: 10 / 3.0, serviceRate: 1 / 3.0))
    #expect(agree(queue.waitProbability, 0.1741319335950498, within: 1e-13))
    #expect(agree(queue.shareWaiting(atMost: 1 / 3.0), 0.8883500191794669, within: 1e-13))
    #expect(agree(queue.utilization, 10 / 14.0, within: 1e-14))
  }

  @Test(arguments: [(2.0, 2.0), (2.0, 2.5), (0.0, 0.0), (0.0, 1.0), (1.75, 1.75)])
  func `an overloaded queue is nothing, not a probability of one`(servers: Double, load: Double) {
    #expect(ErlangC(servers: servers, arrivalRate: load, serviceRate: 1) == nil)
  }

  /// Source of truth: by hand: nobody waits when nobody comes; with one server C = a; the limit at
  /// full load is 1.
  @Test func `the ends of the range are right`() throws {
    let idle = try #require(ErlangC(servers: 3, arrivalRate: 0, serviceRate: 2))
    #expect(idle.waitProbability == 0 && idle.meanWait == 0)
    let single = try #require(ErlangC(servers: 1, arrivalRate: 0.37, serviceRate: 1))
    #expect(agree(single.waitProbability, 0.37, within: 1e-15))
    let full = try #require(ErlangC(servers: 1, arrivalRate: 1 - 1e-12, serviceRate: 1))
    #expect(agree(full.waitProbability, 1 - 1e-12, within: 1e-15))
    #expect(full.waitProbability < 1)
  }

  /// Source of truth: definition: a queue that exists has a finite, positive wait and probabilities
  /// from 0 to 1, also where servers × rate is rounded to the arrivals.
  @Test(arguments: [
    (53, 6.6, 349.799_999_999_999_95), (31, 2.9, 89.899_999_999_999_99),
    (5, 0.931_501_294_792_499_2, 4.657_506_473_962_496),
  ])
  func `a load one rounding below the servers has a finite wait`(
    servers: Int, rate: Double, arrivals: Double
  ) throws {
    #expect(Double(servers) * rate == arrivals)
    let queue = try #require(
      ErlangC(servers: servers, arrivalRate: arrivals, serviceRate: rate))
    #expect(queue.meanWait > 1e12 && queue.meanWait < .infinity)
    #expect(queue.waitProbability(exceeding: .infinity) == 0)
    #expect(queue.waitProbability(exceeding: 1) <= queue.waitProbability)
  }

  /// Source of truth: closed form from 1 to 10,000 servers: the balance C (c − a + aB) = cB with
  /// B from the recursion, and the bounds 0 < C < 1.
  @Test func `one to ten thousand servers stay between nothing and certainty`() {
    for servers in [1, 2, 5, 17, 171, 172, 500, 1000, 5000, 10_000] {
      let count = Double(servers)
      let load = count - 0.5 * count.squareRoot()
      let queue = ErlangC(servers: servers, arrivalRate: load, serviceRate: 1)
      let blocking = ErlangB(servers: servers, load: load).blocking
      let probability = queue?.waitProbability ?? .nan
      #expect(probability > 0 && probability < 1)
      #expect(
        agree(probability * (count - load * (1 - blocking)), count * blocking, within: 1e-12))
    }
  }

  /// Source of truth: 1/C = a ∫₀^∞ t e^(−at) (1 + t)^(c − 1) dt, the continuous extension, by
  /// Simpson's rule with 200,000 steps.
  @Test(arguments: [(2.5, 1.2), (7.9, 6.4), (1.125, 0.4)])
  func `fractional servers satisfy the integral of the wait`(servers: Double, load: Double) {
    let steps = 200_000
    let width = 80.0 / load / Double(steps)
    var sum = 0.0
    for step in 0...steps {
      let place = Double(step) * width
      let weight = step == 0 || step == steps ? 1.0 : step.isMultiple(of: 2) ? 2.0 : 4.0
      sum += weight * place * exp(-load * place) * pow(1 + place, servers - 1)
    }
    let queue = ErlangC(servers: servers, arrivalRate: load, serviceRate: 1)
    #expect(agree(queue?.waitProbability, 3 / (load * sum * width), within: 1e-9))
  }

  @Test(arguments: [
    WaitTarget.waitProbability(atMost: 0.2), .meanWait(atMost: 0.05),
    .share(atLeast: 0.9, within: 0.1),
  ])
  func `the fewest servers meet the target and one fewer does not`(target: WaitTarget) throws {
    for load in [0.01, 0.7, 3.0, 10.0, 99.5, 1200.0] {
      let found = ErlangC.fewestServers(arrivalRate: load, serviceRate: 1, meeting: target)
      let enough = ErlangC(servers: found, arrivalRate: load, serviceRate: 1)
      #expect(enough?.meets(target) == true)
      let fewer = ErlangC(servers: found - 1, arrivalRate: load, serviceRate: 1)
      #expect(fewer?.meets(target) != true)
    }
    #expect(ErlangC.fewestServers(arrivalRate: 0, serviceRate: 1, meeting: target) == 0)
  }

  /// Source of truth: by hand from C(2, 1) = 1/3 and C(3, 1) = 1/11: a probability of at most 0.2
  /// needs 3 servers, of at most 1/3 needs 2.
  @Test func `small targets are met at the servers found by hand`() {
    let servers = { (limit: Double) in
      ErlangC.fewestServers(
        arrivalRate: 1, serviceRate: 1, meeting: .waitProbability(atMost: limit))
    }
    #expect(servers(0.2) == 3)
    #expect(servers(0.334) == 2)
    #expect(servers(0.09) == 4)
  }
}
