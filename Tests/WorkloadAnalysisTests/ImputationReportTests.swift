import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Imputation")
struct ImputationReportTests {
  static let district = District.ID("001")

  static func call(_ id: Int, delay: Int?, travel: Int?, busy: Int?) -> CallForService {
    let received = LocalTime(seconds: MadeUpCalls.firstDay.dayNumber * 86_400 + 36_000)
    let sent = received.advanced(bySeconds: (delay ?? 0) * 60)
    return CallForService(
      id: "\(id)", received: received, dispatched: delay == nil ? nil : sent,
      enroute: delay == nil ? sent : nil,
      arrived: travel.map { sent.advanced(bySeconds: $0 * 60) },
      cleared: busy.map { sent.advanced(bySeconds: $0 * 60) }, priority: CallPriority(1),
      category: CallCategory("fight"), district: district, unitCount: 1)
  }

  static func workload(_ calls: [CallForService]) throws -> Workload {
    let period = try #require(
      StudyPeriod(from: MadeUpCalls.firstDay, through: MadeUpCalls.firstDay.advanced(by: 6)))
    return Workload(of: calls, during: period, districts: [district])
  }

  /// Source of truth: by hand.
  ///
  /// Thirty calls of 60 minutes and ten without a clearance: known 30 unit-hours, imputed 10. The
  /// band is 30 + 5 to 30 + 20, the worst cases 30 + 0 to 30 + 240.
  @Test func `the band and the worst cases are what they say`() throws {
    var calls = (0..<30).map { Self.call($0, delay: 0, travel: nil, busy: 60) }
    calls += (30..<40).map { Self.call($0, delay: 0, travel: nil, busy: nil) }
    let workload = try Self.workload(calls)
    let report = workload.imputation
    #expect(agrees(workload.totalUnitHours.value, 40))
    #expect(agrees(report.workBand.low.value, 35) && agrees(report.workBand.high.value, 50))
    #expect(report.workWorstCase.low.value == 30 && agrees(report.workWorstCase.high.value, 270))
    let time = try #require(report.quantities.first)
    #expect(time.recorded == Share(30, of: 40))
    #expect(agrees(time.mean.value, 1))
    #expect(agrees(time.band.low.value, 35.0 / 40) && agrees(time.band.high.value, 50.0 / 40))
    #expect(agrees(time.worstCase.high.value, 270.0 / 40))
    #expect(time.filled == [0, 10, 0, 0, 0])
    #expect(workload.categories[0].reliability.flag.isEmpty)
  }

  /// Source of truth: by hand: what the band means: if the calls without a clearance really took
  /// twice as long as those with one, the truth is the upper end; if half as long, the lower one.
  @Test(arguments: [(120, true), (30, false)])
  func `the band ends where missing times are off by the factor`(
    minutes: Int, isUpper: Bool
  ) throws {
    let known = (0..<30).map { Self.call($0, delay: 0, travel: nil, busy: 60) }
    let truth = try Self.workload(
      known + (30..<40).map { Self.call($0, delay: 0, travel: nil, busy: minutes) })
    let seen = try Self.workload(
      known + (30..<40).map { Self.call($0, delay: 0, travel: nil, busy: nil) })
    let band = seen.imputation.workBand
    #expect(agrees(truth.totalUnitHours.value, isUpper ? band.high.value : band.low.value))
  }

  /// Source of truth: by hand: each quantity needs its own stamps; arrivals are missing on half of
  /// the calls and nothing else is.
  @Test func `each quantity has its own share of missing times`() throws {
    let calls = (0..<60).map {
      Self.call($0, delay: 10, travel: $0 % 2 == 0 ? 5 : nil, busy: 35)
    }
    let report = try Self.workload(calls).imputation
    let recorded = report.quantities.map(\.recorded.value)
    #expect(report.quantities.map(\.quantity) == ImputationReport.Quantity.allCases)
    #expect(recorded == [1, 1, 0.5, 0.5, 0.5])
    let response = try #require(report.byPriority.first { $0.quantity == .response })
    #expect(response.priority == CallPriority(1))
    #expect(agrees(response.mean.minutes, 15) && agrees(response.band.low.minutes, 11.25))
    #expect(agrees(try #require(response.median).minutes, 15, within: 0.02))
  }

  /// Source of truth: by hand: of delays of 1 to 100 minutes half are at most 50 and nine tenths at
  /// most 90, to a bin of 15 seconds.
  @Test func `median and ninetieth percentile are those of the observed times`() throws {
    let calls = (1...100).map { Self.call($0, delay: $0, travel: 1, busy: 5) }
    let report = try Self.workload(calls).imputation
    let delay = try #require(report.byPriority.first { $0.quantity == .dispatchDelay })
    #expect(abs(try #require(delay.median).minutes - 50) <= 0.25)
    #expect(abs(try #require(delay.ninetieth).minutes - 90) <= 0.25)
  }

  /// Source of truth: by hand.
  ///
  /// Calls with two units stay 60 minutes, others 20. Where units are lost
  /// at random, 2 × 60 + 20 for every pair of calls is 140 unit-minutes; a mean over calls would give
  /// 3 × 40 = 120.
  @Test func `the mean is that of a unit, not of a call`() throws {
    let received = LocalTime(seconds: MadeUpCalls.firstDay.dayNumber * 86_400)
    func call(_ id: Int, units: Int, isKnown: Bool) -> CallForService {
      CallForService(
        id: "\(id)", received: received, dispatched: received,
        cleared: isKnown ? received.advanced(bySeconds: units == 2 ? 3600 : 1200) : nil,
        category: CallCategory("fight"), district: Self.district, unitCount: units)
    }
    let calls = (0..<80).map { call($0, units: $0 % 2 + 1, isKnown: $0 < 40) }
    let workload = try Self.workload(calls)
    #expect(agrees(workload.totalUnitHours.value * 60, 40 * 140))
  }

  /// Source of truth: constructed: of a third of the calls both dispatch and arrival are lost, so
  /// that they look as if nobody was sent; they took no longer than from receipt to clearance.
  @Test func `worst cases bound the truth when calls lose every sign of a unit`() throws {
    let made = MadeUpCalls(callsPerWeek: 200, lost: [0, 0, 0], seed: 5)
    var (calls, trueHours) = made.batch()
    for index in calls.rows.indices where index % 3 == 0 {
      calls.rows[index].dispatched = .none
      calls.rows[index].unitCount = 0
    }
    var halves = [CallBatch(), CallBatch()]
    for index in calls.rows.indices { halves[index % 2].append(calls.call(at: index)) }
    var tallies = try halves.map { half in
      var tally = WorkloadTally(
        period: try #require(made.period), districts: MadeUpCalls.districts,
        assumptions: made.assumptions)
      tally.add(half)
      return tally
    }
    tallies[0].merge(tallies[1])
    let workload = tallies[0].finish(intervals: nil)
    #expect(workload.callsWithoutUnit == (calls.rows.count + 2) / 3)
    let worst = workload.imputation.workWorstCase
    #expect(workload.totalUnitHours.value < trueHours)
    #expect(worst.low.value <= trueHours && trueHours <= worst.high.value)
    #expect(worst.high.value < trueHours * 1.2)
  }

  @Test func `fewer than thirty calls give no interval and say so`() throws {
    let period = try #require(
      StudyPeriod(from: MadeUpCalls.firstDay, through: MadeUpCalls.firstDay.advanced(by: 69)))
    var tally = WorkloadTally(period: period, districts: [Self.district])
    for number in 0..<29 { tally.add(Self.call(number, delay: 1, travel: 2, busy: 3)) }
    let few = try #require(tally.finish().estimates)
    #expect(few.unitHours.interval == .none(reason: "29 calls are too few for an interval"))
    #expect(few.districts[0].calls.interval == few.unitHours.interval)
    tally.add(Self.call(29, delay: 1, travel: 2, busy: 3))
    guard case .range = try #require(tally.finish().estimates).unitHours.interval else {
      Issue.record("No interval from thirty calls")
      return
    }
  }

  @Test func `too few weeks give no interval and say so`() throws {
    let period = try #require(
      StudyPeriod(from: MadeUpCalls.firstDay, through: MadeUpCalls.firstDay.advanced(by: 48)))
    var tally = WorkloadTally(period: period, districts: [Self.district])
    tally.add(Self.call(1, delay: 1, travel: 2, busy: 3))
    let estimates = try #require(tally.finish().estimates)
    guard case .none(let reason) = estimates.unitHours.interval else {
      Issue.record("An interval from seven weeks")
      return
    }
    #expect(reason == "7 weeks are too few for an interval: 8 are the fewest")
  }
}
