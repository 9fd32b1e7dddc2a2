extension SimplexState {
  /// Whether some basic value lies outside its bounds by more than `factor` tolerances.
  func isPrimalInfeasible(factor: Double = 1) -> Bool {
    let tolerance = feasibilityTolerance * factor
    for row in 0..<m {
      let value = basicValues[row]
      if value < basicLower[row] - tolerance * max(1, abs(basicLower[row])) { return true }
      if value > basicUpper[row] + tolerance * max(1, abs(basicUpper[row])) { return true }
    }
    return false
  }

  /// Widens the bounds of the basic columns a little, so that ties in the primal ratio test
  /// become rare.
  mutating func perturbBounds() {
    hasShiftedBounds = true
    for row in 0..<m {
      let column = head[row]
      if lower[column] == upper[column] { continue }
      if lower[column] > -.infinity {
        lower[column] -= 1e-7 * max(1, abs(lower[column])) * (1 + generator.next())
        basicLower[row] = lower[column]
      }
      if upper[column] < .infinity {
        upper[column] += 1e-7 * max(1, abs(upper[column])) * (1 + generator.next())
        basicUpper[row] = upper[column]
      }
    }
  }

  /// Restores the true bounds and moves nonbasic columns back to them.
  mutating func restoreBounds() {
    guard hasShiftedBounds else { return }
    lower = form.lower
    upper = form.upper
    hasShiftedBounds = false
    for column in 0..<n + m {
      switch status[column] {
      case .atLower: values[column] = lower[column]
      case .atUpper: values[column] = upper[column]
      case .basic, .free: continue
      }
    }
    updateMoves()
    recompute()
  }
}
