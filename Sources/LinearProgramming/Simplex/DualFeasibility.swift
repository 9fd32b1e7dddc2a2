internal import LinearAlgebra

extension SimplexState {
  /// Makes every reduced cost have the right sign, up to `tolerance`: by moving to the other bound
  /// where there is one, else by raising or lowering the working cost.
  ///
  /// Basic values and merits are recomputed if a column moved.
  mutating func makeDualFeasible(within tolerance: Double) {
    if restoreSigns(within: tolerance) { recomputeBasicValues() }
  }

  /// Does the same without recomputing; returns whether a column moved.
  mutating func restoreSigns(within tolerance: Double) -> Bool {
    var hasMoved = false
    for column in 0..<n + m {
      let reduced = reducedCosts[column]
      if reduced == 0 { continue }
      switch moves[column] {
      case 1 where reduced < -tolerance:
        if upper[column] < .infinity {
          status[column] = .atUpper
          values[column] = upper[column]
          moves[column] = -1
          hasMoved = true
        } else {
          shiftCost(of: column, toReduced: 0)
        }
      case -1 where reduced > tolerance:
        if lower[column] > -.infinity {
          status[column] = .atLower
          values[column] = lower[column]
          moves[column] = 1
          hasMoved = true
        } else {
          shiftCost(of: column, toReduced: 0)
        }
      case 2:
        shiftCost(of: column, toReduced: 0)
      default:
        break
      }
    }
    return hasMoved
  }

  /// Whether a reduced cost has the wrong sign and its column no other bound to go to.
  var needsFirstDualPhase: Bool {
    for column in 0..<n + m {
      let reduced = reducedCosts[column]
      switch moves[column] {
      case 1: if reduced < -1e-7 && upper[column] == .infinity { return true }
      case -1: if reduced > 1e-7 && lower[column] == -.infinity { return true }
      case 2: if abs(reduced) > 1e-7 { return true }
      default: break
      }
    }
    return false
  }

  /// Changes the working cost of a nonbasic column so that its reduced cost becomes `target`.
  mutating func shiftCost(of column: Int, toReduced target: Double) {
    costs[column] += target - reducedCosts[column]
    reducedCosts[column] = target
    hasShiftedCosts = true
  }

  /// Changes all costs a little, each into the direction that keeps its sign right, so that ties
  /// in the dual ratio test become rare.
  mutating func perturbCosts() {
    hasShiftedCosts = true
    var largest = 0.0
    for column in 0..<n { largest = max(largest, abs(costs[column])) }
    if largest > 100 { largest = largest.squareRoot().squareRoot() }
    let base = 5e-7 * max(1, largest)
    for column in 0..<n where lower[column] < upper[column] {
      let size = base * (1 + abs(costs[column])) * (1 + generator.next())
      let hasLower = lower[column] > -.infinity
      let hasUpper = upper[column] < .infinity
      switch (hasLower, hasUpper) {
      case (false, false): continue
      case (true, false): costs[column] += size
      case (false, true): costs[column] -= size
      case (true, true):
        let pointsUp =
          status[column] == .basic ? costs[column] >= 0 : status[column] == .atLower
        costs[column] += pointsUp ? size : -size
      }
    }
    recomputeReducedCosts()
  }

  /// Restores the true costs.
  mutating func restoreCosts() {
    guard hasShiftedCosts else { return }
    costs = form.costs
    hasShiftedCosts = false
    recomputeReducedCosts()
  }

  /// The objective for the working costs, as far as it is known without recomputing.
  var objective: Double {
    var sum = 0.0
    for column in 0..<n + m where status[column] != .basic { sum += costs[column] * values[column] }
    for row in 0..<m { sum += costs[factorization.head[row]] * basicValues[row] }
    return sum
  }

  /// The sum of the distances of basic values from their bounds.
  var primalInfeasibility: Double { (0..<m).reduce(0) { $0 + infeasibility(of: $1) } }

  /// About how many numbers the last iteration touched.
  var touched: Int {
    100 + 4 * image.count + 4 * inverseRow.count + 2 * weightImage.count + 2 * pivotRow.count
  }

  /// Whether some reduced cost has the wrong sign.
  var isDualInfeasible: Bool {
    for column in 0..<n + m {
      switch moves[column] {
      case 1: if reducedCosts[column] < -optimalityTolerance { return true }
      case -1: if reducedCosts[column] > optimalityTolerance { return true }
      case 2: if abs(reducedCosts[column]) > optimalityTolerance { return true }
      default: break
      }
    }
    return false
  }

  /// Replaces the bounds by those of the problem whose optimum shows how much dual
  /// infeasibility there is: free columns may reach ±1000, others one unit to the side on which
  /// they have no bound, boxed columns none.
  ///
  /// See A. Koberstein and U. H. Suhl, *Comput. Optim. Appl.* 37 (2007), 49–65, section 3.
  mutating func installFirstDualPhase() {
    for column in 0..<n + m {
      let hasLower = form.lower[column] > -.infinity
      let hasUpper = form.upper[column] < .infinity
      switch (hasLower, hasUpper) {
      case (true, true): (lower[column], upper[column]) = (0, 0)
      case (true, false): (lower[column], upper[column]) = (0, 1)
      case (false, true): (lower[column], upper[column]) = (-1, 0)
      case (false, false): (lower[column], upper[column]) = (-1000, 1000)
      }
      placeNonbasic(column)
    }
    updateMoves()
    recomputeBasicBounds()
    recomputeBasicValues()
  }

  /// Restores the true bounds after the first dual phase.
  mutating func removeFirstDualPhase() {
    lower = form.lower
    upper = form.upper
    for column in 0..<n + m { placeNonbasic(column) }
    updateMoves()
    recomputeBasicBounds()
    recomputeBasicValues()
  }

  /// Puts a nonbasic column at the bound that its reduced cost asks for, or else one it has.
  private mutating func placeNonbasic(_ column: Int) {
    if status[column] == .basic { return }
    let (low, high) = (lower[column], upper[column])
    if low == -.infinity && high == .infinity {
      (status[column], values[column]) = (.free, 0)
    } else if high == .infinity || low > -.infinity && reducedCosts[column] >= 0 {
      (status[column], values[column]) = (.atLower, low)
    } else {
      (status[column], values[column]) = (.atUpper, high)
    }
  }
}
