/// A moment on the agency's wall clock, in whole seconds.
///
/// There is no time zone in it: the two nights of the year on which the clock is changed are
/// handled where files are read, and nowhere else.
public struct LocalTime: Hashable, Comparable, Sendable {
  /// Seconds since 1 January 1970, midnight, on the agency's wall clock.
  public let seconds: Int

  /// Creates the moment that lies `seconds` after 1 January 1970, midnight.
  @inlinable
  public init(seconds: Int) { self.seconds = seconds }

  /// Creates a moment of a day, or nothing when there is no such time of day.
  public init?(_ day: CalendarDay, hour: Int, minute: Int = 0, second: Int = 0) {
    guard (0..<24).contains(hour), (0..<60).contains(minute), (0..<60).contains(second) else {
      return nil
    }
    seconds = day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second
  }

  /// The day on which the moment falls.
  public var day: CalendarDay {
    CalendarDay(dayNumber: Self.floorDivide(seconds, by: 86_400))
  }

  /// The hour of the week in which the moment falls.
  @inlinable
  public var hourOfWeek: HourOfWeek {
    HourOfWeek(wrapping: Self.floorDivide(seconds, by: 3600) + 72)
  }

  /// The hours since 1 January 1970 that have begun.
  @inlinable
  public var hourNumber: Int { Self.floorDivide(seconds, by: 3600) }

  /// Returns the moment `seconds` later.
  public func advanced(bySeconds seconds: Int) -> LocalTime {
    LocalTime(seconds: self.seconds + seconds)
  }

  /// Whether `lhs` comes first.
  @inlinable
  public static func < (lhs: LocalTime, rhs: LocalTime) -> Bool { lhs.seconds < rhs.seconds }

  @inlinable
  static func floorDivide(_ dividend: Int, by divisor: Int) -> Int {
    let quotient = dividend / divisor
    return dividend % divisor < 0 ? quotient - 1 : quotient
  }
}

extension LocalTime: CustomStringConvertible {
  /// The moment as `2023-11-02T14:05:09`.
  public var description: String {
    let rest = seconds - day.dayNumber * 86_400
    let hour = padded(rest / 3600, to: 2)
    let minute = padded(rest / 60 % 60, to: 2)
    return "\(day)T\(hour):\(minute):\(padded(rest % 60, to: 2))"
  }
}
