/// Whether a person has been sworn in as a police officer.
public enum Employment: String, CaseIterable, Hashable, Sendable {
  /// With the power of arrest.
  case sworn
  /// Without it.
  case civilian
}

/// A rank of sworn members or a class of civilian titles.
public struct Rank: Hashable, Identifiable, Sendable {
  /// The name of a rank in files, such as `police_officer`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Alphabetical order.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }
  /// The name in files.
  public let id: ID
  /// The title as people write it.
  public let title: String
  /// Sworn or civilian.
  public let employment: Employment
  /// The place in the order of ranks; 1 is highest.
  public let order: Int
  /// What one person of the rank costs in a year, benefits included.
  public let annualCost: DollarsPerYear
  /// Where the cost comes from.
  public let provenance: Provenance

  /// Creates a rank.
  public init(
    id: ID, title: String, employment: Employment, order: Int, annualCost: DollarsPerYear,
    provenance: Provenance
  ) {
    self.id = id
    self.title = title
    self.employment = employment
    self.order = order
    self.annualCost = annualCost
    self.provenance = provenance
  }
}
