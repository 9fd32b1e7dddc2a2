/// The texts along a horizontal axis: as many as there is room for.
struct TickTexts {
  /// Texts with the middle of each.
  let shown: [(x: Double, words: String)]

  /// Chooses every text, or every second, third, fourth …, so that none meets the next; those at
  /// the ends are moved inwards where they would leave the bounds.
  init(_ texts: [(x: Double, words: String)], within bounds: ClosedRange<Double>, gap: Double = 8) {
    let size = Drawing.Look.tick.size
    let room = bounds.upperBound - bounds.lowerBound
    let fitted = texts.map { text -> (x: Double, words: String, half: Double) in
      let words = TextFit.cut(text.words, to: room / 2, size: size)
      let half = TextWidths.width(words, size: size) / 2
      return (max(bounds.lowerBound + half, min(text.x, bounds.upperBound - half)), words, half)
    }
    var chosen: [(x: Double, words: String)] = []
    for stride in [1, 2, 3, 4, 6, 12] + Array(Swift.stride(from: 24, through: 100_000, by: 24)) {
      let kept = Swift.stride(from: 0, to: fitted.count, by: stride).map { fitted[$0] }
      let meets = zip(kept, kept.dropFirst()).contains { one, next in
        one.x + one.half + gap > next.x - next.half
      }
      if meets { continue }
      chosen = kept.map { ($0.x, $0.words) }
      break
    }
    shown = chosen
  }

  /// Draws the texts on a baseline.
  func draw(on drawing: inout Drawing, y: Double) {
    for text in shown { drawing.text(text.words, x: text.x, y: y, .tick, anchor: .middle) }
  }
}
