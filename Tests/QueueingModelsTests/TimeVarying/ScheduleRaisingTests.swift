import QueueingModels
import TestSupport
import Testing

@Suite("Schedules raised where they miss")
struct ScheduleRaisingTests {
  private let target = WaitTarget.waitProbability(atMost: 0.1)

  /// Source of truth: the transient check itself: the SIPP schedule of the sinusoid misses two
  /// hours, the raised one none, and nothing was raised that did not have to be: with one server
  /// less in any hour that was raised, an hour misses.
  @Test func `hours that miss are raised`() throws {
    let start = LoadRule.periodMean.servers(for: greenWave, serviceRate: 2, meeting: target)
    let queue = VaryingQueue(arrivals: greenWave, serviceRate: 2, servers: start)
    let raised = queue.raised(toMeet: target)
    let run = try #require(raised.run)
    #expect(raised.missing.isEmpty && raised.rounds > 1)
    #expect(run.periods.allSatisfy { $0.waitProbability <= 0.1 })
    let added = zip(raised.queue.servers, start).map { $0 - $1 }
    #expect(added.allSatisfy { $0 >= 0 })
    #expect(added.reduce(0, +) > 0 && added.reduce(0, +) <= 4)
    for hour in added.indices where added[hour] > 0 {
      var fewer = raised.queue.servers
      fewer[hour] -= 1
      let worse = VaryingQueue(arrivals: greenWave, serviceRate: 2, servers: fewer)
      let check = try #require(worse.cyclicSteadyState().settledRun)
      #expect(check.periods.contains { $0.waitProbability > 0.1 })
    }
  }

  /// Source of truth: the rule of blocks: periods of one block have one number; and at every
  /// instant is harder than on average.
  @Test func `shifts share one number`() throws {
    let start = LoadRule.offeredLoadMean.servers(
      for: greenWave, serviceRate: 2, meeting: target)
    let queue = VaryingQueue(
      arrivals: greenWave, serviceRate: 2, servers: start, shiftChange: .finishIdleFirst)
    let blocks = [Array(0..<8), Array(8..<16), Array(16..<24)]
    let raised = queue.raised(toMeet: target, blocks: blocks)
    #expect(raised.missing.isEmpty)
    for block in blocks { #expect(Set(block.map { raised.queue.servers[$0] }).count == 1) }
    let strict = queue.raised(toMeet: target, atEveryInstant: true)
    let run = try #require(strict.run)
    #expect(run.periods.allSatisfy { $0.worstWaitProbability <= 0.1 })
    #expect(strict.queue.servers.reduce(0, +) > start.reduce(0, +))
  }

  /// Source of truth: the targets themselves, from a schedule without any server.
  @Test(arguments: [
    WaitTarget.waitProbability(atMost: 0.2), .meanWait(atMost: 0.05),
    .share(atLeast: 0.9, within: 0.1),
  ])
  func `every kind of target is met from nothing`(target: WaitTarget) throws {
    let curve = ArrivalCurve(rates: [0, 3, 9, 5], periodLength: 2)
    let none = VaryingQueue(arrivals: curve, serviceRate: 1.5, servers: [0, 0, 0, 0])
    let raised = none.raised(toMeet: target)
    let run = try #require(raised.run)
    for period in 1..<4 { #expect(run.meets(target, inPeriod: period)) }
    #expect(raised.queue.utilization < 1)
    let stopped = none.raised(toMeet: target, roundLimit: 3)
    #expect(stopped.rounds == 3 && !stopped.missing.isEmpty && stopped.run == nil)
  }
}
