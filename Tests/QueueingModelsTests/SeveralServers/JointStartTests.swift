import Foundation
import QueueingModels
import Testing

@Suite("Joint start")
struct JointStartTests {
  private static func twoKinds(_ servers: Int, _ one: Double, _ two: Double) -> JointStartQueue? {
    JointStartQueue(
      servers: servers,
      classes: [
        CustomerClass(arrivalRate: one), CustomerClass(arrivalRate: two, servers: [0, 1]),
      ], serviceRate: 2)
  }

  /// Source of truth: the chain of busy servers, queue length and head of the line, solved
  /// numerically until its tail was below 1e-100.
  @Test(arguments: [
    (5, [0.30431885, 0.43650415, 0.11217228, 0.1667353]),
    (6, [0.14202657, 0.23596162, 0.03236836, 0.05596452]),
  ])
  func `one and two servers have the values of the chain`(servers: Int, values: [Double]) throws {
    let queue = try #require(Self.twoKinds(servers, 3, 1.5))
    #expect(abs(queue.waitProbabilities[0] - values[0]) < 6e-9)
    #expect(abs(queue.waitProbabilities[1] - values[1]) < 6e-9)
    #expect(abs(queue.meanWaits[0] - values[2]) < 6e-9)
    #expect(abs(queue.meanWaits[1] - values[3]) < 6e-8)
    #expect(queue.waitProbability(askingFor: 2) == queue.waitProbabilities[1])
    #expect(queue.meanWait(askingFor: 1) == queue.meanWaits[0])
  }

  /// Source of truth: the same reference: what a plain queue of five servers says of these customers,
  /// 0.0908 without the second servers and 0.2362 with as many more customers, where the truth is
  /// 0.304 and 0.437; and C(10, 5) of single servers.
  @Test func `leaving out the second server is no approximation`() throws {
    let queue = try #require(Self.twoKinds(5, 3, 1.5))
    for (rate, expected) in [(4.5, 0.0908), (6.0, 0.2362)] {
      let plain = try #require(ErlangC(servers: 5, arrivalRate: rate, serviceRate: 2))
      #expect(abs(plain.waitProbability - expected) < 6e-5)
      #expect(queue.waitProbabilities[0] > plain.waitProbability)
    }
    let single = try #require(Self.twoKinds(10, 10, 0))
    #expect(abs(single.waitProbabilities[0] - 0.03610536) < 6e-9)
  }

  /// Source of truth: Erlang C, with its exponential wait; C(10, 5) = 0.03610536.
  @Test(arguments: [(10, 10.0), (1, 1.9), (7, 13.0), (2000, 3990.0), (10, 20 * (1 - 1e-9))])
  func `one server each gives the plain queue`(servers: Int, rate: Double) throws {
    let queue = try #require(
      JointStartQueue(
        servers: servers, classes: [CustomerClass(arrivalRate: rate)], serviceRate: 2))
    let plain = try #require(ErlangC(servers: servers, arrivalRate: rate, serviceRate: 2))
    let tolerance = 1e-12 + 1e-15 / (1 - plain.utilization) * 4
    #expect(agree(queue.waitProbabilities[0], plain.waitProbability, within: tolerance))
    #expect(agree(queue.meanWaits[0], plain.meanWait, within: tolerance))
    for time in [1e-6, 0.01, 0.3, 5] {
      let tail = queue.waitProbability(ofClass: 0, exceeding: time)
      #expect(abs(tail - plain.waitProbability(exceeding: time)) < 1e-9 + tolerance)
    }
  }

  /// Source of truth: where everybody takes all servers, they are one server whose service is the
  /// longest of their services, and the wait has the mean of Pollaczek and Khinchine.
  @Test(arguments: [1, 2, 5])
  func `everybody takes all servers`(servers: Int) throws {
    let shares = [Double](repeating: 0, count: servers - 1) + [1]
    let rate = 0.42
    let queue = try #require(
      JointStartQueue(
        servers: servers, classes: [CustomerClass(arrivalRate: rate, servers: shares)],
        serviceRate: 1))
    var mean = 0.0
    var variance = 0.0
    for server in 1...servers {
      mean += 1 / Double(server)
      variance += 1 / Double(server * server)
    }
    #expect(rate * mean > 0.4)
    let wait = rate * (variance + mean * mean) / (2 * (1 - rate * mean))
    #expect(agree(queue.saturation, rate * mean, within: 1e-14))
    #expect(agree(queue.waitProbabilities[0], rate * mean, within: 1e-13))
    #expect(agree(queue.meanWaits[0], wait, within: 1e-13))
  }

  /// Source of truth: servers that stand idle are lost, counted by hand.
  ///
  /// Where everybody takes three of five, the
  /// head of the line begins when three are free, after 1/5 + 1/4 + 1/3 of a service; the load
  /// may be well below five.
  @Test func `the condition is stricter than the load`() {
    let wide = [CustomerClass(arrivalRate: 1.3, servers: [0, 0, 1])]
    #expect(JointStartQueue(servers: 5, classes: wide, serviceRate: 1) == nil)
    let saturation = JointStartQueue.saturation(servers: 5, classes: wide, serviceRate: 1)
    #expect(agree(saturation, 1.3 * (1 / 5.0 + 1 / 4.0 + 1 / 3.0), within: 1e-14))
    #expect(SeveralServerQueue(servers: 5, classes: wide, serviceRate: 1) != nil)
    #expect(JointStartQueue(servers: 2, classes: wide, serviceRate: 1) == nil)
    #expect(JointStartQueue(servers: 0, classes: [], serviceRate: 1) == nil)
  }

  /// Source of truth: the mean of a wait is the integral of its tail; quantiles lie on the tail.
  @Test(arguments: [0, 1, 2])
  func `tails integrate to the means`(position: Int) throws {
    let queue = try #require(
      JointStartQueue(servers: 20, classes: SeveralServerQueueTests.mixed, serviceRate: 2))
    let steps = 3000
    let scale = 0.1
    let reach = 0.99
    var sum = queue.waitProbabilities[position]
    for step in 1..<steps {
      let rest = 1 - reach * Double(step) / Double(steps)
      let tail = queue.waitProbability(ofClass: position, exceeding: scale * (1 / rest - 1))
      sum += (step.isMultiple(of: 2) ? 2 : 4) * tail / (rest * rest)
    }
    sum *= scale * reach / Double(3 * steps)
    #expect(agree(sum, queue.meanWaits[position], within: 1e-8))
    let time = queue.waitQuantile(ofClass: position, share: 0.97)
    #expect(agree(queue.shareWaiting(ofClass: position, atMost: time), 0.97, within: 1e-9))
  }

  /// Source of truth: trying one number of servers after the other, each by itself.
  @Test(arguments: [0.1, 1, 4])
  func `the search finds the fewest servers`(scale: Double) throws {
    let classes = SeveralServerQueueTests.mixed.map {
      CustomerClass(arrivalRate: $0.arrivalRate * scale, servers: $0.servers)
    }
    let sets: [[WaitTarget?]] = [
      [.share(atLeast: 0.9, within: 0.05), .meanWait(atMost: 0.1), nil],
      [nil, .waitProbability(atMost: 0.02), .share(atLeast: 0.5, within: 0)], [nil, nil, nil],
    ]
    for targets in sets {
      let slow = (1...1000).first { servers in
        guard let queue = JointStartQueue(servers: servers, classes: classes, serviceRate: 2)
        else { return false }
        return targets.enumerated().allSatisfy { position, target in
          switch target {
          case nil: true
          case .waitProbability(let limit): queue.waitProbabilities[position] <= limit
          case .meanWait(let limit): queue.meanWaits[position] <= limit
          case .share(let share, let time):
            queue.shareWaiting(ofClass: position, atMost: time) >= share
          }
        }
      }
      let found = JointStartQueue.fewestServers(
        classes: classes, serviceRate: 2, meeting: targets)
      #expect(found == slow, "\(targets)")
    }
    #expect(JointStartQueue.fewestServers(classes: [], serviceRate: 2, meeting: []) == 0)
  }

  /// Source of truth: whoever asks for more waits longer; nothing is ever not a number.
  @Test(arguments: [1e-9, 0.5, 0.97, 1 - 1e-9])
  func `probabilities stay probabilities`(target: Double) throws {
    let shares = [0.3, 0.3, 0.2, 0.1, 0.1]
    let unit = JointStartQueue.saturation(
      servers: 12, classes: [CustomerClass(arrivalRate: 1, servers: shares)], serviceRate: 1)
    let queue = try #require(
      JointStartQueue(
        servers: 12, classes: [CustomerClass(arrivalRate: target / unit, servers: shares)],
        serviceRate: 1))
    for asked in 2...5 {
      #expect(queue.waitProbability(askingFor: asked) > queue.waitProbability(askingFor: asked - 1))
      #expect(queue.meanWait(askingFor: asked) > queue.meanWait(askingFor: asked - 1))
    }
    var before = 1.0
    for exponent in stride(from: -9.0, through: 6, by: 0.5) {
      let tail = queue.waitProbability(askingFor: 5, exceeding: pow(10, exponent))
      #expect(tail >= 0 && tail <= before + 1e-10, "10^\(exponent)")
      before = tail
    }
    #expect(queue.waitProbability(ofClass: 0, exceeding: .infinity) == 0)
  }

  /// Source of truth: the order among customers of one law does not change their mean wait
  /// (Little), and one class has no order.
  @Test func `priorities shift waits and keep their mean`() throws {
    let rates = [3.0, 1, 2]
    let law = [0.5, 0.2, 0.3]
    let queue = try #require(
      JointStartQueue(
        servers: 9, classes: rates.map { CustomerClass(arrivalRate: $0, servers: law) },
        serviceRate: 2))
    let means = queue.meanWaitsWithPriorities
    let sum = zip(means, rates).reduce(0) { $0 + $1.0 * $1.1 }
    #expect(agree(sum / 6, queue.meanWaits[0], within: 1e-12))
    #expect(means[0] < means[1] && means[1] < means[2])
    let alone = try #require(
      JointStartQueue(
        servers: 9, classes: [CustomerClass(arrivalRate: 6, servers: law)], serviceRate: 2))
    #expect(agree(alone.meanWaitsWithPriorities[0], alone.meanWaits[0], within: 1e-12))
  }

  /// Source of truth: a simulation in which the customer for whom servers are held keeps its turn,
  /// 300,000 customers, within three standard errors of batch means.
  @Test(arguments: [(12, [6.0, 3, 2.0]), (7, [3.0, 2, 0.6]), (5, [1.0, 2.0, 0.5])])
  func `joint start with priorities agrees with a simulation`(
    servers: Int, rates: [Double]
  ) throws {
    let laws = [[0.5, 0.5], [0, 1], [0.1, 0.2, 0.3, 0.2, 0.2]]
    let queue = try #require(
      JointStartQueue(
        servers: servers,
        classes: zip(rates, laws).map { CustomerClass(arrivalRate: $0, servers: $1) },
        serviceRate: 2.3))
    var simulation = SeveralServerSimulation(
      servers: servers, groups: zip(rates, laws).map { (rate: $0, sizes: $1) }, serviceRate: 2.3,
      start: .jointByUrgency, threshold: 1, seed: 4242)
    let result = simulation.run(customers: 300_000)
    for position in rates.indices {
      let waited = result.waited[position]
      #expect(waited.agrees(with: queue.waitProbabilities[position]), "\(position): \(waited)")
      let mean = result.meanWait[position]
      let expected = queue.meanWaitsWithPriorities[position]
      #expect(mean.agrees(with: expected), "\(position): \(mean) \(expected)")
      #expect(mean.standardError < 0.12 * mean.mean)
    }
  }

  /// Source of truth: a simulation of customers and services, 300,000 customers, within three
  /// standard errors of batch means.
  @Test(arguments: [
    (5, [3, 1.5, 0.0], 0.1), (12, [6.0, 3, 2.0], 0.3), (7, [3.0, 2, 0.6], 1.5),
    (40, [22.0, 10, 5], 0.05),
  ])
  func `joint start agrees with a simulation`(
    servers: Int, rates: [Double], threshold: Double
  ) throws {
    let laws = [[1], [0, 1], [0.1, 0.2, 0.3, 0.2, 0.2]]
    let queue = try #require(
      JointStartQueue(
        servers: servers,
        classes: zip(rates, laws).map { CustomerClass(arrivalRate: $0, servers: $1) },
        serviceRate: 2))
    var simulation = SeveralServerSimulation(
      servers: servers, groups: zip(rates, laws).map { (rate: $0, sizes: $1) }, serviceRate: 2,
      start: .joint, threshold: threshold, seed: 778)
    let result = simulation.run(customers: 300_000)
    #expect(result.busy.agrees(with: queue.meanBusyServers), "\(result.busy)")
    for position in rates.indices where rates[position] > 0 {
      let waited = result.waited[position]
      #expect(waited.agrees(with: queue.waitProbabilities[position]), "\(position): \(waited)")
      let mean = result.meanWait[position]
      #expect(mean.agrees(with: queue.meanWaits[position]), "\(position): \(mean)")
      let longer = result.longer[position]
      let tail = queue.waitProbability(ofClass: position, exceeding: threshold)
      #expect(longer.agrees(with: tail), "\(position): \(longer) \(tail)")
      #expect(mean.standardError < 0.12 * mean.mean)
    }
  }
}
