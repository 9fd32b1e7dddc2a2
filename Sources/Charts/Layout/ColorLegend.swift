/// What the colours of a map mean: the measure, a strip of its steps with their bounds, the marks of
/// the sides of a target, and the pattern of places without data.
struct ColorLegend {
  let steps: ColorSteps
  let style: NumberStyle
  let measure: String
  let hasMissing: Bool

  /// Draws the legend from the top, and returns its lower end.
  func draw(on drawing: inout Drawing) -> Double {
    let look = Drawing.Look.tick
    let title = TextFit(measure, width: drawing.width - 2, size: look.size, lines: 3)
    drawing.lines(
      title, x: 0, middle: Double(title.lines.count) * look.line / 2 + 1, look, extra: "c-k",
      full: measure)
    let top = Double(title.lines.count) * look.line + 4
    var right = 0.0
    if !steps.looks.isEmpty { right = drawStrip(on: &drawing, top: top) }
    let items = notes
    guard !items.isEmpty else { return top + 34 }
    let room = items.map { look.width(of: $0.words) + 34 }.reduce(0, +)
    let isBeside = right + 24 + room <= drawing.width
    var x = isBeside ? right + 24 : 0
    var y = isBeside ? top : top + 33
    for item in items {
      let width = look.width(of: item.words) + 34
      if x > 0, x + width > drawing.width {
        x = 0
        y += 18
      }
      switch item.side {
      case .above: drawing.path("c-mark", SideMark.path(.above, x: x + 7, y: y + 8, size: 9))
      case .below: drawing.path("c-mark", SideMark.path(.below, x: x + 7, y: y + 8, size: 9))
      case nil:
        drawing.hatched(
          PathText.rectangle(Box(left: x + 0.5, top: y, right: x + 16, bottom: y + 13)))
      }
      drawing.text(
        TextFit.cut(item.words, to: drawing.width - 24, size: look.size), x: x + 21, y: y + 11,
        look, extra: "c-k")
      x += width
    }
    return isBeside ? top + 36 : y + 22
  }

  private var notes: [(words: String, side: ColorSteps.Side?)] {
    var notes: [(words: String, side: ColorSteps.Side?)] = []
    if let target = steps.target {
      notes.append(("above \(style.text(target))", .above))
      notes.append(("below \(style.text(target))", .below))
    }
    if hasMissing { notes.append((NumberStyle.missing, nil)) }
    return notes
  }

  private func drawStrip(on drawing: inout Drawing, top: Double) -> Double {
    let count = Double(steps.looks.count)
    let width = min(drawing.isNarrow ? 40 : 44, (drawing.width - 24) / count)
    let left = 0.5
    for (place, look) in steps.looks.enumerated() {
      let start = left + Double(place) * width
      drawing.path(
        "c-\(look) c-cell",
        PathText.rectangle(Box(left: start, top: top, right: start + width, bottom: top + 13)))
    }
    let right = left + count * width
    let whole = TickTexts(bounds(style, left, width), within: 0...drawing.width)
    var bare = style
    bare.suffix = ""
    let brief = TickTexts(bounds(bare, left, width), within: 0...drawing.width)
    (whole.shown.count < brief.shown.count ? brief : whole).draw(on: &drawing, y: top + 26)
    return right
  }

  /// The bounds as texts under the strip; the outermost steps of a scale with a target are open.
  private func bounds(
    _ style: NumberStyle, _ left: Double, _ width: Double
  ) -> [(x: Double, words: String)] {
    if steps.bounds.count == 2, steps.bounds.first == steps.bounds.last {
      return [(left + width / 2, style.text(steps.bounds[0]))]
    }
    return steps.bounds.enumerated().compactMap { place, bound in
      let isOpen = steps.target != nil && (place == 0 || place == steps.bounds.count - 1)
      return isOpen ? nil : (left + Double(place) * width, style.text(bound))
    }
  }
}

/// The small arrowheads that say on which side of a target a value lies.
enum SideMark {
  static func path(_ side: ColorSteps.Side, x: Double, y: Double, size: Double) -> String {
    let half = PathText.number(size / 2)
    let height = PathText.number(size * 0.75)
    let up = side == .above
    let start = PathText.number(up ? y - size * 0.375 : y + size * 0.375)
    let tall = up ? height : "-\(height)"
    return "M\(PathText.number(x)) \(start)l\(half) \(tall)h-\(PathText.number(size))Z"
  }
}
