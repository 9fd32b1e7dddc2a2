import Foundation
import QueueingModels
import Testing

@Suite("Several servers, at the limits")
struct SeveralServerLimitTests {
  private static let mixed = SeveralServerQueueTests.mixed

  /// Source of truth: continuity at whole numbers, and more servers never make anybody wait longer.
  @Test func `servers that are not whole lie between the whole ones`() throws {
    let times = [0.05, 0.5]
    func figures(_ servers: Double) throws -> [Double] {
      let queue = try SeveralServerQueueTests.queue(servers, Self.mixed)
      let tails = (0..<3).flatMap { position in
        times.map { queue.waitProbability(ofClass: position, exceeding: $0) }
      }
      return [queue.waitProbability] + queue.meanWaits + queue.meanWaitsToLastServer + tails
    }
    var before = try figures(12.95)
    for step in 1...350 {
      let now = try figures(12.95 + Double(step) * 0.05)
      #expect(zip(now, before).allSatisfy { $0 < $1 }, "\(12.95 + Double(step) * 0.05)")
      before = now
    }
    for whole in [13.0, 14, 20, 31] {
      let exact = try figures(whole)
      for near in [try figures(whole - 1e-10), try figures(whole + 1e-10)] {
        #expect(zip(near, exact).allSatisfy { abs($0 - $1) < 1e-8 * max(1, $1) }, "\(whole)")
      }
    }
  }

  /// Source of truth: the same, for small systems, where the beginning of the continuous form
  /// shows.
  @Test(arguments: [[1.0], [0, 1], [0.2, 0.2, 0.6]])
  func `small systems that are not whole fall too`(sizes: [Double]) throws {
    for rate in [0.001, 0.05, 0.3] {
      let one = CustomerClass(arrivalRate: rate, servers: sizes)
      var before = Double.infinity
      var beforeMean = Double.infinity
      let low = rate * one.meanServers / 2
      for step in 1...400 {
        let queue = try SeveralServerQueueTests.queue(low + Double(step) * 0.01, [one])
        #expect(queue.waitProbability < before, "\(queue.servers)")
        #expect(queue.meanWaits[0] < beforeMean, "\(queue.servers)")
        (before, beforeMean) = (queue.waitProbability, queue.meanWaits[0])
      }
      #expect(before < 0.2)
    }
  }

  /// Source of truth: a sequence that grows is the sequence that begins there.
  @Test(arguments: [0, 0.3, 1, 1.7, 9])
  func `a sequence may be entered anywhere`(start: Double) throws {
    var growing = SeveralServerSequence(classes: Self.mixed, serviceRate: 2, servers: start)
    for _ in 0..<20 { growing.addServer() }
    let direct = SeveralServerSequence(classes: Self.mixed, serviceRate: 2, servers: start + 20)
    #expect(growing.servers == direct.servers)
    let expected = try #require(direct.waitProbability)
    #expect(agree(growing.waitProbability, expected, within: 1e-12))
    #expect(direct.queue?.waitProbability == expected)
  }

  /// Source of truth: no steady state, no value; without load nobody waits.
  @Test func `overloaded is nothing and idle is zero`() throws {
    #expect(SeveralServerQueue(servers: 12, classes: Self.mixed, serviceRate: 2) == nil)
    #expect(SeveralServerQueue(servers: 12.9, classes: Self.mixed, serviceRate: 2) == nil)
    #expect(SeveralServerQueue(servers: 0, classes: [], serviceRate: 2) == nil)
    let nobody = CustomerClass(arrivalRate: 0, servers: [0, 1])
    let idle = try SeveralServerQueueTests.queue(3, [nobody])
    #expect(idle.waitProbability == 0)
    #expect(idle.meanWaits == [0])
    #expect(idle.meanWaitsToLastServer == [0])
    #expect(idle.waitProbability(ofClass: 0, exceeding: 1) == 0)
    #expect(idle.waitQuantile(ofClass: 0, share: 0.99) == 0)
    #expect(idle.freeServers == [0, 0, 0, 1])
  }

  /// Source of truth: with all servers always busy the most urgent class has a server of its own
  /// with rate cμ (wait exponential with rate cμ − λ), and is the limit of systems nearly
  /// overloaded.
  @Test func `urgent customers of an overloaded system still have a wait`() throws {
    let classes = [CustomerClass(arrivalRate: 10), CustomerClass(arrivalRate: 30)]
    let queue = try #require(
      SeveralServerQueue.withBacklog(servers: 8, classes: classes, serviceRate: 2))
    #expect(queue.classes.count == 1)
    #expect(queue.waitProbability == 1)
    #expect(queue.meanBusyServers == 8)
    #expect(agree(queue.meanWaits[0], 1 / 6.0, within: 1e-14))
    for time in [0.01, 0.2, 3] {
      let tail = queue.waitProbability(ofClass: 0, exceeding: time)
      #expect(abs(tail - exp(-6 * time)) < 1e-10)
    }
    var nearly = SeveralServerQueueTests.mixed
    nearly[2] = CustomerClass(arrivalRate: (12.9999999 - 10.9) * 2)
    let close = try SeveralServerQueueTests.queue(13, nearly)
    nearly[2] = CustomerClass(arrivalRate: 500)
    let over = try #require(
      SeveralServerQueue.withBacklog(servers: 13, classes: nearly, serviceRate: 2))
    #expect(over.meanWaits.count == 2)
    for position in 0..<2 {
      #expect(agree(close.meanWaits[position], over.meanWaits[position], within: 1e-6))
      #expect(
        agree(
          close.meanWaitToLastServer(ofClass: position),
          over.meanWaitToLastServer(ofClass: position), within: 1e-6))
    }
    #expect(over.freeServers[0] == 1)
    #expect(SeveralServerQueue.withBacklog(servers: 3, classes: nearly, serviceRate: 2) == nil)
  }

  /// Source of truth: probabilities fall with time, never leave 0…1 and are never not a number,
  /// from almost no load to almost all, for times from far below to far beyond the mean.
  @Test(arguments: [1, 2, 17, 10_000], [1e-9, 0.3, 0.999, 1 - 1e-9])
  func `probabilities stay probabilities`(servers: Int, utilization: Double) throws {
    let scale = Double(servers) * utilization / 25.8
    let classes = Self.mixed.map {
      CustomerClass(arrivalRate: $0.arrivalRate * scale, servers: $0.servers)
    }
    let queue = try #require(
      SeveralServerQueue(servers: servers, classes: classes, serviceRate: 1))
    for position in 0..<3 {
      let mean = queue.meanWait(ofClass: position)
      #expect(mean.isFinite && mean >= 0)
      #expect(queue.meanWaitToLastServer(ofClass: position) >= mean * (1 - 1e-12))
      for untilLast in [false, true] {
        var before = 1.0
        for exponent in stride(from: -9.0, through: 5, by: 0.5) {
          let tail = queue.waitProbability(
            ofClass: position, exceeding: pow(10, exponent), untilLast: untilLast)
          #expect(tail >= 0 && tail <= before + 1e-10, "10^\(exponent): \(tail) after \(before)")
          before = tail
        }
      }
      let never = queue.waitProbability(ofClass: position, exceeding: .infinity)
      #expect(never == 0)
    }
  }

  /// Source of truth: the probability of waiting longer than the quantile is what is left.
  @Test(arguments: [0.3, 0.7, 0.9, 0.99, 0.999_99], [0, 1, 2])
  func `a quantile is where the tail is`(share: Double, position: Int) throws {
    let queue = try SeveralServerQueueTests.queue(14, Self.mixed)
    for untilLast in [false, true] {
      let time = queue.waitQuantile(ofClass: position, share: share, untilLast: untilLast)
      if time == 0 {
        #expect(
          queue.shareWaiting(ofClass: position, atMost: 0, untilLast: untilLast) >= share)
      } else {
        let left = queue.waitProbability(
          ofClass: position, exceeding: time, untilLast: untilLast)
        #expect(abs(left - (1 - share)) < 1e-11)
      }
    }
  }

  /// Source of truth: trying one number of servers after the other, each by itself.
  @Test(arguments: [0.02, 0.4, 1, 2.7, 20])
  func `the search finds the fewest servers`(scale: Double) throws {
    let classes = Self.mixed.map {
      CustomerClass(arrivalRate: $0.arrivalRate * scale, servers: $0.servers)
    }
    let sets: [[WaitTarget?]] = [
      [.share(atLeast: 0.9, within: 0.05), .share(atLeast: 0.9, within: 0.2), nil],
      [.waitProbability(atMost: 0.02), nil, nil],
      [nil, nil, .meanWait(atMost: 0.01)],
      [.share(atLeast: 0.95, within: 0), nil, .share(atLeast: 0.5, within: 3)],
      [nil, nil, nil],
    ]
    for targets in sets {
      let found = SeveralServerQueue.fewestServers(
        classes: classes, serviceRate: 2, meeting: targets)
      let slow = (1...1000).first { servers in
        guard
          let queue = SeveralServerQueue(servers: servers, classes: classes, serviceRate: 2)
        else { return false }
        return targets.enumerated().allSatisfy { position, target in
          switch target {
          case nil: true
          case .waitProbability(let limit): queue.waitProbability <= limit
          case .meanWait(let limit): queue.meanWaits[position] <= limit
          case .share(let share, let time):
            queue.shareWaiting(ofClass: position, atMost: time) >= share
          }
        }
      }
      #expect(found == slow, "\(targets)")
    }
    #expect(
      SeveralServerQueue.fewestServers(classes: [], serviceRate: 2, meeting: []) == 0)
  }
}
