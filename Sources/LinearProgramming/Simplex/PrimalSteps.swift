internal import LinearAlgebra

extension SimplexState {
  /// Returns the nonbasic column that promises the steepest descent; nil if none descends.
  mutating func enteringColumn() -> Int? { columnMerits.largest() }

  /// Starts a new reference framework for the Devex weights and prices all columns.
  mutating func startPricing() {
    primalWeights = [Double](repeating: 1, count: n + m)
    columnMerits = RowMerits(count: n + m)
    isReference = status.map { $0 != .basic }
    priceAll()
  }

  /// Replaces the Devex weight of the entering column by its true value, the squared length of
  /// its image within the reference framework; returns how many times too large it was.
  mutating func correctPrimalWeight(of entering: Int) -> Double {
    let weight = referenceWeight(of: entering)
    let excess = primalWeights[entering] / weight
    primalWeights[entering] = weight
    return excess
  }

  private func referenceWeight(of entering: Int) -> Double {
    let head = factorization.head.span
    let flags = isReference.span
    let amounts = image.values.span
    let pattern = image.pattern.span
    var sum = isReference[entering] ? 1.0 : 0.0
    for entry in 0..<image.count {
      let row = Int(pattern[entry])
      if flags[head[row]] { sum += amounts[row] * amounts[row] }
    }
    return max(sum, 1e-6)
  }

  /// Measures all columns anew.
  mutating func priceAll() {
    columnMerits.removeAll()
    for column in 0..<n + m where moves[column] != 0 { price(column) }
  }

  /// Measures `column` anew.
  mutating func price(_ column: Int) {
    columnMerits.set(
      column,
      Self.merit(
        moves[column], reducedCosts[column], primalWeights[column], optimalityTolerance))
  }

  /// The squared reduced cost divided by the weight, or zero if the column does not descend.
  @inline(__always)
  private static func merit(
    _ move: Int8, _ reduced: Double, _ weight: Double, _ tolerance: Double
  ) -> Double {
    let descends =
      switch move {
      case 0: false
      case 1: reduced < -tolerance
      case -1: reduced > tolerance
      default: abs(reduced) > tolerance
      }
    return descends ? reduced * reduced / weight : 0
  }

  /// Moves reduced costs and Devex weights along the pivot row.
  ///
  /// The columns that change places are priced by ``exchangePriced(row:for:value:)``.
  mutating func updatePrimalPrices(row: Int, entering: Int) {
    let pivot = image.values[row]
    let step = reducedCosts[entering] / pivot
    let reference = primalWeights[entering]
    let largest = max(
      Self.price(
        &reducedCosts, &primalWeights, &columnMerits, along: pivotRow, offset: 0, moves, step,
        pivot, reference, optimalityTolerance),
      Self.price(
        &reducedCosts, &primalWeights, &columnMerits, along: inverseRow, offset: n, moves, step,
        pivot, reference, optimalityTolerance))
    let leaving = factorization.head[row]
    reducedCosts[leaving] = -step
    primalWeights[leaving] = max(reference / (pivot * pivot), 1)
    if largest > 1e9 { startPricing() }
  }

  /// Steps reduced costs along a pivot row, raises weights and measures; returns the largest
  /// weight.
  private static func price(
    _ reducedCosts: inout [Double], _ primalWeights: inout [Double],
    _ merits: inout RowMerits, along row: borrowing SparseVector, offset: Int,
    _ moves: borrowing [Int8], _ step: Double, _ pivot: Double, _ reference: Double,
    _ tolerance: Double
  ) -> Double {
    let pattern = row.pattern.span
    let amounts = row.values.span
    let moves = moves.span
    var weights = primalWeights.mutableSpan
    var reduced = reducedCosts.mutableSpan
    var largest = 0.0
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let column = offset + index
      let amount = amounts[index]
      let cost = reduced[column] - step * amount
      reduced[column] = cost
      let ratio = amount / pivot
      let weight = max(weights[column], ratio * ratio * reference)
      weights[column] = weight
      largest = max(largest, weight)
      merits.set(column, merit(moves[column], cost, weight, tolerance))
    }
    return largest
  }

  /// Subtracts from the reduced costs the product of ``flipImage``, changes of the costs of basic
  /// columns by row, with B⁻¹[A I].
  mutating func changeBasicCosts() {
    if flipImage.count == 0 { return }
    inverseRow.assign(flipImage)
    factorization.solveTransposed(&inverseRow, .unitRow)
    rows.multiply(inverseRow, expected: pivotRowDensity, into: &pivotRow)
    Self.step(
      &reducedCosts, &columnMerits, along: pivotRow, offset: 0, moves, primalWeights,
      optimalityTolerance)
    Self.step(
      &reducedCosts, &columnMerits, along: inverseRow, offset: n, moves, primalWeights,
      optimalityTolerance)
    for entry in 0..<flipImage.count {
      reducedCosts[factorization.head[Int(flipImage.pattern[entry])]] = 0
    }
  }

  private static func step(
    _ reducedCosts: inout [Double], _ merits: inout RowMerits,
    along row: borrowing SparseVector, offset: Int, _ moves: borrowing [Int8],
    _ primalWeights: borrowing [Double], _ tolerance: Double
  ) {
    let pattern = row.pattern.span
    let amounts = row.values.span
    let moves = moves.span
    let weights = primalWeights.span
    var reduced = reducedCosts.mutableSpan
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let column = offset + index
      let cost = reduced[column] - amounts[index]
      reduced[column] = cost
      merits.set(column, merit(moves[column], cost, weights[column], tolerance))
    }
  }

  /// Exchanges the basic column of `row` for `column` and measures both.
  mutating func exchangePriced(row: Int, for column: Int, value: Double) {
    let leaving = factorization.head[row]
    exchange(row: row, for: column, value: value)
    price(column)
    price(leaving)
    dualWeights[row] = 1
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
