/// Rows that bounds alone decide: empty, never binding, forcing, or impossible.
extension ReducibleProgram {
  /// How far an activity may miss an end before the program counts as infeasible.
  static func allowance(at end: Double, _ activity: RowActivity) -> Double {
    1e-9 * max(1, abs(end)) + 8 * activity.rounding
  }

  /// Takes out a row that never binds.
  mutating func drop(_ row: Int) {
    log.append(.redundantRow(Int32(truncatingIfNeeded: row)))
    remove(row: row)
  }

  /// Takes out a row without entries.
  mutating func dropEmpty(_ row: Int) {
    let margin = max(1e-9, slip(of: row))
    if rowLower[row] > margin || rowUpper[row] < -margin {
      contradict(row, times: rowLower[row] > margin ? 1 : -1)
    } else {
      drop(row)
    }
  }

  /// Compares what the bounds of the columns allow with the ends of `row`.
  ///
  /// An end that cannot be reached is taken away, which needs no undo: the price of the row keeps
  /// a sign that was right before.
  ///
  /// - Returns: Whether the row is still there.
  mutating func compareActivity(of row: Int) -> Bool {
    let activity = activity(of: row)
    let (least, largest) = (activity.minimum, activity.maximum)
    let (low, high) = (rowLower[row], rowUpper[row])
    if least > high + Self.allowance(at: high, activity) + slip(of: row)
      || largest < low - Self.allowance(at: low, activity) - slip(of: row)
    {
      contradict(row, times: least > high ? -1 : 1)
      return true
    }
    let nearHigh = 1e-13 * max(1, abs(high)) + activity.rounding
    let nearLow = 1e-13 * max(1, abs(low)) + activity.rounding
    if high.isFinite && least >= high - nearHigh {
      force(row, to: .upper)
      return false
    }
    if low.isFinite && largest <= low + nearLow {
      force(row, to: .lower)
      return false
    }
    let isLowIdle = low > -.infinity && least >= low - nearLow
    let isHighIdle = high < .infinity && largest <= high + nearHigh
    if isLowIdle { rowLower[row] = -.infinity }
    if isHighIdle { rowUpper[row] = .infinity }
    if rowLower[row] == -.infinity && rowUpper[row] == .infinity {
      drop(row)
      return false
    }
    if isLowIdle || isHighIdle { listColumns(of: row) }
    return true
  }
}
