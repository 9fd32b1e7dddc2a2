/// What one responder needs to answer its calls (FORMULATION 3 and 4).
public struct ResponderTeam: Hashable, Sendable {
  /// Teams in the hours of service of one watch of one weekday.
  public struct Block: Hashable, Sendable {
    /// The watch.
    public let watch: Watch.ID
    /// The weekday.
    public let weekday: Weekday
    /// Hours in service.
    public let hours: Hours
    /// Calls taken in them.
    public let calls: Double
    /// The teams on duty.
    public let teams: Int
    /// The mean wait of the calls.
    public let meanWait: Hours

    /// Creates a block.
    public init(
      watch: Watch.ID, weekday: Weekday, hours: Hours, calls: Double, teams: Int, meanWait: Hours
    ) {
      self.watch = watch
      self.weekday = weekday
      self.hours = hours
      self.calls = calls
      self.teams = teams
      self.meanWait = meanWait
    }
  }

  /// Positions of one rank or title.
  public struct Positions: Hashable, Sendable {
    /// The rank.
    public let rank: Rank.ID
    /// The positions.
    public let positions: FullTimeEquivalents
    /// What they cost a year.
    public let cost: DollarsPerYear

    /// Creates positions.
    public init(rank: Rank.ID, positions: FullTimeEquivalents, cost: DollarsPerYear) {
      self.rank = rank
      self.positions = positions
      self.cost = cost
    }
  }

  /// The responder.
  public let responder: Responder.ID
  /// Teams by hour of the week, each hour by itself; 0 out of service.
  public let teamsByHour: [Int]
  /// Teams that stay the same over a watch.
  public let blocks: [Block]
  /// The people for ``blocks``, by rank.
  public let positions: [Positions]
  /// The mean wait of all calls that it takes, with ``blocks``; nothing without calls.
  public let meanWait: Hours?
  /// What a call that comes back has lost on average: the wait, and the time until it was returned;
  /// nothing where none comes back.
  public let lostBeforeReturn: Hours?

  /// Creates the needs of a responder.
  public init(
    responder: Responder.ID, teamsByHour: [Int], blocks: [Block], positions: [Positions],
    meanWait: Hours?, lostBeforeReturn: Hours?
  ) {
    self.responder = responder
    self.teamsByHour = teamsByHour
    self.blocks = blocks
    self.positions = positions
    self.meanWait = meanWait
    self.lostBeforeReturn = lostBeforeReturn
  }

  /// Hours of teams on duty in a week.
  public var teamHours: Hours { blocks.total { $0.hours * Double($0.teams) } }
  /// What all positions cost a year.
  public var cost: DollarsPerYear { positions.total(\.cost) }
}

/// What other responders change for police and for residents of one district.
public struct ResponderEffect: Hashable, Sendable {
  /// The mean wait of the calls of one priority at the units that were required before.
  public struct Wait: Hashable, Sendable {
    /// The priority.
    public let priority: CallPriority
    /// The wait for police without the responders; infinite where units do not keep up.
    public let before: Hours
    /// The wait for police with them, of the calls that police still answer; infinite likewise, and
    /// nothing where none is left.
    public let after: Hours?

    /// Creates a wait.
    public init(priority: CallPriority, before: Hours, after: Hours?) {
      self.priority = priority
      self.before = before
      self.after = after
    }
  }

  /// The district.
  public let district: District.ID
  /// Unit-hours required in a week without the responders.
  public let requiredBefore: UnitHours
  /// Unit-hours required in a week with them.
  public let requiredAfter: UnitHours
  /// Waits by priority, most urgent first.
  public let waits: [Wait]

  /// Creates an effect.
  public init(
    district: District.ID, requiredBefore: UnitHours, requiredAfter: UnitHours, waits: [Wait]
  ) {
    self.district = district
    self.requiredBefore = requiredBefore
    self.requiredAfter = requiredAfter
    self.waits = waits
  }
}
