/// The calls and the work of the year for which a study plans, each with an interval
/// (FORMULATION 2.5 and 2.7).
public struct Forecast: Hashable, Sendable {
  /// Where the growth comes from.
  public enum GrowthBasis: Hashable, Sendable {
    /// From the same police periods of successive years, so many pairs of them.
    case estimated(pairs: Int)
    /// The study states it.
    case stated(GrowthAssumption)
    /// None is stated and less than two years of data cannot tell it: taken as zero, which is an
    /// assumption.
    case assumedNone
  }

  /// The probability that an interval is meant to have.
  public static let coverage = 0.9

  /// The first day of the year that is forecast.
  public let first: CalendarDay
  /// Its last day.
  public let last: CalendarDay
  /// The days from whose level the forecast starts.
  public let base: StudyPeriod
  /// Years from the middle of the base to the middle of the year that is forecast.
  public let yearsAhead: Double
  /// Where the growth comes from.
  public let growthBasis: GrowthBasis
  /// The growth a year that is used, as a share.
  public let growth: Estimate
  /// The growth a year that the data show, whether it is used or not; nothing where they cannot
  /// tell.
  public let observedGrowth: Estimate?
  /// What a mean hour of the whole period is multiplied by to give one of the forecast year: for
  /// `Demand(from:growth:)`.
  public let demandFactor: Double
  /// Calls of the community in the year.
  public let calls: Estimate
  /// Calls in any one week of the year.
  public let callsInWeek: Estimate
  /// Calls in one week of the police period with most calls.
  public let callsInPeakWeek: Estimate
  /// Unit-hours in the year; those of units without times and of back-up units are scaled in, and
  /// count as imputed.
  public let unitHours: Estimate
  /// What no interval holds, in words.
  public let notInIntervals: [String]

  /// Creates a forecast.
  public init(
    first: CalendarDay, last: CalendarDay, base: StudyPeriod, yearsAhead: Double,
    growthBasis: GrowthBasis, growth: Estimate, observedGrowth: Estimate?, demandFactor: Double,
    calls: Estimate, callsInWeek: Estimate, callsInPeakWeek: Estimate, unitHours: Estimate,
    notInIntervals: [String]
  ) {
    self.first = first
    self.last = last
    self.base = base
    self.yearsAhead = yearsAhead
    self.growthBasis = growthBasis
    self.growth = growth
    self.observedGrowth = observedGrowth
    self.demandFactor = demandFactor
    self.calls = calls
    self.callsInWeek = callsInWeek
    self.callsInPeakWeek = callsInPeakWeek
    self.unitHours = unitHours
    self.notInIntervals = notInIntervals
  }
}

/// What the calls of a period tell about the year: the season, the forecast and the dispersion.
public struct SeasonFindings: Hashable, Sendable {
  /// How calls and work change over the year.
  public let season: Season
  /// The year for which the study plans; nothing when there is no call.
  public let forecast: Forecast?
  /// Whether counts vary more than by chance; nothing when the export has no times of day.
  public let dispersion: Dispersion?

  /// Creates findings.
  public init(season: Season, forecast: Forecast?, dispersion: Dispersion?) {
    self.season = season
    self.forecast = forecast
    self.dispersion = dispersion
  }

  /// The period without the days that no data cover: what means must be divided by.
  public var period: StudyPeriod { season.period }
}

extension StudyResults {
  /// How calls and work change over the year, if that was found out.
  public var season: Season? { seasonFindings?.season }
  /// The year for which the study plans, if it was forecast.
  public var forecast: Forecast? { seasonFindings?.forecast }
  /// Whether counts vary more than by chance, if that was tested.
  public var dispersion: Dispersion? { seasonFindings?.dispersion }
}
