internal import LinearAlgebra

/// The acceleration of a repeated map by mixing its last outcomes so that they change least.
///
/// Source: D. G. Anderson, *Iterative procedures for nonlinear integral equations*, Journal of the
/// ACM 12 (1965), 547–560.
struct AndersonMixing {
  private let depth: Int
  private var points: [[Double]] = []
  private var changes: [[Double]] = []

  /// Creates a mixing of the given number of differences.
  init(depth: Int) { self.depth = depth }

  /// Forgets what was before.
  mutating func forget() {
    points = []
    changes = []
  }

  /// Returns the point to try next, `image` being that to which the map sends `point`; differences
  /// count by `weights`.
  ///
  /// - Complexity: O(depth² × numbers).
  mutating func next(point: [Double], image: [Double], weights: [Double]) -> [Double] {
    let change = zip(image, point).map { $0 - $1 }
    points.append(point)
    changes.append(change)
    if points.count > depth + 1 {
      points.removeFirst()
      changes.removeFirst()
    }
    let count = points.count - 1
    guard count > 0 else { return image }
    let differences = (0..<count).map { row in
      change.indices.map { (changes[row + 1][$0] - changes[row][$0]) * weights[$0] }
    }
    var gram = Matrix(rowCount: count, columnCount: count)
    var right = [Double](repeating: 0, count: count)
    for row in 0..<count {
      for column in 0..<count {
        gram[row, column] = zip(differences[row], differences[column]).reduce(0) {
          $0 + $1.0 * $1.1
        }
      }
      right[row] = change.indices.reduce(0) { $0 + differences[row][$1] * change[$1] * weights[$1] }
    }
    // A trace of the diagonal keeps nearly equal differences apart.
    for row in 0..<count { gram[row, row] *= 1 + 1e-12 }
    guard let shares = try? LUFactorization(of: gram).solve(right) else { return image }
    var mixed = image
    for row in 0..<count {
      for index in mixed.indices {
        let moved = points[row + 1][index] - points[row][index]
        mixed[index] -= shares[row] * (moved + changes[row + 1][index] - changes[row][index])
      }
    }
    return mixed
  }
}
