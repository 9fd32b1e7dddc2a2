/// Columns whose reduced cost has the same sign for all prices that are possible.
///
/// They are put to a bound (see ``FixedColumn``), where they are right whatever the prices turn out
/// to be; that holds for a range that begins at zero too.
extension ReducibleProgram {
  /// Takes `column` out if its reduced cost cannot have both signs.
  ///
  /// - Returns: Whether it did, or found the program dual infeasible.
  mutating func fixIfDominated(_ column: Int) -> Bool {
    let range = reducedCostRange(of: column)
    let rounding = 1e-14 * range.scale
    let margin = 1e-9 * max(1, range.scale)
    if range.least >= -rounding {
      if lower[column] > -.infinity {
        fix(column, at: lower[column], .lower)
        return true
      }
      if range.least > margin {
        failure = failure ?? .unbounded
        return true
      }
    }
    if range.largest <= rounding {
      if upper[column] < .infinity {
        fix(column, at: upper[column], .upper)
        return true
      }
      if range.largest < -margin {
        failure = failure ?? .unbounded
        return true
      }
    }
    return false
  }
}
