/// The positions that a group needs, and the reason (FORMULATION 6).
public struct PositionRequirement: Hashable, Sendable {
  /// The group.
  public let group: PositionGroup.ID
  /// The positions, as the basis gives them, not rounded.
  public let positions: FullTimeEquivalents
  /// The name of the basis.
  public let basis: String
  /// The calculation in words and numbers.
  public let reason: String
  /// Whether tours decide the number, so that ``positions`` is a cross-check by net hours only.
  public let isSizedByTours: Bool

  /// Creates a requirement.
  public init(
    group: PositionGroup.ID, positions: FullTimeEquivalents, basis: String, reason: String,
    isSizedByTours: Bool
  ) {
    self.group = group
    self.positions = positions
    self.basis = basis
    self.reason = reason
    self.isSizedByTours = isSizedByTours
  }
}
