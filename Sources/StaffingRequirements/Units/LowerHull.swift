/// The lower convex hull of values at the whole numbers from 0 on.
package enum LowerHull {
  /// Returns the largest convex values that are nowhere above `values`: equal at the corners of the hull,
  /// on a straight line between them.
  ///
  /// - Complexity: O(values).
  package static func values(of values: [Double]) -> [Double] {
    var corners: [Int] = []
    for place in values.indices {
      while corners.count >= 2 {
        let (first, middle) = (corners[corners.count - 2], corners[corners.count - 1])
        let before = (values[middle] - values[first]) / Double(middle - first)
        let after = (values[place] - values[middle]) / Double(place - middle)
        if before < after { break }
        corners.removeLast()
      }
      corners.append(place)
    }
    var hull = values
    for (from, to) in zip(corners, corners.dropFirst()) where to > from + 1 {
      let slope = (values[to] - values[from]) / Double(to - from)
      for place in from + 1..<to { hull[place] = values[from] + slope * Double(place - from) }
    }
    return hull
  }
}
