/// Horizontal bars, one row for each thing that is compared: single, side by side or on one another.
public struct BarChart: Chart {
  /// How the bars of one row stand.
  public enum Arrangement: Hashable, Sendable {
    /// One under the other.
    case grouped
    /// One after the other.
    case stacked
  }

  /// One row.
  public struct Row: Hashable, Sendable {
    /// What it is.
    public let label: String
    /// A value for each series; nothing where it is not known.
    public let values: [Double?]
    /// The interval of the first value, drawn as a whisker.
    public let interval: ClosedRange<Double>?

    /// Creates a row.
    public init(_ label: String, _ values: [Double?], interval: ClosedRange<Double>? = nil) {
      self.label = label
      self.values = values
      self.interval = interval
    }
  }

  /// What the chart shows.
  public let title: String
  /// The picture in words.
  public let summary: String
  let axis: Axis
  let series: [String]
  let rows: [Row]
  let arrangement: Arrangement
  let targets: [Reference]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - axis: The axis of the values; it begins at zero.
  ///   - series: The names of the values of a row.
  ///   - rows: The rows, from top to bottom.
  ///   - arrangement: How the bars of a row stand.
  ///   - targets: Values that matter, such as a standard.
  public init(
    title: String, summary: String, axis: Axis, series: [String], rows: [Row],
    arrangement: Arrangement = .grouped, targets: [Reference] = []
  ) {
    self.title = title
    self.summary = summary
    self.axis = axis
    self.series = series
    self.rows = rows
    self.arrangement = arrangement
    self.targets = targets
  }

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    guard rows.contains(where: { $0.values.contains { $0?.isFinite ?? false } }) else {
      return .empty(width)
    }
    return BarDrawing(chart: self, names: names).draw(width)
  }

  /// A name for each value of a row.
  private var names: [String] {
    let count = max(series.count, rows.map(\.values.count).max() ?? 0)
    return (0..<count).map { series.indices.contains($0) ? series[$0] : "Series \($0 + 1)" }
  }
}
