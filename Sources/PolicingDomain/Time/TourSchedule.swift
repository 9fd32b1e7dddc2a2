/// A way to man the day: its tours, and the cycle of days on and off that its people follow, such as
/// tours of nine hours, four days on and two off.
public struct TourSchedule: Hashable, Identifiable, Sendable {
  /// The name of a schedule.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name, such as `nine-hour`.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }

  /// The name.
  public let id: ID
  /// The title as people write it.
  public let title: String
  /// The tours, in the order of the file; each has its own start, and all have the same parts.
  public let tours: [Tour]
  /// The days on and off.
  public let rotation: DayOffRotation
  /// What contract or directive sets for it, if the study says.
  public let limits: ScheduleLimits
  /// Where it comes from.
  public let provenance: Provenance

  /// Creates a schedule.
  public init(
    id: ID, title: String, tours: [Tour], rotation: DayOffRotation,
    limits: ScheduleLimits = ScheduleLimits(), provenance: Provenance
  ) {
    self.id = id
    self.title = title
    self.tours = tours
    self.rotation = rotation
    self.limits = limits
    self.provenance = provenance
  }
}

/// What a contract or directive allows of a schedule (FORMULATION 7.6 and 7.9).
public struct ScheduleLimits: Hashable, Sendable {
  /// The most days on duty in a row; nothing where none is set.
  public var consecutiveDays: Int?
  /// The least hours of rest between two tours of one person; nothing where none is set.
  public var rest: Hours?
  /// The most paid hours a year; nothing where none is set.
  public var paidHours: Hours?
  /// The fewest starts on each watch; nothing where none is set.
  public var startsPerWatch: Int?
  /// Vehicles that a district has, which overlapping tours share; nothing where it is not known.
  public var vehicles: Double?

  /// Creates limits; none is set unless given.
  public init(
    consecutiveDays: Int? = nil, rest: Hours? = nil, paidHours: Hours? = nil,
    startsPerWatch: Int? = nil, vehicles: Double? = nil
  ) {
    self.consecutiveDays = consecutiveDays
    self.rest = rest
    self.paidHours = paidHours
    self.startsPerWatch = startsPerWatch
    self.vehicles = vehicles
  }
}

/// Teams that follow a rotation and the duties, such as a sector or the rapid cars, that they cover.
///
/// A team with one duty covers it on each of its days on. A relief team has several and covers, on
/// its days on, the one whose own team is off.
public struct TeamRotation: Hashable, Sendable {
  /// A team.
  public struct Team: Hashable, Sendable {
    /// The name, such as `A`.
    public let name: String
    /// The group whose days off the team has.
    public let group: DayOffGroup
    /// What the team covers: one duty, or those that it relieves.
    public let duties: [String]
    /// The tour of the team, if the source says.
    public let tour: Tour.ID?

    /// Creates a team.
    public init(name: String, group: DayOffGroup, duties: [String], tour: Tour.ID? = nil) {
      self.name = name
      self.group = group
      self.duties = duties
      self.tour = tour
    }
  }

  /// The name of the series, such as `61-63-65`.
  public let name: String
  /// The teams, in the order of the file.
  public let teams: [Team]
  /// The days on and off of the groups.
  public let rotation: DayOffRotation
  /// Where it comes from.
  public let provenance: Provenance

  /// Creates a rotation of teams.
  public init(name: String, teams: [Team], rotation: DayOffRotation, provenance: Provenance) {
    self.name = name
    self.teams = teams
    self.rotation = rotation
    self.provenance = provenance
  }
}
