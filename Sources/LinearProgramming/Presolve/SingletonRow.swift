/// A row with one entry, turned into bounds of its column.
struct SingletonRow {
  /// The row.
  let row: Int32
  /// Its column.
  let column: Int32
  /// Whether the column's lower bound comes from the row.
  let givesLower: Bool
  /// Whether the column's upper bound comes from the row.
  let givesUpper: Bool
  /// The entry.
  let weight: Double
}

extension ReducibleProgram {
  /// Turns `row`, which has one entry, into bounds of its column.
  mutating func turnIntoBounds(_ row: Int) {
    let entry = entries.first(inRow: row)
    let column = entries.column(of: entry)
    let weight = entries.value(of: entry)
    let ends = (rowLower[row] / weight, rowUpper[row] / weight)
    let implied = weight > 0 ? ends : (ends.1, ends.0)
    guard let bounds = intersection(of: column, with: implied, slip: slip(of: row) / abs(weight))
    else {
      contradict(row, times: (implied.0 > upper[column]) == (weight > 0) ? 1 : -1)
      return
    }
    if !bounds.givesLower && !bounds.givesUpper { return drop(row) }
    log.append(
      .singletonRow(
        SingletonRow(
          row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
          givesLower: bounds.givesLower, givesUpper: bounds.givesUpper, weight: weight)))
    remove(row: row)
    setBounds(of: column, bounds.lower, bounds.upper)
  }

  /// The bounds of `column` together with `other` ones, and which of them are new; `nil` if they
  /// leave nothing.
  ///
  /// A new bound that is better by rounding only is not taken.
  func intersection(
    of column: Int, with other: (Double, Double), slip: Double
  ) -> (lower: Double, upper: Double, givesLower: Bool, givesUpper: Bool)? {
    Self.intersection(lower[column], upper[column], other, slip: slip)
  }

  /// A range together with an `other` one, and which ends are new, as above.
  static func intersection(
    _ lower: Double, _ upper: Double, _ other: (Double, Double), slip: Double
  ) -> (lower: Double, upper: Double, givesLower: Bool, givesUpper: Bool)? {
    if other.0 > upper + 1e-9 * max(1, abs(upper)) + slip
      || other.1 < lower - 1e-9 * max(1, abs(lower)) - slip
    {
      return nil
    }
    let givesLower = other.0 > lower + 1e-14 * abs(lower) || lower == -.infinity && other.0 > lower
    let givesUpper = other.1 < upper - 1e-14 * abs(upper) || upper == .infinity && other.1 < upper
    // Where the two ranges miss each other by rounding, the own bound stands.
    let low = givesLower ? min(other.0, upper) : lower
    let high = givesUpper ? max(other.1, lower) : upper
    return (low, high, givesLower, givesUpper)
  }
}

extension Restoration {
  mutating func undo(_ step: SingletonRow) {
    let (row, column) = (Int(step.row), Int(step.column))
    release(row: row)
    guard let side = side(ofColumn: column),
      side == .lower ? step.givesLower : step.givesUpper
    else { return }
    prices[row] = reducedCosts[column] / step.weight
    reducedCosts[column] = 0
    rowStatus[row] = side.times(step.weight).status
    columnStatus[column] = .basic
  }
}
