import QueueingModels
import TestSupport
import Testing

@Suite("Arrivals in groups")
struct GroupArrivalTests {
  private static let groups = [0.5, 0.3, 0.15, 0.05]
  private static let meanGroup = 1.75

  private static func run(
    _ arrivals: ArrivalCurve, servers: [Int], groups: [Double] = groups
  ) throws -> VaryingQueueRun {
    let queue = VaryingQueue(arrivals: arrivals, serviceRate: 2, servers: servers, groups: groups)
    return try #require(queue.cyclicSteadyState(sharesWithin: [0.1]).settledRun)
  }

  /// Source of truth: ``SeveralServerQueue``, derived without a chain in time: at constant rates the
  /// cycle is its steady state.
  @Test(arguments: [(6, 4.0), (9, 8.0), (14, 14.0)])
  func `constant rates give the steady state of the first server`(
    servers: Int, rate: Double
  ) throws {
    let run = try Self.run(
      ArrivalCurve(rates: [rate, rate, rate]), servers: [servers, servers, servers])
    let steady = try #require(
      SeveralServerQueue(
        servers: servers, classes: [CustomerClass(arrivalRate: rate, servers: Self.groups)],
        serviceRate: 2))
    for period in run.periods {
      #expect(abs(period.waitProbability - steady.waitProbability) < 1e-8)
      #expect(abs(period.meanBusy - rate * Self.meanGroup / 2) < 1e-7)
      let mean = try #require(period.meanWait)
      #expect(abs(mean - steady.meanWaits[0]) < 1e-7)
      let share = steady.shareWaiting(ofClass: 0, atMost: 0.1)
      #expect(abs(period.shareWaiting[0] - share) < 1e-7)
    }
  }

  /// Source of truth: a group of one is a customer, whichever way it is written.
  @Test func `groups of one change nothing`() throws {
    let arrivals = ArrivalCurve.sinusoid(
      mean: 10, relativeAmplitude: 0.5, peak: 12, periods: 24, stepsPerPeriod: 2)
    let servers = LoadRule.offeredLoadMean.servers(
      for: arrivals, serviceRate: 2, meeting: .waitProbability(atMost: 0.1))
    let plain = try Self.run(arrivals, servers: servers, groups: [1])
    let padded = try Self.run(arrivals, servers: servers, groups: [1, 0, 0])
    #expect(plain.periods == padded.periods)
  }

  /// Source of truth: conservation: over a cycle that repeats, what arrives is served, so that the
  /// mean of the busy servers is that of the load.
  @Test func `what arrives in a day is served in a day`() throws {
    let arrivals = ArrivalCurve.sinusoid(
      mean: 6, relativeAmplitude: 0.6, peak: 15, periods: 24, stepsPerPeriod: 4)
    let servers = (0..<24).map { $0 < 7 ? 5 : $0 < 12 ? 8 : 11 }
    let run = try Self.run(arrivals, servers: servers)
    let busy = run.periods.reduce(0) { $0 + $1.meanBusy } / 24
    #expect(abs(busy - arrivals.meanRate * Self.meanGroup / 2) < 1e-6)
    let single = VaryingQueue(
      arrivals: ArrivalCurve(rates: arrivals.rates.map { $0 * Self.meanGroup }, stepsPerPeriod: 4),
      serviceRate: 2, servers: servers)
    let alone = try #require(single.cyclicSteadyState().settledRun)
    for (group, one) in zip(run.periods, alone.periods) {
      #expect(group.meanQueueLength > one.meanQueueLength)
    }
  }
}
