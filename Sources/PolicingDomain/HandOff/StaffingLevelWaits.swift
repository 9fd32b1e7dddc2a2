/// What the whole department gives the public with a share of the units that it requires.
public struct StaffingLevelWaits: Hashable, Sendable {
  /// What the units are, such as `90 % of required`.
  public let name: String
  /// Units over units required, all hours of a week together.
  public let shareOfRequired: Double
  /// Unit-hours on the street in a week.
  public let unitHours: UnitHours
  /// The share of them that calls of the community take.
  public let busyShare: Double
  /// The waits by priority, most urgent first.
  public let waits: [PriorityWait]

  /// Creates a level.
  public init(
    name: String, shareOfRequired: Double, unitHours: UnitHours, busyShare: Double,
    waits: [PriorityWait]
  ) {
    self.name = name
    self.shareOfRequired = shareOfRequired
    self.unitHours = unitHours
    self.busyShare = busyShare
    self.waits = waits
  }
}

/// The curve of one district in its busiest block, with the units that a plan puts there.
public struct BusiestCurve: Hashable, Sendable {
  /// What the block requires.
  public let requirement: UnitRequirement
  /// The points, by units.
  public let points: [CurvePoint]
  /// Units of the plan in the block; nothing without a plan.
  public let planned: Double?

  /// Creates a curve.
  public init(requirement: UnitRequirement, points: [CurvePoint], planned: Double?) {
    self.requirement = requirement
    self.points = points
    self.planned = planned
  }
}
