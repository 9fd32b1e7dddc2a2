/// How many of the people who are scheduled come, over the year and watch by watch
/// (FORMULATION 5.5 and 5.7).
///
/// Made by `PresenceCalendar(of:calendar:scheduled:…)` in the module StaffingRequirements.
/// Scheduled absence follows the calendar; who else stays away is random. The mean over the year is
/// the presence π of the rank.
public struct PresenceCalendar: Hashable, Sendable {
  /// How much absences come together: the correlation of two people on one tour.
  public struct Correlation: Hashable, Sendable {
    /// The correlation, from 0 for independent people to less than 1.
    public let value: Double
    /// Where it comes from.
    public let provenance: Provenance

    /// Creates a correlation, or nothing unless it is from 0 to less than 1.
    public init?(_ value: Double, provenance: Provenance) {
      guard value >= 0, value < 1 else { return nil }
      self.value = value
      self.provenance = provenance
    }

    private init(unchecked value: Double, _ provenance: Provenance) {
      self.value = value
      self.provenance = provenance
    }

    /// Absences that do not come together.
    public static let independent = Correlation(
      unchecked: 0,
      Provenance(
        source: "absences taken as independent", date: "", isAssumption: true))

    /// What is assumed where nothing is stated: 0.01, with which thirty people vary by 14 % more
    /// than independent ones.
    public static let assumed = Correlation(
      unchecked: 0.01,
      Provenance(
        source: "assumption of the software: absences come together a little; estimate it from "
          + "attendance by watch", date: "", isAssumption: true))
  }

  /// People scheduled on a watch, before absences.
  public struct Scheduled: Hashable, Sendable {
    /// The watch.
    public let watch: Watch.ID
    /// People due on one tour.
    public let people: FullTimeEquivalents

    /// Creates a number.
    public init(watch: Watch.ID, people: FullTimeEquivalents) {
      self.watch = watch
      self.people = people
    }
  }

  /// One watch in one part of the year.
  public struct OnWatch: Hashable, Sendable {
    /// The watch.
    public let watch: Watch.ID
    /// People due on one tour.
    public let scheduled: FullTimeEquivalents
    /// People who come, on average.
    public let mean: FullTimeEquivalents
    /// So many come at least on the share of tours ``PresenceCalendar/share``.
    public let atShare: FullTimeEquivalents

    /// Creates a watch.
    public init(
      watch: Watch.ID, scheduled: FullTimeEquivalents, mean: FullTimeEquivalents,
      atShare: FullTimeEquivalents
    ) {
      self.watch = watch
      self.scheduled = scheduled
      self.mean = mean
      self.atShare = atShare
    }
  }

  /// A police period or a month.
  public struct Part: Hashable, Sendable {
    /// The name, such as `period 3` or `March`.
    public let name: String
    /// The first day.
    public let from: CalendarDay
    /// The last day.
    public let through: CalendarDay
    /// The share of people on a scheduled absence, on average over the days.
    public let scheduledAbsence: Double
    /// The share of people who come, on average over the days.
    public let presence: Double
    /// The watches.
    public let watches: [OnWatch]

    /// Creates a part of the year.
    public init(
      name: String, from: CalendarDay, through: CalendarDay, scheduledAbsence: Double,
      presence: Double, watches: [OnWatch]
    ) {
      self.name = name
      self.from = from
      self.through = through
      self.scheduledAbsence = scheduledAbsence
      self.presence = presence
      self.watches = watches
    }
  }

  /// The rank.
  public let rank: Rank.ID
  /// The year.
  public let year: Int
  /// The share of scheduled tours that one person is absent from by chance, of those not on a
  /// scheduled absence.
  public let randomAbsence: Double
  /// How much absences come together.
  public let correlation: Correlation
  /// The share of tours of ``OnWatch/atShare``.
  public let share: Share
  /// The share of people on a scheduled absence, day by day from 1 January.
  public let scheduledAbsenceByDay: [Double]
  /// The thirteen police periods.
  public let periods: [Part]
  /// The twelve months.
  public let months: [Part]
  /// What a reader must know, such as more furlough than the calendar has room for.
  public let findings: [String]

  /// Creates a calendar.
  public init(
    rank: Rank.ID, year: Int, randomAbsence: Double, correlation: Correlation, share: Share,
    scheduledAbsenceByDay: [Double], periods: [Part], months: [Part], findings: [String]
  ) {
    self.rank = rank
    self.year = year
    self.randomAbsence = randomAbsence
    self.correlation = correlation
    self.share = share
    self.scheduledAbsenceByDay = scheduledAbsenceByDay
    self.periods = periods
    self.months = months
    self.findings = findings
  }

  /// The share of people who come on the day `dayOfYear`, counted from 1, on average; nothing for a
  /// day that the year does not have.
  public func presence(onDay dayOfYear: Int) -> Double? {
    guard scheduledAbsenceByDay.indices.contains(dayOfYear - 1) else { return nil }
    return (1 - scheduledAbsenceByDay[dayOfYear - 1]) * (1 - randomAbsence)
  }

  /// The share of people who come, on average over the year: presence π.
  public var meanPresence: Double {
    let days = Double(scheduledAbsenceByDay.count)
    let away = scheduledAbsenceByDay.reduce(0, +) / max(1, days)
    return (1 - away) * (1 - randomAbsence)
  }
}
