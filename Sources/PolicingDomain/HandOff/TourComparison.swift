/// Schedules side by side: what each gives and asks, and how it fits one district's demand.
public struct TourComparison: Hashable, Sendable {
  /// The officers on the street against the vehicles that there are.
  public struct StreetLoad: Hashable, Sendable {
    /// Officers present on the street in the busiest hour of the cycle.
    public let mostOfficers: Double
    /// That hour.
    public let hour: HourOfWeek
    /// Vehicles that the officers of the hour with most units need.
    public let mostVehicles: Double
    /// Hours a week in which units need more vehicles than there are; nothing where their number is
    /// not known.
    public let hoursBeyondVehicles: Double?

    /// Creates a load.
    public init(
      mostOfficers: Double, hour: HourOfWeek, mostVehicles: Double, hoursBeyondVehicles: Double?
    ) {
      self.mostOfficers = mostOfficers
      self.hour = hour
      self.mostVehicles = mostVehicles
      self.hoursBeyondVehicles = hoursBeyondVehicles
    }
  }

  /// The span of control, kept three ways (FORMULATION 7.3).
  public struct SpanKept: Hashable, Sendable {
    /// Sergeants, in whole people: enough for every team by itself.
    public let sergeants: Double
    /// Officers assigned for each sergeant assigned.
    public let assigned: Double
    /// Officers present for each sergeant present, on average.
    public let present: Double
    /// The share of tours with at most so many officers present as the sergeants present of their
    /// own team may lead, teams weighted by their officers.
    public let shareOfTours: Double

    /// Creates a span.
    public init(sergeants: Double, assigned: Double, present: Double, shareOfTours: Double) {
      self.sergeants = sergeants
      self.assigned = assigned
      self.present = present
      self.shareOfTours = shareOfTours
    }
  }

  /// What a contract or directive allows, and whether the schedule keeps to it.
  public struct LimitFinding: Hashable, Sendable {
    /// The limit and the figure of the schedule, in words.
    public let words: String
    /// Whether the schedule keeps to the limit.
    public let isKept: Bool

    /// Creates a finding.
    public init(words: String, isKept: Bool) {
      self.words = words
      self.isKept = isKept
    }
  }

  /// What depends on a study.
  public struct Fitted: Hashable, Sendable {
    /// The year of an officer on the schedule, absences taken off.
    public let availability: Availability
    /// How the schedule fits the demand.
    public let fit: TourFit
    /// Officers on the street against vehicles.
    public let load: StreetLoad
    /// The span of control.
    public let span: SpanKept
    /// Dollars a year for the fewest officers that cover everything and their sergeants, pay in
    /// proportion to paid hours.
    public let cost: DollarsPerYear

    /// Creates what depends on a study.
    public init(
      availability: Availability, fit: TourFit, load: StreetLoad, span: SpanKept,
      cost: DollarsPerYear
    ) {
      self.availability = availability
      self.fit = fit
      self.load = load
      self.span = span
      self.cost = cost
    }
  }

  /// One schedule of the comparison.
  public struct Line: Hashable, Sendable {
    /// The schedule.
    public let schedule: TourSchedule
    /// What it gives and asks.
    public let figures: ScheduleFigures
    /// What contract or directive allows.
    public let limits: [LimitFinding]
    /// What depends on a study; nothing without one.
    public let fitted: Fitted?

    /// Creates a line.
    public init(
      schedule: TourSchedule, figures: ScheduleFigures, limits: [LimitFinding], fitted: Fitted?
    ) {
      self.schedule = schedule
      self.figures = figures
      self.limits = limits
      self.fitted = fitted
    }
  }

  /// The schedules, in the order asked for.
  public let lines: [Line]
  /// The district whose demand they are fitted to; nothing without a study.
  public let district: District.ID?
  /// What a reader must know.
  public let notes: [String]

  /// Creates a comparison.
  public init(lines: [Line], district: District.ID?, notes: [String]) {
    self.lines = lines
    self.district = district
    self.notes = notes
  }
}
