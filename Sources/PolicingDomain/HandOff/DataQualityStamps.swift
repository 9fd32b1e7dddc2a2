extension DataQuality {
  /// A moment in the course of a call.
  public enum Stamp: Int, CaseIterable, Hashable, Sendable {
    /// When dispatch learned of the call.
    case received
    /// When a unit was sent.
    case dispatched
    /// When it set out.
    case enroute
    /// When it arrived.
    case arrived
    /// When it was free again.
    case cleared

    /// The name in reports and files.
    public var name: String {
      switch self {
      case .received: "received"
      case .dispatched: "dispatched"
      case .enroute: "enroute"
      case .arrived: "arrived"
      case .cleared: "cleared"
      }
    }

    /// The stamps that may be missing: all but the first.
    public static let later: [Stamp] = [.dispatched, .enroute, .arrived, .cleared]

    /// What a study loses where the stamp is missing.
    public var damage: String {
      switch self {
      case .received: "everything: without it a row is no call"
      case .dispatched: "hours of work, waiting and travel times"
      case .enroute: "the split of travel into turnout and driving"
      case .arrived: "response and travel times; hours of work do not need it"
      case .cleared: "hours of work"
      }
    }
  }

  /// How many calls lack which of the four stamps behind the time of receipt.
  public struct MissingCounts: Hashable, Sendable {
    /// All calls.
    public var calls = 0
    /// Calls to which a unit went, as far as anything in the record tells.
    public var sent = 0
    /// Of all calls, those without dispatched, enroute, arrived, cleared.
    public var missing = SIMD4<Int>.zero
    /// Of the calls to which a unit went, those without dispatched, enroute, arrived, cleared.
    public var missingThoughSent = SIMD4<Int>.zero

    /// Creates counts of no calls.
    public init() {}

    /// Adds other counts.
    public mutating func add(_ other: MissingCounts) {
      calls += other.calls
      sent += other.sent
      missing &+= other.missing
      missingThoughSent &+= other.missingThoughSent
    }

    /// Returns how many of all calls lack `stamp`; 0 for the time of receipt.
    public func missing(_ stamp: Stamp) -> Int {
      stamp == .received ? 0 : missing[stamp.rawValue - 1]
    }

    /// Returns how many of the calls to which a unit went lack `stamp`.
    public func missingThoughSent(_ stamp: Stamp) -> Int {
      stamp == .received ? 0 : missingThoughSent[stamp.rawValue - 1]
    }

    /// Returns the share of all calls that lack `stamp`; nothing without calls.
    public func share(_ stamp: Stamp) -> Double? {
      calls > 0 ? Double(missing(stamp)) / Double(calls) : nil
    }

    /// Returns the share of calls with a unit that lack `stamp`; nothing without such calls.
    public func shareThoughSent(_ stamp: Stamp) -> Double? {
      sent > 0 ? Double(missingThoughSent(stamp)) / Double(sent) : nil
    }
  }

  /// What is missing, by something that calls have in common.
  public struct Grouping: Hashable, Sendable {
    /// One group of calls, or of the parts of units.
    public struct Group: Hashable, Sendable {
      /// What they have in common.
      public let label: String
      /// What they lack.
      public let counts: MissingCounts

      /// Creates a group.
      public init(_ label: String, _ counts: MissingCounts) {
        self.label = label
        self.counts = counts
      }
    }

    /// The name in files.
    public let key: String
    /// What the groups differ in, for people.
    public let title: String
    /// The groups, in the order of their labels; each call is in one of them.
    public let groups: [Group]

    /// Creates a grouping.
    public init(key: String, title: String, groups: [Group]) {
      self.key = key
      self.title = title
      self.groups = groups
    }
  }

  /// What is missing in one hour of the day, at one place and priority.
  public struct Cell: Hashable, Sendable {
    /// The level of the priority, if known.
    public let priority: Int?
    /// The district, if known.
    public let district: String?
    /// The hour of the day in which the calls were received, from 0 to 23.
    public let hour: Int
    /// What they lack.
    public let counts: MissingCounts

    /// Creates a cell.
    public init(priority: Int?, district: String?, hour: Int, counts: MissingCounts) {
      self.priority = priority
      self.district = district
      self.hour = hour
      self.counts = counts
    }

    /// The priority as a label.
    public var priorityLabel: String { priority.map { "P\($0)" } ?? DataQuality.notRecorded }
    /// The district as a label.
    public var districtLabel: String { district ?? DataQuality.notRecorded }
  }

  /// The label of what is not recorded.
  public static let notRecorded = "not recorded"

  /// How the moments of one stamp are written.
  public struct StampForm: Hashable, Sendable {
    /// The stamp.
    public let stamp: Stamp
    /// Calls that have it.
    public var known = 0
    /// Those on a full minute.
    public var onMinute = 0
    /// Those on a full minute that is a multiple of five.
    public var onFiveMinutes = 0
    /// Those at midnight to the second: dates without a time, but for a few.
    public var atMidnight = 0

    /// Creates the form of a stamp that no call has.
    public init(_ stamp: Stamp) { self.stamp = stamp }
  }

  /// Two stamps of calls that share a property.
  public struct StampPair: Hashable, Sendable {
    /// The stamp that should come first.
    public let earlier: Stamp
    /// The stamp that should come later.
    public let later: Stamp
    /// Calls of the community with the property.
    public var community = 0
    /// Calls that an officer started with the property.
    public var officer = 0
    /// Calls of the community with both stamps.
    public var communityKnown = 0
    /// Calls that an officer started with both stamps.
    public var officerKnown = 0

    /// Creates a pair without calls.
    public init(_ earlier: Stamp, _ later: Stamp) {
      self.earlier = earlier
      self.later = later
    }

    /// Calls with the property.
    public var count: Int { community + officer }
    /// Calls with both stamps.
    public var known: Int { communityKnown + officerKnown }
  }

  /// Whether a stamp is missing more often at some priorities than at others, among calls to which
  /// a unit went.
  public struct PriorityTest: Hashable, Sendable {
    /// The stamp.
    public let stamp: Stamp
    /// The priorities compared, each with enough calls, and what they lack.
    public let groups: [Grouping.Group]
    /// Pearson's chi-square statistic of homogeneity.
    public let chiSquare: Double
    /// Its degrees of freedom.
    public let degrees: Int
    /// The value that chance alone exceeds in one of twenty cases.
    public let critical: Double
    /// Cramér's V, from 0 (no dependence) to 1.
    public let cramersV: Double
    /// The priority with the highest share missing.
    public let highest: Grouping.Group
    /// The priority with the lowest share missing.
    public let lowest: Grouping.Group
    /// The difference of these shares.
    public let gap: Double
    /// Its 95 % interval, by Newcombe's method 10.
    public let gapInterval: ClosedRange<Double>

    /// Creates a test.
    public init(
      stamp: Stamp, groups: [Grouping.Group], chiSquare: Double, degrees: Int, critical: Double,
      cramersV: Double, highest: Grouping.Group, lowest: Grouping.Group, gap: Double,
      gapInterval: ClosedRange<Double>
    ) {
      self.stamp = stamp
      self.groups = groups
      self.chiSquare = chiSquare
      self.degrees = degrees
      self.critical = critical
      self.cramersV = cramersV
      self.highest = highest
      self.lowest = lowest
      self.gap = gap
      self.gapInterval = gapInterval
    }

    /// Whether the shares differ by more than chance explains.
    public var differs: Bool { chiSquare > critical }
  }
}
