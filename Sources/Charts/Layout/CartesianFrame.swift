/// Two axes with a plot between them: the frame of lines and areas.
struct CartesianFrame {
  /// A name at the right end of the plot.
  struct EndLabel {
    let name: String
    let value: Double
    /// The class of the line that leads to it; nothing where none does.
    let style: String?
  }

  /// What a frame is made for.
  struct Content {
    var x: Axis
    var y: Axis
    var xEnds: ClosedRange<Double>
    var xTicks: Ticks
    var yEnds: ClosedRange<Double>
    var yTicks: Ticks
    /// The names of lines and layers, for the end of the plot or for the legend.
    var series: [(label: EndLabel, swatch: Legend.Swatch)]
    var targets: [Reference] = []
    var markers: [Reference] = []
  }

  let plot: Box
  let x: Scale
  let y: Scale
  private let content: Content
  private let title: TextFit
  private let titleTop: Double
  private let markerTop: Double
  private let markers: TargetLabels
  private let ends: [(label: EndLabel, fit: TextFit, middle: Double)]
  private let isBeside: Bool

  private static let size = Drawing.Look.tick.size
  private static let line = Drawing.Look.tick.line

  /// Lays out the frame, and draws the legend where names do not fit beside the plot.
  init(_ content: Content, on drawing: inout Drawing) {
    self.content = content
    let height = drawing.isNarrow ? 220.0 : 270
    let yTexts = content.yTicks.values.map { content.y.text(ofTick: $0, in: content.yTicks) }
    let yRoom = yTexts.map { TextWidths.width($0, size: Self.size) }.max() ?? 0
    let left = min(yRoom, drawing.width * 0.3) + 8
    let labels =
      content.series.map(\.label)
      + content.targets.compactMap { target in
        target.value.isFinite ? Self.label(of: target, in: content.yEnds) : nil
      }
    let fits = labels.map { TextFit($0.name, width: 150, size: Self.size, lines: 2) }
    let heights = fits.map { Double($0.lines.count) * Self.line + 2 }
    let beside = !drawing.isNarrow && heights.reduce(0, +) <= height
    isBeside = beside
    var top = 2.0
    if !beside, !content.series.isEmpty {
      let items = content.series.map { (name: $0.label.name, swatch: $0.swatch) }
      top = Legend(items: items).draw(on: &drawing, top: 0) + 4
    }
    titleTop = top
    title = TextFit(content.y.title, width: drawing.width, size: Self.size, lines: 3)
    top += Double(title.lines.count) * Self.line + 2
    let room = beside ? (fits.map(\.width).max() ?? 0) + 22 : 6
    let right = drawing.width - max(6, room)
    x = Scale(content.xEnds, from: left, to: right)
    markerTop = top
    let xScale = x
    markers = TargetLabels(
      content.markers.filter { content.xEnds.contains($0.value) }.map {
        (xScale($0.value), $0.label)
      },
      width: drawing.width)
    top += Double(markers.lanes) * TargetLabels.lane + 8
    plot = Box(left: left, top: top, right: right, bottom: top + height)
    y = Scale(content.yEnds, from: plot.bottom, to: plot.top)
    let yScale = y
    let shown = beside ? Array(labels.indices) : Array(content.series.count..<labels.count)
    let inside = shown.map { index in
      beside ? yScale(labels[index].value) : yScale(labels[index].value) - 9
    }
    let middles = LabelSpread.spread(
      inside, lengths: shown.map { beside ? heights[$0] : Self.line + 2 },
      in: plot.top - (beside ? 4 : 0)...plot.bottom + (beside ? 4 : 0))
    let narrow = plot.width - 8
    ends = zip(shown, middles).map { index, middle in
      (
        labels[index],
        beside ? fits[index] : TextFit(labels[index].name, width: narrow, size: Self.size), middle
      )
    }
  }

  private static func label(of target: Reference, in ends: ClosedRange<Double>) -> EndLabel {
    let isOff = !ends.contains(target.value)
    let name =
      !isOff
      ? target.label : target.value > ends.upperBound ? "↑ \(target.label)" : "↓ \(target.label)"
    return EndLabel(name: name, value: target.value, style: isOff ? nil : "c-goal")
  }

  /// Draws the axes, the grid and the lines that matter.
  func drawBack(on drawing: inout Drawing) {
    drawing.lines(
      title, x: 0, middle: titleTop + Double(title.lines.count) * Self.line / 2, .tick,
      full: content.y.title)
    var grid = ""
    for tick in content.yTicks.values {
      let height = y(tick)
      grid += "M\(PathText.number(plot.left)) \(PathText.number(height))"
      grid += "H\(PathText.number(plot.right))"
      let words = content.y.text(ofTick: tick, in: content.yTicks)
      drawing.text(
        TextFit.cut(words, to: plot.left - 6, size: Self.size), x: plot.left - 6, y: height + 4,
        .tick, anchor: .end)
    }
    if !grid.isEmpty { drawing.path("c-grid", grid) }
    let base = content.yEnds.contains(0) ? y(0) : plot.bottom
    drawing.line("c-zero", x: plot.left, y: base, toX: plot.right, toY: base)
    let texts = content.xTicks.values.map {
      (x: x($0), words: content.x.text(ofTick: $0, in: content.xTicks))
    }
    TickTexts(texts, within: 0...drawing.width).draw(on: &drawing, y: plot.bottom + 20)
    let below = TextFit(content.x.title, width: drawing.width, size: Self.size, lines: 2)
    let height = Double(below.lines.count) * Self.line
    drawing.lines(
      below, x: drawing.isNarrow ? drawing.width : max(plot.right, below.width),
      middle: plot.bottom + 27 + height / 2, .tick, anchor: .end, full: content.x.title)
    drawing.height = plot.bottom + 29 + height
    for marker in content.markers where content.xEnds.contains(marker.value) {
      let place = x(marker.value)
      drawing.line("c-goal", x: place, y: plot.top - 6, toX: place, toY: plot.bottom)
    }
    for target in content.targets where content.yEnds.contains(target.value) {
      drawing.line(
        "c-goal", x: plot.left, y: y(target.value), toX: plot.right, toY: y(target.value))
    }
    markers.draw(on: &drawing, top: markerTop)
  }

  /// Draws the names at the ends, over what has been drawn.
  func drawFront(on drawing: inout Drawing) {
    for end in ends {
      if isBeside {
        if let style = end.label.style {
          let place = y(end.label.value)
          drawing.path(
            "\(style) c-lead",
            PathText.line([
              (plot.right, place), (plot.right + 6, place), (plot.right + 14, end.middle),
            ]))
        }
        drawing.lines(
          end.fit, x: plot.right + 18, middle: end.middle, .tick, extra: "c-k",
          full: end.label.name)
      } else {
        drawing.lines(
          end.fit, x: plot.right - 2, middle: end.middle, .tick, anchor: .end, extra: "c-k c-halo",
          full: end.label.name)
      }
    }
  }
}
