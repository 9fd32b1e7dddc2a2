/// What became of every row of a dispatch export.
///
/// The books must balance: rows read = rows used + rows set aside, by reason. A row is set aside
/// only when it has no identifier or no readable time of receipt; a later stamp that is missing is
/// a missing value of a row that is used, and counted apart.
public struct CallLedger: Hashable, Codable, Sendable {
  /// A number of rows that share a property, with the first lines on which it was seen.
  public struct Entry: Hashable, Codable, Sendable {
    /// What the rows have in common.
    public let what: String
    /// How many there are.
    public let rows: Int
    /// The lines of the first few, counted from 1 as an editor shows them.
    public let lines: [Int]
    /// What can be done about it, if anything.
    public let remedy: String

    /// Creates an entry.
    public init(what: String, rows: Int, lines: [Int] = [], remedy: String = "") {
      self.what = what
      self.rows = rows
      self.lines = lines
      self.remedy = remedy
    }
  }

  /// The file or files.
  public let source: String
  /// The column profile.
  public let profile: String
  /// What one row stands for: call, unit or status.
  public let grain: String
  /// Rows below the header.
  public let rowsRead: Int
  /// Rows that became calls.
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

  /// Creates a ledger.
  public init(
    source: String, profile: String, grain: String, rowsRead: Int, rowsUsed: Int,
    setAside: [Entry], missing: [Entry], orderViolations: [Entry], remarks: [Entry],
    refusals: [Entry]
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
  }

  /// Whether every row read is accounted for once.
  public var balances: Bool { rowsRead == rowsUsed + setAside.reduce(0) { $0 + $1.rows } }
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
      refusals: refusals)
  }
}
