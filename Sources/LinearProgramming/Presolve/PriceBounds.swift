/// Bounds on the prices of rows, and through them on the reduced costs of columns.
///
/// Every dual feasible y has yᵢ ≥ 0 where the row's activity has no upper end, yᵢ ≤ 0 where it has
/// no lower end; and a column with one entry a in row i and no upper bound, whose reduced cost
/// c − a·yᵢ cannot be negative, bounds yᵢ by c/a. Such a bound holds as long as that column is
/// there, and never for that column itself; so only the column is remembered.
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

  /// The bounds that `column` sets to the price of `row`, if that is its only row.
  private func priceBounds(by column: Int, in row: Int) -> (lower: Double, upper: Double) {
    var bounds = (lower: -Double.infinity, upper: Double.infinity)
    guard hasColumn[column], entries.count(inColumn: column) == 1 else { return bounds }
    let entry = entries.first(inColumn: column)
    guard entries.row(of: entry) == row else { return bounds }
    let weight = entries.value(of: entry)
    let price = costs[column] / weight
    if upper[column] == .infinity {
      if weight > 0 { bounds.upper = price } else { bounds.lower = price }
    }
    if lower[column] == -.infinity {
      if weight > 0 { bounds.lower = price } else { bounds.upper = price }
    }
    return bounds
  }

  /// Remembers a column with one entry if it bounds the price of its row better than known.
  mutating func notePriceBounds(by column: Int, in row: Int) {
    let bounds = priceBounds(by: column, in: row)
    var isBetter = false
    if bounds.lower > leastPrice(of: row) {
      lowerPriceSources[row] = Int32(truncatingIfNeeded: column)
      isBetter = true
    }
    if bounds.upper < largestPrice(of: row) {
      upperPriceSources[row] = Int32(truncatingIfNeeded: column)
      isBetter = true
    }
    if isBetter {
      rowList.add(row)
      listColumns(of: row)
    }
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
      let low = leastPrice(of: row, excluding: column)
      let high = largestPrice(of: row, excluding: column)
      let most = weight > 0 ? high : low
      let fewest = weight > 0 ? low : high
      if most.isFinite {
        least -= weight * most
        scale = max(scale, abs(weight * most))
      } else {
        least = -.infinity
      }
      if fewest.isFinite {
        largest -= weight * fewest
        scale = max(scale, abs(weight * fewest))
      } else {
        largest = .infinity
      }
      entry = entries.next(inColumn: entry)
      work += 1
    }
    return (least, largest, scale)
  }
}
