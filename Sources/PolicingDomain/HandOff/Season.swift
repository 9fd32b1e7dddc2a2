/// How calls and work change over the year: by police period and by week (FORMULATION 2.7).
///
/// Calls are those of the community, second records of a call left out, in the hour received.
/// Unit-hours are those of the units that the export tells, in the hours that they cover; missing
/// times are not imputed here, because a pattern of the year does not need them. Made by
/// `SeasonTally` in WorkloadAnalysis.
public struct Season: Hashable, Sendable {
  /// A level of calls and of work: what a week with every hour of the week once would hold.
  ///
  /// A level is the ratio of what was observed to what the observed hours hold on average, times
  /// the mean week. So partial weeks, missing days and the nights of the clock change are right.
  public struct Level: Hashable, Sendable {
    /// Calls a week.
    public let calls: Double
    /// Unit-hours a week.
    public let unitHours: UnitHours

    /// Creates a level.
    public init(calls: Double, unitHours: UnitHours) {
      self.calls = calls
      self.unitHours = unitHours
    }
  }

  /// One of the thirteen police periods, over all years of the study.
  public struct Period: Hashable, Sendable {
    /// The period.
    public let policePeriod: PolicePeriod
    /// Days of it that data cover.
    public let days: Int
    /// Calls counted in it.
    public let calls: Int
    /// Its level.
    public let level: Level
    /// Calls an hour by district and hour of the week; 0 where the hour never occurred.
    public let callsPerHour: HourlyTable
    /// Unit-hours an hour in the whole city, which is units busy, by hour of the week.
    public let busyUnits: [Double]

    /// Creates a period.
    public init(
      policePeriod: PolicePeriod, days: Int, calls: Int, level: Level, callsPerHour: HourlyTable,
      busyUnits: [Double]
    ) {
      self.policePeriod = policePeriod
      self.days = days
      self.calls = calls
      self.level = level
      self.callsPerHour = callsPerHour
      self.busyUnits = busyUnits
    }
  }

  /// One week from Monday to Sunday.
  public struct Week: Hashable, Sendable {
    /// The fewest days with data for a week to have a level.
    public static let fewestDays = 4

    /// The Monday.
    public let monday: CalendarDay
    /// Days of it that data cover.
    public let days: Int
    /// Calls counted in it.
    public let calls: Int
    /// Unit-hours counted in it.
    public let unitHours: UnitHours
    /// Its level; nothing when data cover fewer than ``fewestDays`` of its days.
    public let level: Level?

    /// Creates a week.
    public init(
      monday: CalendarDay, days: Int, calls: Int, unitHours: UnitHours, level: Level?
    ) {
      self.monday = monday
      self.days = days
      self.calls = calls
      self.unitHours = unitHours
      self.level = level
    }
  }

  /// The season of one district.
  public struct Place: Hashable, Sendable {
    /// The district.
    public let district: District.ID
    /// Its mean week.
    public let meanWeek: Level
    /// Its police period with most calls; nothing when there are no calls.
    public let peakPeriod: PolicePeriod?
    /// The level of that period.
    public let peakLevel: Level
    /// The 90th percentile of its weeks; nothing with too few weeks.
    public let highWeek: Level?

    /// Creates the season of a district.
    public init(
      district: District.ID, meanWeek: Level, peakPeriod: PolicePeriod?, peakLevel: Level,
      highWeek: Level?
    ) {
      self.district = district
      self.meanWeek = meanWeek
      self.peakPeriod = peakPeriod
      self.peakLevel = peakLevel
      self.highWeek = highWeek
    }
  }

  /// What was counted, and what was not.
  public struct Counts: Hashable, Sendable {
    /// Calls of the community that were counted.
    public var calls = 0
    /// Those of them without a district of the study.
    public var unplaced = 0
    /// Calls that officers started: not demand.
    public var officerInitiated = 0
    /// Second records of calls.
    public var duplicates = 0
    /// Calls outside the period or on missing days.
    public var outside = 0
    /// Units whose time on a call is known.
    public var knownTimes = 0
    /// Units that went, for a time that is not known.
    public var unknownTimes = 0

    /// Creates counts of nothing.
    public init() {}
  }

  /// The fewest weeks from which a 90th percentile is taken.
  public static let fewestWeeksForPercentile = 10

  /// The period, with the days that are missing.
  public let period: StudyPeriod
  /// What was counted.
  public let counts: Counts
  /// The mean week of the whole period.
  public let meanWeek: Level
  /// The police periods of which there are data, in the order of the year.
  public let periods: [Period]
  /// The weeks, in order, partial ones included.
  public let weeks: [Week]
  /// The 90th percentile of the weeks that have a level; nothing with too few of them.
  public let highWeek: Level?
  /// The districts, in the order of the study.
  public let districts: [Place]

  /// Creates a season.
  public init(
    period: StudyPeriod, counts: Counts, meanWeek: Level, periods: [Period], weeks: [Week],
    highWeek: Level?, districts: [Place]
  ) {
    self.period = period
    self.counts = counts
    self.meanWeek = meanWeek
    self.periods = periods
    self.weeks = weeks
    self.highWeek = highWeek
    self.districts = districts
  }

  /// The police period with most calls a week; the first of those with equally many.
  public var peak: Period? {
    periods.max { lhs, rhs in
      (lhs.level.calls, -lhs.policePeriod.number) < (rhs.level.calls, -rhs.policePeriod.number)
    }
  }
}
