extension Drawing {
  /// What is drawn where there is nothing to draw.
  static func empty(_ width: ChartWidth) -> Drawing {
    var drawing = Drawing(width)
    drawing.path(
      "c-grid",
      PathText.rectangle(Box(left: 1, top: 1, right: drawing.width - 1, bottom: 71)))
    drawing.text(
      NumberStyle.missing, x: drawing.width / 2, y: 41, .label, anchor: .middle, extra: "c-empty")
    drawing.height = 72
    return drawing
  }

  /// The value as it stands beside its mark, with a note behind it.
  func side(_ value: Double?, _ style: NumberStyle, note: String = "") -> String {
    let words = value.map { isNarrow ? style.brief($0) : style.text($0) } ?? NumberStyle.missing
    let room = RowFrame.longestOverhang(on: self) - Look.value.width(of: note)
    return TextFit.cut(words, to: room, size: Look.value.size) + note
  }

  /// Draws a whisker along a row.
  mutating func whisker(_ interval: ClosedRange<Double>, _ scale: Scale, y: Double, half: Double) {
    let (left, right) = (scale(interval.lowerBound), scale(interval.upperBound))
    let (top, bottom) = (PathText.number(y - half), PathText.number(y + half))
    let (start, end) = (PathText.number(left), PathText.number(right))
    path(
      "c-whisker",
      "M\(start) \(top)V\(bottom)M\(end) \(top)V\(bottom)M\(start) \(PathText.number(y))H\(end)")
  }
}

extension NumberStyle {
  /// The value, with millions as such, for places with little room.
  func brief(_ value: Double) -> String {
    let size = abs(value)
    guard size >= 1e6, size < 1e12 else { return text(value) }
    var style = self
    style.decimals = size >= 1e8 && size < 1e9 ? 0 : 2
    style.suffix = (size >= 1e9 ? " bn" : " M") + suffix
    return style.text(value / (size >= 1e9 ? 1e9 : 1e6))
  }

  /// The value in thousands, millions or more, for cells.
  func compact(_ value: Double) -> String {
    let units = [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")]
    guard abs(value) < 1e15, let (unit, name) = units.first(where: { abs(value) >= $0.0 }) else {
      return text(value)
    }
    var style = self
    style.decimals = abs(value) < 10 * unit ? 1 : 0
    style.suffix = name
    return style.text(value / unit)
  }

  /// The value with its interval in words.
  func text(_ value: Double?, _ interval: ClosedRange<Double>?) -> String {
    let words = value.map(text) ?? Self.missing
    guard let interval, value != nil else { return words }
    return "\(words) (\(text(interval.lowerBound)) to \(text(interval.upperBound)))"
  }
}
