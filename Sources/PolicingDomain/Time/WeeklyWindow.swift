/// Hours that recur on some days of the week, such as 18:00 to 02:00 on Fridays and Saturdays.
///
/// A window belongs to the day on which it starts, and may run over midnight and over the end of
/// the week. Its hours are those of the wall clock: a night on which the clock is changed counts
/// like any other.
public struct WeeklyWindow: Hashable, Sendable {
  /// The days on which it starts, in the order of the week, each once.
  public let weekdays: [Weekday]
  /// When it starts, in minutes after midnight, from 0 to 1,439.
  public let startMinute: Int
  /// How long it is, in minutes, from 1 to 1,440.
  public let minutes: Int
  /// The first day on which it may start; nothing means from the beginning.
  public let from: CalendarDay?
  /// The last day on which it may start; nothing means to the end.
  public let through: CalendarDay?

  /// Creates a window, or nothing without a weekday, with a time that there is not, or when the last
  /// day comes before the first.
  ///
  /// - Parameters:
  ///   - weekdays: The days on which it starts.
  ///   - startMinute: Minutes after midnight.
  ///   - endMinute: Minutes after midnight, to 1,440; at or before the start means the next day.
  ///   - from: The first day on which it may start.
  ///   - through: The last day on which it may start.
  public init?(
    on weekdays: some Sequence<Weekday>, startMinute: Int, endMinute: Int,
    from: CalendarDay? = nil, through: CalendarDay? = nil
  ) {
    let days = Set(weekdays)
    guard !days.isEmpty, (0..<1440).contains(startMinute), (0...1440).contains(endMinute)
    else { return nil }
    if let from, let through, through < from { return nil }
    self.weekdays = days.sorted()
    self.startMinute = startMinute
    minutes = endMinute > startMinute ? endMinute - startMinute : endMinute + 1440 - startMinute
    self.from = from
    self.through = through
  }

  /// Returns on how many days of `period` the window starts, by weekday, Monday first.
  ///
  /// Missing days count: work that is planned does not depend on the calls that were exported.
  public func starts(during period: StudyPeriod) -> [Int] {
    var counts = [Int](repeating: 0, count: 7)
    let first = max(period.first, from ?? period.first)
    let last = min(period.last, through ?? period.last)
    guard first <= last else { return counts }
    for dayNumber in first.dayNumber...last.dayNumber {
      let weekday = CalendarDay(dayNumber: dayNumber).weekday
      if weekdays.contains(weekday) { counts[weekday.rawValue] += 1 }
    }
    return counts
  }

  /// Returns the minutes of each hour of the week that a window covers when it starts on `weekday`.
  ///
  /// - Returns: Pairs of an hour and the minutes in it, in the order of time; together ``minutes``.
  public func minutesByHour(startingOn weekday: Weekday) -> [(hour: HourOfWeek, minutes: Int)] {
    var parts: [(hour: HourOfWeek, minutes: Int)] = []
    var moment = weekday.rawValue * 1440 + startMinute
    var left = minutes
    while left > 0 {
      let part = min(left, 60 - moment % 60)
      parts.append((HourOfWeek(wrapping: moment / 60), part))
      moment += part
      left -= part
    }
    return parts
  }
}
