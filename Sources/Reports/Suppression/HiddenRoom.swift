/// How far each withheld figure could move without any published figure changing.
///
/// Withheld figures may be anything that is not negative and keeps the sums. The sums leave some
/// directions in which they can move together; along each direction the true values say how far. A
/// figure can take at least every value that one direction gives it, so the widths found here are
/// certain, and those that a reader can narrow down are no smaller.
package struct HiddenRoom {
  private var widths: [Int: Double] = [:]

  /// Finds the room of the figures at the positions `hidden`.
  ///
  /// - Complexity: O(sums × figures²).
  package init(hidden: [Int], values: [Double], equations: [SumEquation]) {
    // Largest first: the figure that the sums make follow from others should be the one that has
    // most to give.
    let order = hidden.sorted { (-values[$0], $0) < (-values[$1], $1) }
    let reduced = Elimination(equations: equations, unknowns: order)
    for free in order.indices where !reduced.pivots.contains(free) {
      let direction = reduced.direction(free: free)
      var up = Double.infinity
      var down = Double.infinity
      for (position, slope) in direction where slope != 0 {
        let value = values[order[position]]
        if slope > 0 { down = min(down, value / slope) } else { up = min(up, -value / slope) }
      }
      for (position, slope) in direction where slope != 0 {
        widths[order[position]] = max(widths[order[position]] ?? 0, abs(slope) * (up + down))
      }
    }
  }

  /// How much the largest value that the figure at `position` is known to be able to take exceeds
  /// the smallest; 0 where it follows from the others.
  package func width(of position: Int) -> Double { widths[position] ?? 0 }
}

/// The sums, solved for as many of the withheld figures as they determine.
struct Elimination {
  /// The rows that are left, each solved for one unknown.
  private(set) var rows: [[Double]] = []
  /// The right-hand sides, published figures only.
  private(set) var sides: [Double] = []
  /// The unknown that each row is solved for.
  private(set) var pivots: [Int] = []

  /// Solves by Gauss and Jordan; coefficients are whole numbers to begin with and stay small.
  init(equations: [SumEquation], unknowns: [Int], values: [Double] = []) {
    let columns = Dictionary(
      uniqueKeysWithValues: unknowns.enumerated().map { ($0.element, $0.offset) })
    for equation in equations {
      var row = [Double](repeating: 0, count: unknowns.count)
      var side = 0.0
      for (position, sign) in equation.parts.map({ ($0, 1.0) }) + [(equation.total, -1.0)] {
        if let column = columns[position] {
          row[column] += sign
        } else if values.indices.contains(position) {
          side -= sign * values[position]
        }
      }
      if row.contains(where: { $0 != 0 }) {
        rows.append(row)
        sides.append(side)
      }
    }
    reduce()
  }

  private mutating func reduce() {
    var done = 0
    for column in 0..<(rows.first?.count ?? 0) {
      guard let found = (done..<rows.count).first(where: { abs(rows[$0][column]) > 1e-9 }) else {
        continue
      }
      rows.swapAt(done, found)
      sides.swapAt(done, found)
      let scale = 1 / rows[done][column]
      rows[done] = rows[done].map { $0 * scale }
      sides[done] *= scale
      for other in rows.indices where other != done && abs(rows[other][column]) > 1e-9 {
        let factor = rows[other][column]
        for place in rows[other].indices { rows[other][place] -= factor * rows[done][place] }
        sides[other] -= factor * sides[done]
      }
      pivots.append(column)
      done += 1
      if done == rows.count { break }
    }
    rows = Array(rows.prefix(done))
    sides = Array(sides.prefix(done))
  }

  /// How all unknowns move when the one at `free` grows by 1 and the other free ones stay.
  func direction(free: Int) -> [(position: Int, slope: Double)] {
    [(free, 1.0)]
      + zip(pivots, rows).map { pivot, row in
        (pivot, abs(row[free]) > 1e-9 ? -row[free] : 0)
      }
  }
}
