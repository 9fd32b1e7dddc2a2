/// Authorized positions against the people on the roster, by section and rank (FORMULATION 5.7).
///
/// Made by `Vacancies(of:organization:)` in the module StaffingRequirements. Vacancies and
/// over-strength are kept apart: a surplus in one section fills no seat in another until somebody
/// moves it.
public struct Vacancies: Hashable, Sendable {
  /// Figures of one rank in one section, or a sum of several.
  public struct Figures: Hashable, Sendable {
    /// Positions authorized, where published.
    public let authorized: FullTimeEquivalents?
    /// People on the roster.
    public let assigned: FullTimeEquivalents
    /// Authorized positions that somebody holds; nothing where none are published.
    public let filled: FullTimeEquivalents?
    /// People of the roster who work elsewhere.
    public let elsewhere: FullTimeEquivalents
    /// People who can be deployed.
    public let deployable: FullTimeEquivalents

    /// Creates figures.
    public init(
      authorized: FullTimeEquivalents?, assigned: FullTimeEquivalents,
      filled: FullTimeEquivalents?, elsewhere: FullTimeEquivalents,
      deployable: FullTimeEquivalents
    ) {
      self.authorized = authorized
      self.assigned = assigned
      self.filled = filled
      self.elsewhere = elsewhere
      self.deployable = deployable
    }

    /// Authorized positions that nobody holds.
    public var vacant: FullTimeEquivalents? {
      guard let authorized, let filled else { return nil }
      return authorized - filled
    }

    /// People beyond the authorized positions.
    public var overStrength: FullTimeEquivalents? { filled.map { assigned - $0 } }

    /// The share of authorized positions that nobody holds; nothing without any.
    public var vacantShare: Double? {
      guard let authorized, authorized > .zero, let vacant else { return nil }
      return vacant / authorized
    }
  }

  /// One rank in one section.
  public struct Row: Hashable, Sendable {
    /// The section.
    public let section: Section.ID
    /// The rank.
    public let rank: Rank.ID
    /// Sworn or civilian.
    public let employment: Employment
    /// The figures.
    public let figures: Figures

    /// Creates a row.
    public init(section: Section.ID, rank: Rank.ID, employment: Employment, figures: Figures) {
      self.section = section
      self.rank = rank
      self.employment = employment
      self.figures = figures
    }
  }

  /// A sum of rows.
  public struct Total<Key: Hashable & Sendable>: Hashable, Sendable {
    /// What the rows share.
    public let key: Key
    /// The sum.
    public let figures: Figures
    /// Whether authorized positions are the department's own total, because rows do not state
    /// theirs; vacancies are then net of over-strength.
    public let isPublishedTotal: Bool

    /// Creates a sum.
    public init(key: Key, figures: Figures, isPublishedTotal: Bool) {
      self.key = key
      self.figures = figures
      self.isPublishedTotal = isPublishedTotal
    }
  }

  /// The rows, in the order of the study.
  public let rows: [Row]
  /// The sums by rank, highest first.
  public let byRank: [Total<Rank.ID>]
  /// The sums by bureau, in the order of the organization.
  public let byBureau: [Total<Bureau>]
  /// The sums of sworn members and of civilians.
  public let byEmployment: [Total<Employment>]
  /// What a reader must know, such as places over their strength.
  public let findings: [String]

  /// Creates vacancies.
  public init(
    rows: [Row], byRank: [Total<Rank.ID>], byBureau: [Total<Bureau>],
    byEmployment: [Total<Employment>], findings: [String]
  ) {
    self.rows = rows
    self.byRank = byRank
    self.byBureau = byBureau
    self.byEmployment = byEmployment
    self.findings = findings
  }
}
