/// A start, what is taken away or added, and what is left: a waterfall.
public struct StepChart: Chart {
  /// One step.
  public struct Step: Hashable, Sendable {
    /// What a step does.
    public enum Kind: Hashable, Sendable {
      /// It sets the level, as a start, a subtotal or an end does.
      case level
      /// It changes the level by its value, which may be negative.
      case change
    }
    /// What it is.
    public let label: String
    /// The level, or the change.
    public let value: Double
    /// What it does.
    public let kind: Kind

    /// Creates a step.
    public init(_ label: String, _ value: Double, _ kind: Kind) {
      self.label = label
      self.value = value
      self.kind = kind
    }
  }

  /// What the chart shows.
  public let title: String
  /// The picture in words.
  public let summary: String
  let axis: Axis
  let steps: [Step]

  /// Creates a chart.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - axis: The axis of the values; it begins at zero.
  ///   - steps: The steps, from top to bottom.
  public init(title: String, summary: String, axis: Axis, steps: [Step]) {
    self.title = title
    self.summary = summary
    self.axis = axis
    self.steps = steps
  }

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    guard steps.contains(where: { $0.value.isFinite }) else { return .empty(width) }
    var drawing = Drawing(width)
    let spans = spans
    let overhangs = zip(steps, spans).map { step, span in
      RowFrame.Overhang(
        value: max(span.from, span.to), left: 0,
        right: Drawing.Look.value.width(of: words(step, on: drawing)) + 7)
    }
    let frame = RowFrame(
      RowFrame.Content(
        axis: axis, labels: steps.map(\.label), height: 18,
        values: spans.flatMap { [$0.from, $0.to] }, overhangs: overhangs),
      on: drawing, top: 2)
    frame.drawBack(on: &drawing)
    for (place, row) in frame.rows.enumerated() {
      draw(place, spans[place], row, frame.scale, on: &drawing)
      guard frame.rows.indices.contains(place + 1) else { continue }
      let x = frame.scale(spans[place].to)
      drawing.line("c-join", x: x, y: row.bottom, toX: x, toY: frame.rows[place + 1].top)
    }
    frame.drawTargets(on: &drawing)
    frame.drawLabels(on: &drawing)
    return drawing
  }

  /// From where to where each step goes.
  package var spans: [(from: Double, to: Double)] {
    var level = 0.0
    return steps.map { step in
      let from = step.kind == .level ? 0 : level
      guard step.value.isFinite else { return (level, level) }
      level = step.kind == .level ? step.value : level + step.value
      return (from, level)
    }
  }

  /// A change always carries its sign.
  private func words(_ step: Step, on drawing: Drawing) -> String {
    var style = axis.style
    if step.kind == .change { style.isSigned = true }
    return drawing.side(step.value, style)
  }

  private func draw(
    _ place: Int, _ span: (from: Double, to: Double), _ row: RowFrame.Row, _ scale: Scale,
    on drawing: inout Drawing
  ) {
    let step = steps[place]
    let look =
      switch step.kind {
      case .level: "c-level"
      case .change: step.value < 0 ? "c-f2" : "c-f1"
      }
    let (left, right) = (scale(min(span.from, span.to)), scale(max(span.from, span.to)))
    let words = words(step, on: drawing)
    let box = Box(left: left, top: row.top, right: max(right, left + 1), bottom: row.bottom)
    drawing.path(look, PathText.rectangle(box), Drawing.Info(label: step.label, value: words))
    drawing.text(words, x: right + 5, y: row.middle + 4, .value, extra: "c-halo")
  }
}
