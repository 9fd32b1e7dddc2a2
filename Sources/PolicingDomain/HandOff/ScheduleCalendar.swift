/// A schedule day by day: who is off, and how many are on the street hour by hour.
public struct ScheduleCalendar: Hashable, Sendable {
  /// One day of the cycle.
  public struct Day: Hashable, Sendable {
    /// The day of the cycle, from 0.
    public let phase: Int
    /// The weekday, where the cycle keeps its place in the week.
    public let weekday: Weekday?
    /// Officers on the street in each hour of the day, with one officer in every team.
    public let onStreet: [Double]

    /// Creates a day.
    public init(phase: Int, weekday: Weekday?, onStreet: [Double]) {
      self.phase = phase
      self.weekday = weekday
      self.onStreet = onStreet
    }
  }

  /// The days of one group.
  public struct GroupDays: Hashable, Sendable {
    /// The group.
    public let group: DayOffGroup
    /// Whether it is on duty, by day of the cycle.
    public let isOn: [Bool]

    /// Creates the days.
    public init(group: DayOffGroup, isOn: [Bool]) {
      self.group = group
      self.isOn = isOn
    }
  }

  /// The schedule.
  public let schedule: TourSchedule
  /// What it gives and asks.
  public let figures: ScheduleFigures
  /// The days of the cycle.
  public let days: [Day]
  /// The groups.
  public let groups: [GroupDays]

  /// Creates a calendar.
  public init(
    schedule: TourSchedule, figures: ScheduleFigures, days: [Day], groups: [GroupDays]
  ) {
    self.schedule = schedule
    self.figures = figures
    self.days = days
    self.groups = groups
  }
}
