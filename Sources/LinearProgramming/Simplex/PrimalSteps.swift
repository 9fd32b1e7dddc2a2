extension SimplexState {
  /// Returns the nonbasic column that promises the steepest descent; nil if none descends.
  func enteringColumn() -> Int? {
    let reducedCosts = self.reducedCosts.span
    let status = self.status.span
    let weights = primalWeights.span
    var best = -1
    var merit = 0.0
    for column in 0..<n + m {
      let reduced = reducedCosts[column]
      if abs(reduced) <= optimalityTolerance { continue }
      switch status[column] {
      case .basic: continue
      case .atLower: if reduced > 0 { continue }
      case .atUpper: if reduced < 0 { continue }
      case .free: break
      }
      let square = reduced * reduced
      if square > merit * weights[column] && lower[column] < upper[column] {
        merit = square / weights[column]
        best = column
      }
    }
    return best < 0 ? nil : best
  }

  /// Moves reduced costs and Devex weights along the pivot row.
  mutating func updatePrimalPrices(row: Int, entering: Int) {
    let pivot = pivotRow[entering]
    let step = reducedCosts[entering] / pivot
    let reference = primalWeights[entering]
    let largest = movePrimalPrices(by: step, pivot: pivot, reference: reference)
    let leaving = head[row]
    reducedCosts[leaving] = -step
    primalWeights[leaving] = max(reference / (pivot * pivot), 1)
    if largest > 1e9 {
      for column in primalWeights.indices { primalWeights[column] = 1 }
    }
  }

  /// Subtracts `step` times the pivot row from the reduced costs and raises the weights; returns
  /// the largest weight.
  private mutating func movePrimalPrices(
    by step: Double, pivot: Double, reference: Double
  ) -> Double {
    // Local arrays, so that the loop neither checks uniqueness nor counts references.
    var reducedArray: [Double] = []
    var weightArray: [Double] = []
    swap(&reducedArray, &reducedCosts)
    swap(&weightArray, &primalWeights)
    var largest = 0.0
    do {
      let pattern = pivotPattern.span
      let entries = pivotRow.span
      let status = self.status.span
      var reducedCosts = reducedArray.mutableSpan
      var weights = weightArray.mutableSpan
      for index in pattern.indices {
        let column = pattern[index]
        if status[column] == .basic { continue }
        let entry = entries[column]
        reducedCosts[column] -= step * entry
        let ratio = entry / pivot
        let weight = max(weights[column], ratio * ratio * reference)
        weights[column] = weight
        largest = max(largest, weight)
      }
    }
    swap(&reducedArray, &reducedCosts)
    swap(&weightArray, &primalWeights)
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
  func ray(image: [Double], entering: Int, _ direction: Double) -> [Double] {
    var rates = [Double](repeating: 0, count: n)
    if entering < n { rates[entering] = direction }
    for (row, column) in head.enumerated() where column < n && abs(image[row]) > 1e-11 {
      rates[column] = -direction * image[row]
    }
    return rates
  }
}
