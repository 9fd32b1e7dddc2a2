/// How well a schedule fits the officers that a district needs hour by hour, at its best
/// (FORMULATION 7.1 and 7.9).
public struct TourFit: Hashable, Sendable {
  /// The officers of one tour and day-off group.
  public struct Team: Hashable, Sendable {
    /// The tour.
    public let tour: Tour.ID
    /// The day-off group.
    public let group: DayOffGroup
    /// Officers assigned.
    public let officers: FullTimeEquivalents

    /// Creates a team.
    public init(tour: Tour.ID, group: DayOffGroup, officers: FullTimeEquivalents) {
      self.tour = tour
      self.group = group
      self.officers = officers
    }
  }

  /// The hour that lacks most.
  public struct WorstHour: Hashable, Sendable {
    /// The hour of the week.
    public let hour: HourOfWeek
    /// The day of the cycle, from 0.
    public let day: Int
    /// Officers short on the street.
    public let short: Double

    /// Creates an hour.
    public init(hour: HourOfWeek, day: Int, short: Double) {
      self.hour = hour
      self.day = day
      self.short = short
    }
  }

  /// The fewest officers that cover every hour on every day of the cycle; hours that no tour reaches
  /// are left out.
  public let officersToCover: FullTimeEquivalents
  /// Hours of the week, with officers required, in which no tour is on the street.
  public let unreachedHours: [HourOfWeek]
  /// The officers with whom the figures below were found: the same for all schedules compared.
  public let officers: FullTimeEquivalents
  /// Officer-hours required a week.
  public let required: OfficerHours
  /// Officer-hours short a week.
  public let short: OfficerHours
  /// Officer-hours beyond those required a week.
  public let surplus: OfficerHours
  /// The hour that lacks most; nothing where none does.
  public let worst: WorstHour?
  /// The teams, tour by tour; only those with people.
  public let teams: [Team]
  /// The objectives with the proof of each optimum.
  public let stages: [StaffingPlan.Stage]

  /// Creates a fit.
  public init(
    officersToCover: FullTimeEquivalents, unreachedHours: [HourOfWeek],
    officers: FullTimeEquivalents, required: OfficerHours, short: OfficerHours,
    surplus: OfficerHours, worst: WorstHour?, teams: [Team], stages: [StaffingPlan.Stage]
  ) {
    self.officersToCover = officersToCover
    self.unreachedHours = unreachedHours
    self.officers = officers
    self.required = required
    self.short = short
    self.surplus = surplus
    self.worst = worst
    self.teams = teams
    self.stages = stages
  }
}
