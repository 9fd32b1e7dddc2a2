/// The group of officers who are off on the same days, such as group 61.
public struct DayOffGroup: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name of the group.
  public let description: String
  /// Creates the group of this name.
  public init(_ description: String) { self.description = description }
  /// Alphabetical order.
  public static func < (lhs: DayOffGroup, rhs: DayOffGroup) -> Bool {
    lhs.description < rhs.description
  }
}

/// A rotation of days on and days off that repeats without regard to the week, such as four days
/// on and two days off (FORMULATION 7.1).
///
/// The groups start on successive days of the cycle, so that the cycle has one group for each of
/// its days and the groups that are off change from day to day.
public struct DayOffRotation: Hashable, Sendable {
  /// Days on duty in a cycle.
  public let daysOn: Int
  /// Days off in a cycle.
  public let daysOff: Int
  /// The groups, one for each day of the cycle, in the order in which their duty begins.
  public let groups: [DayOffGroup]

  /// Creates a rotation, or nothing unless there is one group for each day of the cycle.
  public init?(daysOn: Int, daysOff: Int, groups: [DayOffGroup]) {
    guard daysOn >= 1, daysOff >= 0, groups.count == daysOn + daysOff,
      Set(groups).count == groups.count
    else { return nil }
    self.daysOn = daysOn
    self.daysOff = daysOff
    self.groups = groups
  }

  /// The number of days in a cycle, which is the number of phases.
  public var cycleLength: Int { daysOn + daysOff }

  /// The share of days on duty: 4 / 6 for four on and two off.
  public var shareOfDaysOn: Double { Double(daysOn) / Double(cycleLength) }

  /// Scheduled tours a year of one officer: 365 × the share of days on (FORMULATION 5.1).
  public var scheduledTours: Double { 365 * shareOfDaysOn }

  /// Whether the group at `position` works on day `phase` of the cycle.
  ///
  /// - Precondition: both are from 0 to ``cycleLength`` − 1.
  public func isOn(groupAt position: Int, phase: Int) -> Bool {
    precondition(groups.indices.contains(position) && (0..<cycleLength).contains(phase))
    return (phase - position + cycleLength) % cycleLength < daysOn
  }
}
