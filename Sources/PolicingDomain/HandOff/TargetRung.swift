/// What one target of proactive time needs, and what residents get of it.
public struct TargetRung: Hashable, Sendable {
  /// Blocks of district, watch and weekday, and those of them in which work governs.
  public struct Blocks: Hashable, Sendable {
    /// All blocks.
    public let all: Int
    /// Those whose largest need is that of work, so that the target decides.
    public let byWork: Int

    /// Creates counts.
    public init(all: Int, byWork: Int) {
      self.all = all
      self.byWork = byWork
    }
  }

  /// The target.
  public let target: Share
  /// Whether it is the target of the study.
  public let isChosen: Bool
  /// Unit-hours required on the street in a week; nothing where the rung could not be worked out.
  public let unitHours: UnitHours?
  /// Officers of patrol that tours require; nothing without a plan.
  public let patrolOfficers: Double?
  /// Positions of all groups that are required or decided; nothing without a plan.
  public let positions: Double?
  /// What these positions cost a year; nothing without a plan.
  public let cost: DollarsPerYear?
  /// The share of time on the street that calls really leave free.
  public let proactiveShare: Double?
  /// The waits by priority, most urgent first.
  public let waits: [PriorityWait]
  /// The blocks; nothing where the rung could not be worked out.
  public let blocks: Blocks?
  /// Why there is no plan, or nothing at all, if so.
  public let note: String

  /// Creates a rung.
  public init(
    target: Share, isChosen: Bool, unitHours: UnitHours?, patrolOfficers: Double?,
    positions: Double?, cost: DollarsPerYear?, proactiveShare: Double?, waits: [PriorityWait],
    blocks: Blocks?, note: String
  ) {
    self.target = target
    self.isChosen = isChosen
    self.unitHours = unitHours
    self.patrolOfficers = patrolOfficers
    self.positions = positions
    self.cost = cost
    self.proactiveShare = proactiveShare
    self.waits = waits
    self.blocks = blocks
    self.note = note
  }

  /// Creates the rung of a target that could not be worked out.
  ///
  /// - Parameters:
  ///   - target: The target.
  ///   - reason: Why not.
  public init(_ target: Share, failedBecause reason: String) {
    self.init(
      target: target, isChosen: false, unitHours: nil, patrolOfficers: nil, positions: nil,
      cost: nil, proactiveShare: nil, waits: [], blocks: nil, note: reason)
  }
}
