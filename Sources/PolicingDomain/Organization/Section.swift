/// A bureau or office, the largest part of a department.
public struct Bureau: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The name.
  public let description: String
  /// Creates the bureau of this name.
  public init(_ description: String) { self.description = description }
  /// Alphabetical order.
  public static func < (lhs: Bureau, rhs: Bureau) -> Bool { lhs.description < rhs.description }
}

/// An organizational unit with its own roster, such as a district station or a division.
public struct Section: Hashable, Identifiable, Sendable {
  /// The number of a section as text, such as `121`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The number as text.
    public let description: String
    /// Creates a number.
    public init(_ description: String) { self.description = description }
    /// Order of the text.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }
  /// The number.
  public let id: ID
  /// The name.
  public let name: String
  /// The bureau it belongs to.
  public let bureau: Bureau
  /// Where its place in the organization comes from.
  public let provenance: Provenance

  /// Creates a section.
  public init(id: ID, name: String, bureau: Bureau, provenance: Provenance) {
    self.id = id
    self.name = name
    self.bureau = bureau
    self.provenance = provenance
  }
}
