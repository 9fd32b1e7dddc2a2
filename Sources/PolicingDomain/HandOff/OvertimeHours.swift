/// Overtime by reason, district and period: hours of officers, and no names.
public struct OvertimeHours: Hashable, Sendable {
  /// The periods by which overtime is summed.
  public enum Period: String, CaseIterable, Hashable, Sendable {
    /// Calendar months.
    case month
    /// The thirteen police periods of 28 days.
    case police
  }

  /// The overtime of one reason, district and period.
  public struct Row: Hashable, Sendable {
    /// Why overtime was worked, in the words of the profile.
    public let reason: String
    /// Whether the officers were on the street; nothing when the profile does not say.
    public let isOnStreet: Bool?
    /// The district; nothing for rows that name none.
    public let district: District.ID?
    /// The period, as `2023-11` or `2023 period 11`.
    public let period: String
    /// The hours.
    public let hours: OfficerHours
    /// Rows of the file.
    public let entries: Int

    /// Creates a row.
    public init(
      reason: String, isOnStreet: Bool?, district: District.ID?, period: String,
      hours: OfficerHours, entries: Int
    ) {
      self.reason = reason
      self.isOnStreet = isOnStreet
      self.district = district
      self.period = period
      self.hours = hours
      self.entries = entries
    }
  }

  /// The overtime by reason, then district (none last), then period.
  public let rows: [Row]
  /// All hours.
  public let total: OfficerHours
  /// What became of every row of the files.
  public let ledger: DeploymentLedger
  /// What the files do not tell.
  public let notTold: [String]

  /// Creates overtime.
  public init(rows: [Row], total: OfficerHours, ledger: DeploymentLedger, notTold: [String]) {
    self.rows = rows
    self.total = total
    self.ledger = ledger
    self.notTold = notTold
  }

  /// The hours on the street, as far as the profile says which reasons are.
  public var onStreet: OfficerHours { rows.filter { $0.isOnStreet == true }.total(\.hours) }
}
