/// The days that a study covers, first and last included.
public struct StudyPeriod: Hashable, Sendable {
  /// A night on which the clock is changed.
  public struct ClockChange: Hashable, Sendable {
    /// The wall-clock hour concerned, in hours since 1 January 1970.
    public let hourNumber: Int
    /// How many hours the clock hour gains: −1 when it is skipped, +1 when it comes twice.
    public let gain: Int

    /// Creates a change of the clock.
    public init(hourNumber: Int, gain: Int) {
      self.hourNumber = hourNumber
      self.gain = gain
    }
  }

  /// The first day.
  public let first: CalendarDay
  /// The last day.
  public let last: CalendarDay
  /// The changes of the clock within the period, in order.
  public let clockChanges: [ClockChange]

  /// Creates a period, or nothing when it ends before it begins.
  public init?(from first: CalendarDay, through last: CalendarDay, clockChanges: [ClockChange] = [])
  {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    self.clockChanges = clockChanges
  }

  /// The number of days.
  public var dayCount: Int { last.dayNumber - first.dayNumber + 1 }

  /// Whether `time` falls within the period.
  public func contains(_ time: LocalTime) -> Bool {
    let day = time.day
    return first <= day && day <= last
  }

  /// How many real hours the period holds for each hour of the week.
  ///
  /// Partial weeks count as they fall, a skipped hour counts once less and a repeated hour once
  /// more (FORMULATION 2.2).
  ///
  /// - Returns: 168 numbers, Monday midnight first.
  /// - Complexity: O(days).
  public func occurrences() -> [Double] {
    var counts = [Double](repeating: 0, count: HourOfWeek.count)
    for dayNumber in first.dayNumber...last.dayNumber {
      let weekday = CalendarDay(dayNumber: dayNumber).weekday.rawValue
      for hour in 0..<24 { counts[weekday * 24 + hour] += 1 }
    }
    for change in clockChanges {
      let hour = LocalTime(seconds: change.hourNumber * 3600).hourOfWeek
      counts[hour.index] += Double(change.gain)
    }
    return counts
  }
}
