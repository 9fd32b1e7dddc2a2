/// Names of lines that stand upright in a chart, beside one another or in lanes under one another.
struct TargetLabels {
  private let placed: [(label: TextFit, full: String, x: Double, lane: Int)]
  /// How many lanes they take.
  let lanes: Int
  /// The height of a lane.
  static let lane = 15.0

  /// Places the names of lines at `places`, within the width of a drawing.
  init(_ labels: [(x: Double, words: String)], width: Double) {
    let size = Drawing.Look.tick.size
    var ends: [Double] = []
    var placed: [(TextFit, String, Double, Int)] = []
    for label in labels.sorted(by: { ($0.x, $0.words) < ($1.x, $1.words) })
    where !label.words.isEmpty {
      let fit = TextFit(label.words, width: width, size: size)
      let left = max(0, min(label.x - fit.width / 2, width - fit.width))
      let lane = ends.firstIndex { $0 + 8 <= left } ?? ends.count
      if lane == ends.count { ends.append(0) }
      ends[lane] = left + fit.width
      placed.append((fit, label.words, left, lane))
    }
    self.placed = placed
    lanes = ends.count
  }

  /// Draws the names, the first lane at `top`.
  func draw(on drawing: inout Drawing, top: Double) {
    for item in placed {
      drawing.lines(
        item.label, x: item.x, middle: top + (Double(item.lane) + 0.5) * Self.lane, .tick,
        extra: "c-k", full: item.full)
    }
  }
}
