import Foundation
import QueueingModels
import TestSupport
import Testing

@Suite("Searches for the fewest servers")
struct StaffingSearchTests {
  private static let targets: [WaitTarget] = [
    .waitProbability(atMost: 0.2), .waitProbability(atMost: 1e-9), .waitProbability(atMost: 1),
    .meanWait(atMost: 0.05), .meanWait(atMost: 1e6), .meanWait(atMost: 1e-12),
    .share(atLeast: 0.8, within: 0.1), .share(atLeast: 0, within: 0),
    .share(atLeast: 0.999_999, within: 0), .share(atLeast: 0.9, within: 1e6),
  ]

  /// Source of truth: a search that tries every number of servers in turn, on both sides of the
  /// load where the method changes.
  @Test(arguments: StaffingSearchTests.targets)
  func `the search finds what trying every number finds`(target: WaitTarget) {
    for load in [0.001, 0.5, 1, 7.3, 10, 127.9, 128, 128.1, 300, 1000, 4321] {
      var servers = 1
      while ErlangC(servers: servers, arrivalRate: load, serviceRate: 1)?.meets(target) != true {
        servers += servers < Int(load) ? Int(load) : 1
      }
      let found = ErlangC.fewestServers(arrivalRate: load, serviceRate: 1, meeting: target)
      #expect(found == servers, "\(load)")
    }
  }

  /// Source of truth: the definition of the fewest, at ten thousand servers and a million.
  @Test(arguments: [9900.0, 10_000, 1e6])
  func `very large systems have exact answers`(load: Double) {
    for target in StaffingSearchTests.targets {
      let found = ErlangC.fewestServers(arrivalRate: load, serviceRate: 1, meeting: target)
      let meets = { (servers: Int) in
        ErlangC(servers: servers, arrivalRate: load, serviceRate: 1)?.meets(target) == true
      }
      #expect(meets(found) && !meets(found - 1), "\(target)")
    }
  }

  /// Source of truth: trying every number, for losses.
  @Test func `the fewest servers for a loss are exact`() {
    for load in [0.001, 1, 10, 127, 129, 1000, 5000.5] {
      for limit in [1e-12, 0.01, 0.2, 0.9] {
        let found = ErlangB.fewestServers(load: load, blockingAtMost: limit)
        #expect(ErlangB(servers: found, load: load).blocking <= limit)
        #expect(ErlangB(servers: found - 1, load: load).blocking > limit)
      }
      #expect(ErlangB.fewestServers(load: load, blockingAtMost: 1) == 0)
    }
  }

  /// Source of truth: the recursion itself, climbing from the first server, against the sum that a
  /// large load is evaluated by; whole and other numbers of servers.
  @Test(arguments: [
    (130.0, 140.0), (1000, 1020), (5000, 4000), (200, 1000), (129, 0), (900, 900.5),
  ])
  func `the sum downwards is the recursion upwards`(load: Double, servers: Double) {
    let fraction = servers - servers.rounded(.down)
    var climbing = ErlangSequence(load: load, servers: fraction)
    for _ in 0..<Int(servers) { climbing.addServer() }
    let sequence = ErlangSequence(load: load, servers: servers)
    #expect(agree(sequence.blocking, climbing.blocking, within: 3e-14))
    #expect(sequence.servers == servers)
  }

  /// Source of truth: by definition the wait falls with servers and grows with the load, from a
  /// utilization of 1e-9 to 1 − 1e-9.
  @Test(arguments: [1, 2, 30, 10_000])
  func `the wait falls with servers and grows with load`(servers: Int) throws {
    var last = 0.0
    for utilization in [1e-9, 1e-3, 0.1, 0.5, 0.9, 0.99, 1 - 1e-6, 1 - 1e-9] {
      let load = utilization * Double(servers)
      let queue = try #require(ErlangC(servers: servers, arrivalRate: load, serviceRate: 1))
      #expect(queue.waitProbability >= last && queue.waitProbability < 1)
      #expect(queue.meanWait.isFinite && queue.meanQueueLength.isFinite)
      let more = try #require(ErlangC(servers: servers + 1, arrivalRate: load, serviceRate: 1))
      #expect(more.waitProbability < queue.waitProbability || queue.waitProbability == 0)
      #expect(more.meanWait < queue.meanWait || queue.waitProbability == 0)
      last = queue.waitProbability
    }
    #expect(last > 0.99)
  }

  /// Source of truth: α = 1 / (1 + β Φ / φ) of Halfin and Whitt: at β = 1 with Φ(1) =
  /// 0.841344746068543 and φ(1) = 0.241970724519143 of the tables; and its inverse.
  @Test func `the square root reserve and its inverse`() {
    let atOne = 1 / (1 + 0.841344746068543 / 0.241970724519143)
    #expect(agree(SquareRootStaffing.waitProbability(reserve: 1), atOne, within: 1e-14))
    #expect(SquareRootStaffing.waitProbability(reserve: 0) == 1)
    #expect(SquareRootStaffing.waitProbability(reserve: 1e9) == 0)
    #expect(SquareRootStaffing.reserve(waitProbability: 1) == 0)
    for probability in [1e-300, 1e-20, 1e-3, 0.1, 0.3, 0.5, 0.9, 0.999, 1 - 1e-12] {
      let reserve = SquareRootStaffing.reserve(waitProbability: probability)
      let back = SquareRootStaffing.waitProbability(reserve: reserve)
      #expect(agree(back, probability, within: 1e-12))
    }
  }

  /// Source of truth: the exact search: square-root staffing is within a server from a load of ten
  /// to a million (Borst, Mandelbaum and Reiman 2004 report as much).
  @Test func `the square root rule is close to the exact answer`() {
    for load in [10.0, 50, 200, 1000, 1e4, 1e6] {
      for probability in [0.05, 0.2, 0.5] {
        let rule = SquareRootStaffing.servers(load: load, waitProbability: probability)
        let exact = ErlangC.fewestServers(
          arrivalRate: load, serviceRate: 1, meeting: .waitProbability(atMost: probability))
        #expect(abs(rule - exact) <= 1, "\(load) \(probability)")
      }
    }
  }
}
