/// Which team covers which duty on each day of a rotation, and whether the rules of such rotations
/// hold.
public struct TeamRotationCheck: Hashable, Sendable {
  /// One day of the cycle.
  public struct Day: Hashable, Sendable {
    /// The day of the cycle, from 0.
    public let phase: Int
    /// The groups that are off, in the order in which their days off end.
    public let groupsOff: [DayOffGroup]
    /// The teams that cover each duty, in the order of the duties; exactly one where all is well.
    public let cover: [[String]]
    /// Teams on duty without a duty of their own or to relieve.
    public let free: [String]
    /// Teams that are off.
    public let off: [String]

    /// Creates a day.
    public init(
      phase: Int, groupsOff: [DayOffGroup], cover: [[String]], free: [String], off: [String]
    ) {
      self.phase = phase
      self.groupsOff = groupsOff
      self.cover = cover
      self.free = free
      self.off = off
    }
  }

  /// The days of one team.
  public struct TeamDays: Hashable, Sendable {
    /// The team.
    public let team: String
    /// Days on duty in a cycle.
    public let on: Int
    /// Days off in a cycle.
    public let off: Int
    /// Days in a cycle on which it covers a duty.
    public let covering: Int

    /// Creates the days.
    public init(team: String, on: Int, off: Int, covering: Int) {
      self.team = team
      self.on = on
      self.off = off
      self.covering = covering
    }
  }

  /// The name of the rotation.
  public let name: String
  /// The duties, in the order in which teams name them first.
  public let duties: [String]
  /// The days of the cycle.
  public let days: [Day]
  /// The teams.
  public let teams: [TeamDays]
  /// What does not hold, in words; empty where every duty is covered every day by exactly one team,
  /// every team has the days of the rotation, and no relief team is needed twice on one day.
  public let findings: [String]

  /// Creates a check.
  public init(
    name: String, duties: [String], days: [Day], teams: [TeamDays], findings: [String]
  ) {
    self.name = name
    self.duties = duties
    self.days = days
    self.teams = teams
    self.findings = findings
  }

  /// Whether every rule holds.
  public var holds: Bool { findings.isEmpty }
}
