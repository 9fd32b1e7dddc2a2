import Foundation
import PolicingDomain
import TestSupport
import Testing
import WorkloadAnalysis

@Suite("Forecast")
struct ForecastSuite {
  /// A Monday.
  static let first = CalendarDay(dayNumber: 18_994)

  /// Weekly levels with a summer, growth and noise whose standard deviation is `noise`; weeks
  /// resemble the week before by `memory`.
  static func weeks(
    _ count: Int, growth: Double, noise: Double, memory: Double = 0, draws: inout YearDraws
  ) -> [Double] {
    var state = draws.normal()
    return (0..<count).map { week in
      let time = Double(week) / 52
      state = memory * state + (1 - memory * memory).squareRoot() * draws.normal()
      let season = 1 + 0.15 * sin(2 * .pi * time - 1.5) + 0.04 * sin(4 * .pi * time)
      return 20_000 * season * pow(1 + growth, time) * max(0, 1 + noise * state)
    }
  }

  static func forecast(
    _ levels: [Double], stated: GrowthAssumption? = nil, planYear: Int? = nil, seed: UInt64 = 1
  ) throws -> Forecast {
    let season = try madeUpSeason(levels: levels, from: first)
    return try #require(
      WeeklyForecast(season: season, seed: seed, stated: stated, planYear: planYear)
    ).forecast()
  }

  static func holds(_ estimate: Estimate, _ value: Double) -> Bool {
    guard case .range(let low, let high, _) = estimate.interval else { return false }
    return low <= value && value <= high
  }

  static func stated(_ rate: Double, _ low: Double, _ high: Double) throws -> GrowthAssumption {
    try #require(
      GrowthAssumption(
        ratePerYear: rate, low: low, high: high, provenance: Provenance(source: "", date: "")))
  }

  /// Source of truth: closed form: without noise the same weeks of two years differ by the growth,
  /// and the year after has as much again.
  @Test func `two years without noise show their growth exactly`() throws {
    var draws = YearDraws(seed: 1)
    let levels = Self.weeks(104, growth: 0.06, noise: 0, draws: &draws)
    let forecast = try Self.forecast(levels)
    #expect(forecast.growthBasis == .estimated(pairs: 13))
    #expect(agrees(forecast.growth.value, 0.06, within: 2e-3), "\(forecast.growth.value)")
    let last = levels.suffix(52).reduce(0, +)
    #expect(
      agrees(forecast.calls.value, last * 1.06 * 365 / 364, within: 3e-3), "\(forecast.calls)")
    #expect(forecast.calls.value > forecast.unitHours.value)
  }

  /// Source of truth: constructed: 200 seeded pasts of two years and the future that follows each.
  ///
  /// A 90 % interval holds the truth in 85–95 % of the draws.
  @Test(arguments: [(0.02, 0.03), (-0.04, 0.06), (0.1, 0.15)])
  func `intervals hold the truth as often as they say`(growth: Double, noise: Double) throws {
    var draws = YearDraws(seed: 17)
    var held = (year: 0, week: 0.0, growth: 0)
    for draw in 0..<200 {
      let levels = Self.weeks(156, growth: growth, noise: noise, draws: &draws)
      let found = try Self.forecast(Array(levels.prefix(104)), seed: UInt64(draw))
      let future = levels.suffix(52)
      if Self.holds(found.calls, future.reduce(0, +) * 365 / 364) { held.year += 1 }
      if Self.holds(found.growth, growth) { held.growth += 1 }
      held.week += Double(future.count { Self.holds(found.callsInWeek, $0) }) / 52
    }
    #expect((170...190).contains(held.year), "year \(held.year) of 200")
    #expect((168...190).contains(held.growth), "growth \(held.growth) of 200")
    #expect((170...190).contains(held.week), "weeks \(held.week) of 200")
  }

  /// Source of truth: constructed, as above, from one year that does not grow.
  @Test func `one year without growth gives intervals that hold`() throws {
    var draws = YearDraws(seed: 23)
    var held = 0
    for draw in 0..<200 {
      let levels = Self.weeks(104, growth: 0, noise: 0.05, draws: &draws)
      let found = try Self.forecast(Array(levels.prefix(52)), seed: UInt64(draw))
      #expect(found.growthBasis == .assumedNone)
      if Self.holds(found.calls, levels.suffix(52).reduce(0, +) * 365 / 364) { held += 1 }
    }
    #expect((170...190).contains(held), "\(held) of 200")
  }

  @Test func `one year says that growth is assumed and not in the interval`() throws {
    var draws = YearDraws(seed: 3)
    let found = try Self.forecast(Self.weeks(52, growth: 0, noise: 0.05, draws: &draws))
    #expect(found.demandFactor == 1)
    #expect(found.growth.value == 0)
    #expect(found.observedGrowth == nil)
    #expect(found.notInIntervals.contains { $0.contains("assumption") })
    guard case .range(_, _, let parts) = found.calls.interval else {
      Issue.record("no interval")
      return
    }
    #expect(parts == ["week-to-week variation"])
  }

  /// Source of truth: closed form: the ends of the interval are those of no growth times the ends
  /// of the range, because a range that is stated bounds and is no probability.
  @Test func `stated growth moves the forecast and its range widens the interval`() throws {
    var draws = YearDraws(seed: 4)
    let levels = Self.weeks(52, growth: 0, noise: 0.05, draws: &draws)
    let still = try Self.forecast(levels)
    let found = try Self.forecast(levels, stated: Self.stated(0.02, -0.01, 0.03))
    let years = found.yearsAhead
    #expect(agrees(found.calls.value, still.calls.value * pow(1.02, years)))
    #expect(agrees(found.demandFactor, pow(1.02, years)))
    guard case .range(let low, let high, _) = still.calls.interval,
      case .range(let lower, let higher, let parts) = found.calls.interval
    else {
      Issue.record("no interval")
      return
    }
    #expect(agrees(lower, low * pow(0.99, years)))
    #expect(agrees(higher, high * pow(1.03, years)))
    #expect(parts.contains { $0.contains("stated range") })
  }

  @Test func `stated growth stands before growth that is observed, which is still told`() throws {
    var draws = YearDraws(seed: 6)
    let levels = Self.weeks(104, growth: 0.1, noise: 0.02, draws: &draws)
    let found = try Self.forecast(levels, stated: Self.stated(0, 0, 0), planYear: 2030)
    #expect(found.growth.value == 0)
    #expect(agrees(try #require(found.observedGrowth).value, 0.1, within: 0.03))
    #expect("\(found.first)" == "2030-01-01" && "\(found.last)" == "2030-12-31")
    #expect(found.yearsAhead > 5)
  }

  @Test func `the peak has an interval only from a year on, and is said to be the highest`() throws
  {
    var draws = YearDraws(seed: 5)
    let levels = Self.weeks(104, growth: 0, noise: 0.05, draws: &draws)
    let half = try Self.forecast(Array(levels.prefix(26)))
    #expect(half.callsInPeakWeek.interval == .none(reason: "the calls cover less than a year"))
    guard case .range = half.callsInWeek.interval,
      case .range = try Self.forecast(levels).callsInPeakWeek.interval
    else {
      Issue.record("no interval")
      return
    }
    #expect(half.notInIntervals.contains { $0.hasPrefix("which police period is the peak") })
  }

  @Test func `few weeks have a forecast without an interval`() throws {
    let found = try Self.forecast([Double](repeating: 100, count: 8))
    #expect(agrees(found.callsInWeek.value, 100))
    #expect(
      found.calls.interval == .none(reason: "8 weeks are too few; 12 are needed"))
    #expect(found.notInIntervals.contains { $0.contains("less than a year") })
  }

  @Test func `equal seeds give equal forecasts`() throws {
    var draws = YearDraws(seed: 9)
    let levels = Self.weeks(104, growth: 0.01, noise: 0.05, draws: &draws)
    #expect(try Self.forecast(levels, seed: 8) == Self.forecast(levels, seed: 8))
    #expect(try Self.forecast(levels, seed: 8).calls != Self.forecast(levels, seed: 9).calls)
  }

  @Test func `growth that contradicts its range is refused`() {
    let from = Provenance(source: "", date: "")
    #expect(GrowthAssumption(ratePerYear: 0.1, low: 0.2, high: 0.3, provenance: from) == nil)
    #expect(GrowthAssumption(ratePerYear: 0.1, low: -2, high: 0.3, provenance: from) == nil)
    #expect(GrowthAssumption(ratePerYear: 0.1, low: 0, high: .nan, provenance: from) == nil)
  }
}
