/// One of the thirteen periods of 28 days into which Chicago's police year is divided.
///
/// Source: Chicago Police Department, employee resource D20-07: 13 police periods, 26 half
/// segments for furloughs.
public struct PolicePeriod: Hashable, Comparable, Sendable {
  /// The number of periods in a year.
  public static let count = 13
  /// The number of days in a period.
  public static let length = 28

  /// The number of the period, from 1 to 13.
  public let number: Int

  /// Creates the period that holds the day `dayOfYear`, counted from 1.
  ///
  /// The one or two days that 13 × 28 leaves over belong to the last period.
  ///
  /// - Precondition: `dayOfYear` is from 1 to 366.
  public init(dayOfYear: Int) {
    precondition((1...366).contains(dayOfYear), "A day of the year is from 1 to 366")
    number = min(Self.count, (dayOfYear - 1) / Self.length + 1)
  }

  /// Creates the period that holds `day`.
  public init(of day: CalendarDay) {
    let newYear = CalendarDay(year: day.parts.year, month: 1, day: 1) ?? day
    self.init(dayOfYear: day.dayNumber - newYear.dayNumber + 1)
  }

  /// Whether `lhs` comes first in the year.
  public static func < (lhs: PolicePeriod, rhs: PolicePeriod) -> Bool { lhs.number < rhs.number }
}
