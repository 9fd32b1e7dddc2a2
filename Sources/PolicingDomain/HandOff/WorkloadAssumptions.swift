/// What is assumed where calls do not tell how long they took.
///
/// Every default is an assumption of the software, not a finding; tables name those that they use.
public struct WorkloadAssumptions: Hashable, Sendable {
  /// The shortest time that a missing value may really have had: one end of the worst case.
  public var shortestTime = Hours(0)
  /// The longest time of a unit on a call that is believed; a longer one is treated as missing.
  ///
  /// It is the other end of the worst case. A unit that seems to be on one call for more than a day
  /// was not cleared.
  public var longestTime = Hours(24)
  /// The most units on one call that are believed where an export states their number.
  public var mostUnits = 99
  /// A call whose first unit is sent later than this after receipt was held.
  public var holdLimit = Hours(1)
  /// How much longer or shorter missing values are in the sensitivity band: ÷ and ×.
  public var bandFactor = 2.0
  /// The fewest observed times from which a mean is taken.
  public var fewestObservations = 30

  /// Creates the assumptions that hold unless a study states others.
  public init() {}
}

/// How far a figure can be trusted: how many observations it has, and how much of it is imputed.
public struct Reliability: Hashable, Sendable {
  /// The fewest observations below which a figure is marked.
  public static let fewestObservations = 30

  /// Times that were observed.
  public let observations: Int
  /// The share of the amount that was imputed.
  public let imputed: Share

  /// Creates a reliability.
  public init(observations: Int, imputed: Share) {
    self.observations = observations
    self.imputed = imputed
  }

  /// Creates the reliability of an amount of which a part was imputed.
  public init(observations: Int, imputed: UnitHours, of all: UnitHours) {
    let share = all.value > 0 ? min(1, max(0, imputed / all)) : 0
    self.init(observations: observations, imputed: Share(share) ?? .none)
  }

  /// Whether there are fewer than 30 observations, or more than half is imputed.
  public var isWeak: Bool { !flag.isEmpty }

  /// Why the figure is marked, in words for a table; empty where it is not.
  public var flag: String {
    var words: [String] = []
    if observations < Self.fewestObservations { words.append("n < \(Self.fewestObservations)") }
    if imputed.value > 0.5 { words.append("mostly imputed") }
    return words.joined(separator: ", ")
  }
}
