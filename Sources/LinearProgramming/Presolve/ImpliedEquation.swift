/// A row made an equation because its price has the right sign anyway.
struct ImpliedEquation {
  /// The row.
  let row: Int32
  /// The end that was left.
  let side: Restoration.Side
}

extension ReducibleProgram {
  /// Makes `row` an equation if a column sees to it that its price keeps the sign that one of
  /// its ends wants.
  mutating func makeEquation(_ row: Int) {
    guard rowLower[row] < rowUpper[row] else { return }
    let low = boundBySource(lowerPriceSources, of: row).lower
    let high = boundBySource(upperPriceSources, of: row).upper
    if low >= 0 && rowLower[row] > -.infinity {
      rowUpper[row] = rowLower[row]
      noteEquation(row, .lower)
    } else if high <= 0 && rowUpper[row] < .infinity {
      rowLower[row] = rowUpper[row]
      noteEquation(row, .upper)
    } else if low > 1e-9 || high < -1e-9 {
      failure = failure ?? .unbounded
    }
  }

  private func boundBySource(_ sources: [Int32], of row: Int) -> (lower: Double, upper: Double) {
    let source = Int(sources[row])
    return source < 0 ? (-.infinity, .infinity) : priceBounds(by: source, in: row)
  }

  private mutating func noteEquation(_ row: Int, _ side: Restoration.Side) {
    log.append(
      .impliedEquation(ImpliedEquation(row: Int32(truncatingIfNeeded: row), side: side)))
    listColumns(of: row)
  }
}

extension Restoration {
  /// The price may have the wrong sign by rounding; the status must not follow it.
  mutating func undo(_ step: ImpliedEquation) {
    let row = Int(step.row)
    if rowStatus[row] != .basic { rowStatus[row] = step.side.status }
  }
}
