package import PolicingDomain

#if canImport(Glibc)
import Glibc
#else
import Foundation
#endif

/// Carries the weeks of a season into the year for which a study plans.
package struct WeeklyForecast {
  private let season: Season
  private let seed: UInt64
  private let stated: GrowthAssumption?
  private let levels: [Season.Level]
  private let plan: ForecastSeries.Plan
  private let base: StudyPeriod
  /// All unit-hours over those of known times.
  private let workToKnown: Double
  private let days: (first: CalendarDay, last: CalendarDay)

  /// Prepares a forecast; nothing when no week has a level or there is no call.
  package init?(
    season: Season, seed: UInt64, stated: GrowthAssumption? = nil, planYear: Int? = nil,
    workToKnown: Double = 1
  ) {
    let known = season.weeks.filter { $0.level != nil }
    let levels = known.compactMap(\.level)
    guard let last = known.last, season.meanWeek.calls > 0 else { return nil }
    let pairs = WeekPairs(mondays: known.map(\.monday))
    // From a year and a month on, the last year is the base; before that, all there is.
    let isLong = season.period.dayCount >= 364 + PolicePeriod.length
    let firstBase = isLong ? last.monday.advanced(by: -51 * 7) : known[0].monday
    let base =
      isLong
      ? StudyPeriod(from: firstBase, through: last.monday.advanced(by: 6)) ?? season.period
      : season.period
    let days = Self.days(of: planYear, after: season.period)
    self.season = season
    self.seed = seed
    self.stated = stated
    self.levels = levels
    self.base = base
    self.days = days
    self.workToKnown = workToKnown
    let ahead = Self.middle(days.first, days.last) - Self.middle(base.first, base.last)
    plan = ForecastSeries.Plan(
      weeks: known.map { ($0.monday.dayNumber - known[0].monday.dayNumber) / 7 },
      basePositions: known.indices.filter { known[$0].monday >= firstBase }, pairs: pairs,
      yearsAhead: ahead / 365.25, growth: stated.map { 1 + $0.ratePerYear })
  }

  private static func middle(_ first: CalendarDay, _ last: CalendarDay) -> Double {
    Double(first.dayNumber + last.dayNumber) / 2
  }

  /// The days of a calendar year, or of the 365 days after the period.
  private static func days(
    of year: Int?, after period: StudyPeriod
  ) -> (first: CalendarDay, last: CalendarDay) {
    if let year, let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    {
      return (first, last)
    }
    return (period.last.advanced(by: 1), period.last.advanced(by: 365))
  }

  /// Returns the forecast.
  package func forecast() -> Forecast {
    let calls = ForecastSeries(levels: levels.map(\.calls), plan: plan, seed: seed)
    let work = ForecastSeries(
      levels: levels.map(\.unitHours.value), plan: plan, seed: seed &+ 1)
    let callsAWeek = baseLevel(\.calls) * calls.factor
    let hoursAWeek = baseLevel(\.unitHours.value) * work.factor * workToKnown
    let weeks = Double(days.last.dayNumber - days.first.dayNumber + 1) / 7
    let peak = season.peak.map { $0.level.calls / season.meanWeek.calls } ?? 1
    return Forecast(
      first: days.first, last: days.last, base: base, yearsAhead: plan.yearsAhead,
      growthBasis: growthBasis, growth: growth(calls), observedGrowth: observed(calls),
      demandFactor: callsAWeek / season.meanWeek.calls,
      calls: estimate(callsAWeek * weeks, "calls in the year", calls.yearErrors),
      callsInWeek: estimate(
        callsAWeek, "calls a week", calls.weekErrors, alsoHolds: ["the time of the year"]),
      callsInPeakWeek: peakWeek(callsAWeek * peak, calls.evenWeekErrors),
      unitHours: estimate(
        hoursAWeek * weeks, "unit-hours in the year", work.yearErrors,
        imputed: Share(1 - 1 / max(1, workToKnown)) ?? .none),
      notInIntervals: ForecastWords.notInIntervals(
        basis: growthBasis, hasYear: ForecastSeries.hasYear(plan.weeks),
        unknownTimes: season.counts.unknownTimes, workToKnown: workToKnown))
  }

  /// Calls in a week of the peak; without a year of calls nobody knows where that lies.
  private func peakWeek(_ value: Double, _ errors: [Double]) -> Estimate {
    guard ForecastSeries.hasYear(plan.weeks) else {
      return Estimate(
        value: value, unit: "calls a week", observations: levels.count, imputed: .none,
        interval: .none(reason: "the calls cover less than a year"))
    }
    return estimate(value, "calls a week", errors)
  }

  /// The level from which the forecast starts.
  private func baseLevel(_ figure: (Season.Level) -> Double) -> Double {
    if base == season.period { return figure(season.meanWeek) }
    let sum = plan.basePositions.reduce(0) { $0 + figure(levels[$1]) }
    return sum / Double(plan.basePositions.count)
  }

  private var growthBasis: Forecast.GrowthBasis {
    if let stated { return .stated(stated) }
    return plan.pairs.areEnough ? .estimated(pairs: plan.pairs.pairs.count) : .assumedNone
  }

  private func growth(_ calls: ForecastSeries) -> Estimate {
    switch growthBasis {
    case .estimated: return observed(calls) ?? ForecastWords.noGrowth
    case .assumedNone: return ForecastWords.noGrowth
    case .stated(let growth):
      return Estimate(
        value: growth.ratePerYear, unit: ForecastWords.growthUnit, observations: 0,
        imputed: .none,
        interval: .range(
          low: growth.low, high: growth.high, components: ["the range that the study states"]))
    }
  }

  private func observed(_ calls: ForecastSeries) -> Estimate? {
    guard let growth = calls.observedGrowth else { return nil }
    let limits = ForecastSeries.limits(of: calls.growthErrors)
    return Estimate(
      value: growth - 1, unit: ForecastWords.growthUnit, observations: plan.pairs.pairs.count,
      imputed: .none,
      interval: limits.map {
        .range(
          low: growth * $0.low - 1, high: growth * $0.high - 1,
          components: ["week-to-week variation in both years"])
      } ?? .none(reason: "too few weeks"))
  }

  /// An estimate with the interval that `errors` give it; stated growth widens it as a bound does,
  /// because a range is no probability.
  private func estimate(
    _ value: Double, _ unit: String, _ errors: [Double], alsoHolds: [String] = [],
    imputed: Share = .none
  ) -> Estimate {
    guard let limits = ForecastSeries.limits(of: errors) else {
      let reason = "\(levels.count) weeks are too few; \(ForecastSeries.fewestWeeks) are needed"
      return Estimate(
        value: value, unit: unit, observations: levels.count, imputed: imputed,
        interval: .none(reason: reason))
    }
    var low = value * limits.low
    var high = value * limits.high
    if let stated {
      let centre = 1 + stated.ratePerYear
      let ends = [stated.low, stated.high].map { pow((1 + $0) / centre, plan.yearsAhead) }
      low *= min(ends[0], ends[1])
      high *= max(ends[0], ends[1])
    }
    return Estimate(
      value: value, unit: unit, observations: levels.count, imputed: imputed,
      interval: .range(
        low: low, high: high,
        components: ForecastWords.components(growthBasis) + alsoHolds))
  }
}

/// What is said about a forecast.
enum ForecastWords {
  static let growthUnit = "share a year"

  static let noGrowth = Estimate(
    value: 0, unit: growthUnit, observations: 0, imputed: .none,
    interval: .none(reason: "assumed; less than two years cannot tell growth from season"))

  static func components(_ basis: Forecast.GrowthBasis) -> [String] {
    switch basis {
    case .estimated(let pairs):
      ["week-to-week variation", "growth as \(pairs) pairs of police periods show it"]
    case .stated: ["week-to-week variation", "the stated range of growth, as bounds"]
    case .assumedNone: ["week-to-week variation"]
    }
  }

  static func notInIntervals(
    basis: Forecast.GrowthBasis, hasYear: Bool, unknownTimes: Int, workToKnown: Double
  ) -> [String] {
    var words: [String] = []
    switch basis {
    case .estimated:
      words.append("growth that differs from that of the years observed")
    case .stated:
      words.append("growth beyond the stated range")
    case .assumedNone:
      words.append("growth: taken as zero, which is an assumption; state `growth` in study.yaml")
    }
    if !hasYear { words.append("the season: the calls cover less than a year") }
    words.append(
      "which police period is the peak: it is the highest of those observed, so its level is "
        + "likely too high")
    words.append("years unlike those observed, and calls that the export lacks")
    if abs(workToKnown - 1) > 1e-6 {
      let factor = (workToKnown * 1000).rounded() / 1000
      words.append(
        "that unit-hours of units without times and of back-up units are scaled in by the factor "
          + "\(factor)")
    } else if unknownTimes > 0 {
      words.append("\(unknownTimes) units whose time on a call is not known: no hours of theirs")
    }
    return words
  }
}
