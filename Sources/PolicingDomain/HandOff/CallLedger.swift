/// What became of every row of a dispatch export, from the file to the calls of a study.
///
/// The books must balance at each step. Rows read = rows used + rows set aside, by reason. Rows used
/// = rows grouped to calls + rows that repeat another one, where a row is no call. Calls grouped =
/// calls kept + calls that the cleaning rules remove. A row is set aside only when it has no
/// identifier or no readable time of receipt; a later stamp that is missing is a missing value of a
/// row that is used, and counted apart.
public struct CallLedger: Hashable, Codable, Sendable {
  /// The file or files.
  public let source: String
  /// The column profile.
  public let profile: String
  /// What one row stands for: call, unit or status.
  public let grain: String
  /// Rows below the header.
  public let rowsRead: Int
  /// Rows that became calls, or parts of them.
  public let rowsUsed: Int
  /// Rows that did not, by reason.
  public let setAside: [Entry]
  /// Values that are missing in rows that are used, by field.
  public let missing: [Entry]
  /// Rows whose stamps are in an impossible order.
  public let orderViolations: [Entry]
  /// Values that are there but not understood or suspect, by kind.
  public let remarks: [Entry]
  /// Questions that the export cannot answer, each with the reason.
  public let refusals: [Entry]
  /// How rows were grouped to calls; nothing where each row is a call.
  public var grouping: Grouping?
  /// What the cleaning rules did; nothing where none were applied.
  public var cleaning: Cleaning?

  /// Creates a ledger.
  public init(
    source: String, profile: String, grain: String, rowsRead: Int, rowsUsed: Int,
    setAside: [Entry], missing: [Entry], orderViolations: [Entry], remarks: [Entry],
    refusals: [Entry], grouping: Grouping? = nil, cleaning: Cleaning? = nil
  ) {
    self.source = source
    self.profile = profile
    self.grain = grain
    self.rowsRead = rowsRead
    self.rowsUsed = rowsUsed
    self.setAside = setAside
    self.missing = missing
    self.orderViolations = orderViolations
    self.remarks = remarks
    self.refusals = refusals
    self.grouping = grouping
    self.cleaning = cleaning
  }

  /// Calls after grouping and before cleaning.
  public var callsGrouped: Int { grouping?.calls ?? rowsUsed }

  /// Calls that came out in the end: those that a study counts.
  public var calls: Int { cleaning?.callsKept ?? callsGrouped }

  /// Whether every row and every call is accounted for once.
  public var balances: Bool {
    guard rowsRead == rowsUsed + setAside.reduce(0, { $0 + $1.rows }) else { return false }
    if let grouping, rowsUsed != grouping.rowsGrouped + grouping.rowsRepeated { return false }
    if let cleaning, callsGrouped != cleaning.callsKept + cleaning.callsRemoved { return false }
    return true
  }
}

extension CallLedger {
  /// A number of rows that share a property, with the first lines on which it was seen.
  public struct Entry: Hashable, Codable, Sendable {
    /// What the rows have in common.
    public let what: String
    /// How many there are: rows, or what ``what`` names instead, such as calls.
    public let rows: Int
    /// The lines of the first few, counted from 1 as an editor shows them.
    public let lines: [Int]
    /// What can be done about it, if anything.
    public let remedy: String
    /// The unit-hours that are removed or set to missing with them, where that can be told.
    public let unitHours: UnitHours?

    /// Creates an entry.
    public init(
      what: String, rows: Int, lines: [Int] = [], remedy: String = "",
      unitHours: UnitHours? = nil
    ) {
      self.what = what
      self.rows = rows
      self.lines = lines
      self.remedy = remedy
      self.unitHours = unitHours
    }
  }

  /// How rows of units, or of a log of statuses, were grouped to calls.
  public struct Grouping: Hashable, Codable, Sendable {
    /// Rows that are part of a call.
    public let rowsGrouped: Int
    /// Rows that repeat another one in everything that is told of a unit on a call.
    public let rowsRepeated: Int
    /// Calls that the rows were grouped to.
    public let calls: Int
    /// Parts of units in these calls.
    public let responses: Int
    /// What was noticed, by kind.
    public let entries: [Entry]

    /// Creates the books of a grouping.
    public init(
      rowsGrouped: Int, rowsRepeated: Int, calls: Int, responses: Int, entries: [Entry]
    ) {
      self.rowsGrouped = rowsGrouped
      self.rowsRepeated = rowsRepeated
      self.calls = calls
      self.responses = responses
      self.entries = entries
    }
  }

  /// What the cleaning rules did to calls.
  public struct Cleaning: Hashable, Codable, Sendable {
    /// The name of the rules.
    public let rules: String
    /// Calls that were kept, with or without a change.
    public let callsKept: Int
    /// Calls that were removed.
    public let callsRemoved: Int
    /// What each rule did.
    public let entries: [Entry]

    /// Creates the books of a cleaning.
    public init(rules: String, callsKept: Int, callsRemoved: Int, entries: [Entry]) {
      self.rules = rules
      self.callsKept = callsKept
      self.callsRemoved = callsRemoved
      self.entries = entries
    }
  }
}

extension CallLedger {
  /// A question that an export may be unable to answer.
  public enum Question: String, Hashable, Sendable {
    /// How long units were busy.
    case hoursOfWork = "hours of work"
    /// At which hours of the week calls come in.
    case hoursOfWeek = "hours of the week"
    /// How many calls there were.
    case countsOfCalls = "counts of calls"
  }

  /// Returns why `question` cannot be answered, or nothing if it can.
  public func refusal(of question: Question) -> Entry? {
    refusals.first { $0.what.hasPrefix(question.rawValue) }
  }

  /// Returns the ledger under another name for its source, such as one without a machine's path.
  public func renamed(_ source: String) -> CallLedger {
    CallLedger(
      source: source, profile: profile, grain: grain, rowsRead: rowsRead, rowsUsed: rowsUsed,
      setAside: setAside, missing: missing, orderViolations: orderViolations, remarks: remarks,
      refusals: refusals, grouping: grouping, cleaning: cleaning)
  }
}
