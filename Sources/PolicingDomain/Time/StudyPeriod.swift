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
  /// Days of the period that no data cover, in order, each once.
  public let missingDays: [CalendarDay]

  /// Creates a period, or nothing when it ends before it begins.
  public init?(from first: CalendarDay, through last: CalendarDay, clockChanges: [ClockChange] = [])
  {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
    self.clockChanges = clockChanges
    missingDays = []
  }

  /// The period without `days` that no data cover, besides those that it lacked before.
  ///
  /// - Parameter days: Days in any order; those outside the period do not matter.
  /// - Returns: A period of the same first and last day, in which the missing days count nowhere.
  public func without(_ days: some Sequence<CalendarDay>) -> StudyPeriod {
    let inside = Set(days).union(missingDays).filter { first <= $0 && $0 <= last }
    return StudyPeriod(lacking: inside.sorted(), of: self)
  }

  private init(lacking days: [CalendarDay], of other: StudyPeriod) {
    first = other.first
    last = other.last
    clockChanges = other.clockChanges
    missingDays = days
  }

  /// The number of days of the calendar, missing days included.
  public var dayCount: Int { last.dayNumber - first.dayNumber + 1 }

  /// The number of days that data cover.
  public var observedDayCount: Int { dayCount - missingDays.count }

  /// Whether `time` falls within the period, on a day that data cover.
  public func contains(_ time: LocalTime) -> Bool {
    let day = time.day
    return first <= day && day <= last && (missingDays.isEmpty || !isMissing(day))
  }

  /// Whether `day` is one of the missing days.
  ///
  /// - Complexity: O(log of the number of missing days).
  public func isMissing(_ day: CalendarDay) -> Bool {
    var low = 0
    var high = missingDays.count
    while low < high {
      let middle = (low + high) / 2
      if missingDays[middle] < day { low = middle + 1 } else { high = middle }
    }
    return low < missingDays.count && missingDays[low] == day
  }

  /// How many real hours the period holds for each hour of the week.
  ///
  /// Partial weeks count as they fall, missing days not at all, a skipped hour counts once less and
  /// a repeated hour once more (FORMULATION 2.2).
  ///
  /// - Returns: 168 numbers, Monday midnight first.
  /// - Complexity: O(days).
  public func occurrences() -> [Double] {
    var counts = [Double](repeating: 0, count: HourOfWeek.count)
    let weights = hourWeights()
    let start = CalendarDay(dayNumber: first.dayNumber).weekday.rawValue * 24
    for (hour, weight) in weights.enumerated() {
      counts[(start + hour) % HourOfWeek.count] += Double(weight)
    }
    return counts
  }

  /// How many real hours each hour of the wall clock stands for, from midnight of the first day: 1,
  /// or 0 on missing days and where the clock skips it, or 2 where it comes twice.
  ///
  /// - Returns: 24 numbers for each day.
  /// - Complexity: O(days).
  public func hourWeights() -> [Int] {
    var weights = [Int](repeating: 1, count: dayCount * 24)
    for change in clockChanges {
      let hour = change.hourNumber - first.dayNumber * 24
      if weights.indices.contains(hour) { weights[hour] += change.gain }
    }
    for day in missingDays {
      let start = (day.dayNumber - first.dayNumber) * 24
      for hour in start..<start + 24 { weights[hour] = 0 }
    }
    return weights
  }
}
