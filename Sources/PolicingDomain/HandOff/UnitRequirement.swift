/// The units that one district needs on the street during one watch of one weekday, and why
/// (FORMULATION 4).
public struct UnitRequirement: Hashable, Sendable {
  /// What the public gets from a number of units on the street.
  public struct Performance: Hashable, Sendable {
    /// The share of on-street time that calls of the community take.
    public let busyShare: Double
    /// The share of queued calls that wait at all.
    public let waitShare: Double
    /// The mean wait of the calls of each priority, most urgent first; infinite where the demand
    /// of some hour exceeds the units.
    public let meanWaits: [MeanWait]
    /// The share of queued calls that wait at all when queues reach from hour to hour and watch to
    /// watch, with whole units; nothing where the week was not followed.
    public var waitShareOverWeek: Double?
    /// The wait that nine of ten calls of a priority do not exceed, most urgent first; empty where
    /// it was not asked for.
    public var ninetiethWaits: [MeanWait] = []
    /// Wait and travel of the calls of each priority, on average; empty without a speed and an area.
    public var meanResponses: [MeanWait] = []
    /// The hours between two passes of patrol through a street; nothing without a speed and a length
    /// of streets.
    public var patrolInterval: Hours?
    /// The same figures by the pooled formula, which counts a call that draws two units as one that
    /// takes twice the time; nothing where they were not asked for.
    public var pooled: Pooled?

    /// Creates a performance.
    public init(busyShare: Double, waitShare: Double, meanWaits: [MeanWait]) {
      self.busyShare = busyShare
      self.waitShare = waitShare
      self.meanWaits = meanWaits
    }
  }

  /// Waits by the pooled formula.
  public struct Pooled: Hashable, Sendable {
    /// The share of queued calls that wait at all.
    public let waitShare: Double
    /// The mean wait of the calls of each priority, most urgent first.
    public let meanWaits: [MeanWait]

    /// Creates the waits.
    public init(waitShare: Double, meanWaits: [MeanWait]) {
      self.waitShare = waitShare
      self.meanWaits = meanWaits
    }
  }

  /// A wait of the calls of one priority.
  public struct MeanWait: Hashable, Sendable {
    /// The priority.
    public let priority: CallPriority
    /// The wait.
    public let wait: Hours

    /// Creates a wait.
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
  /// What each standard asks for.
  public let needs: UnitNeeds
  /// Units by which the need for waiting was raised because queues of the hours before reach into
  /// the watch.
  ///
  /// They are in the need for waiting, and more than the requirement grew by where another need was
  /// larger.
  public let raisedBy: Double
  /// The units required at the ends of the interval of the district's unit-hours; nothing where that
  /// has none.
  public var interval: ClosedRange<Double>?
  /// The waits alone and in the radio zone; nothing where the district has none, or where they were not
  /// compared.
  public var pools: PoolComparison?
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
    district: District.ID, watch: Watch.ID, weekday: Weekday, needs: UnitNeeds,
    raisedBy: Double = 0, crew: Double, hardestWait: String, performance: Performance,
    busyUnits: Double, calls: Double
  ) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
    self.needs = needs
    self.raisedBy = raisedBy
    self.crew = crew
    self.hardestWait = hardestWait
    self.performance = performance
    self.busyUnits = busyUnits
    self.calls = calls
  }

  /// Units required: the largest of the needs.
  public var units: Double { needs.units }

  /// Officers required on the street: units × crew (FORMULATION 4.8).
  public var officers: Double { units * crew }

  /// The standard that decides.
  public var governing: UnitNeeds.Governing { needs.governing }
}
