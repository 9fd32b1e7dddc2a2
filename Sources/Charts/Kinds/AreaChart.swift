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

  /// What the chart shows.
  public let title: String
  /// The picture in words.
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
  ///   - isStepped: Whether a value holds for the whole of its place, as servers of a shift do.
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

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    let known = (layers + lines).flatMap(\.values).compactMap { $0 }.filter(\.isFinite)
    guard !known.isEmpty else { return .empty(width) }
    return AreaDrawing(chart: self).draw(width)
  }

  /// The lower and upper ends of each layer at each place; nothing where a layer up to it is not
  /// known.
  package var stacks: [[ClosedRange<Double>?]] {
    let places = (layers + lines).map(\.values.count).max() ?? 0
    var base = [Double?](repeating: 0, count: places)
    return layers.map { layer in
      (0..<places).map { place in
        guard let low = base[place], place < layer.values.count, let value = layer.values[place],
          value.isFinite
        else {
          base[place] = nil
          return nil
        }
        let high = low + value
        base[place] = high
        return min(low, high)...max(low, high)
      }
    }
  }
}
