internal import LinearAlgebra

extension SimplexState {
  /// Returns the row whose basic value most violates its bounds, measured in the steepest-edge
  /// norm; nil if all are within the tolerance.
  func leavingRow() -> Int? {
    let basicValues = self.basicValues.span
    let basicLower = self.basicLower.span
    let basicUpper = self.basicUpper.span
    let weights = dualWeights.span
    let tolerance = feasibilityTolerance
    var best = -1
    var merit = 0.0
    for row in 0..<m {
      let value = basicValues[row]
      let low = basicLower[row]
      let high = basicUpper[row]
      var violation = low - value
      if violation > 0 {
        if violation <= tolerance * max(1, abs(low)) { continue }
      } else {
        violation = value - high
        if violation <= tolerance * max(1, abs(high)) { continue }
      }
      let square = violation * violation
      if square > merit * weights[row] {
        merit = square / weights[row]
        best = row
      }
    }
    return best < 0 ? nil : best
  }

  /// Updates the steepest-edge weights for a pivot in `row`; `weight` is the true one of `row`.
  mutating func updateDualWeights(
    row: Int, image: [Double], inverseRow: [Double], weight: Double
  ) {
    var tau = inverseRow
    factorization.solve(&tau)
    let pivot = image[row]
    let image = image.span
    let products = tau.span
    let count = m
    var weights = dualWeights.mutableSpan
    for other in 0..<count {
      let entry = image[other]
      if entry == 0 || other == row { continue }
      let ratio = entry / pivot
      let updated = weights[other] - 2 * ratio * products[other] + ratio * ratio * weight
      weights[other] = max(updated, 1e-4)
    }
    weights[row] = max(weight / (pivot * pivot), 1e-4)
  }

  /// Moves the reduced costs along the pivot row until that of `entering` is zero.
  ///
  /// Reduced costs that would get the wrong sign are set to zero by shifting their costs, those
  /// of `flips` excepted, which are about to move to the other bound. Returns whether the step
  /// was longer than nothing.
  mutating func stepReducedCosts(row: Int, entering: Int, flips: [Int]) -> Bool {
    let isWrong =
      switch status[entering] {
      case .atLower: reducedCosts[entering] < 0
      case .atUpper: reducedCosts[entering] > 0
      case .basic, .free: false
      }
    if isWrong { shiftCost(of: entering, toReduced: 0) }
    let step = reducedCosts[entering] / pivotRow[entering]
    let leaving = head[row]
    for column in flips { status[column] = status[column].mirrored }
    moveReducedCosts(by: step)
    for column in flips { status[column] = status[column].mirrored }
    reducedCosts[leaving] = -step
    return abs(step) > 1e-12
  }

  /// Subtracts `step` times the pivot row from the reduced costs, and shifts the costs of those
  /// that would get the wrong sign.
  private mutating func moveReducedCosts(by step: Double) {
    // Local arrays, so that the loop neither checks uniqueness nor counts references.
    var reducedArray: [Double] = []
    var costArray: [Double] = []
    swap(&reducedArray, &reducedCosts)
    swap(&costArray, &costs)
    var hasShifted = false
    do {
      let pattern = pivotPattern.span
      let entries = pivotRow.span
      let status = self.status.span
      let lower = self.lower.span
      let upper = self.upper.span
      var reducedCosts = reducedArray.mutableSpan
      var costs = costArray.mutableSpan
      for index in pattern.indices {
        let column = pattern[index]
        let place = status[column]
        if place == .basic { continue }
        let reduced = reducedCosts[column] - step * entries[column]
        let isWrong =
          place == .atLower ? reduced < 0 : place == .atUpper && reduced > 0
        if isWrong && lower[column] < upper[column] {
          costs[column] -= reduced
          reducedCosts[column] = 0
          hasShifted = true
        } else {
          reducedCosts[column] = reduced
        }
      }
    }
    swap(&reducedArray, &reducedCosts)
    swap(&costArray, &costs)
    if hasShifted { hasShiftedCosts = true }
  }

  /// Moves the given columns to their other bounds.
  mutating func flip(_ columns: [Int]) {
    guard !columns.isEmpty else { return }
    var change = [Double](repeating: 0, count: m)
    for column in columns {
      let old = values[column]
      status[column] = status[column].mirrored
      values[column] = status[column] == .atLower ? lower[column] : upper[column]
      let move = values[column] - old
      if column < n {
        form.matrix.add(column: column, times: move, to: &change)
      } else {
        change[column - n] += move
      }
    }
    factorization.solve(&change)
    stepBasicValues(change, by: 1)
  }

  /// Subtracts `step` times `image` from the basic values.
  mutating func stepBasicValues(_ image: [Double], by step: Double) {
    let image = image.span
    let count = m
    var basicValues = self.basicValues.mutableSpan
    for row in 0..<count { basicValues[row] -= step * image[row] }
  }
}
