public import PolicingDomain

/// Positions by group, each with the calculation behind it (FORMULATION 6).
public enum PositionRequirements {
  /// Returns the positions of every group, in the order of the organization.
  ///
  /// A group that counts positions of others is computed after them, whatever the order and however
  /// long the chain: sergeants over officers, lieutenants over sergeants, captains over lieutenants.
  /// Groups whose number the tours decide (coverage, and one supervisor for each share of the
  /// officers on tours) get the relief-factor ladder instead: officer-hours a year required on the
  /// street ÷ net hours, as a cross-check. A group whose people are held in it needs the same number
  /// as any other. Nothing is rounded, and chains count what is not rounded; see
  /// `PositionRequirement.whole` and ``SpanChain`` for whole people.
  ///
  /// - Throws: A ``RequirementsError`` for a figure that makes no sense, a rank without
  ///   availability, a group that does not exist, groups that depend on one another in a circle, a
  ///   driver that the study does not state, a caseload without cases, or coverage of a section that
  ///   is not a district.
  /// - Complexity: O(groups + references + strength records + cases).
  public static func all(
    of organization: Organization, availabilities: AvailabilityTable, drivers: PositionDrivers
  ) throws(RequirementsError) -> [PositionRequirement] {
    try checkCoverage(organization.positions)
    try checkCases(organization)
    var resolution = PositionResolution(organization, availabilities, drivers)
    var requirements: [PositionRequirement] = []
    for group in organization.positions {
      requirements.append(try resolution.requirement(of: group.id, namedBy: group.id))
    }
    return requirements
  }

  /// Throws when cases name a group that does not follow from its cases: they would count nowhere.
  private static func checkCases(_ organization: Organization) throws(RequirementsError) {
    var following: Set<PositionGroup.ID> = []
    for group in organization.positions {
      if case .caseload = group.basis { following.insert(group.id) }
    }
    for type in organization.caseloads where !following.contains(type.group) {
      throw .misplacedCases(group: type.group, type: type.name)
    }
  }

  /// Throws when two groups of one section would both cover all units of the district.
  private static func checkCoverage(_ groups: [PositionGroup]) throws(RequirementsError) {
    var covering: [Section.ID: PositionGroup.ID] = [:]
    for group in groups where group.basis == .coverage {
      if let other = covering[group.section] { throw .repeatedCoverage(other, group.id) }
      covering[group.section] = group.id
    }
  }
}
