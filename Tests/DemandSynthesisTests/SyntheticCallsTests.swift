import DemandSynthesis
import PolicingDomain
import TestSupport
import Testing

@Suite("Synthetic calls")
struct SyntheticCallsTests {
  private func synthesis(perYear: Double, overdispersion: Double = 0) -> CallSynthesis {
    CallSynthesis(
      callsPerYear: perYear,
      hourShares: (0..<168).map { $0 % 24 < 12 ? 1 : 3 },
      districtShares: [
        .init(district: .init("001"), share: 0.75), .init(district: .init("002"), share: 0.25),
      ],
      categories: [
        .init(
          category: CallCategory("fight"), share: 1, meanMinutes: 30, deviationMinutes: 20,
          priorityShares: [0.5, 0.5, 0, 0, 0]),
        .init(
          category: CallCategory("report"), share: 1, meanMinutes: 20, deviationMinutes: 10,
          priorityShares: [0, 0, 0, 0, 1]),
      ],
      monthFactors: [Double](repeating: 1, count: 12), dayOverdispersion: overdispersion,
      travelMinutes: [5, 5, 5, 5, 0], dispatchDelayMinutes: [2, 4, 6, 6, 0],
      missingDispatched: [0, 0, 0, 0, 1], missingArrived: [0.5, 0.5, 0.5, 0.5, 1],
      missingCleared: [0, 0, 0, 0, 1])
  }

  private func calls(
    perYear: Double = 73_000, overdispersion: Double = 0, seed: UInt64 = 7
  ) throws -> [CallForService] {
    let first = try #require(CalendarDay(year: 2023, month: 1, day: 1))
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 363)))
    let sector = Sector(id: .init("001-1"), district: .init("001"))
    let geography = Geography(
      areas: [], districts: [], sectors: [sector],
      beats: [
        Beat(id: .init("0111"), sector: sector.id, district: .init("001")),
        Beat(id: .init("0112"), sector: sector.id, district: .init("001")),
      ])
    var calls: [CallForService] = []
    SyntheticCalls(
      synthesis(perYear: perYear, overdispersion: overdispersion), during: period, in: geography,
      seed: seed
    ).each { calls.append($0) }
    return calls
  }

  /// Source of truth: the margins that were asked for, within five standard deviations.
  @Test func `the margins are those that were asked for`() throws {
    let calls = try calls()
    let count = Double(calls.count)
    let expected = 73_000.0 * 364 / 365
    #expect(abs(count - expected) < 5 * expected.squareRoot())
    let first = Double(calls.count { $0.district == .init("001") })
    #expect(abs(first / count - 0.75) < 5 * (0.75 * 0.25 / count).squareRoot())
    let afternoon = Double(calls.count { $0.received.hourOfWeek.hourOfDay >= 12 })
    #expect(abs(afternoon / count - 0.75) < 5 * (0.75 * 0.25 / count).squareRoot())
    let urgent = Double(calls.count { $0.priority == CallPriority(1) })
    #expect(abs(urgent / count - 0.25) < 5 * (0.25 * 0.75 / count).squareRoot())
  }

  /// Source of truth: by construction: the mean time of a unit is travel plus scene, 35 minutes.
  @Test func `unit times have the stated mean`() throws {
    let times = try calls().compactMap(\.primaryUnitTime?.minutes)
    let mean = times.reduce(0, +) / Double(times.count)
    let standardError: Double = 20.6 / Double(times.count).squareRoot()
    // Whole seconds are cut off, up to a second for the travel and a second for the scene.
    #expect(abs(mean - 35) < 5 * standardError + 2.0 / 60)
  }

  @Test func `calls come in the order of receipt, with stamps in order`() throws {
    let calls = try calls()
    #expect(zip(calls, calls.dropFirst()).allSatisfy { $0.received <= $1.received })
    #expect(Set(calls.map(\.id)).count == calls.count)
    for call in calls {
      if let dispatched = call.dispatched { #expect(call.received <= dispatched) }
      if let dispatched = call.dispatched, let arrived = call.arrived {
        #expect(dispatched <= arrived)
      }
    }
  }

  @Test func `no unit goes to calls of alternate response`() throws {
    let reports = try calls().filter { $0.priority == CallPriority(5) }
    #expect(!reports.isEmpty)
    #expect(reports.allSatisfy { $0.dispatched == nil && $0.cleared == nil })
  }

  @Test func `the same seed gives the same calls, another seed others`() throws {
    #expect(try calls(perYear: 3000) == calls(perYear: 3000))
    #expect(try calls(perYear: 3000) != calls(perYear: 3000, seed: 8))
  }

  /// Source of truth: theory: with a day factor of squared variation v, the variance of daily
  /// counts is mean + v · mean².
  ///
  /// For 200 a day and v = 0.04 that is 9 times the mean.
  @Test func `overdispersion spreads the days`() throws {
    func dispersion(_ calls: [CallForService]) -> Double {
      let days = Dictionary(grouping: calls) { $0.received.day.dayNumber }.mapValues(\.count)
      let mean = Double(calls.count) / Double(days.count)
      let squares = days.values.sorted().reduce(0) {
        $0 + ($1.asDouble - mean) * ($1.asDouble - mean)
      }
      return squares / Double(days.count - 1) / mean
    }
    #expect(abs(try dispersion(calls()) - 1) < 0.4)
    #expect(abs(try dispersion(calls(overdispersion: 0.04)) - 9) < 3)
  }
}

extension Int {
  fileprivate var asDouble: Double { Double(self) }
}
