/// Calls and unit-hours with intervals (FORMULATION 2.5), and the weeks that these come from.
///
/// A mean week is one of seven whole days: where a period is no whole number of weeks, its hours count
/// by the calls that their hour of the week brings on average.
public struct WorkloadEstimates: Hashable, Sendable {
  /// One week of a period, from its first day on; the last one may have fewer than seven days.
  public struct Week: Hashable, Sendable {
    /// The first day.
    public let first: CalendarDay
    /// Its real hours, 168 unless it is partial or the clock was changed.
    public let hours: Double
    /// Calls of the community.
    public let communityCalls: Int
    /// Officer-initiated calls.
    public let officerCalls: Int
    /// Unit-hours of the community's calls received in the week.
    public let communityUnitHours: UnitHours
    /// Unit-hours of officer-initiated calls received in the week.
    public let officerUnitHours: UnitHours

    /// Creates a week.
    public init(
      first: CalendarDay, hours: Double, communityCalls: Int, officerCalls: Int,
      communityUnitHours: UnitHours, officerUnitHours: UnitHours
    ) {
      self.first = first
      self.hours = hours
      self.communityCalls = communityCalls
      self.officerCalls = officerCalls
      self.communityUnitHours = communityUnitHours
      self.officerUnitHours = officerUnitHours
    }
  }

  /// The estimates of one district or priority.
  public struct Part<Key: Hashable & Sendable>: Hashable, Sendable {
    /// Which one; nothing for calls without one.
    public let key: Key?
    /// Calls of the community a week.
    public let calls: Estimate
    /// Unit-hours of the community's calls a week.
    public let unitHours: Estimate

    /// Creates the estimates of a part.
    public init(key: Key?, calls: Estimate, unitHours: Estimate) {
      self.key = key
      self.calls = calls
      self.unitHours = unitHours
    }
  }

  /// The weeks, in order.
  public let weeks: [Week]
  /// Calls of the community a week.
  public let calls: Estimate
  /// Unit-hours of the community's calls a week.
  public let unitHours: Estimate
  /// Officer-initiated unit-hours a week.
  public let officerUnitHours: Estimate
  /// All unit-hours of the period.
  public let totalUnitHours: Estimate
  /// All calls of the period.
  public let totalCalls: Estimate
  /// Minutes of one unit on one call of the community.
  public let minutesPerUnit: Estimate
  /// By district of the study.
  public let districts: [Part<District.ID>]
  /// By priority, most urgent first, then calls without one.
  public let priorities: [Part<CallPriority>]
  /// How the intervals were made, in words.
  public let method: String

  /// Creates estimates.
  public init(
    weeks: [Week], calls: Estimate, unitHours: Estimate, officerUnitHours: Estimate,
    totalUnitHours: Estimate, totalCalls: Estimate, minutesPerUnit: Estimate,
    districts: [Part<District.ID>], priorities: [Part<CallPriority>], method: String
  ) {
    self.weeks = weeks
    self.calls = calls
    self.unitHours = unitHours
    self.officerUnitHours = officerUnitHours
    self.totalUnitHours = totalUnitHours
    self.totalCalls = totalCalls
    self.minutesPerUnit = minutesPerUnit
    self.districts = districts
    self.priorities = priorities
    self.method = method
  }
}

/// How intervals are made.
public struct IntervalSettings: Hashable, Sendable {
  /// The seed; equal seeds give equal intervals.
  public var seed: UInt64
  /// The number of replicates.
  public var replicates: Int
  /// The share of intervals that should hold the truth.
  public var confidence: Double
  /// The fewest weeks from which an interval is made.
  public var fewestWeeks = 8

  /// Creates settings.
  ///
  /// - Precondition: `replicates` is at least 2 and `confidence` is between 0 and 1.
  public init(seed: UInt64 = 1, replicates: Int = 1000, confidence: Double = 0.9) {
    precondition(replicates >= 2 && confidence > 0 && confidence < 1, "A share and two replicates")
    self.seed = seed
    self.replicates = replicates
    self.confidence = confidence
  }
}
