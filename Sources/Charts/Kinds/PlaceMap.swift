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

  /// What the chart shows.
  public let title: String
  /// The picture in words.
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

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    guard !places.isEmpty else { return .empty(width) }
    var drawing = Drawing(width)
    let known = places.compactMap(\.value).filter(\.isFinite)
    let steps = ColorSteps(known, scale, style: style)
    let top = ColorLegend(
      steps: steps, style: style, measure: measure, hasMissing: known.count < places.count
    ).draw(on: &drawing)
    var bottom = top
    bottom = TileDrawing(map: self, steps: steps).draw(on: &drawing, top: bottom)
    let shapes = ShapeDrawing(map: self, steps: steps)
    bottom = shapes.draw(on: &drawing, top: bottom)
    let absent = shapes.absent
    if !absent.isEmpty {
      let words = "Not on the map: \(absent.joined(separator: ", "))"
      let fit = TextFit(words, width: drawing.width - 2, size: Drawing.Look.tick.size, lines: 3)
      let height = Double(fit.lines.count) * Drawing.Look.tick.line
      drawing.lines(fit, x: 0, middle: bottom + 4 + height / 2, .tick, full: words)
      bottom += height + 6
    }
    drawing.height = bottom + 2
    return drawing
  }

  /// What a place tells those who point at it.
  func info(of place: Place) -> Drawing.Info {
    Drawing.Info(label: place.name, value: style.text(place.value ?? .nan))
  }
}

extension PlaceMap.Place {
  /// The value where it is a number.
  var known: Double? { value.flatMap { $0.isFinite ? $0 : nil } }
}
