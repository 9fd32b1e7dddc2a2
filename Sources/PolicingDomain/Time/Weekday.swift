/// A day of the week, Monday first.
public enum Weekday: Int, CaseIterable, Hashable, Comparable, Sendable {
  case monday = 0
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday
  case sunday

  /// Creates the weekday that lies `days` after a Monday, going round the week.
  public init(wrapping days: Int) {
    let position = ((days % 7) + 7) % 7
    self = Self.allCases[position]
  }

  /// The first three letters of the English name.
  public var abbreviation: String {
    switch self {
    case .monday: "Mon"
    case .tuesday: "Tue"
    case .wednesday: "Wed"
    case .thursday: "Thu"
    case .friday: "Fri"
    case .saturday: "Sat"
    case .sunday: "Sun"
    }
  }

  /// Whether `lhs` comes first in a week that begins on Monday.
  public static func < (lhs: Weekday, rhs: Weekday) -> Bool { lhs.rawValue < rhs.rawValue }
}

/// An hour of the week, from 0 (Monday, midnight to one) to 167 (Sunday, eleven to midnight).
public struct HourOfWeek: Hashable, Comparable, Sendable {
  /// The number of hours in a week.
  public static let count = 168

  /// The position in the week, from 0 to 167.
  public let index: Int

  /// Creates the hour of the week that lies `hours` after Monday midnight, going round the week.
  @inlinable
  public init(wrapping hours: Int) {
    index = ((hours % Self.count) + Self.count) % Self.count
  }

  /// Creates an hour of a weekday.
  ///
  /// - Precondition: `hour` is from 0 to 23.
  public init(_ weekday: Weekday, hour: Int) {
    precondition((0..<24).contains(hour), "An hour of the day is from 0 to 23")
    index = weekday.rawValue * 24 + hour
  }

  /// Every hour of the week, in order.
  public static var all: [HourOfWeek] { (0..<count).map { HourOfWeek(wrapping: $0) } }

  /// The day of the week.
  public var weekday: Weekday { Weekday(wrapping: index / 24) }

  /// The hour of the day, from 0 to 23.
  public var hourOfDay: Int { index % 24 }

  /// Whether `lhs` comes first in the week.
  public static func < (lhs: HourOfWeek, rhs: HourOfWeek) -> Bool { lhs.index < rhs.index }
}
