/// The people of one rank in one section who can be deployed (FORMULATION 5.7).
public struct DeployableStrength: Hashable, Sendable {
  /// The section.
  public let section: Section.ID
  /// The rank.
  public let rank: Rank.ID
  /// People on the roster.
  public let assigned: FullTimeEquivalents
  /// People on the roster who can be deployed.
  public let deployable: FullTimeEquivalents
  /// Positions authorized, if published for the section.
  public let authorized: FullTimeEquivalents?

  /// Creates a strength.
  public init(
    section: Section.ID, rank: Rank.ID, assigned: FullTimeEquivalents,
    deployable: FullTimeEquivalents, authorized: FullTimeEquivalents?
  ) {
    self.section = section
    self.rank = rank
    self.assigned = assigned
    self.deployable = deployable
    self.authorized = authorized
  }
}
