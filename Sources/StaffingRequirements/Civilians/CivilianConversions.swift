public import PolicingDomain

/// What civilians could do of the work of sworn positions, and what that frees (FORMULATION 6).
public enum CivilianConversions {
  /// Judges every group of the study's table, in its order; one that fails a test is there with 0.
  ///
  ///     eligible    = positions, where no test but the accommodation fails
  ///     convertible = eligible − seats kept for limited duty
  ///     freed       = convertible × share of holders fit for full duty
  ///     civilians   = convertible × net hours of the sworn rank ÷ net hours of the civilian title
  ///
  /// Hours are those that the group works. A civilian's paid day is shorter, so that one position
  /// may take more than one civilian.
  ///
  /// - Parameters:
  ///   - organization: The groups, the ranks and the judgements.
  ///   - positions: The positions of the groups; those of another group are passed over.
  ///   - availabilities: Net hours by rank.
  /// - Returns: A conversion for each judgement.
  /// - Throws: ``RequirementsError/unknownGroup(_:namedBy:)``,
  ///   ``RequirementsError/impossibleConversion(group:reason:)``,
  ///   ``RequirementsError/invalidFigure(what:value:)``, or a missing availability.
  /// - Complexity: O(judgements + groups).
  public static func all(
    of organization: Organization, positions: [PositionRequirement],
    availabilities: AvailabilityTable
  ) throws(RequirementsError) -> [CivilianConversion] {
    let groups = Dictionary(organization.positions.map { ($0.id, $0) }) { first, _ in first }
    let ranks = Dictionary(organization.ranks.map { ($0.id, $0) }) { first, _ in first }
    let needs = Dictionary(positions.map { ($0.group, $0.positions) }) { first, _ in first }
    var judged: Set<PositionGroup.ID> = []
    var conversions: [CivilianConversion] = []
    for judgement in organization.civilianization {
      guard let group = groups[judgement.group], let need = needs[judgement.group] else {
        throw .unknownGroup(judgement.group, namedBy: judgement.group)
      }
      guard judged.insert(group.id).inserted else {
        throw .impossibleConversion(group: group.id, reason: "it is judged twice; keep one row")
      }
      let sworn = try checked(group.rank, is: .sworn, ranks, group)
      let civilian = try checked(judgement.civilianRank, is: .civilian, ranks, group)
      let hours = (
        sworn: try availabilities.netHours(of: sworn.id, group.workingHours),
        civilian: try availabilities.netHours(of: civilian.id, group.workingHours)
      )
      let reserve = try Figure("The limited-duty seats of \(group.id)", judgement.limitedDutySeats)
        .checked()
      conversions.append(
        conversion(
          judgement, need: need, reserve: FullTimeEquivalents(reserve), hours: hours,
          titles: (sworn.title, civilian.title)))
    }
    return conversions
  }

  private static func checked(
    _ id: Rank.ID, is employment: Employment, _ ranks: [Rank.ID: Rank], _ group: PositionGroup
  ) throws(RequirementsError) -> Rank {
    guard let rank = ranks[id] else {
      throw .impossibleConversion(group: group.id, reason: "there is no rank \(id); add it")
    }
    guard rank.employment == employment else {
      throw .impossibleConversion(
        group: group.id,
        reason: employment == .sworn
          ? "its rank \(id) is civilian already; leave it out"
          : "the rank \(id) that would take over is sworn; name a civilian title")
    }
    return rank
  }

  private static func conversion(
    _ judgement: Civilianization, need: FullTimeEquivalents, reserve: FullTimeEquivalents,
    hours: (sworn: Hours, civilian: Hours), titles: (sworn: String, civilian: String)
  ) -> CivilianConversion {
    let eligible = judgement.isEligible ? need : .zero
    let convertible = max(.zero, eligible - reserve)
    let freed = convertible * judgement.fitForFullDuty.value
    let ratio = hours.sworn / hours.civilian
    let failed = Civilianization.Test.allCases.filter(judgement.fails.contains)
    let reason: String
    if judgement.isEligible {
      let kept = eligible - convertible
      reason =
        "passes \(Civilianization.Test.allCases.count - failed.count) of 5 tests"
        + (failed.isEmpty ? "" : "; accommodation keeps seats")
        + "; \(eligible.value.written()) eligible − \(kept.value.written()) kept for limited duty = "
        + "\(convertible.value.written()); × \(judgement.fitForFullDuty.value.written(3)) fit for "
        + "full duty = \(freed.value.written()) freed; \(hours.sworn.value.written(1)) net hours of a "
        + "\(titles.sworn.lowercased()) ÷ \(hours.civilian.value.written(1)) of a "
        + "\(titles.civilian.lowercased()) = \(ratio.written(3)) civilians a position"
    } else {
      let words = failed.filter { $0 != .accommodation }.map(\.words)
      reason = "stays sworn: needs \(words.joined(separator: ", "))"
    }
    return CivilianConversion(
      group: judgement.group, eligible: eligible, convertible: convertible, officersFreed: freed,
      civilianRank: judgement.civilianRank, civiliansPerPosition: ratio, reason: reason,
      provenance: judgement.provenance)
  }
}

extension Civilianization.Test {
  /// What the test asks for, in words.
  fileprivate var words: String {
    switch self {
    case .arrestOrForce: "the power of arrest or the use of force"
    case .swornSkill: "a skill of sworn members"
    case .lawOrContract: "a sworn member by law or contract"
    case .emergencyRedeployment: "people for the street in an emergency"
    case .accommodation: "seats for limited duty"
    }
  }
}
