/// The strength of one rank in one section on one date (FORMULATION 5.7).
///
/// Authorized, assigned, working elsewhere and deployable are four different numbers; confusing
/// them is what inspectors find first.
public struct StrengthRecord: Hashable, Sendable {
  /// The section.
  public let section: Section.ID
  /// The rank.
  public let rank: Rank.ID
  /// Sworn or civilian.
  public let employment: Employment
  /// Positions authorized, if published for the section.
  public let authorized: FullTimeEquivalents?
  /// People on the roster of the section.
  public let assigned: FullTimeEquivalents
  /// People of the roster who work in another section or for another body.
  public let elsewhere: FullTimeEquivalents
  /// People who can be deployed, if counted; otherwise the whole-person ledger estimates them.
  public let deployable: FullTimeEquivalents?
  /// The document and the date.
  public let provenance: Provenance

  /// Creates a record.
  public init(
    section: Section.ID, rank: Rank.ID, employment: Employment, authorized: FullTimeEquivalents?,
    assigned: FullTimeEquivalents, elsewhere: FullTimeEquivalents,
    deployable: FullTimeEquivalents?, provenance: Provenance
  ) {
    self.section = section
    self.rank = rank
    self.employment = employment
    self.authorized = authorized
    self.assigned = assigned
    self.elsewhere = elsewhere
    self.deployable = deployable
    self.provenance = provenance
  }
}
