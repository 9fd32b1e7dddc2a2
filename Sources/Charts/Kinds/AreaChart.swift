/// Layers that lie on one another over places along an axis, with lines across them: what is used
/// against what there is.
public struct AreaChart: Chart {
  /// One layer, or one line, with a value at each place of the axis.
  public struct Series: Hashable, Sendable {
    /// The name.
    public let name: String
    /// A value for each place; nothing where it is not known.
    public let values: [Double?]

    /// Creates a series.
    public init(_ name: String, _ values: [Double?]) {
      self.name = name
      self.values = values
    }
  }

  public let title: String
  public let summary: String
  let x: Axis
  let y: Axis
  let layers: [Series]
  let lines: [Series]
  let isStepped: Bool

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - x: The horizontal axis, with a name for each place.
  ///   - y: The vertical axis.
  ///   - layers: The layers, the lowest first.
  ///   - lines: Lines drawn over them.
  ///   - isStepped: Whether a value holds for the whole of its place, as units on a watch do.
  public init(
    title: String, summary: String, x: Axis, y: Axis, layers: [Series], lines: [Series] = [],
    isStepped: Bool = true
  ) {
    self.title = title
    self.summary = summary
    self.x = x
    self.y = y
    self.layers = layers
    self.lines = lines
    self.isStepped = isStepped
  }

  public var picture: Markup { .element("svg", ["role": "img", "aria-label": title], [Markup]()) }
}
