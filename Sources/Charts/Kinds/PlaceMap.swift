/// A map whose places are coloured by a value: as squares in roughly their position, or as the shapes
/// that they have.
public struct PlaceMap: Chart {
  /// Where a place lies.
  public enum Shape: Hashable, Sendable {
    /// One square of a grid; rows count downwards from 0.
    case tile(row: Int, column: Int)
    /// Polygons in degrees of longitude and latitude, each with its outer ring first, then its holes.
    case polygons([[[Coordinate]]])
  }

  /// A position in degrees.
  public struct Coordinate: Hashable, Sendable {
    /// Degrees east.
    public let longitude: Double
    /// Degrees north.
    public let latitude: Double

    /// Creates a position.
    public init(longitude: Double, latitude: Double) {
      self.longitude = longitude
      self.latitude = latitude
    }
  }

  /// One place.
  public struct Place: Hashable, Sendable {
    /// A short name, printed on it.
    public let label: String
    /// The full name.
    public let name: String
    /// Where it lies.
    public let shape: Shape
    /// The value; nothing where it is not known.
    public let value: Double?

    /// Creates a place.
    public init(label: String, name: String, shape: Shape, value: Double?) {
      self.label = label
      self.name = name
      self.shape = shape
      self.value = value
    }
  }

  public let title: String
  public let summary: String
  let places: [Place]
  let style: NumberStyle
  let scale: ColorScale
  let measure: String

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - places: The places, all tiles or all polygons.
  ///   - style: How each place prints its value.
  ///   - scale: How values become colours.
  ///   - measure: What the colours mean, for the legend.
  public init(
    title: String, summary: String, places: [Place], style: NumberStyle = NumberStyle(),
    scale: ColorScale = .sequential, measure: String
  ) {
    self.title = title
    self.summary = summary
    self.places = places
    self.style = style
    self.scale = scale
    self.measure = measure
  }

  public var picture: Markup { .element("svg", ["role": "img", "aria-label": title], [Markup]()) }
}
