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

/// A cycle of days on duty and days off that repeats, and the groups that go through it, each from
/// a day of its own (FORMULATION 7.1).
///
/// A cycle whose length is a multiple of seven keeps its place in the week: day 0 is a Monday. Any
/// other, such as four days on and two off, drifts through the week, so that every day of it falls
/// on every weekday sooner or later.
public struct DayOffRotation: Hashable, Sendable {
  /// Whether the days of the cycle are on duty, for a group that begins on day 0.
  public let pattern: [Bool]
  /// The groups, in the order of the file.
  public let groups: [DayOffGroup]
  /// The day of the cycle on which the pattern of each group begins.
  public let starts: [Int]

  /// Creates a rotation whose groups begin on successive days of the cycle, or nothing unless there
  /// is one group for each day of the cycle.
  public init?(daysOn: Int, daysOff: Int, groups: [DayOffGroup]) {
    guard daysOn >= 1, daysOff >= 0, groups.count == daysOn + daysOff else { return nil }
    let pattern = (0..<groups.count).map { $0 < daysOn }
    self.init(pattern: pattern, groups: groups, starts: Array(groups.indices))
  }

  /// Creates a rotation, or nothing unless the pattern has a day on, the groups are different and
  /// each starts on a day of the cycle.
  public init?(pattern: [Bool], groups: [DayOffGroup], starts: [Int]) {
    guard pattern.contains(true), !groups.isEmpty, groups.count == starts.count,
      Set(groups).count == groups.count, starts.allSatisfy(pattern.indices.contains)
    else { return nil }
    self.pattern = pattern
    self.groups = groups
    self.starts = starts
  }

  /// The number of days in a cycle, which is the number of phases.
  public var cycleLength: Int { pattern.count }
  /// Days on duty in a cycle.
  public var daysOn: Int { pattern.count { $0 } }
  /// Days off in a cycle.
  public var daysOff: Int { cycleLength - daysOn }

  /// The share of days on duty: 4 / 6 for four on and two off.
  public var shareOfDaysOn: Double { Double(daysOn) / Double(cycleLength) }

  /// Scheduled tours a year of one officer: 365 × the share of days on (FORMULATION 5.1).
  public var scheduledTours: Double { 365 * shareOfDaysOn }

  /// Whether the cycle keeps its place in the week, so that a group is off on the same weekdays of
  /// each cycle; day 0 of the cycle is then a Monday.
  public var followsWeek: Bool { cycleLength.isMultiple(of: 7) }

  /// Whether the group at `position` works on day `phase` of the cycle.
  ///
  /// - Precondition: both are from 0 to the number of groups and to ``cycleLength``, less 1.
  public func isOn(groupAt position: Int, phase: Int) -> Bool {
    precondition(groups.indices.contains(position) && pattern.indices.contains(phase))
    return pattern[(phase - starts[position] + cycleLength) % cycleLength]
  }
}
