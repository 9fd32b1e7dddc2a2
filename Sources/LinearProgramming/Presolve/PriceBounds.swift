/// Bounds on the prices of rows, and through them on the reduced costs of columns.
///
/// Every dual feasible y has yᵢ ≥ 0 where the row's activity has no upper end, yᵢ ≤ 0 where it has
/// no lower end; and a column with entry a in row i and no upper bound, whose reduced cost cannot be
/// negative, bounds a·yᵢ by its cost if its other rows cannot lower its reduced cost. Such a bound
/// holds as long as that column is there, and never for that column itself; so only the column is
/// remembered, and the bound is computed when needed.
///
/// Source: E. D. Andersen and K. D. Andersen, "Presolving in linear programming", *Mathematical
/// Programming* 71 (1995) 221–245, section 3.4.
extension ReducibleProgram {
  /// The least price that `row` can have, by the leave of the columns other than `excluded`.
  func leastPrice(of row: Int, excluding excluded: Int = -1) -> Double {
    let bySign = rowUpper[row] == .infinity ? 0 : -Double.infinity
    let source = Int(lowerPriceSources[row])
    guard source >= 0, source != excluded else { return bySign }
    return max(bySign, priceBounds(by: source, in: row).lower)
  }

  /// The largest price that `row` can have, by the leave of the columns other than `excluded`.
  func largestPrice(of row: Int, excluding excluded: Int = -1) -> Double {
    let bySign = rowLower[row] == -.infinity ? 0 : Double.infinity
    let source = Int(upperPriceSources[row])
    guard source >= 0, source != excluded else { return bySign }
    return min(bySign, priceBounds(by: source, in: row).upper)
  }

  /// The bounds that `column` sets to the price of `row`, given the signs of its other prices.
  ///
  /// Where the column has no upper bound, its reduced cost is not negative; so
  /// a·y ≤ c − (what the other rows contribute at least), and likewise the other way round.
  func priceBounds(by column: Int, in row: Int) -> (lower: Double, upper: Double) {
    var bounds = (lower: -Double.infinity, upper: Double.infinity)
    guard hasColumn[column] else { return bounds }
    var hasCeiling: Bool = upper[column] == .infinity
    var hasFloor: Bool = lower[column] == -.infinity
    var weight = 0.0
    var entry = entries.first(inColumn: column)
    while entry >= 0 && (hasCeiling || hasFloor) {
      let other = entries.row(of: entry)
      let value = entries.value(of: entry)
      if other == row {
        weight = value
      } else {
        if !isSigned(other, value > 0) { hasCeiling = false }
        if !isSigned(other, value < 0) { hasFloor = false }
      }
      entry = entries.next(inColumn: entry)
    }
    guard weight != 0 else { return bounds }
    let price = costs[column] / weight
    if hasCeiling {
      if weight > 0 { bounds.upper = price } else { bounds.lower = price }
    }
    if hasFloor {
      if weight > 0 { bounds.lower = price } else { bounds.upper = price }
    }
    return bounds
  }

  /// Whether the price of `row` cannot be negative, or cannot be positive.
  private func isSigned(_ row: Int, _ isNonnegative: Bool) -> Bool {
    isNonnegative ? rowUpper[row] == .infinity : rowLower[row] == -.infinity
  }

  /// Remembers `column` in each of its rows whose price it bounds better than known.
  ///
  /// More than one row with a price of unknown sign leaves nothing to conclude.
  mutating func notePriceBounds(by column: Int) {
    guard upper[column] == .infinity || lower[column] == -.infinity else { return }
    guard entries.count(inColumn: column) <= 16 else { return }
    // The rows whose prices could lower, or raise, the reduced cost: how many, and the last one.
    var (falls, rises) = (0, 0)
    var (falling, rising) = (-1, -1)
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      let isPositive = entries.value(of: entry) > 0
      if !isSigned(row, isPositive) { (falls, falling) = (falls + 1, row) }
      if !isSigned(row, !isPositive) { (rises, rising) = (rises + 1, row) }
      entry = entries.next(inColumn: entry)
    }
    if upper[column] < .infinity { falls = 2 }
    if lower[column] > -.infinity { rises = 2 }
    if falls == 1 { notePriceBounds(by: column, in: falling) }
    if rises == 1 && rising != falling { notePriceBounds(by: column, in: rising) }
    guard falls == 0 || rises == 0 else { return }
    entry = entries.first(inColumn: column)
    while entry >= 0 {
      notePriceBounds(by: column, in: entries.row(of: entry))
      entry = entries.next(inColumn: entry)
    }
  }

  /// Remembers `column` if it bounds the price of `row` better than known.
  ///
  /// A bound that repeats the sign is worth remembering too: it makes the row an equation.
  private mutating func notePriceBounds(by column: Int, in row: Int) {
    let bounds = priceBounds(by: column, in: row)
    var isNew = false
    if bounds.lower > -.infinity {
      let old = known(lowerPriceSources, in: row, isLower: true)
      if bounds.lower > old {
        lowerPriceSources[row] = Int32(truncatingIfNeeded: column)
        if bounds.lower >= 0 && old < 0 { rowList.add(row) }
        isNew = old == -.infinity && !isSigned(row, true)
      }
    }
    if bounds.upper < .infinity {
      let old = known(upperPriceSources, in: row, isLower: false)
      if bounds.upper < old {
        upperPriceSources[row] = Int32(truncatingIfNeeded: column)
        if bounds.upper <= 0 && old > 0 { rowList.add(row) }
        isNew = isNew || old == .infinity && !isSigned(row, false)
      }
    }
    // A bound that only becomes better is not worth another look at all columns.
    if isNew {
      work += entries.count(inRow: row)
      listColumns(of: row)
    }
  }

  /// The bound on the price of `row` that its remembered column gives.
  private func known(_ sources: [Int32], in row: Int, isLower: Bool) -> Double {
    let source = Int(sources[row])
    guard source >= 0 else { return isLower ? -.infinity : .infinity }
    let bounds = priceBounds(by: source, in: row)
    return isLower ? bounds.lower : bounds.upper
  }

  /// The range of the reduced cost of `column`, and the largest magnitude that went into it.
  mutating func reducedCostRange(
    of column: Int
  ) -> (least: Double, largest: Double, scale: Double) {
    var least = costs[column]
    var largest = costs[column]
    var scale = costScales[column]
    var entry = entries.first(inColumn: column)
    while entry >= 0 && (least > -.infinity || largest < .infinity) {
      let row = entries.row(of: entry)
      let weight = entries.value(of: entry)
      if least > -.infinity {
        let most =
          weight > 0
          ? largestPrice(of: row, excluding: column) : leastPrice(of: row, excluding: column)
        least = most.isFinite ? least - weight * most : -.infinity
        if most.isFinite { scale = max(scale, abs(weight * most)) }
      }
      if largest < .infinity {
        let fewest =
          weight > 0
          ? leastPrice(of: row, excluding: column) : largestPrice(of: row, excluding: column)
        largest = fewest.isFinite ? largest - weight * fewest : .infinity
        if fewest.isFinite { scale = max(scale, abs(weight * fewest)) }
      }
      entry = entries.next(inColumn: entry)
      work += 1
    }
    return (least, largest, scale)
  }
}
