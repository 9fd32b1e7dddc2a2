internal import LinearAlgebra

extension SimplexState {
  /// Returns the nonbasic column that promises the steepest descent; nil if none descends.
  func enteringColumn() -> Int? {
    let reducedCosts = self.reducedCosts.span
    let moves = self.moves.span
    let weights = primalWeights.span
    var best = -1
    var merit = 0.0
    for column in 0..<n + m {
      let reduced = reducedCosts[column]
      if abs(reduced) <= optimalityTolerance { continue }
      switch moves[column] {
      case 0: continue
      case 1: if reduced > 0 { continue }
      case -1: if reduced < 0 { continue }
      default: break
      }
      let square = reduced * reduced
      if square > merit * weights[column] {
        merit = square / weights[column]
        best = column
      }
    }
    return best < 0 ? nil : best
  }

  /// Moves reduced costs and Devex weights along the pivot row.
  mutating func updatePrimalPrices(row: Int, entering: Int) {
    let pivot = image.values[row]
    let step = reducedCosts[entering] / pivot
    let reference = primalWeights[entering]
    stepReducedCosts(by: step)
    let largest = max(
      Self.raise(&primalWeights, along: pivotRow, offset: 0, pivot, reference),
      Self.raise(&primalWeights, along: inverseRow, offset: n, pivot, reference))
    let leaving = factorization.head[row]
    reducedCosts[leaving] = -step
    primalWeights[leaving] = max(reference / (pivot * pivot), 1)
    if largest > 1e9 { primalWeights = [Double](repeating: 1, count: n + m) }
  }

  /// Raises the Devex weights along a pivot row; returns the largest of them.
  private static func raise(
    _ primalWeights: inout [Double], along row: borrowing SparseVector, offset: Int,
    _ pivot: Double, _ reference: Double
  ) -> Double {
    let pattern = row.pattern.span
    let amounts = row.values.span
    var weights = primalWeights.mutableSpan
    var largest = 0.0
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let ratio = amounts[index] / pivot
      let weight = max(weights[offset + index], ratio * ratio * reference)
      weights[offset + index] = weight
      largest = max(largest, weight)
    }
    return largest
  }

  /// Moves a bound of a basic column to where its value is.
  mutating func shiftBound(of column: Int, row: Int, isUpper: Bool) {
    hasShiftedBounds = true
    if isUpper {
      upper[column] = max(basicValues[row], lower[column])
    } else {
      lower[column] = min(basicValues[row], upper[column])
    }
  }

  /// The rates of the variables when `entering` changes by `direction` for ever.
  func ray(entering: Int, _ direction: Double) -> [Double] {
    var rates = [Double](repeating: 0, count: n)
    if entering < n { rates[entering] = direction }
    for (row, column) in head.enumerated() where column < n && abs(image.values[row]) > 1e-11 {
      rates[column] = -direction * image.values[row]
    }
    return rates
  }
}
