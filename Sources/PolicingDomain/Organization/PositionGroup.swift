/// Positions of one function in one section, all of one rank (FORMULATION 1 and 6).
public struct PositionGroup: Hashable, Identifiable, Sendable {
  /// The name of a position group, such as `007-patrol`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }

  /// Who may hold a position.
  public enum Holders: String, Hashable, Sendable {
    /// Sworn members only.
    case swornOnly = "sworn_only"
    /// Sworn members or civilians.
    case either
    /// Civilians only.
    case civilianOnly = "civilian_only"
  }

  /// Whose people fill the positions.
  public enum Supply: String, Hashable, Sendable {
    /// Deployable strength, which the allocation may move.
    case deployable
    /// People who hold the position but cannot be deployed elsewhere: recruits in the academy,
    /// members detached to another body.
    case held
  }

  /// Which hours of a tour count as work in the position.
  public enum WorkingHours: String, Hashable, Sendable {
    /// Hours on the street.
    case street
    /// Paid hours.
    case desk
  }

  /// The name.
  public let id: ID
  /// The section it belongs to.
  public let section: Section.ID
  /// What its holders do.
  public let function: String
  /// The rank of the position.
  public let rank: Rank.ID
  /// Other ranks that may hold it.
  public let alsoFits: [Rank.ID]
  /// Who may hold it.
  public let holders: Holders
  /// How many are needed, and why.
  public let basis: PositionBasis
  /// What one missing position counts in the allocation; positive.
  public let weight: Double
  /// Whether the number is a minimum of law, decree, contract or directive.
  public let isMinimum: Bool
  /// Whose people fill it.
  public let supply: Supply
  /// Which hours count.
  public let workingHours: WorkingHours
  /// Who decided on the number, and where that is written.
  public let provenance: Provenance

  /// Creates a position group.
  public init(
    id: ID, section: Section.ID, function: String, rank: Rank.ID, alsoFits: [Rank.ID] = [],
    holders: Holders = .swornOnly, basis: PositionBasis, weight: Double = 1,
    isMinimum: Bool = false, supply: Supply = .deployable, workingHours: WorkingHours = .desk,
    provenance: Provenance
  ) {
    self.id = id
    self.section = section
    self.function = function
    self.rank = rank
    self.alsoFits = alsoFits
    self.holders = holders
    self.basis = basis
    self.weight = weight
    self.isMinimum = isMinimum
    self.supply = supply
    self.workingHours = workingHours
    self.provenance = provenance
  }

  /// Every rank that may hold the position, its own first.
  public var fittingRanks: [Rank.ID] { [rank] + alsoFits }
}
