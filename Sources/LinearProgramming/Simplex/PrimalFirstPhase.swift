internal import LinearAlgebra

/// The first phase of the primal simplex method minimizes the sum of the distances of the basic
/// values from their bounds: a piecewise linear function, whose gradient is a cost of −1 for a
/// value below its lower bound, of 1 for one above its upper bound, else of 0.
///
/// See I. Maros, *Computational Techniques of the Simplex Method* (Kluwer 2003), section 9.6.
extension SimplexState {
  /// Makes the gradient of the sum of infeasibilities the working costs; returns how many basic
  /// values are infeasible.
  mutating func installFirstPrimalPhase() -> Int {
    hasShiftedCosts = true
    costs = [Double](repeating: 0, count: n + m)
    var count = 0
    for (row, column) in head.enumerated() {
      let side = Self.side(
        basicValues[row], basicLower[row], basicUpper[row], feasibilityTolerance)
      costs[column] = side
      if side != 0 { count += 1 }
    }
    recomputeReducedCosts()
    return count
  }

  /// -1 if `value` lies below its bounds, 1 if above, else 0.
  @inline(__always)
  private static func side(
    _ value: Double, _ low: Double, _ high: Double, _ tolerance: Double
  ) -> Double {
    if infeasibility(value, low, high, tolerance) == 0 { return 0 }
    return value < low ? -1 : 1
  }

  /// Subtracts `step` times the image from the basic values.
  ///
  /// Unlike ``stepBasicValues(by:)`` it measures no infeasibilities.
  mutating func movePrimal(by step: Double) {
    if step == 0 { return }
    isExact = false
    Self.move(&basicValues, image, step)
  }

  private static func move(
    _ basicValues: inout [Double], _ direction: borrowing SparseVector, _ step: Double
  ) {
    let pattern = direction.pattern.span
    let amounts = direction.values.span
    var values = basicValues.mutableSpan
    for entry in 0..<direction.count {
      let row = Int(pattern[entry])
      values[row] -= step * amounts[row]
    }
  }

  /// Looks, after a step of the first phase, which basic values along the image have become
  /// feasible or infeasible: changes their working costs, and lists the changes in ``flipImage``.
  ///
  /// - Parameter excluded: The pivot row, whose column leaves.
  /// - Returns: By how much the number of infeasible values has grown.
  mutating func gradeAlongImage(except excluded: Int?) -> Int {
    flipImage.clear()
    return Self.grade(
      &costs, &flipImage, image, factorization.head, basicValues, basicLower, basicUpper,
      feasibilityTolerance, except: excluded ?? -1)
  }

  private static func grade(
    _ costs: inout [Double], _ changes: inout SparseVector, _ direction: borrowing SparseVector,
    _ head: borrowing [Int], _ basicValues: borrowing [Double], _ lower: borrowing [Double],
    _ upper: borrowing [Double], _ tolerance: Double, except excluded: Int
  ) -> Int {
    let pattern = direction.pattern.span
    let head = head.span
    let values = basicValues.span
    let lower = lower.span
    let upper = upper.span
    var costs = costs.mutableSpan
    var growth = 0
    for entry in 0..<direction.count {
      let row = Int(pattern[entry])
      if row == excluded { continue }
      let side = side(values[row], lower[row], upper[row], tolerance)
      let old = costs[head[row]]
      if side == old { continue }
      costs[head[row]] = side
      changes.add(side - old, at: row)
      growth += (side == 0 ? 0 : 1) - (old == 0 ? 0 : 1)
    }
    return growth
  }
}
