/// What a schedule gives and asks, whatever the demand: tours, hours, days off and rest
/// (FORMULATION 5.1 and 7.9).
///
/// Everything follows from the tours and the rotation. Averages over the calendar run over as many
/// days as it takes until cycle and week meet again.
public struct ScheduleFigures: Hashable, Sendable {
  /// A figure that differs between day-off groups.
  public struct Spread: Hashable, Sendable {
    /// The mean over the groups.
    public let mean: Double
    /// The figure of the group that has least.
    public let least: Double
    /// The figure of the group that has most.
    public let most: Double

    /// Creates a spread.
    public init(mean: Double, least: Double, most: Double) {
      self.mean = mean
      self.least = least
      self.most = most
    }
  }

  /// Scheduled tours a year of one officer: 365 × the share of days on.
  public let scheduledTours: Double
  /// Paid hours a year of one officer.
  public let paidHours: Hours
  /// Paid hours a week of one officer, on average.
  public let paidHoursPerWeek: Hours
  /// Hours of a tour on the street, the mean of the tours.
  public let streetHours: Hours
  /// The most days on duty in a row; nothing where no day is off.
  public let longestRunOn: Int?
  /// The most days off in a row; 0 where no day is off.
  public let longestRunOff: Int
  /// Weekends a year with Saturday and Sunday off.
  public let weekendsOff: Spread
  /// Saturdays and Sundays off a year.
  public let weekendDaysOff: Spread
  /// The least hours between two tours of the same kind on days that follow one another.
  public let restOnSameTour: Hours
  /// The least hours between two tours on days that follow one another, where the second is of
  /// another kind; negative where it begins before the first ends, nothing with one tour.
  public let restOnChange: Hours?
  /// Hours of the day on which tours of more than one watch are on duty.
  public let overlapHoursPerDay: Hours
  /// The share of the groups on duty, by day of the cycle.
  public let onDutyByDay: [Double]
  /// Days until cycle and week meet again.
  public let calendarDays: Int

  /// Creates figures.
  public init(
    scheduledTours: Double, paidHours: Hours, paidHoursPerWeek: Hours, streetHours: Hours,
    longestRunOn: Int?, longestRunOff: Int, weekendsOff: Spread, weekendDaysOff: Spread,
    restOnSameTour: Hours, restOnChange: Hours?, overlapHoursPerDay: Hours,
    onDutyByDay: [Double], calendarDays: Int
  ) {
    self.scheduledTours = scheduledTours
    self.paidHours = paidHours
    self.paidHoursPerWeek = paidHoursPerWeek
    self.streetHours = streetHours
    self.longestRunOn = longestRunOn
    self.longestRunOff = longestRunOff
    self.weekendsOff = weekendsOff
    self.weekendDaysOff = weekendDaysOff
    self.restOnSameTour = restOnSameTour
    self.restOnChange = restOnChange
    self.overlapHoursPerDay = overlapHoursPerDay
    self.onDutyByDay = onDutyByDay
    self.calendarDays = calendarDays
  }

  /// The smallest share of groups on duty on any day of the cycle ÷ the mean: 1 where every day has
  /// as many.
  public var evenness: Double {
    let mean = onDutyByDay.reduce(0, +) / Double(max(1, onDutyByDay.count))
    return mean > 0 ? (onDutyByDay.min() ?? 0) / mean : 0
  }
}
