/// How the lines of a chart are drawn.
struct LineDrawing {
  let chart: LineChart

  func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width)
    let frame = CartesianFrame(content(drawing), on: &drawing)
    frame.drawBack(on: &drawing)
    for (place, line) in chart.lines.enumerated() { drawBand(line, place, frame, on: &drawing) }
    for (place, line) in chart.lines.enumerated() { drawLine(line, place, frame, on: &drawing) }
    for (place, line) in chart.lines.enumerated() { drawDots(line, place, frame, on: &drawing) }
    frame.drawFront(on: &drawing)
    return drawing
  }

  private func number(_ place: Int) -> Int { place % Palette.count + 1 }

  private func content(_ drawing: Drawing) -> CartesianFrame.Content {
    let known = chart.lines.flatMap(\.points).filter { $0.x.isFinite && $0.y.isFinite }
    let bands = chart.lines.flatMap(\.interval).flatMap { [$0.lowerBound, $0.upperBound] }
    let reach = reach(of: known.map(\.y))
    let heights = (known.map(\.y) + bands).map { min($0, reach) } + chart.targets.map(\.value)
    let least = heights.filter(\.isFinite).min() ?? 0
    let most = heights.filter(\.isFinite).max() ?? 1
    // Zero belongs to the picture unless everything happens far from it.
    let fromZero = chart.y.lower == nil && least > 0 ? least < 0.6 * most : chart.y.lower == nil
    let (yEnds, yTicks) = chart.y.ends(of: heights, fromZero: fromZero, ticks: 6)
    var (xEnds, xTicks) = chart.x.ends(
      of: known.map(\.x) + chart.markers.map(\.value), fromZero: false,
      ticks: drawing.isNarrow ? 5 : 9)
    if chart.x.lower == nil, chart.x.upper == nil, chart.x.names == nil {
      let places = known.map(\.x) + chart.markers.map(\.value).filter(\.isFinite)
      if let low = places.min(), let high = places.max(), low < high {
        let far = Axis.farthest
        xEnds = max(-far, low)...min(far, high)
        xTicks = Ticks(within: xEnds, step: xTicks.step, decimals: xTicks.decimals)
      }
    }
    if let names = chart.x.names {
      xEnds = 0...Double(max(1, names.count - 1))
      xTicks = Ticks(within: xEnds, step: 1, decimals: 0)
    }
    return CartesianFrame.Content(
      x: chart.x, y: chart.y, xEnds: xEnds, xTicks: xTicks, yEnds: yEnds, yTicks: yTicks,
      series: chart.lines.enumerated().map { place, line in
        let shown = line.points.last { $0.x.isFinite && $0.y.isFinite && xEnds.contains($0.x) }
        let style = "c-l\(number(place))"
        return (
          CartesianFrame.EndLabel(
            name: line.name, value: shown?.y ?? 0, style: shown.map { _ in style }),
          .line(style)
        )
      }, targets: chart.targets, markers: chart.markers)
  }

  /// The height that the axis has to show.
  ///
  /// A curve that rises without end would press all others to the floor: where the largest value is
  /// more than eight times the upper quartile, five times the quartile is enough.
  private func reach(of heights: [Double]) -> Double {
    let sorted = heights.sorted()
    guard chart.y.upper == nil, sorted.count >= 8, let most = sorted.last else { return .infinity }
    let quartile = sorted[sorted.count * 3 / 4]
    guard quartile > 0, most > 8 * quartile else { return .infinity }
    let targets = chart.targets.map(\.value).filter(\.isFinite)
    return max(5 * quartile, (targets.max() ?? 0) * 1.25)
  }

  private func drawBand(
    _ line: LineChart.Line, _ place: Int, _ frame: CartesianFrame, on drawing: inout Drawing
  ) {
    var run: [(x: Double, low: Double, high: Double)] = []
    func finish() {
      guard run.count > 1 else {
        run = []
        return
      }
      let outline = run.map { ($0.x, $0.high) } + run.reversed().map { ($0.x, $0.low) }
      drawing.path("c-f\(number(place)) c-band", PathText.line(outline, isClosed: true))
      run = []
    }
    for (point, interval) in zip(line.points, line.interval) {
      guard point.x.isFinite, point.y.isFinite, frame.x.domain.contains(point.x) else {
        finish()
        continue
      }
      run.append((frame.x(point.x), frame.y(interval.lowerBound), frame.y(interval.upperBound)))
    }
    finish()
  }

  private func drawLine(
    _ line: LineChart.Line, _ place: Int, _ frame: CartesianFrame, on drawing: inout Drawing
  ) {
    let clipped = ClippedLine(
      line.points.map { ($0.x, $0.y) }, x: frame.x.domain, y: frame.y.domain)
    let path = clipped.runs.filter { $0.count > 1 }.map { run in
      PathText.line(run.map { (frame.x($0.x), frame.y($0.y)) })
    }.joined()
    if !path.isEmpty { drawing.path("c-l\(number(place))", path) }
    for exit in clipped.exits {
      let x = PathText.number(frame.x(exit.x))
      let path =
        exit.isAbove
        ? "M\(x) \(PathText.number(frame.plot.top - 7))l5 8h-10Z"
        : "M\(x) \(PathText.number(frame.plot.bottom + 7))l5 -8h-10Z"
      let values = line.points.map(\.y).filter(\.isFinite)
      let far = exit.isAbove ? values.max() : values.min()
      drawing.path(
        "c-f\(number(place))", path,
        Drawing.Info(
          label: "\(line.name) goes on off the scale",
          value: "to \(chart.y.style.text(far ?? .nan))"))
    }
  }

  /// Marks the points: all that can be told apart are dots, many are places to point at.
  private func drawDots(
    _ line: LineChart.Line, _ place: Int, _ frame: CartesianFrame, on drawing: inout Drawing
  ) {
    let shown = line.points.enumerated().filter { _, point in
      point.y.isFinite && frame.x.domain.contains(point.x) && frame.y.domain.contains(point.y)
    }
    let most = chart.lines.map(\.points.count).max() ?? 0
    let areDots = most <= (drawing.isNarrow ? 10 : 16)
    let every = max(1, shown.count / (drawing.isNarrow ? 24 : 60))
    for (order, (index, point)) in shown.enumerated() where order.isMultiple(of: every) {
      let interval = line.interval.indices.contains(index) ? line.interval[index] : nil
      let (x, y) = (frame.x(point.x), frame.y(point.y))
      let size = areDots ? 3.4 : 7
      let turn = "a\(PathText.number(size)) \(PathText.number(size)) 0 1 0 "
      let circle =
        "M\(PathText.number(x - size)) \(PathText.number(y))\(turn)\(PathText.number(2 * size)) 0"
        + "\(turn)\(PathText.number(-2 * size)) 0Z"
      drawing.path(
        areDots ? "c-f\(number(place)) c-edge" : "c-hit", circle,
        Drawing.Info(
          label: "\(line.name), \(name(of: point.x))",
          value: chart.y.style.text(point.y, interval)))
    }
  }

  private func name(of x: Double) -> String {
    if let names = chart.x.names {
      let place = Int(max(-1, min(x, 1e6)).rounded())
      return names.indices.contains(place) ? names[place] : ""
    }
    return chart.x.style.text(x)
  }
}
