/// Calls of the community that were not served, or not soon (FORMULATION 2.3).
public struct UnmetDemand: Hashable, Sendable {
  /// What became of such a call; a call is of one kind.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Cancelled before a unit was sent.
    case cancelledBefore = "cancelled before a unit was sent"
    /// Cancelled after a unit was sent.
    case cancelledAfter = "cancelled after a unit was sent"
    /// Nothing in the export shows that a unit was sent, and nothing tells why.
    case neverSent = "no sign that a unit was sent"
    /// Dealt with by telephone, or by another agency, without a unit.
    case elsewhere = "dealt with elsewhere"
    /// The first unit was sent later after receipt than the limit.
    case held = "held longer than the limit"
  }

  /// Calls of one kind, priority and district.
  public struct Row: Hashable, Sendable {
    /// What became of them.
    public let kind: Kind
    /// The priority; nothing for calls without one.
    public let priority: CallPriority?
    /// The district; nothing for calls without one of the study.
    public let district: District.ID?
    /// The number of calls.
    public let calls: Int
    /// Calls whose wait is known: until the first unit was sent where they were held, until the
    /// call was cleared or closed otherwise.
    public let callsWithWait: Int
    /// The hours that these waited in all.
    public let waited: Hours

    /// Creates a row.
    public init(
      kind: Kind, priority: CallPriority?, district: District.ID?, calls: Int, callsWithWait: Int,
      waited: Hours
    ) {
      self.kind = kind
      self.priority = priority
      self.district = district
      self.calls = calls
      self.callsWithWait = callsWithWait
      self.waited = waited
    }
  }

  /// The rows, by kind, priority and district; empty ones are left out.
  public let rows: [Row]
  /// A call is held when its first unit is sent later than this after receipt.
  public let holdLimit: Hours

  /// Creates unmet demand.
  public init(rows: [Row], holdLimit: Hours) {
    self.rows = rows
    self.holdLimit = holdLimit
  }

  /// No unmet demand.
  public static let none = UnmetDemand(rows: [], holdLimit: WorkloadAssumptions().holdLimit)

  /// Returns the rows of `kind` added up over the districts, by priority.
  public func byPriority(_ kind: Kind) -> [Row] {
    var sums: [Row] = []
    for row in rows where row.kind == kind {
      if let last = sums.last, last.priority == row.priority {
        sums[sums.count - 1] = Row(
          kind: kind, priority: row.priority, district: nil, calls: last.calls + row.calls,
          callsWithWait: last.callsWithWait + row.callsWithWait, waited: last.waited + row.waited)
      } else {
        sums.append(
          Row(
            kind: kind, priority: row.priority, district: nil, calls: row.calls,
            callsWithWait: row.callsWithWait, waited: row.waited))
      }
    }
    return sums
  }
}
