internal import LinearAlgebra

extension SimplexState {
  /// Returns the nonbasic column that promises the steepest descent; nil if none descends.
  ///
  /// Only the listed columns are looked at; those that no longer descend leave the list.
  mutating func enteringColumn() -> Int? {
    Self.enteringColumn(
      &descending, &isDescending, reducedCosts, moves, primalWeights, optimalityTolerance)
  }

  private static func enteringColumn(
    _ descending: inout [Int32], _ isDescending: inout [Bool],
    _ reducedCosts: borrowing [Double], _ moves: borrowing [Int8],
    _ primalWeights: borrowing [Double], _ tolerance: Double
  ) -> Int? {
    let reducedCosts = reducedCosts.span
    let moves = moves.span
    let weights = primalWeights.span
    var best = -1
    var merit = 0.0
    var kept = 0
    for index in descending.indices {
      let column = Int(descending[index])
      let reduced = reducedCosts[column]
      guard descends(moves[column], reduced, tolerance) else {
        isDescending[column] = false
        continue
      }
      descending[kept] = Int32(truncatingIfNeeded: column)
      kept += 1
      let gain = reduced * reduced / weights[column]
      if gain > merit || gain == merit && column < best {
        merit = gain
        best = column
      }
    }
    descending.removeLast(descending.count - kept)
    return best < 0 ? nil : best
  }

  @inline(__always)
  private static func descends(_ move: Int8, _ reduced: Double, _ tolerance: Double) -> Bool {
    switch move {
    case 0: false
    case 1: reduced < -tolerance
    case -1: reduced > tolerance
    default: abs(reduced) > tolerance
    }
  }

  /// Lists all columns that descend.
  mutating func listDescending() {
    descending.removeAll(keepingCapacity: true)
    isDescending = [Bool](repeating: false, count: n + m)
    for column in 0..<n + m
    where Self.descends(moves[column], reducedCosts[column], optimalityTolerance) {
      descending.append(Int32(truncatingIfNeeded: column))
      isDescending[column] = true
    }
  }

  /// Lists `column` if it descends.
  mutating func list(_ column: Int) {
    if isDescending[column] { return }
    guard Self.descends(moves[column], reducedCosts[column], optimalityTolerance) else { return }
    isDescending[column] = true
    descending.append(Int32(truncatingIfNeeded: column))
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
    listAlongPivotRow()
    primalWeights[leaving] = max(reference / (pivot * pivot), 1)
    if largest > 1e9 { primalWeights = [Double](repeating: 1, count: n + m) }
  }

  private mutating func listAlongPivotRow() {
    for entry in 0..<pivotRow.count { list(Int(pivotRow.pattern[entry])) }
    for entry in 0..<inverseRow.count { list(n + Int(inverseRow.pattern[entry])) }
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
