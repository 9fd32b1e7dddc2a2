/// The five tests of whether civilians may do the work of a sworn position, and what a conversion
/// frees (FORMULATION 6).
public struct Civilianization: Hashable, Sendable {
  /// What a sworn position needs that a civilian has not.
  public enum Test: String, CaseIterable, Hashable, Sendable {
    /// The power of arrest, or the use of force.
    case arrestOrForce = "arrest_or_force"
    /// A skill of sworn members only.
    case swornSkill = "sworn_skill"
    /// A law or a contract that wants a sworn member.
    case lawOrContract = "law_or_contract"
    /// People who can be sent to the street in an emergency.
    case emergencyRedeployment = "emergency_redeployment"
    /// A seat for members who cannot do full duty.
    case accommodation
  }

  /// The group of positions.
  public let group: PositionGroup.ID
  /// The tests that the group fails: each of them keeps its positions sworn, but for
  /// ``Test/accommodation``, which keeps the reserve.
  public let fails: [Test]
  /// Positions kept for members on limited duty.
  public let limitedDutySeats: Double
  /// The share of the holders who are fit for full duty elsewhere.
  public let fitForFullDuty: Share
  /// The civilian title that would hold the position.
  public let civilianRank: Rank.ID
  /// Where the judgement comes from.
  public let provenance: Provenance

  /// Creates a judgement.
  public init(
    group: PositionGroup.ID, fails: [Test], limitedDutySeats: Double, fitForFullDuty: Share,
    civilianRank: Rank.ID, provenance: Provenance
  ) {
    self.group = group
    self.fails = fails
    self.limitedDutySeats = limitedDutySeats
    self.fitForFullDuty = fitForFullDuty
    self.civilianRank = civilianRank
    self.provenance = provenance
  }

  /// Whether civilians may hold positions of the group.
  public var isEligible: Bool { fails.allSatisfy { $0 == .accommodation } }
}
