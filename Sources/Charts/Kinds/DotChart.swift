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

  /// What the chart shows.
  public let title: String
  /// The picture in words.
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

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    let known = rows.flatMap { $0.values.compactMap { $0 } }.filter(\.isFinite)
    guard !known.isEmpty else { return .empty(width) }
    var drawing = Drawing(width)
    let count = max(series.count, rows.map(\.values.count).max() ?? 0)
    let names = (0..<count).map { series.indices.contains($0) ? series[$0] : "Series \($0 + 1)" }
    var top = 2.0
    if count > 1 {
      let items = names.enumerated().map { (name: $1, swatch: Legend.Swatch.dot($0)) }
      top = Legend(items: items).draw(on: &drawing, top: 0) + 4
    }
    let ends = rows.flatMap { row in row.interval.map { [$0.lowerBound, $0.upperBound] } ?? [] }
    let frame = RowFrame(
      RowFrame.Content(
        axis: axis, labels: rows.map(\.label), height: 16, values: known + ends, fromZero: false,
        overhangs: rows.flatMap { overhangs(of: $0, on: drawing) }, targets: targets),
      on: drawing, top: top)
    frame.drawBack(on: &drawing)
    frame.drawTargets(on: &drawing)
    frame.drawLabels(on: &drawing)
    for (row, place) in zip(rows, frame.rows) {
      draw(row, names, y: place.middle, frame.scale, on: &drawing)
    }
    return drawing
  }

  /// The least and the greatest of what is drawn of a row, and of its values alone.
  private func ends(of row: Row) -> (marks: ClosedRange<Double>, values: ClosedRange<Double>)? {
    let known = row.values.compactMap { $0 }.filter(\.isFinite).map(\.drawn)
    guard let least = known.min(), let most = known.max() else { return nil }
    guard let interval = row.interval else { return (least...most, least...most) }
    return (
      min(least, interval.lowerBound.drawn)...max(most, interval.upperBound.drawn), least...most
    )
  }

  private func overhangs(of row: Row, on drawing: Drawing) -> [RowFrame.Overhang] {
    guard let (marks, values) = ends(of: row) else { return [] }
    let left = Drawing.Look.value.width(of: drawing.side(values.lowerBound, axis.style)) + 12
    let right = Drawing.Look.value.width(of: drawing.side(values.upperBound, axis.style)) + 12
    let isOne = values.lowerBound == values.upperBound
    return [
      RowFrame.Overhang(value: marks.lowerBound, left: isOne ? 8 : left, right: 8),
      RowFrame.Overhang(value: marks.upperBound, left: 8, right: right),
    ]
  }

  private func draw(
    _ row: Row, _ names: [String], y: Double, _ scale: Scale, on drawing: inout Drawing
  ) {
    guard let (marks, values) = ends(of: row) else {
      drawing.text(
        NumberStyle.missing, x: scale.start + 5, y: y + 4, .value, extra: "c-halo c-empty")
      return
    }
    let isOne = values.lowerBound == values.upperBound
    if !isOne {
      drawing.line(
        "c-link", x: scale(values.lowerBound), y: y, toX: scale(values.upperBound), toY: y)
    }
    if let interval = row.interval { drawing.whisker(interval, scale, y: y, half: 5) }
    for (series, value) in row.values.enumerated().reversed() {
      guard let value, value.isFinite else { continue }
      let words = axis.style.text(value, series == 0 ? row.interval : nil)
      let label = names.count > 1 ? "\(row.label), \(names[series])" : row.label
      Dot.draw(
        series, on: &drawing, x: scale(value), y: y, Drawing.Info(label: label, value: words))
    }
    drawing.text(
      drawing.side(values.upperBound, axis.style), x: scale(marks.upperBound) + 10, y: y + 4,
      .value, extra: "c-halo")
    guard !isOne else { return }
    drawing.text(
      drawing.side(values.lowerBound, axis.style), x: scale(marks.lowerBound) - 10, y: y + 4,
      .value, anchor: .end, extra: "c-halo")
  }
}
