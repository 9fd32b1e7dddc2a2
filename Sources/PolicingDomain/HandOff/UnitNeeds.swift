/// The units that each standard asks for, side by side; nothing where there is no such standard.
public struct UnitNeeds: Hashable, Sendable {
  /// Which of the standards decides.
  public enum Governing: String, CaseIterable, Hashable, Sendable {
    /// The cars that are fielded whatever the calls.
    case complement
    /// The work of the calls and the free time beside it.
    case work
    /// The wait of the calls.
    case waiting
    /// The wait and the travel to the calls.
    case response
    /// How often streets are patrolled.
    case patrolInterval = "patrol interval"
    /// No standard is switched on, or there is no demand.
    case nothing
  }

  /// Units for the complement.
  public var complement: Double?
  /// Units for the work, not rounded.
  public var work: Double?
  /// Units for the wait, whole.
  public var waiting: Double?
  /// Units for wait and travel together, whole.
  public var response: Double?
  /// Units for the patrol of streets, not rounded.
  public var patrolInterval: Double?

  /// Creates needs.
  public init(
    complement: Double? = nil, work: Double? = nil, waiting: Double? = nil,
    response: Double? = nil, patrolInterval: Double? = nil
  ) {
    self.complement = complement
    self.work = work
    self.waiting = waiting
    self.response = response
    self.patrolInterval = patrolInterval
  }

  /// Units required: the largest of the needs.
  public var units: Double { named.compactMap(\.units).max() ?? 0 }

  /// The standard that decides; of equal ones, the first in the order of the properties.
  public var governing: Governing {
    let largest = units
    guard largest > 0 else { return .nothing }
    return named.first { ($0.units ?? 0) >= largest }?.standard ?? .nothing
  }

  private var named: [(standard: Governing, units: Double?)] {
    [
      (.complement, complement), (.work, work), (.waiting, waiting), (.response, response),
      (.patrolInterval, patrolInterval),
    ]
  }
}
