/// Lines over a common axis: how one quantity follows from another.
///
/// What lies beyond the ends of an axis is cut off, with an arrowhead where a line leaves. Where the
/// vertical axis has no upper end and a line rises to more than eight times the upper quartile of all
/// values, as waits do where there are too few to serve, the axis ends at about five times the
/// quartile.
public struct LineChart: Chart {
  /// One point of a line.
  public struct Point: Hashable, Sendable {
    /// The place along the horizontal axis.
    public let x: Double
    /// The value; the line has a gap where it is not finite.
    public let y: Double

    /// Creates a point.
    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// One line with its name and, where it has one, its interval.
  public struct Line: Hashable, Sendable {
    /// The name, written at the end of the line.
    public let name: String
    /// The points, from left to right.
    public let points: [Point]
    /// The lower and upper ends of an interval at each point; empty where there is none.
    public let interval: [ClosedRange<Double>]

    /// Creates a line.
    public init(_ name: String, _ points: [Point], interval: [ClosedRange<Double>] = []) {
      self.name = name
      self.points = points
      self.interval = interval
    }
  }

  /// What the chart shows.
  public let title: String
  /// The picture in words.
  public let summary: String
  let x: Axis
  let y: Axis
  let lines: [Line]
  let targets: [Reference]
  let markers: [Reference]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - x: The horizontal axis.
  ///   - y: The vertical axis.
  ///   - lines: The lines, at most eight.
  ///   - targets: Levels across the chart, such as a standard.
  ///   - markers: Places along the horizontal axis, such as the units planned.
  public init(
    title: String, summary: String, x: Axis, y: Axis, lines: [Line], targets: [Reference] = [],
    markers: [Reference] = []
  ) {
    self.title = title
    self.summary = summary
    self.x = x
    self.y = y
    self.lines = lines
    self.targets = targets
    self.markers = markers
  }

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    let known = lines.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    guard !known.isEmpty else { return .empty(width) }
    return LineDrawing(chart: self).draw(width)
  }
}
