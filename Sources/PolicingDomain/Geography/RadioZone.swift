/// Districts whose units hear one another's calls, because one dispatcher works them on one channel.
public struct RadioZone: Hashable, Identifiable, Sendable {
  /// The name of a zone, such as `10`.
  public struct ID: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The name.
    public let description: String
    /// Creates a name.
    public init(_ description: String) { self.description = description }
    /// Order of the text.
    public static func < (lhs: ID, rhs: ID) -> Bool { lhs.description < rhs.description }
  }
  /// The name.
  public let id: ID
  /// Its districts, at least one.
  public let districts: [District.ID]

  /// Creates a zone.
  public init(id: ID, districts: [District.ID]) {
    self.id = id
    self.districts = districts
  }
}

extension Geography {
  /// The radio zones and their districts, in the order of the districts; none where no district names
  /// one.
  public var zones: [RadioZone] {
    var names: [RadioZone.ID] = []
    for case let zone? in districts.map(\.zone) where !names.contains(zone) { names.append(zone) }
    return names.map { name in
      RadioZone(id: name, districts: districts.filter { $0.zone == name }.map(\.id))
    }
  }

  /// Returns the radio zone of `district`; nothing where it has none or is not known.
  public func zone(of district: District.ID) -> RadioZone? {
    zones.first { $0.districts.contains(district) }
  }
}
