/// Positions as SVG writes them: to a tenth of a unit, and short.
enum PathText {
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e9 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size.isMultiple(of: 10) ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }

  /// A path along points, open or closed.
  static func line(_ points: [(x: Double, y: Double)], isClosed: Bool = false) -> String {
    var path = ""
    for (place, point) in points.enumerated() {
      path += place == 0 ? "M" : place == 1 ? "L" : " "
      path += "\(number(point.x)) \(number(point.y))"
    }
    return isClosed ? path + "Z" : path
  }

  /// A path around a rectangle.
  static func rectangle(_ box: Box) -> String {
    "M\(number(box.left)) \(number(box.top))H\(number(box.right))V\(number(box.bottom))"
      + "H\(number(box.left))Z"
  }
}

/// A rectangle of a drawing.
package struct Box: Hashable, Sendable {
  /// The left end.
  package var left: Double
  /// The upper end; positions count downwards.
  package var top: Double
  /// The right end.
  package var right: Double
  /// The lower end.
  package var bottom: Double

  /// Creates a rectangle.
  package init(left: Double, top: Double, right: Double, bottom: Double) {
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  var width: Double { right - left }
  var height: Double { bottom - top }
  var middle: Double { (top + bottom) / 2 }
  var center: Double { (left + right) / 2 }

  /// Whether two rectangles share more than a hair.
  package func overlaps(_ other: Box, by hair: Double = 0.01) -> Bool {
    left + hair < other.right && other.left + hair < right && top + hair < other.bottom
      && other.top + hair < bottom
  }
}
