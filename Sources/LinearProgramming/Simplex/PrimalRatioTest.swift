internal import LinearAlgebra

/// The choice of the leaving row in the primal simplex method.
///
/// Among the rows that stop the step when bounds may be exceeded by the tolerance, the one with
/// the largest pivot is taken (Harris). See P. M. J. Harris, *Math. Program.* 5 (1973), 1–28.
struct PrimalRatioTest {
  /// The leaving row, or nil if the entering column meets its own other bound first.
  private(set) var row: Int?
  /// The length of the step, never negative; infinite if nothing stops it.
  private(set) var step = Double.infinity
  /// Whether the leaving value stops at its upper bound.
  private(set) var isUpper = false
  /// Whether the leaving value was beyond its bound already, so that it stays where it is.
  private(set) var isClipped = false

  /// Runs the test for an entering column that changes by `direction` per unit of step and
  /// whose bounds are `range` apart.
  init(_ state: borrowing SimplexState, direction: Double, range: Double) {
    let values = state.basicValues.span
    let lower = state.basicLower.span
    let upper = state.basicUpper.span
    let image = state.image.values.span
    let pattern = state.image.pattern.span
    let count = state.image.count
    let tolerance = state.feasibilityTolerance
    var reach = Double.infinity
    for entry in 0..<count {
      let row = Int(pattern[entry])
      let rate = -direction * image[row]
      if rate > state.pivotTolerance {
        let slack = upper[row] - values[row] + tolerance * max(1, abs(upper[row]))
        reach = min(reach, slack / rate)
      } else if rate < -state.pivotTolerance {
        let slack = values[row] - lower[row] + tolerance * max(1, abs(lower[row]))
        reach = min(reach, slack / -rate)
      }
    }
    reach = max(reach, 0)
    guard reach < .infinity else {
      step = range
      return
    }
    var largest = 0.0
    for entry in 0..<count {
      let row = Int(pattern[entry])
      let rate = -direction * image[row]
      let size = abs(rate)
      if size <= state.pivotTolerance || size <= largest { continue }
      let slack = rate > 0 ? upper[row] - values[row] : values[row] - lower[row]
      if slack > reach * size { continue }
      largest = size
      self.row = row
      isUpper = rate > 0
      step = slack / size
    }
    if step < 0 {
      step = 0
      isClipped = true
    }
    if range <= step {
      step = range
      row = nil
      isClipped = false
    }
  }
}
