internal import LinearAlgebra

extension SimplexState {
  /// Returns the row whose basic value most violates its bounds, measured in the steepest-edge
  /// norm; nil if all are within the tolerance.
  mutating func leavingRow() -> Int? { merits.largest() }

  /// Replaces the steepest-edge weight of `row` by its true value.
  mutating func correctWeight(of row: Int, to weight: Double) {
    dualWeights[row] = weight
    measure(row)
  }

  /// Measures the infeasibility of `row` anew.
  mutating func measure(_ row: Int) {
    let distance = infeasibility(of: row)
    merits.set(row, distance == 0 ? 0 : distance * distance / dualWeights[row])
  }

  /// Moves the columns of `flips` to their other bounds and the basic values with them.
  mutating func flip(_ flips: [Int32]) {
    if flips.isEmpty { return }
    isExact = false
    flipImage.clear()
    for flip in flips {
      let column = Int(flip)
      let old = values[column]
      status[column] = status[column].mirrored
      values[column] = status[column] == .atLower ? lower[column] : upper[column]
      moves[column] = -moves[column]
      let move = values[column] - old
      if column < n {
        flipImage.add(column: column, of: form.matrix, times: move)
      } else {
        flipImage.add(move, at: column - n)
      }
    }
    factorization.solve(&flipImage, .flips)
    stepBasicValues(along: flipImage, by: 1)
  }

  /// Subtracts `step` times `direction` from the basic values and measures infeasibilities.
  mutating func stepBasicValues(along direction: borrowing SparseVector, by step: Double) {
    Self.stepBasicValues(
      direction, step, &basicValues, basicLower, basicUpper, dualWeights, &merits,
      feasibilityTolerance)
  }

  /// Subtracts `step` times the image from the basic values.
  mutating func stepBasicValues(by step: Double) {
    isExact = false
    Self.stepBasicValues(
      image, step, &basicValues, basicLower, basicUpper, dualWeights, &merits,
      feasibilityTolerance)
  }

  private static func stepBasicValues(
    _ direction: borrowing SparseVector, _ step: Double, _ basicValues: inout [Double],
    _ basicLower: borrowing [Double], _ basicUpper: borrowing [Double],
    _ weights: borrowing [Double], _ merits: inout RowMerits, _ tolerance: Double
  ) {
    let pattern = direction.pattern.span
    let amounts = direction.values.span
    let lower = basicLower.span
    let upper = basicUpper.span
    let weights = weights.span
    var values = basicValues.mutableSpan
    for entry in 0..<direction.count {
      let row = Int(pattern[entry])
      let value = values[row] - step * amounts[row]
      values[row] = value
      let distance = infeasibility(value, lower[row], upper[row], tolerance)
      merits.set(row, distance == 0 ? 0 : distance * distance / weights[row])
    }
  }

  /// Steps the basic values and the steepest-edge weights for a pivot in `row`, whose true
  /// weight is `weight`.
  mutating func stepBasicValuesAndWeights(row: Int, by step: Double, weight: Double) {
    weightImage.assign(inverseRow)
    factorization.solve(&weightImage, .weights)
    Self.stepBasicValuesAndWeights(
      image, weightImage, row, step, weight, &basicValues, basicLower, basicUpper, &dualWeights,
      &merits, feasibilityTolerance)
  }

  private static func stepBasicValuesAndWeights(
    _ image: borrowing SparseVector, _ weightImage: borrowing SparseVector, _ pivotRow: Int,
    _ step: Double, _ weight: Double, _ basicValues: inout [Double],
    _ basicLower: borrowing [Double], _ basicUpper: borrowing [Double],
    _ dualWeights: inout [Double], _ merits: inout RowMerits, _ tolerance: Double
  ) {
    let pattern = image.pattern.span
    let amounts = image.values.span
    let products = weightImage.values.span
    let lower = basicLower.span
    let upper = basicUpper.span
    var values = basicValues.mutableSpan
    var weights = dualWeights.mutableSpan
    let pivot = amounts[pivotRow]
    for entry in 0..<image.count {
      let row = Int(pattern[entry])
      if row == pivotRow { continue }
      let amount = amounts[row]
      let value = values[row] - step * amount
      values[row] = value
      let ratio = amount / pivot
      let updated = max(weights[row] + ratio * (ratio * weight - 2 * products[row]), 1e-4)
      weights[row] = updated
      let distance = infeasibility(value, lower[row], upper[row], tolerance)
      merits.set(row, distance == 0 ? 0 : distance * distance / updated)
    }
    weights[pivotRow] = max(weight / (pivot * pivot), 1e-4)
    merits.set(pivotRow, 0)
  }

  /// Moves the reduced costs along the pivot row by `step`.
  mutating func stepReducedCosts(by step: Double) {
    if step == 0 { return }
    Self.step(&reducedCosts, along: pivotRow, offset: 0, by: step)
    Self.step(&reducedCosts, along: inverseRow, offset: n, by: step)
  }

  private static func step(
    _ reducedCosts: inout [Double], along row: borrowing SparseVector, offset: Int,
    by step: Double
  ) {
    let pattern = row.pattern.span
    let amounts = row.values.span
    var reduced = reducedCosts.mutableSpan
    for entry in 0..<row.count {
      let column = Int(pattern[entry])
      reduced[offset + column] -= step * amounts[column]
    }
  }
}
