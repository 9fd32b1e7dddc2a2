extension SimplexState {
  /// Makes every reduced cost have the right sign: by moving to the other bound where there is
  /// one, else by raising or lowering the working cost.
  mutating func makeDualFeasible() {
    var hasMoved = false
    for column in 0..<n + m where status[column] != .basic {
      let reduced = reducedCosts[column]
      switch status[column] {
      case .atLower where reduced < -optimalityTolerance && lower[column] < upper[column]:
        if upper[column] < .infinity {
          status[column] = .atUpper
          values[column] = upper[column]
          hasMoved = true
        } else {
          shiftCost(of: column, toReduced: 0)
        }
      case .atUpper where reduced > optimalityTolerance && lower[column] < upper[column]:
        if lower[column] > -.infinity {
          status[column] = .atLower
          values[column] = lower[column]
          hasMoved = true
        } else {
          shiftCost(of: column, toReduced: 0)
        }
      case .free where reduced != 0:
        shiftCost(of: column, toReduced: 0)
      default:
        break
      }
    }
    if hasMoved { recomputeBasicValues() }
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
    for column in 0..<n where lower[column] < upper[column] {
      let size = 5e-7 * (1 + abs(costs[column])) * (1 + generator.next())
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

  /// Whether some reduced cost has the wrong sign.
  var isDualInfeasible: Bool {
    for column in 0..<n + m where lower[column] < upper[column] {
      switch status[column] {
      case .basic: continue
      case .atLower: if reducedCosts[column] < -optimalityTolerance { return true }
      case .atUpper: if reducedCosts[column] > optimalityTolerance { return true }
      case .free: if abs(reducedCosts[column]) > optimalityTolerance { return true }
      }
    }
    return false
  }
}
