/// What a dispatch export is fit for: what is missing, odd or impossible in it, what each of these
/// costs in hours of work, and which questions of a staffing study it can answer.
///
/// Made by `QualityTally` of the module WorkloadAnalysis; `Reports` prints it. All counts are whole
/// numbers that do not depend on the order of the calls.
public struct DataQuality: Hashable, Sendable {
  /// What the export could tell, as its profile says.
  public let export: Export
  /// What became of its rows.
  public let ledger: CallLedger
  /// By which standards it was judged.
  public let standards: DataQualityStandards

  /// Calls that were read.
  public var calls = 0
  /// Calls that an officer started.
  public var officerCalls = 0
  /// Parts of units in all calls; 0 where the export has no rows of units.
  public var responses = 0
  /// The days that the calls cover; nothing without calls.
  public var span: Span?
  /// How each stamp is written, in the order of ``Stamp``.
  public var stamps: [StampForm] = []
  /// What is missing, over all calls.
  public var all = MissingCounts()
  /// What is missing, by what calls have in common.
  public var groupings: [Grouping] = []
  /// What is missing by priority, district and hour of the day: cells with calls only.
  public var cells: [Cell] = []
  /// Whether what is missing depends on the priority.
  public var tests: [PriorityTest] = []
  /// Pairs of stamps in an impossible order.
  public var disorder: [StampPair] = []
  /// Pairs of stamps that are equal to the second.
  public var equals: [StampPair] = []
  /// Lengths of time between stamps.
  public var times: [TimeForm] = []
  /// Times far from those of their kind.
  public var oddTimes: [OddTimes] = []
  /// The values of a column, and which of them look odd.
  public var values: [ValueForm] = []
  /// The work that the calls tell.
  public var work = Work()
  /// The work that rests on each weakness of the data.
  public var costs: [Cost] = []
  /// What a reader must know, gravest first.
  public var findings: [Finding] = []
  /// What the export can answer.
  public var verdicts: [Verdict] = []

  /// Creates the quality of an export of which nothing is counted yet.
  public init(export: Export, ledger: CallLedger, standards: DataQualityStandards) {
    self.export = export
    self.ledger = ledger
    self.standards = standards
  }

  /// Whether nothing was found that a study must take care of.
  public var isClean: Bool { findings.allSatisfy { $0.severity == .note } }

  /// Returns the form of `stamp`.
  public func form(of stamp: Stamp) -> StampForm? { stamps.first { $0.stamp == stamp } }

  /// Returns the cost with this key.
  public func cost(_ key: String) -> Cost? { costs.first { $0.key == key } }

  /// Returns the finding with this key.
  public func finding(_ key: String) -> Finding? { findings.first { $0.key == key } }

  /// Returns the grouping with this key.
  public func grouping(_ key: String) -> Grouping? { groupings.first { $0.key == key } }
}

extension DataQuality {
  /// What an export could tell, as its profile says.
  public struct Export: Hashable, Sendable {
    /// How a stamp is told.
    public enum Precision: String, Hashable, Sendable {
      /// With the time of day.
      case times
      /// As a date only.
      case dates
      /// Not at all.
      case none
    }

    /// The export and its profile in words, for the head of a report.
    public var title = ""
    /// What the profile says of its source.
    public var about = ""
    /// Whether the header was never seen in a real export.
    public var isTemplate = false
    /// How each stamp is told, in the order of ``Stamp``.
    public var precision = [Precision](repeating: .times, count: Stamp.allCases.count)
    /// Whether it tells the priority.
    public var tellsPriority = true
    /// Whether it tells what the call is about.
    public var tellsCategory = true
    /// Whether it tells who started the call.
    public var tellsOrigin = true
    /// Whether it tells the district.
    public var tellsDistrict = true
    /// Whether it tells the beat.
    public var tellsBeat = true
    /// Whether it tells how many units went, or has a row for each.
    public var tellsUnits = true
    /// Whether it tells what became of the call.
    public var tellsOutcome = true
    /// The changes of the clock where the agency is; none where the profile does not tell.
    public var clockChanges: [StudyPeriod.ClockChange] = []
    /// The values of a study's geography, against which places were held, if there is one.
    public var study: String?

    /// Creates an export that tells everything.
    public init() {}

    /// Whether anything but the later stamps tells that a unit went: the time of dispatch, the
    /// number of units or rows of units.
    ///
    /// Where nothing does, every call counts as one to which a unit went.
    public var tellsSending: Bool { tellsUnits || precision(of: .dispatched) == .times }

    /// Returns how `stamp` is told.
    public func precision(of stamp: Stamp) -> Precision { precision[stamp.rawValue] }
  }

  /// The days that calls cover.
  public struct Span: Hashable, Sendable {
    /// A week from Monday through Sunday with unusually few calls.
    public struct ThinWeek: Hashable, Sendable {
      /// Its Monday.
      public let monday: CalendarDay
      /// Its calls.
      public let calls: Int

      /// Creates a week.
      public init(monday: CalendarDay, calls: Int) {
        self.monday = monday
        self.calls = calls
      }
    }

    /// The day of the first call.
    public var first: CalendarDay
    /// The day of the last call.
    public var last: CalendarDay
    /// Days between them on which no call was received.
    public var emptyDays = 0
    /// The first of these days, up to the number that a report lists.
    public var firstEmptyDays: [CalendarDay] = []
    /// Full weeks from Monday through Sunday.
    public var weeks = 0
    /// The median of the calls of a full week; nothing without one.
    public var medianOfWeek: Double?
    /// Full weeks with unusually few calls.
    public var thinWeeks: [ThinWeek] = []

    /// Creates a span.
    public init(first: CalendarDay, last: CalendarDay) {
      self.first = first
      self.last = last
    }

    /// The number of days, first and last included.
    public var days: Int { last.dayNumber - first.dayNumber + 1 }
  }
}
