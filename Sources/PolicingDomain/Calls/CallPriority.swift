/// How urgent a call is; 1 is most urgent.
public struct CallPriority: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The least urgent priority.
  public static let lowest = 9

  /// The level, from 0 (an officer's life in danger) to 9.
  public let level: Int

  /// Creates a priority, or nothing unless `level` is from 0 to 9.
  public init?(_ level: Int) {
    guard (0...Self.lowest).contains(level) else { return nil }
    self.level = level
  }

  /// The priority as `P1`.
  public var description: String { "P\(level)" }

  /// Whether `lhs` is more urgent.
  public static func < (lhs: CallPriority, rhs: CallPriority) -> Bool { lhs.level < rhs.level }
}

/// What a call is about, in the words of the study's category map.
public struct CallCategory: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name of the category.
  public let description: String
  /// Creates the category of this name.
  public init(_ description: String) { self.description = description }
  /// Alphabetical order.
  public static func < (lhs: CallCategory, rhs: CallCategory) -> Bool {
    lhs.description < rhs.description
  }
}

/// Who started a call.
public enum CallOrigin: String, CaseIterable, Hashable, Sendable {
  /// A member of the public, directly or through an alarm: demand.
  case community
  /// An officer, such as a traffic stop: an outcome of staffing, not demand.
  case officer
}
