/// What a plan should be good at, in which order, and by how much it may miss what comes first
/// (FORMULATION 7.6–7.8 and 8).
public struct AllocationPreferences: Hashable, Sendable {
  /// What is made small.
  public enum Objective: String, CaseIterable, Hashable, Sendable {
    /// Positions short that a rule demands as a minimum.
    case minimums
    /// Hours that urgent calls wait.
    case urgentWaiting = "urgent_waiting"
    /// Positions short, by their weights.
    case weightedShortage = "weighted_shortage"
    /// The share of its need that the worst-off district lacks.
    case fairness
    /// Dollars a year.
    case cost
    /// People who change sections.
    case movement
  }

  /// What makes the worst-off district.
  public enum Fairness: String, CaseIterable, Hashable, Sendable {
    /// The share of the officers required that it lacks.
    case shortage
    /// The mean wait of its urgent calls.
    case waiting
  }

  /// The objectives, the most important first; one that is not named is not pursued.
  public var order: [Objective] = [
    .minimums, .urgentWaiting, .weightedShortage, .fairness, .cost, .movement,
  ]
  /// The part of its best value by which an objective may get worse for the sake of later ones; 0 for
  /// one that is not named.
  public var tolerances: [Objective: Double] = [:]
  /// Whether waiting counts only as far as units are fewer than the standards require; otherwise
  /// all of it counts, and no number of units is ever enough.
  public var waitingBeyondStandardOnly = true
  /// The priorities whose waiting is urgent.
  public var urgentPriorities: [CallPriority] = []
  /// Which district is worst off.
  public var fairness = Fairness.shortage
  /// The most people who may change sections; nothing for no limit.
  public var movementLimit: Double?
  /// The largest part of its deployable people that a section may lose; nothing for no limit.
  public var largestCut: Share?
  /// Overtime that patrol may use: hours a year, and dollars an hour.
  public var overtime: Overtime?
  /// The most civilians who may be hired for converted positions; nothing for no limit but the
  /// positions.
  public var conversions: Double?
  /// Where the preferences come from.
  public var provenance = Provenance(
    source: "order of the method", date: "", isAssumption: true)

  /// Hours beyond the tours.
  public struct Overtime: Hashable, Sendable {
    /// Officer-hours a year, at most.
    public let hours: Hours
    /// Dollars for one officer-hour.
    public let dollarsPerHour: Double

    /// Creates a limit.
    public init(hours: Hours, dollarsPerHour: Double) {
      self.hours = hours
      self.dollarsPerHour = dollarsPerHour
    }
  }

  /// Creates the preferences of the method: minimums, urgent waiting, weighted shortage, fairness,
  /// cost, movement.
  public init() {}
}
