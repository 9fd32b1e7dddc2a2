import Foundation

/// Rings of positions in units of a drawing.
struct Outline {
  typealias Point = (x: Double, y: Double)
  let rings: [[Point]]

  /// Whether a position lies within, by the rule of even and odd crossings.
  func contains(_ x: Double, _ y: Double) -> Bool {
    var isInside = false
    for (from, to) in edges where (from.y > y) != (to.y > y) {
      if x < (to.x - from.x) * (y - from.y) / (to.y - from.y) + from.x { isInside.toggle() }
    }
    return isInside
  }

  var edges: [(Point, Point)] {
    rings.flatMap { ring in
      ring.indices.map { (ring[$0], ring[($0 + 1) % ring.count]) }
    }
  }

  var box: Box? {
    let points = rings.flatMap { $0 }
    guard let first = points.first else { return nil }
    return points.reduce(
      into: Box(left: first.x, top: first.y, right: first.x, bottom: first.y)
    ) { box, point in
      box.left = min(box.left, point.x)
      box.right = max(box.right, point.x)
      box.top = min(box.top, point.y)
      box.bottom = max(box.bottom, point.y)
    }
  }

  /// The middle of a rectangle of the given size that lies within, as far from the edges as a grid
  /// of places tells; nothing where none fits.
  func place(for width: Double, _ height: Double) -> Point? {
    guard let box, width <= box.width, height <= box.height else { return nil }
    let edges = edges
    var best: (point: Point, room: Double)?
    for down in 1..<20 {
      for across in 1..<20 {
        let point = (
          x: box.left + box.width * Double(across) / 20,
          y: box.top + box.height * Double(down) / 20
        )
        guard contains(point.x, point.y) else { continue }
        var room = Double.infinity
        for (from, to) in edges {
          // Stretched so that the rectangle becomes a square, of which half a side is 1.
          let one = (x: (from.x - point.x) / width * 2, y: (from.y - point.y) / height * 2)
          let other = (x: (to.x - point.x) / width * 2, y: (to.y - point.y) / height * 2)
          room = min(room, Self.distance(one, other))
          if room <= max(1, best?.room ?? 0) { break }
        }
        if room > max(1, best?.room ?? 0) { best = (point, room) }
      }
    }
    return best?.point
  }

  /// How far a segment stays from the origin, by the larger of both coordinates.
  private static func distance(_ one: Point, _ other: Point) -> Double {
    let step = (x: other.x - one.x, y: other.y - one.y)
    var shares = [0.0, 1]
    for share in [
      -one.x / step.x, -one.y / step.y, (one.y - one.x) / (step.x - step.y),
      -(one.x + one.y) / (step.x + step.y),
    ] where share > 0 && share < 1 {
      shares.append(share)
    }
    return shares.map { max(abs(one.x + $0 * step.x), abs(one.y + $0 * step.y)) }.min() ?? 0
  }

  /// Drops points that lie within `tolerance` of the line that stays (Douglas and Peucker).
  static func simplified(_ ring: [Point], tolerance: Double = 0.3) -> [Point] {
    var points: [Point] = []
    for point in ring {
      if let last = points.last, hypot(last.x - point.x, last.y - point.y) < tolerance / 2 {
        continue
      }
      points.append(point)
    }
    guard points.count > 4, let first = points.first else { return points }
    // A ring has no ends: it is cut at its first point and at the one farthest from there.
    let far = points.indices.max {
      hypot(points[$0].x - first.x, points[$0].y - first.y)
        < hypot(points[$1].x - first.x, points[$1].y - first.y)
    }
    let closed = points + [first]
    var kept = [Bool](repeating: false, count: closed.count)
    kept[0] = true
    kept[closed.count - 1] = true
    var spans = [(0, closed.count - 1)]
    if let far, far > 0 {
      kept[far] = true
      spans = [(0, far), (far, closed.count - 1)]
    }
    while let (start, end) = spans.popLast() {
      guard end > start + 1 else { continue }
      var worst = (place: start, distance: tolerance)
      for place in start + 1..<end {
        let distance = distance(of: closed[place], from: closed[start], to: closed[end])
        if distance > worst.distance { worst = (place, distance) }
      }
      guard worst.place > start else { continue }
      kept[worst.place] = true
      spans += [(start, worst.place), (worst.place, end)]
    }
    return points.indices.filter { kept[$0] }.map { points[$0] }
  }

  private static func distance(of point: Point, from: Point, to: Point) -> Double {
    let (x, y) = (to.x - from.x, to.y - from.y)
    let square = x * x + y * y
    let share =
      square > 0 ? max(0, min(1, ((point.x - from.x) * x + (point.y - from.y) * y) / square)) : 0
    return hypot(point.x - from.x - share * x, point.y - from.y - share * y)
  }
}
