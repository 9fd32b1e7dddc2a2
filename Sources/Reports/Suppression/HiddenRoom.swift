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
  /// - Complexity: O(terms of the sums, solved).
  package init(hidden: [Int], values: [Double], equations: [SumEquation]) {
    // Largest first: the figure that the sums make follow from others should be the one that has
    // most to give.
    let order = hidden.sorted { (-values[$0], $0) < (-values[$1], $1) }
    for direction in Elimination(equations: equations, unknowns: order).directions {
      var up = Double.infinity
      var down = Double.infinity
      for term in direction {
        let value = values[order[term.column]]
        if term.value > 0 {
          down = min(down, value / term.value)
        } else {
          up = min(up, -value / term.value)
        }
      }
      for term in direction {
        let position = order[term.column]
        widths[position] = max(widths[position] ?? 0, abs(term.value) * (up + down))
      }
    }
  }

  /// How much the largest value that the figure at `position` is known to be able to take exceeds
  /// the smallest; 0 where it follows from the others.
  package func width(of position: Int) -> Double { widths[position] ?? 0 }
}
