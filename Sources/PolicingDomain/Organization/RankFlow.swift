/// How people enter and leave a rank in a year (FORMULATION 6, pipeline, and 7.5).
public struct RankFlow: Hashable, Sendable {
  /// The rank.
  public let rank: Rank.ID
  /// The rank from which people are promoted into it; nothing where people are hired into it.
  public let promotedFrom: Rank.ID?
  /// The share of the rank that leaves the department in a year.
  public let exits: Share
  /// Months from a vacancy until its successor does the work alone.
  public let monthsToSolo: Double
  /// Promotions or hires into the rank a year, at most; nothing for no limit.
  public let entriesLimit: Double?
  /// Where the figures come from.
  public let provenance: Provenance

  /// Creates a flow.
  public init(
    rank: Rank.ID, promotedFrom: Rank.ID?, exits: Share, monthsToSolo: Double,
    entriesLimit: Double?, provenance: Provenance
  ) {
    self.rank = rank
    self.promotedFrom = promotedFrom
    self.exits = exits
    self.monthsToSolo = monthsToSolo
    self.entriesLimit = entriesLimit
    self.provenance = provenance
  }
}
