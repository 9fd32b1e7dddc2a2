/// What other levels of a group would mean whose level somebody decided (FORMULATION 6).
///
/// Made by `PolicyAlternatives.all(of:availabilities:positions:)` in the module
/// StaffingRequirements. Such a level is never called required: work does not ask for it.
public struct PolicyAlternatives: Hashable, Sendable {
  /// One level.
  public struct Level: Hashable, Sendable {
    /// The change against the level decided, such as −0.25.
    public let change: Double
    /// Positions of the group.
    public let positions: FullTimeEquivalents
    /// Positions of other groups that follow from the change, such as its sergeants: more or fewer
    /// than today.
    public let following: FullTimeEquivalents
    /// Sworn positions that the change takes from the districts, those that follow included; negative
    /// where it gives some back.
    public let takenFromDistricts: FullTimeEquivalents
    /// Officer-hours of patrol a week that the change takes from the districts, by net hours on the
    /// street; negative where it gives some back.
    public let patrolHoursPerWeek: OfficerHours
    /// What the change costs in a year; negative where it saves.
    public let cost: DollarsPerYear

    /// Creates a level.
    public init(
      change: Double, positions: FullTimeEquivalents, following: FullTimeEquivalents,
      takenFromDistricts: FullTimeEquivalents, patrolHoursPerWeek: OfficerHours,
      cost: DollarsPerYear
    ) {
      self.change = change
      self.positions = positions
      self.following = following
      self.takenFromDistricts = takenFromDistricts
      self.patrolHoursPerWeek = patrolHoursPerWeek
      self.cost = cost
    }
  }

  /// The group.
  public let group: PositionGroup.ID
  /// The section.
  public let section: Section.ID
  /// What its holders do.
  public let function: String
  /// The rank.
  public let rank: Rank.ID
  /// The level decided.
  public let decided: FullTimeEquivalents
  /// Officer-hours of patrol a week that all the people of the group could do in the districts; 0
  /// for civilians.
  public let patrolHoursPerWeek: OfficerHours
  /// Who decided, and where that is written.
  public let provenance: Provenance
  /// The levels, lowest first.
  public let levels: [Level]

  /// Creates alternatives.
  public init(
    group: PositionGroup.ID, section: Section.ID, function: String, rank: Rank.ID,
    decided: FullTimeEquivalents, patrolHoursPerWeek: OfficerHours, provenance: Provenance,
    levels: [Level]
  ) {
    self.group = group
    self.section = section
    self.function = function
    self.rank = rank
    self.decided = decided
    self.patrolHoursPerWeek = patrolHoursPerWeek
    self.provenance = provenance
    self.levels = levels
  }
}
