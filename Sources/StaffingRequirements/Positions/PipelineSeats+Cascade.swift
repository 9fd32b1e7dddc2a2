public import PolicingDomain

extension PipelineSeats {
  /// Works out the seats of the people on the roster.
  ///
  /// - Throws: See ``init(of:strength:)``.
  public init(of organization: Organization) throws(RequirementsError) {
    var strength: [Rank.ID: FullTimeEquivalents] = [:]
    for record in organization.strength { strength[record.rank, default: .zero] += record.assigned }
    try self.init(of: organization.flows, strength: strength)
  }

  /// Works out the seats of the positions that are needed, each under its own rank.
  ///
  /// - Throws: See ``init(of:strength:)``.
  public init(
    of organization: Organization, positions: [PositionRequirement]
  ) throws(RequirementsError) {
    let ranks = Dictionary(organization.positions.map { ($0.id, $0.rank) }) { first, _ in first }
    var strength: [Rank.ID: FullTimeEquivalents] = [:]
    for need in positions {
      if let rank = ranks[need.group] { strength[rank, default: .zero] += need.positions }
    }
    try self.init(of: organization.flows, strength: strength)
  }

  /// Works out exits, promotions, hires and seats of a year in which every rank keeps its strength
  /// (FORMULATION 6).
  ///
  /// Who leaves a rank, out of the department or to a higher one, is replaced from the rank below,
  /// or by a hire. So one exit at the top makes a vacancy in each rank down to the hire.
  ///
  /// - Parameters:
  ///   - flows: The flow of each rank.
  ///   - strength: The people of each rank; none for a rank that is not named.
  /// - Throws: ``RequirementsError/repeatedFlow(rank:)``, ``RequirementsError/missingFlow(rank:)``
  ///   for a rank from which people are promoted, ``RequirementsError/circularPromotion(_:)``, or
  ///   ``RequirementsError/invalidFigure(what:value:)``.
  /// - Complexity: O(flows²).
  public init(
    of flows: [RankFlow], strength: [Rank.ID: FullTimeEquivalents]
  ) throws(RequirementsError) {
    var cascade = try PromotionCascade(flows, strength)
    var rows: [Row] = []
    for flow in flows {
      let entries = try cascade.entries(into: flow.rank)
      let exits = cascade.exits(of: flow)
      rows.append(
        Row(
          rank: flow.rank, strength: strength[flow.rank] ?? .zero, exits: exits,
          promotedOut: entries - exits, promotedFrom: flow.promotedFrom,
          monthsToSolo: flow.monthsToSolo, entriesLimit: flow.entriesLimit,
          provenance: flow.provenance))
    }
    self.init(rows: rows)
  }

  /// Returns the people who enter `rank` in a year.
  ///
  /// - Throws: ``RequirementsError/missingFlow(rank:)``.
  public func entries(into rank: Rank.ID) throws(RequirementsError) -> Double {
    guard let row = row(of: rank) else { throw .missingFlow(rank: rank) }
    return row.entries
  }
}

/// The entries into each rank, from the top of the promotions down.
private struct PromotionCascade {
  private let flows: [RankFlow]
  private let strength: [Rank.ID: FullTimeEquivalents]
  private var done: [Rank.ID: Double] = [:]
  private var path: [Rank.ID] = []

  init(
    _ flows: [RankFlow], _ strength: [Rank.ID: FullTimeEquivalents]
  ) throws(RequirementsError) {
    var known: Set<Rank.ID> = []
    for flow in flows {
      guard known.insert(flow.rank).inserted else { throw .repeatedFlow(rank: flow.rank) }
      _ = try Figure("The months to solo duty of \(flow.rank)", flow.monthsToSolo).checked()
      _ = try Figure("The strength of \(flow.rank)", strength[flow.rank]?.value ?? 0).checked()
      if let limit = flow.entriesLimit {
        _ = try Figure("The entries a year into \(flow.rank)", limit).checked()
      }
    }
    for flow in flows {
      if let below = flow.promotedFrom, !known.contains(below) { throw .missingFlow(rank: below) }
    }
    self.flows = flows
    self.strength = strength
  }

  func exits(of flow: RankFlow) -> Double {
    flow.exits.value * (strength[flow.rank]?.value ?? 0)
  }

  /// Exits of the rank, and entries into every rank that is promoted from it.
  mutating func entries(into rank: Rank.ID) throws(RequirementsError) -> Double {
    if let known = done[rank] { return known }
    if let start = path.firstIndex(of: rank) { throw .circularPromotion(path[start...] + [rank]) }
    path.append(rank)
    var entries = 0.0
    for flow in flows {
      if flow.rank == rank { entries += exits(of: flow) }
      if flow.promotedFrom == rank { entries += try self.entries(into: flow.rank) }
    }
    path.removeLast()
    done[rank] = entries
    return entries
  }
}

extension VacancyAllowance {
  /// Returns the requirements with positions grossed up by the seats of their rank; as they are
  /// where separations enter the plan.
  ///
  /// Groups whose people are held in them and fixed counts stay as they are: a second superintendent
  /// is no remedy for a vacancy of the first.
  ///
  /// - Parameters:
  ///   - requirements: The positions by group.
  ///   - organization: The groups, with their ranks.
  /// - Returns: The requirements, in the same order.
  public func grossedUp(
    _ requirements: [PositionRequirement], organization: Organization
  ) -> [PositionRequirement] {
    let groups = Dictionary(organization.positions.map { ($0.id, $0) }) { first, _ in first }
    return requirements.map { need in
      guard let group = groups[need.group], group.supply == .deployable else { return need }
      if case .fixedCount = group.basis { return need }
      let factor = factor(of: group.rank)
      guard factor > 1 else { return need }
      let positions = need.positions * factor
      return PositionRequirement(
        group: need.group, positions: positions, basis: need.basis,
        reason:
          "\(need.reason); × \(factor.written(4)) for seats between a vacancy and solo duty = "
          + positions.value.written(),
        isSizedByTours: need.isSizedByTours)
    }
  }
}
