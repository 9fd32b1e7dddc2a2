/// How the bars of a chart are drawn.
struct BarDrawing {
  let chart: BarChart
  let names: [String]

  private static let single = 18.0
  private static let several = 15.0

  private var isStacked: Bool { chart.arrangement == .stacked && names.count > 1 }
  private var height: Double {
    let count = Double(names.count)
    return isStacked || count == 1 ? Self.single : count * Self.several + (count - 1)
  }

  func draw(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width)
    var top = 2.0
    if names.count > 1 {
      let items = names.enumerated().map { place, name in
        (name: name, swatch: Legend.Swatch.square(look(of: place)))
      }
      top = Legend(items: items).draw(on: &drawing, top: 0) + 4
    }
    let texts = chart.rows.flatMap { sideTexts(of: $0, on: drawing) }
    let frame = RowFrame(
      RowFrame.Content(
        axis: chart.axis, labels: chart.rows.map(\.label), height: height, values: extent,
        overhangs: texts.map { text in
          let length = Drawing.Look.value.width(of: text.words) + 7
          return RowFrame.Overhang(
            value: text.at, left: text.isLeft ? length : 0, right: text.isLeft ? 0 : length)
        }, targets: chart.targets), on: drawing, top: top)
    frame.drawBack(on: &drawing)
    frame.drawTargets(on: &drawing)
    frame.drawLabels(on: &drawing)
    for (row, place) in zip(chart.rows, frame.rows) {
      if isStacked {
        drawStack(row, place, frame.scale, on: &drawing)
      } else {
        drawGroup(row, place, frame.scale, on: &drawing)
      }
      for text in sideTexts(of: row, on: drawing) {
        let y = place.top + (text.slot + 0.5) * (isStacked ? Self.single : slot) + 4
        let x = frame.scale(text.at) + (text.isLeft ? -5 : 5)
        drawing.text(
          text.words, x: x, y: y, .value, anchor: text.isLeft ? .end : .start,
          extra: text.isMissing ? "c-halo c-empty" : "c-halo")
      }
    }
    return drawing
  }

  /// From the top of one bar of a group to the top of the next.
  private var slot: Double { names.count == 1 ? Self.single : Self.several + 1 }

  private func look(of series: Int) -> String { "c-f\(series % Palette.count + 1)" }

  /// Every value that the axis has to reach.
  private var extent: [Double] {
    chart.rows.flatMap { row -> [Double] in
      let interval = row.interval.map { [$0.lowerBound, $0.upperBound] } ?? []
      return interval
        + (isStacked ? [row.stackEnds.low, row.stackEnds.high] : row.values.compactMap { $0 })
    }
  }

  /// A text at the end of a bar.
  private struct SideText {
    let words: String
    let at: Double
    let slot: Double
    let isLeft: Bool
    let isMissing: Bool
  }

  private func sideTexts(of row: BarChart.Row, on drawing: Drawing) -> [SideText] {
    let reach = row.interval.map {
      (low: max($0.lowerBound, -Axis.farthest), high: min($0.upperBound, Axis.farthest))
    }
    guard !isStacked else {
      let known = row.values.filter { $0?.isFinite ?? false }
      let isPart = known.count < names.count && !known.isEmpty
      let words = drawing.side(
        known.isEmpty ? nil : row.total, chart.axis.style,
        note: isPart ? drawing.isNarrow ? " + ?" : " + \(NumberStyle.missing)" : "")
      let isLeft = row.stackEnds.high <= 0 && row.stackEnds.low < 0
      let end = isLeft ? row.stackEnds.low : max(row.stackEnds.high, reach?.high ?? 0)
      return [
        SideText(
          words: words, at: end, slot: 0, isLeft: isLeft, isMissing: known.isEmpty)
      ]
    }
    return names.indices.map { series in
      let value = series < row.values.count ? row.values[series] : nil
      let known = value.flatMap { $0.isFinite ? $0 : nil }
      let words = drawing.side(value, chart.axis.style)
      guard let known else {
        return SideText(words: words, at: 0, slot: Double(series), isLeft: false, isMissing: true)
      }
      let isLeft = known < 0
      let end =
        series == 0
        ? isLeft ? min(known, reach?.low ?? known) : max(known, reach?.high ?? known)
        : known
      return SideText(
        words: words, at: end, slot: Double(series), isLeft: isLeft, isMissing: false)
    }
  }

  private func drawGroup(
    _ row: BarChart.Row, _ place: RowFrame.Row, _ scale: Scale, on drawing: inout Drawing
  ) {
    for (series, value) in row.values.enumerated() {
      guard let value, value.isFinite else { continue }
      let top = place.top + Double(series) * slot
      let bottom = top + (names.count == 1 ? Self.single : Self.several)
      let (zero, end) = (scale(0), scale(value))
      let interval = series == 0 ? row.interval : nil
      let label = names.count > 1 ? "\(row.label), \(names[series])" : row.label
      drawing.path(
        look(of: series),
        PathText.rectangle(
          Box(left: min(zero, end), top: top, right: max(zero, end, zero + 0.5), bottom: bottom)),
        Drawing.Info(label: label, value: chart.axis.style.text(value, interval)))
      if !scale.domain.contains(value) { drawBreak(at: end, top, bottom, on: &drawing) }
      if let interval { drawing.whisker(interval, scale, y: (top + bottom) / 2, half: 4) }
    }
  }

  /// A cut across a bar that is longer than the axis.
  private func drawBreak(
    at x: Double, _ top: Double, _ bottom: Double, on drawing: inout Drawing
  ) {
    drawing.line("c-break", x: x - 10, y: bottom + 1, toX: x - 6, toY: top - 1)
    drawing.line("c-break", x: x - 6, y: bottom + 1, toX: x - 2, toY: top - 1)
  }

  private func drawStack(
    _ row: BarChart.Row, _ place: RowFrame.Row, _ scale: Scale, on drawing: inout Drawing
  ) {
    for (series, part) in row.parts.enumerated() {
      guard let part else { continue }
      let (left, right) = (scale(part.lowerBound), scale(part.upperBound))
      let value = series < row.values.count ? row.values[series] : nil
      let words = chart.axis.style.text(value ?? .nan)
      drawing.path(
        "\(look(of: series)) c-edge",
        PathText.rectangle(Box(left: left, top: place.top, right: right, bottom: place.bottom)),
        Drawing.Info(
          label: "\(row.label), \(names[series])",
          value: chart.axis.style.text(value, series == 0 ? row.interval : nil)))
      if Drawing.Look.cell.width(of: words) + 6 <= right - left {
        drawing.text(
          words, x: (left + right) / 2, y: place.middle + 4, .cell, anchor: .middle,
          extra: "c-o\(look(of: series).dropFirst(2))")
      }
    }
    if let interval = row.interval { drawing.whisker(interval, scale, y: place.middle, half: 4) }
  }
}

extension BarChart.Row {
  /// The known values together.
  package var total: Double { values.compactMap { $0 }.filter(\.isFinite).reduce(0, +) }

  /// From where to where each value lies when they lie one after the other: what is positive to the
  /// right of zero, what is negative to the left.
  package var parts: [ClosedRange<Double>?] {
    var (low, high) = (0.0, 0.0)
    return values.map { value in
      guard let value, value.isFinite else { return nil }
      if value < 0 {
        low += value
        return low...low - value
      }
      high += value
      return high - value...high
    }
  }

  /// How far the parts reach together.
  package var stackEnds: (low: Double, high: Double) {
    let known = values.compactMap { $0 }.filter(\.isFinite)
    return (known.filter { $0 < 0 }.reduce(0, +), known.filter { $0 > 0 }.reduce(0, +))
  }
}
