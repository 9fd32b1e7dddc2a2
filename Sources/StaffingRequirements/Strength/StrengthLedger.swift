public import PolicingDomain

/// The strength of a department in its four meanings, from the rows of the roster to the total
/// (FORMULATION 5.7).
public struct StrengthLedger: Hashable, Sendable {
  /// Strength in its four meanings.
  public struct Figures: Hashable, Sendable {
    /// Positions authorized, if published for all that the figures cover.
    public let authorized: FullTimeEquivalents?
    /// People on the roster.
    public let assigned: FullTimeEquivalents
    /// People of the roster who work elsewhere.
    public let elsewhere: FullTimeEquivalents
    /// People who can be deployed.
    public let deployable: FullTimeEquivalents

    /// Creates figures.
    public init(
      authorized: FullTimeEquivalents?, assigned: FullTimeEquivalents,
      elsewhere: FullTimeEquivalents, deployable: FullTimeEquivalents
    ) {
      self.authorized = authorized
      self.assigned = assigned
      self.elsewhere = elsewhere
      self.deployable = deployable
    }
  }

  /// The strength of one rank in one section.
  public struct Row: Hashable, Sendable {
    /// The section.
    public let section: Section.ID
    /// The rank.
    public let rank: Rank.ID
    /// Sworn or civilian.
    public let employment: Employment
    /// The strength.
    public let figures: Figures
    /// Whether the deployable people were counted; otherwise they are (assigned − elsewhere) ×
    /// (1 − the whole-person share of the rank).
    public let isDeployableStated: Bool
  }

  /// The sum of the rows that share a section, a rank or an employment.
  public struct Total<Key: Hashable & Sendable>: Hashable, Sendable {
    /// What the rows share.
    public let key: Key
    /// The sum.
    public let figures: Figures
  }

  /// The rows, in the order of the study.
  public let rows: [Row]
  /// The sums by section, in the order of the organization; sections without people included.
  public let bySection: [Total<Section.ID>]
  /// The sums by rank, highest first.
  public let byRank: [Total<Rank.ID>]
  /// The sums of sworn members and of civilians, with the authorized positions that the department
  /// publishes for them where the rows do not state all of theirs.
  public let byEmployment: [Total<Employment>]
  /// The sum of all rows.
  public let department: Figures

  /// Works out the ledger of an organization.
  ///
  /// - Throws: A ``RequirementsError`` for a record of an unknown section or rank, more people
  ///   elsewhere than assigned, a negative figure, or a rank without an availability whose
  ///   deployable people are not stated.
  /// - Complexity: O(records × (sections + ranks)).
  public init(
    of organization: Organization, availabilities: AvailabilityTable
  ) throws(RequirementsError) {
    let sections = Set(organization.sections.map(\.id))
    let ranks = Set(organization.ranks.map(\.id))
    var rows: [Row] = []
    for record in organization.strength {
      guard sections.contains(record.section), ranks.contains(record.rank) else {
        throw .unknownPlace(section: record.section, rank: record.rank)
      }
      rows.append(try Row(record, availabilities: availabilities))
    }
    self.rows = rows
    bySection = organization.sections.map { section in
      Total(key: section.id, figures: rows.sum { $0.section == section.id })
    }
    byRank = organization.ranks.map { rank in
      Total(key: rank.id, figures: rows.sum { $0.rank == rank.id })
    }
    byEmployment = Employment.allCases.map { employment in
      let published = organization.authorized.filter { $0.employment == employment }
      let sum = rows.sum { $0.employment == employment }
      return Total(
        key: employment,
        figures: published.isEmpty ? sum : sum.orAuthorized(published.total(\.positions)))
    }
    let parts = byEmployment.compactMap(\.figures.authorized)
    let all = rows.sum { _ in true }
    department =
      parts.count == byEmployment.count ? all.orAuthorized(parts.total { $0 }) : all
  }
}

extension StrengthLedger.Row {
  fileprivate init(
    _ record: StrengthRecord, availabilities: AvailabilityTable
  ) throws(RequirementsError) {
    let place = "\(record.rank) in section \(record.section)"
    _ = try Figure("The assigned strength of \(place)", record.assigned.value).checked()
    _ = try Figure("The strength elsewhere of \(place)", record.elsewhere.value).checked()
    guard record.elsewhere <= record.assigned else {
      throw .moreElsewhereThanAssigned(section: record.section, rank: record.rank)
    }
    let deployable: FullTimeEquivalents
    if let stated = record.deployable {
      _ = try Figure("The deployable strength of \(place)", stated.value).checked()
      deployable = stated
    } else {
      let share = try availabilities.wholePersonShare(of: record.rank)
      deployable = (record.assigned - record.elsewhere) * share.complement.value
    }
    self.init(
      section: record.section, rank: record.rank, employment: record.employment,
      figures: .init(
        authorized: record.authorized, assigned: record.assigned, elsewhere: record.elsewhere,
        deployable: deployable),
      isDeployableStated: record.deployable != nil)
  }
}

extension StrengthLedger.Figures {
  /// Returns the figures with `positions` authorized, unless they have that figure already.
  fileprivate func orAuthorized(_ positions: FullTimeEquivalents) -> Self {
    Self(
      authorized: authorized ?? positions, assigned: assigned, elsewhere: elsewhere,
      deployable: deployable)
  }
}

extension [StrengthLedger.Row] {
  fileprivate func sum(where isWanted: (StrengthLedger.Row) -> Bool) -> StrengthLedger.Figures {
    let wanted = filter(isWanted).map(\.figures)
    let authorized = wanted.compactMap(\.authorized)
    let isComplete = !wanted.isEmpty && authorized.count == wanted.count
    return .init(
      authorized: isComplete ? authorized.total { $0 } : nil,
      assigned: wanted.total(\.assigned), elsewhere: wanted.total(\.elsewhere),
      deployable: wanted.total(\.deployable))
  }
}
