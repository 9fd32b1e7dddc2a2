internal import LinearAlgebra

extension SimplexState {
  /// Whether some basic value lies outside its bounds by more than `factor` tolerances.
  func isPrimalInfeasible(factor: Double = 1) -> Bool {
    let tolerance = feasibilityTolerance * factor
    for row in 0..<m {
      let distance = Self.infeasibility(
        basicValues[row], basicLower[row], basicUpper[row], tolerance)
      if distance > 0 { return true }
    }
    return false
  }

  /// Widens the bounds of all basic columns a little, so that ties in the primal ratio test
  /// become rare.
  mutating func perturbBounds() {
    for row in 0..<m { widenBounds(row: row) }
  }

  /// Widens the bounds of the basic column of `row` a little, which changes no value.
  mutating func widenBounds(row: Int) {
    hasShiftedBounds = true
    let column = factorization.head[row]
    if lower[column] == upper[column] { return }
    if lower[column] > -.infinity {
      lower[column] -= 1e-7 * max(1, abs(lower[column])) * (1 + generator.next())
      basicLower[row] = lower[column]
    }
    if upper[column] < .infinity {
      upper[column] += 1e-7 * max(1, abs(upper[column])) * (1 + generator.next())
      basicUpper[row] = upper[column]
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

  /// The sum of the reduced costs of a wrong sign.
  var dualInfeasibility: Double {
    var sum = 0.0
    for column in 0..<n + m {
      let reduced = reducedCosts[column]
      switch moves[column] {
      case 0: continue
      case 1: sum += max(0, -reduced)
      case -1: sum += max(0, reduced)
      default: sum += abs(reduced)
      }
    }
    return sum
  }
}
