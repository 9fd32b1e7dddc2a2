/// How many sworn positions of a group civilians could hold, and what that frees (FORMULATION 6).
public struct CivilianConversion: Hashable, Sendable {
  /// The group.
  public let group: PositionGroup.ID
  /// Positions whose work civilians may do.
  public let eligible: FullTimeEquivalents
  /// Eligible positions that are not kept for members on limited duty.
  public let convertible: FullTimeEquivalents
  /// Officers whom a conversion of all of them frees for full duty elsewhere.
  public let officersFreed: FullTimeEquivalents
  /// The civilian title.
  public let civilianRank: Rank.ID
  /// Civilians for one sworn position, by the hours of a year.
  public let civiliansPerPosition: Double
  /// Why, in words: the tests that are passed or failed, and the hours.
  public let reason: String
  /// Where the judgement comes from.
  public let provenance: Provenance

  /// Creates a conversion.
  public init(
    group: PositionGroup.ID, eligible: FullTimeEquivalents, convertible: FullTimeEquivalents,
    officersFreed: FullTimeEquivalents, civilianRank: Rank.ID, civiliansPerPosition: Double,
    reason: String, provenance: Provenance
  ) {
    self.group = group
    self.eligible = eligible
    self.convertible = convertible
    self.officersFreed = officersFreed
    self.civilianRank = civilianRank
    self.civiliansPerPosition = civiliansPerPosition
    self.reason = reason
    self.provenance = provenance
  }
}
