/// The units that one district needs on the street during one watch of one weekday, and why
/// (FORMULATION 4).
public struct UnitRequirement: Hashable, Sendable {
  /// Which of the standards decides.
  public enum Governing: String, CaseIterable, Hashable, Sendable {
    /// The cars that are fielded whatever the calls.
    case complement
    /// The work of the calls and the free time beside it.
    case work
    /// The wait of the calls.
    case waiting
    /// No standard is switched on, or there is no demand.
    case nothing
  }

  /// What the public gets when the required units are on the street.
  public struct Performance: Hashable, Sendable {
    /// The share of on-street time that calls of the community take.
    public let busyShare: Double
    /// The share of queued calls that wait at all.
    public let waitShare: Double
    /// The mean wait of the calls of each priority, most urgent first; infinite where the demand
    /// of some hour exceeds the units.
    public let meanWaits: [MeanWait]

    /// Creates a performance.
    public init(busyShare: Double, waitShare: Double, meanWaits: [MeanWait]) {
      self.busyShare = busyShare
      self.waitShare = waitShare
      self.meanWaits = meanWaits
    }
  }

  /// The mean wait of the calls of one priority.
  public struct MeanWait: Hashable, Sendable {
    /// The priority.
    public let priority: CallPriority
    /// The mean wait.
    public let wait: Hours

    /// Creates a mean wait.
    public init(priority: CallPriority, wait: Hours) {
      self.priority = priority
      self.wait = wait
    }
  }

  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch.ID
  /// The weekday.
  public let weekday: Weekday
  /// Units for the complement; nothing when there is no such standard.
  public let forComplement: Double?
  /// Units for the work, not rounded; nothing when there is no such standard.
  public let forWork: Double?
  /// Units for the wait; nothing when there is no such standard.
  public let forWaiting: Double?
  /// Officers per unit.
  public let crew: Double
  /// The waiting standard that is hardest to meet, in words.
  public let hardestWait: String
  /// What the public gets.
  public let performance: Performance
  /// Units busy with calls of the community, on average over the watch.
  public let busyUnits: Double
  /// Calls a watch to which units go, on average.
  public let calls: Double

  /// Creates a requirement.
  public init(
    district: District.ID, watch: Watch.ID, weekday: Weekday, forComplement: Double?,
    forWork: Double?, forWaiting: Double?, crew: Double, hardestWait: String,
    performance: Performance, busyUnits: Double, calls: Double
  ) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
    self.forComplement = forComplement
    self.forWork = forWork
    self.forWaiting = forWaiting
    self.crew = crew
    self.hardestWait = hardestWait
    self.performance = performance
    self.busyUnits = busyUnits
    self.calls = calls
  }

  /// Units required: the largest of the three needs.
  public var units: Double { max(forComplement ?? 0, forWork ?? 0, forWaiting ?? 0) }

  /// Officers required on the street: units × crew (FORMULATION 4.8).
  public var officers: Double { units * crew }

  /// The standard that decides; of equal ones, the first in the order complement, work, waiting.
  public var governing: Governing {
    guard units > 0 else { return .nothing }
    if let forComplement, forComplement >= units { return .complement }
    if let forWork, forWork >= units { return .work }
    return .waiting
  }
}
