extension DataQuality {
  /// A length of time between two stamps.
  public enum Interval: Int, CaseIterable, Hashable, Sendable {
    /// Dispatched to cleared: the time of one unit.
    case unitTime
    /// Received to dispatched.
    case waiting
    /// Dispatched to arrived.
    case travel
    /// Received to arrived.
    case response
    /// Arrived to cleared.
    case onScene

    /// The name in files.
    public var key: String {
      switch self {
      case .unitTime: "unit_time"
      case .waiting: "waiting"
      case .travel: "travel"
      case .response: "response"
      case .onScene: "on_scene"
      }
    }

    /// The name for people.
    public var name: String {
      switch self {
      case .unitTime: "unit time"
      case .waiting: "waiting"
      case .travel: "travel"
      case .response: "response"
      case .onScene: "at the scene"
      }
    }

    /// The stamps between which the time passes.
    public var stamps: (start: Stamp, end: Stamp) {
      switch self {
      case .unitTime: (.dispatched, .cleared)
      case .waiting: (.received, .dispatched)
      case .travel: (.dispatched, .arrived)
      case .response: (.received, .arrived)
      case .onScene: (.arrived, .cleared)
      }
    }
  }

  /// The lengths of one interval, and the odd ones among them.
  ///
  /// Unit times count once for each part of a unit; the others once for each call.
  public struct TimeForm: Hashable, Sendable {
    /// The interval.
    public let interval: Interval
    /// Who started the calls.
    public let origin: CallOrigin
    /// Times of which both stamps are there.
    public var known = 0
    /// Below zero.
    public var negative = 0
    /// Exactly zero.
    public var zero = 0
    /// Above zero and below the shortest believed.
    public var short = 0
    /// Above the longest usual one and not above the longest believed.
    public var long = 0
    /// Above the longest believed.
    public var tooLong = 0
    /// Hours of the short ones, all units counted.
    public var shortHours = 0.0
    /// Hours of the long ones.
    public var longHours = 0.0
    /// Hours of those that are too long, as they stand.
    public var tooLongHours = 0.0
    /// Half of the times from zero up are not longer, in seconds, to about three hundredths.
    public var median: Double?
    /// Nine of ten times from zero up are not longer, in seconds, to about three hundredths.
    public var ninetieth: Double?

    /// Creates the form of an interval without times.
    public init(_ interval: Interval, _ origin: CallOrigin) {
      self.interval = interval
      self.origin = origin
    }
  }

  /// Times far from the median of their kind, on a scale of logarithms.
  public struct OddTimes: Hashable, Sendable {
    /// The interval.
    public let interval: Interval
    /// The category or priority.
    public let label: String
    /// Times above zero.
    public let known: Int
    /// Their median in seconds.
    public let median: Double
    /// Times far below the median.
    public let low: Int
    /// Times far above it.
    public let high: Int
    /// Hours of those far above it, as they stand.
    public let highHours: Double
    /// Times above this many seconds are far above it.
    public let upperLimit: Double

    /// Creates the odd times of a kind.
    public init(
      interval: Interval, label: String, known: Int, median: Double, low: Int, high: Int,
      highHours: Double, upperLimit: Double
    ) {
      self.interval = interval
      self.label = label
      self.known = known
      self.median = median
      self.low = low
      self.high = high
      self.highHours = highHours
      self.upperLimit = upperLimit
    }
  }

  /// The work that calls tell.
  public struct Work: Hashable, Sendable {
    /// Parts of units in calls to which one went: units, as far as their number is told.
    public var units = 0
    /// Parts whose time is told and believed.
    public var timedUnits = 0
    /// The hours of these.
    public var timedUnitHours = 0.0
    /// Hours of the others, at the mean of their kind; nothing where no time is told at all.
    public var imputedUnitHours: Double?
    /// Units whose time was taken from calls of the same category and priority, the same category,
    /// the same priority, and all calls.
    public var imputedBy = [0, 0, 0, 0]
    /// Unit-hours whose number of officers is told.
    public var crewedUnitHours = 0.0
    /// Officer-hours of these.
    public var crewedOfficerHours = 0.0
    /// Calls without any sign that a unit went.
    public var callsWithoutSign = 0
    /// Calls to which a unit went whose number of units is not told, counted as one unit each.
    public var callsOfUnknownUnits = 0

    /// Creates no work.
    public init() {}

    /// All unit-hours, told and imputed.
    public var unitHours: Double { timedUnitHours + (imputedUnitHours ?? 0) }

    /// Officers in a unit, weighted by time; nothing where no crew is told.
    public var crew: Double? {
      crewedUnitHours > 0 ? crewedOfficerHours / crewedUnitHours : nil
    }

    /// The share of the told unit-hours whose crew is told.
    public var crewedShare: Double {
      timedUnitHours > 0 ? crewedUnitHours / timedUnitHours : 0
    }
  }

  /// The work that rests on one weakness of the data.
  public struct Cost: Hashable, Sendable {
    /// The name in files.
    public let key: String
    /// What the calls have in common.
    public let what: String
    /// The calls.
    public let calls: Int
    /// Their units.
    public let units: Int
    /// Hours that their stamps tell.
    public let toldUnitHours: Double
    /// Hours at the mean of their kind, where stamps do not tell; nothing where no mean is known.
    public let imputedUnitHours: Double?

    /// Creates a cost.
    public init(
      key: String, what: String, calls: Int, units: Int, toldUnitHours: Double,
      imputedUnitHours: Double?
    ) {
      self.key = key
      self.what = what
      self.calls = calls
      self.units = units
      self.toldUnitHours = toldUnitHours
      self.imputedUnitHours = imputedUnitHours
    }

    /// All unit-hours; nothing where none can be told.
    public var unitHours: Double? {
      imputedUnitHours.map { toldUnitHours + $0 } ?? (toldUnitHours > 0 ? toldUnitHours : nil)
    }
  }
}
