/// Strength as a second source counts it, to be held against the roster (FORMULATION 5.7).
public struct SecondCount: Hashable, Sendable {
  /// The section.
  public let section: Section.ID
  /// The rank.
  public let rank: Rank.ID
  /// The people that the second source counts there.
  public let people: FullTimeEquivalents
  /// The document and the date.
  public let provenance: Provenance

  /// Creates a count.
  public init(
    section: Section.ID, rank: Rank.ID, people: FullTimeEquivalents, provenance: Provenance
  ) {
    self.section = section
    self.rank = rank
    self.people = people
    self.provenance = provenance
  }
}

/// A reason why two sources count different numbers of people.
public struct CountDifference: Hashable, Sendable {
  /// The section; nothing for the whole department.
  public let section: Section.ID?
  /// The rank; nothing for all ranks.
  public let rank: Rank.ID?
  /// The reason, such as `detailed out`, `hired between the dates`.
  public let cause: String
  /// The second count less the first that the reason explains; negative where the second is lower.
  public let people: Double
  /// Where the reason comes from.
  public let provenance: Provenance

  /// Creates a reason.
  public init(
    section: Section.ID?, rank: Rank.ID?, cause: String, people: Double, provenance: Provenance
  ) {
    self.section = section
    self.rank = rank
    self.cause = cause
    self.people = people
    self.provenance = provenance
  }
}

/// The share of people who are on a scheduled absence, such as furlough, in one period of the year
/// (FORMULATION 5.5).
public struct ScheduledAbsence: Hashable, Sendable {
  /// The item of the recurring ledger whose year is divided.
  public let item: String
  /// The first day of the period, as month and day, such as 01-01.
  public let from: MonthDay
  /// The last day of the period.
  public let through: MonthDay
  /// The share of people who may be away at the same time.
  public let share: Share
  /// Where the figure comes from.
  public let provenance: Provenance

  /// Creates a share.
  public init(
    item: String, from: MonthDay, through: MonthDay, share: Share, provenance: Provenance
  ) {
    self.item = item
    self.from = from
    self.through = through
    self.share = share
    self.provenance = provenance
  }
}

/// A day of any year.
public struct MonthDay: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The month, from 1 to 12.
  public let month: Int
  /// The day of the month, from 1 to 31.
  public let day: Int

  /// Creates a day, or nothing unless a leap year has it.
  public init?(month: Int, day: Int) {
    guard CalendarDay(year: 2024, month: month, day: day) != nil else { return nil }
    self.month = month
    self.day = day
  }

  /// Month and day, such as `03-01`.
  public var description: String {
    "\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }

  /// The order of a year.
  public static func < (lhs: MonthDay, rhs: MonthDay) -> Bool {
    (lhs.month, lhs.day) < (rhs.month, rhs.day)
  }
}
