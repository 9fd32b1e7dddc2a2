/// A line cut to what its axes show.
struct ClippedLine {
  /// A place where the line leaves the plot upwards or downwards.
  struct Exit {
    let x: Double
    let isAbove: Bool
  }

  /// The pieces within, in values of the axes.
  private(set) var runs: [[(x: Double, y: Double)]] = []
  /// Where it leaves.
  private(set) var exits: [Exit] = []

  /// Cuts a line; points that are not finite part it.
  init(_ points: [(x: Double, y: Double)], x: ClosedRange<Double>, y: ClosedRange<Double>) {
    let far = Axis.farthest
    var last: (x: Double, y: Double)?
    var run: [(x: Double, y: Double)] = []
    for point in points {
      guard point.x.isFinite, point.y.isFinite else {
        finish(&run)
        last = nil
        continue
      }
      let here = (x: max(-far, min(point.x, far)), y: max(-far, min(point.y, far)))
      defer { last = here }
      let isInside = x.contains(here.x) && y.contains(here.y)
      guard let before = last else {
        if isInside { run = [here] }
        continue
      }
      guard let cut = Self.cut(from: before, to: here, x: x, y: y) else {
        finish(&run)
        continue
      }
      let start = Self.place(cut.start, before, here)
      let end = Self.place(cut.end, before, here)
      if cut.start > 0 {
        finish(&run)
        note(start, y)
      }
      if run.isEmpty { run = [start] }
      run.append(end)
      if cut.end < 1 {
        finish(&run)
        note(end, y)
      }
    }
    finish(&run)
  }

  private mutating func finish(_ run: inout [(x: Double, y: Double)]) {
    if !run.isEmpty { runs.append(run) }
    run = []
  }

  private mutating func note(_ point: (x: Double, y: Double), _ y: ClosedRange<Double>) {
    let hair = (y.upperBound - y.lowerBound) * 1e-6
    if point.y >= y.upperBound - hair {
      exits.append(Exit(x: point.x, isAbove: true))
    } else if point.y <= y.lowerBound + hair {
      exits.append(Exit(x: point.x, isAbove: false))
    }
  }

  private static func place(
    _ share: Double, _ from: (x: Double, y: Double), _ to: (x: Double, y: Double)
  ) -> (x: Double, y: Double) {
    if share <= 0 { return from }
    if share >= 1 { return to }
    return (from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
  }

  /// The part of a segment within a rectangle, by the method of Liang and Barsky.
  private static func cut(
    from: (x: Double, y: Double), to: (x: Double, y: Double), x: ClosedRange<Double>,
    y: ClosedRange<Double>
  ) -> (start: Double, end: Double)? {
    var (start, end) = (0.0, 1.0)
    let sides = [
      (from.x - to.x, from.x - x.lowerBound), (to.x - from.x, x.upperBound - from.x),
      (from.y - to.y, from.y - y.lowerBound), (to.y - from.y, y.upperBound - from.y),
    ]
    for (step, room) in sides {
      if step == 0 {
        if room < 0 { return nil }
      } else if step < 0 {
        start = max(start, room / step)
      } else {
        end = min(end, room / step)
      }
      if start > end { return nil }
    }
    return (start, end)
  }
}
