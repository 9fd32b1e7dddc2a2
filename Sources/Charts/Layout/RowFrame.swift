/// Rows with a name each, under an axis of values: the frame of bars, steps and dots.
struct RowFrame {
  /// One row.
  struct Row {
    let label: TextFit
    let full: String
    let labelMiddle: Double
    /// Where marks go.
    let top: Double
    let bottom: Double
    var middle: Double { (top + bottom) / 2 }
  }

  /// A text that hangs at a value, to the left or to the right.
  struct Overhang {
    let value: Double
    let left: Double
    let right: Double
  }

  /// What a frame is made for.
  struct Content {
    var axis: Axis
    var labels: [String]
    /// The height of the marks of a row.
    var height: Double
    var values: [Double]
    var fromZero = true
    var overhangs: [Overhang] = []
    var targets: [Reference] = []
  }

  let scale: Scale
  let rows: [Row]
  let top: Double
  let bottom: Double
  private let content: Content
  private let ticks: Ticks
  private let title: TextFit
  private let titleTop: Double
  private let isAbove: Bool
  private let column: Double

  /// Lays rows out below `top`.
  init(_ content: Content, on drawing: Drawing, top start: Double) {
    self.content = content
    let size = Drawing.Look.label.size
    let longest = content.labels.map { TextWidths.width($0, size: size) }.max() ?? 0
    let most = drawing.isNarrow ? 92.0 : 220
    let above = drawing.isNarrow && longest > most
    isAbove = above
    let fits = content.labels.map {
      TextFit($0, width: above ? drawing.width - 5 : most, size: size, lines: 2)
    }
    let column = above ? 0 : fits.map(\.width).max() ?? 0
    self.column = column
    let left = column == 0 ? 1 : column + 10
    title = TextFit(
      content.axis.title, width: drawing.width - left, size: Drawing.Look.tick.size, lines: 3)
    titleTop = start
    let values = content.values + content.targets.map(\.value)
    let (domain, ticks) = content.axis.ends(
      of: values, fromZero: content.fromZero, ticks: drawing.isNarrow ? 4 : 7)
    self.ticks = ticks
    let last = ticks.values.last.map { tick in
      let words = content.axis.text(ofTick: tick, in: ticks)
      return Overhang(value: tick, left: 0, right: Drawing.Look.tick.width(of: words) / 2)
    }
    scale = Self.fit(
      domain, content.overhangs + (last.map { [$0] } ?? []), from: left, to: drawing.width - 1)
    top = start + Double(title.lines.count) * Drawing.Look.tick.line + 20
    var y = top + 5
    var rows: [Row] = []
    for (label, fit) in zip(content.labels, fits) {
      let text = Double(fit.lines.count) * Drawing.Look.label.line
      if isAbove {
        rows.append(
          Row(
            label: fit, full: label, labelMiddle: y + text / 2, top: y + text + 1,
            bottom: y + text + 1 + content.height))
        y += text + 1 + content.height + 8
      } else {
        let height = max(text, content.height)
        let bandTop = y + (height - content.height) / 2
        rows.append(
          Row(
            label: fit, full: label, labelMiddle: y + height / 2, top: bandTop,
            bottom: bandTop + content.height))
        y += height + (content.labels.count > 24 ? 4 : 8)
      }
    }
    self.rows = rows
    bottom = y - 3
  }

  /// Leaves room at both ends for what hangs there; a third of the length at most.
  private static func fit(
    _ domain: ClosedRange<Double>, _ overhangs: [Overhang], from left: Double, to right: Double
  ) -> Scale {
    var (start, end) = (left, right)
    let most = (right - left) * 0.45
    for _ in 0..<16 {
      let scale = Scale(domain, from: start, to: end)
      let before = overhangs.map { left - (scale($0.value) - $0.left) }.max() ?? 0
      let behind = overhangs.map { scale($0.value) + $0.right - right }.max() ?? 0
      if before <= 0.05, behind <= 0.05 { break }
      start = min(left + most, start + max(0, before))
      end = max(right - most, end - max(0, behind))
    }
    return Scale(domain, from: start, to: end)
  }

  /// The longest text that may hang at a value.
  static func longestOverhang(on drawing: Drawing) -> Double { drawing.isNarrow ? 92 : 180 }

  /// Draws the axis, the grid and the names of the rows.
  func drawBack(on drawing: inout Drawing) {
    drawing.lines(
      title, x: min(scale.start, max(1, drawing.width - title.width)),
      middle: titleTop + Double(title.lines.count) * Drawing.Look.tick.line / 2, .tick,
      full: content.axis.title)
    let texts = ticks.values.map { (x: scale($0), words: content.axis.text(ofTick: $0, in: ticks)) }
    TickTexts(texts, within: 1...drawing.width - 1).draw(on: &drawing, y: top - 5)
    var grid = ""
    for tick in ticks.values where tick != 0 {
      let x = PathText.number(scale(tick))
      grid += "M\(x) \(PathText.number(top))V\(PathText.number(bottom))"
    }
    if !grid.isEmpty { drawing.path("c-grid", grid) }
    if scale.domain.contains(0) {
      drawing.line("c-zero", x: scale(0), y: top, toX: scale(0), toY: bottom)
    }
  }

  /// Draws the names of the rows, over what passes behind them.
  func drawLabels(on drawing: inout Drawing) {
    for row in rows {
      drawing.lines(
        row.label, x: isAbove ? 4 : column, middle: row.labelMiddle, .label,
        anchor: isAbove ? .start : .end,
        extra: isAbove ? "c-halo" : nil, full: row.full)
    }
  }

  /// Draws the lines that matter and their names below the rows, and ends the drawing.
  func drawTargets(on drawing: inout Drawing) {
    var labels: [(x: Double, words: String)] = []
    for target in content.targets where target.value.isFinite {
      let x = scale(target.value)
      if scale.domain.contains(target.value) {
        drawing.line("c-goal", x: x, y: top - 3, toX: x, toY: bottom + 3)
        labels.append((x, target.label))
      } else {
        labels.append(
          (x, target.value > scale.domain.upperBound ? "\(target.label) →" : "← \(target.label)"))
      }
    }
    let placed = TargetLabels(labels, width: drawing.width - 1)
    placed.draw(on: &drawing, top: bottom + 4)
    drawing.height = bottom + 6 + Double(placed.lanes) * TargetLabels.lane
  }
}
