/// The shapes of places on a map, by their number or short name.
public struct PlaceShapes: Hashable, Sendable {
  /// A position in degrees of the World Geodetic System (WGS 84).
  public struct Position: Hashable, Sendable {
    /// Degrees east, from −180 to 180.
    public let longitude: Double
    /// Degrees north, from −90 to 90.
    public let latitude: Double

    /// Creates a position.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// One place: its polygons, each with its outer ring first, then its holes.
  public struct Place: Hashable, Sendable {
    /// The number or short name, as the study has it.
    public let id: String
    /// The polygons.
    public let polygons: [[[Position]]]

    /// Creates a place.
    public init(id: String, polygons: [[[Position]]]) {
      self.id = id
      self.polygons = polygons
    }
  }

  /// The places, in the order of the study.
  public let places: [Place]

  /// Creates shapes.
  public init(places: [Place]) { self.places = places }
}
