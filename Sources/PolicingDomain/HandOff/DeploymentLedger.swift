/// What became of every row of the records of a deployment.
///
/// The books must balance: rows read = rows used + rows set aside, by reason.
public struct DeploymentLedger: Hashable, Sendable {
  /// A number of rows that share a property, with the first lines on which it was seen.
  public typealias Entry = CallLedger.Entry

  /// The file or files.
  public let source: String
  /// The profile.
  public let profile: String
  /// What one row stands for, such as a session of a unit.
  public let grain: String
  /// Rows below the header.
  public let rowsRead: Int
  /// Rows that tell of somebody on the street, or that nobody was.
  public let rowsUsed: Int
  /// Rows that do not, by reason.
  public let setAside: [Entry]
  /// People who were not present, by status, in rows that are used.
  public let absences: [Entry]
  /// Rows that are used, with something that a reader should know.
  public let remarks: [Entry]

  /// Creates a ledger.
  public init(
    source: String, profile: String, grain: String, rowsRead: Int, rowsUsed: Int,
    setAside: [Entry], absences: [Entry], remarks: [Entry]
  ) {
    self.source = source
    self.profile = profile
    self.grain = grain
    self.rowsRead = rowsRead
    self.rowsUsed = rowsUsed
    self.setAside = setAside
    self.absences = absences
    self.remarks = remarks
  }

  /// Whether every row read is accounted for once.
  public var balances: Bool { rowsRead == rowsUsed + setAside.reduce(0) { $0 + $1.rows } }

  /// Returns the ledger under another name for its source, such as one without a machine's path.
  public func renamed(_ source: String) -> DeploymentLedger {
    DeploymentLedger(
      source: source, profile: profile, grain: grain, rowsRead: rowsRead, rowsUsed: rowsUsed,
      setAside: setAside, absences: absences, remarks: remarks)
  }
}
