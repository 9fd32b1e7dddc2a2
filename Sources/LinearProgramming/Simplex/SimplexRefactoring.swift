internal import LinearAlgebra

extension SimplexState {
  /// Factors the basis anew and recomputes everything that follows from it.
  mutating func refactor() {
    refactorBasis()
    recompute()
  }

  /// Factors the basis anew, recomputes reduced costs, lets columns of the wrong sign move to
  /// their other bounds or shifts their costs, and recomputes the basic values.
  mutating func refactorForDual(within tolerance: Double) {
    refactorBasis()
    recomputeForDual(within: tolerance)
  }

  /// Does the same with the factors at hand if they are likely to be good enough.
  mutating func renewForDual(within tolerance: Double) {
    if factorization.isInexact || factorization.updateCount > 50 { refactorBasis() }
    recomputeForDual(within: tolerance)
  }

  private mutating func recomputeForDual(within tolerance: Double) {
    recomputeBasicBounds()
    recomputeReducedCosts()
    _ = restoreSigns(within: tolerance)
    recomputeBasicValues()
    isExact = true
  }

  private mutating func refactorBasis() {
    var weights = [Double](repeating: 1, count: n + m)
    let old = head
    for row in 0..<m {
      weights[old[row]] = dualWeights[row]
      values[old[row]] = basicValues[row]
    }
    var replacements: [Int] = []
    factorization.factor(form.matrix, columns: old, replacements: &replacements)
    for column in replacements where column < n { rows.select(column) }
    adopt(replacements: replacements)
    let new = head
    for row in 0..<m { dualWeights[row] = weights[new[row]] }
  }

  /// Makes the columns that were thrown out of the basis nonbasic, and those of the head basic.
  mutating func adopt(replacements: [Int]) {
    if replacements.isEmpty { return }
    for column in replacements { rest(column, near: values[column]) }
    for column in head { status[column] = .basic }
    updateMoves()
  }

  /// Makes `column` nonbasic at its bound nearest to `value`.
  mutating func rest(_ column: Int, near value: Double) {
    let (low, high) = (lower[column], upper[column])
    if low == -.infinity && high == .infinity {
      status[column] = .free
      values[column] = 0
    } else if value - low <= high - value || high == .infinity {
      status[column] = .atLower
      values[column] = low
    } else {
      status[column] = .atUpper
      values[column] = high
    }
  }

  /// Derives for all columns which way they may move.
  mutating func updateMoves() {
    for column in 0..<n + m { updateMove(of: column) }
  }

  /// Recomputes basic bounds, basic values, merits and reduced costs.
  mutating func recompute() {
    recomputeBasicBounds()
    recomputeBasicValues()
    recomputeReducedCosts()
    isExact = true
  }

  mutating func recomputeBasicBounds() {
    let head = self.head
    for row in 0..<m {
      basicLower[row] = lower[head[row]]
      basicUpper[row] = upper[head[row]]
    }
  }

  /// Solves B·x_B = −N·x_N.
  mutating func recomputeBasicValues() {
    var nonbasic = [Double](repeating: 0, count: n)
    for column in 0..<n where status[column] != .basic { nonbasic[column] = -values[column] }
    var sum = [Double](repeating: 0, count: m)
    form.matrix.add(columnsTimes: nonbasic, to: &sum)
    for row in 0..<m where status[n + row] != .basic { sum[row] -= values[n + row] }
    factorization.solve(&sum)
    basicValues = sum
    recomputeMerits()
  }

  /// Measures all infeasibilities anew.
  mutating func recomputeMerits() {
    merits.removeAll()
    for row in 0..<m {
      let distance = infeasibility(of: row)
      if distance > 0 { merits.set(row, distance * distance / dualWeights[row]) }
    }
  }

  /// How far the basic value of `row` lies outside its bounds, if by more than the tolerance.
  @inline(__always)
  func infeasibility(of row: Int) -> Double {
    Self.infeasibility(
      basicValues[row], basicLower[row], basicUpper[row], feasibilityTolerance)
  }

  @inline(__always)
  static func infeasibility(
    _ value: Double, _ low: Double, _ high: Double, _ tolerance: Double
  ) -> Double {
    let below = low - value
    if below > 0 { return below > tolerance * max(1, abs(low)) ? below : 0 }
    let above = value - high
    return above > 0 && above > tolerance * max(1, abs(high)) ? above : 0
  }

  /// Solves Bᵀ·y = c_B and sets d = c − [A I]ᵀ·y.
  mutating func recomputeReducedCosts() {
    let prices = self.prices()
    var reduced = costs
    form.matrix.subtractProducts(with: prices, from: &reduced)
    for row in 0..<m { reduced[n + row] -= prices[row] }
    for column in head { reduced[column] = 0 }
    reducedCosts = reduced
  }

  /// Returns y with Bᵀ·y = c_B for the working costs.
  mutating func prices() -> [Double] {
    var prices = head.map { costs[$0] }
    factorization.solveTransposed(&prices)
    return prices
  }

  /// Computes row `row` of B⁻¹ and of B⁻¹A.
  mutating func computePivotRow(_ row: Int) {
    factorization.solveTransposed(unit: row, into: &inverseRow)
    rows.multiply(inverseRow, expected: pivotRowDensity, into: &pivotRow)
    pivotRowDensity += 0.05 * (pivotRow.density - pivotRowDensity)
  }

  /// The entry of the pivot row in `column`.
  func pivotRowEntry(_ column: Int) -> Double {
    column < n ? pivotRow.values[column] : inverseRow.values[column - n]
  }

  /// Computes B⁻¹ times the given column of [A I].
  mutating func computeImage(of column: Int) {
    image.clear()
    if column < n {
      image.add(column: column, of: form.matrix, times: 1)
    } else {
      image.add(1, at: column - n)
    }
    factorization.solve(&image, .entering)
  }
}
