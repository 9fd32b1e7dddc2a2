/// Dots on a line for each row, joined where there are several: how two or three values of the same
/// thing differ, such as a share of work and a share of staff.
public struct DotChart: Chart {
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

  public let title: String
  public let summary: String
  let axis: Axis
  let series: [String]
  let rows: [Row]
  let targets: [Reference]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - axis: The axis of the values; it need not begin at zero.
  ///   - series: The names of the values of a row, at most four.
  ///   - rows: The rows, from top to bottom.
  ///   - targets: Values that matter, such as a standard.
  public init(
    title: String, summary: String, axis: Axis, series: [String], rows: [Row],
    targets: [Reference] = []
  ) {
    self.title = title
    self.summary = summary
    self.axis = axis
    self.series = series
    self.rows = rows
    self.targets = targets
  }

  public var picture: Markup { .element("svg", ["role": "img", "aria-label": title], [Markup]()) }
}
