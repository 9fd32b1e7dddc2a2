/// How layers and the lines over them are drawn.
struct AreaDrawing {
  let chart: AreaChart

  private var places: Int { (chart.layers + chart.lines).map(\.values.count).max() ?? 0 }

  func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width)
    let stacks = chart.stacks
    let frame = CartesianFrame(content(stacks, drawing), on: &drawing)
    frame.drawBack(on: &drawing)
    for (layer, ranges) in stacks.enumerated() {
      let path = runs(of: ranges).map { outline($0, ranges, frame) }.joined()
      if !path.isEmpty { drawing.path("\(fill(layer)) c-area c-edge", path) }
    }
    for (place, line) in chart.lines.enumerated() {
      let values = line.values.map { value in
        value.flatMap { $0.isFinite ? $0...$0 : nil as ClosedRange<Double>? }
      }
      let path = runs(of: values).map { run in
        PathText.line(edge(run, values, frame) { $0.upperBound })
      }.joined()
      if !path.isEmpty {
        drawing.path("c-under", path)
        drawing.path(stroke(place), path)
      }
    }
    drawHits(frame, on: &drawing)
    frame.drawFront(on: &drawing)
    return drawing
  }

  private func fill(_ layer: Int) -> String { "c-f\(layer % Palette.count + 1)" }

  /// Lines take the colours that layers leave, from the ink on.
  private func stroke(_ line: Int) -> String {
    line == 0 ? "c-ink" : "c-l\((chart.layers.count + line) % Palette.count + 1)"
  }

  private func content(
    _ stacks: [[ClosedRange<Double>?]], _ drawing: Drawing
  ) -> CartesianFrame.Content {
    let ranges = stacks.flatMap { $0 }.compactMap { $0 }
    let heights =
      ranges.flatMap { [$0.lowerBound, $0.upperBound] }
      + chart.lines.flatMap(\.values).compactMap { $0 }
    let (yEnds, yTicks) = chart.y.ends(of: heights, fromZero: true, ticks: 6)
    let count = max(places, chart.x.names?.count ?? 0)
    let half = chart.isStepped ? 0.5 : 0
    let xEnds = -half...max(1 - half, Double(count - 1) + half)
    let xTicks =
      chart.x.names != nil
      ? Ticks(within: xEnds, step: 1, decimals: 0)
      : Ticks(within: xEnds, atMost: 9, decimals: 0, spacing: chart.x.spacing)
    let layers = chart.layers.enumerated().map {
      place, layer -> (label: CartesianFrame.EndLabel, swatch: Legend.Swatch) in
      let end = stacks[place].last { $0 != nil }.flatMap { $0 }
      let isLast = stacks[place].last.map { $0 != nil } ?? false
      let middle = end.map { ($0.lowerBound + $0.upperBound) / 2 } ?? 0
      return (
        CartesianFrame.EndLabel(
          name: layer.name, value: middle,
          style: isLast ? "c-l\(place % Palette.count + 1) c-solid" : nil),
        .square("\(fill(place)) c-area")
      )
    }
    let lines = chart.lines.enumerated().map {
      place, line -> (label: CartesianFrame.EndLabel, swatch: Legend.Swatch) in
      let last = line.values.compactMap { $0 }.last { $0.isFinite }
      return (
        CartesianFrame.EndLabel(name: line.name, value: last ?? 0, style: stroke(place)),
        .line(stroke(place))
      )
    }
    return CartesianFrame.Content(
      x: chart.x, y: chart.y, xEnds: xEnds, xTicks: xTicks, yEnds: yEnds, yTicks: yTicks,
      series: lines + layers.reversed())
  }

  /// The stretches of places with values.
  private func runs(of values: [ClosedRange<Double>?]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    var start: Int?
    for (place, value) in values.enumerated() {
      if value != nil {
        start = start ?? place
      } else if let first = start {
        runs.append(first..<place)
        start = nil
      }
    }
    if let start { runs.append(start..<values.count) }
    return runs
  }

  /// One edge of a stretch, in units of the drawing.
  private func edge(
    _ run: Range<Int>, _ values: [ClosedRange<Double>?], _ frame: CartesianFrame,
    _ end: (ClosedRange<Double>) -> Double
  ) -> [(x: Double, y: Double)] {
    run.flatMap { place -> [(x: Double, y: Double)] in
      guard let value = values[place] else { return [] }
      let y = frame.y(end(value))
      let x = Double(place)
      return chart.isStepped
        ? [(frame.x(x - 0.5), y), (frame.x(x + 0.5), y)] : [(frame.x(x), y)]
    }
  }

  private func outline(
    _ run: Range<Int>, _ values: [ClosedRange<Double>?], _ frame: CartesianFrame
  ) -> String {
    let upper = edge(run, values, frame) { $0.upperBound }
    let lower = edge(run, values, frame) { $0.lowerBound }
    return PathText.line(upper + lower.reversed(), isClosed: true)
  }

  /// One place to point at for each place of the axis, with all of its values.
  private func drawHits(_ frame: CartesianFrame, on drawing: inout Drawing) {
    for place in 0..<places {
      let x = Double(place)
      let box = Box(
        left: frame.x(x - 0.5), top: frame.plot.top, right: frame.x(x + 0.5),
        bottom: frame.plot.bottom)
      let words = (chart.lines + chart.layers.reversed()).map { series in
        let value = series.values.indices.contains(place) ? series.values[place] : nil
        return "\(series.name) \(chart.y.style.text(value, nil))"
      }
      let names = chart.x.names ?? []
      let label = names.indices.contains(place) ? names[place] : chart.x.style.text(x)
      drawing.path(
        "c-hit", PathText.rectangle(box),
        Drawing.Info(label: label, value: words.joined(separator: "; ")))
    }
  }
}
