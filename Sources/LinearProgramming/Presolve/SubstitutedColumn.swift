/// A column without effective bounds, expressed by the other columns of a row and taken out with
/// the row.
///
/// The column is basic, so its reduced cost is zero, which sets the price of the row.
struct SubstitutedColumn {
  /// The row.
  let row: Int32
  /// The column.
  let column: Int32
  /// Whether the row is held at its lower or its upper end; `nil` for an equation.
  let side: Restoration.Side?
  /// The entry of the column in the row.
  let weight: Double
  /// The activity at which the row is held.
  let end: Double
  /// The cost of the column when it was taken out.
  let cost: Double
  /// The other entries of the row.
  let rowEntries: UndoLog.Entries
  /// The other entries of the column.
  let columnEntries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Takes out a column with one entry, if its row makes its bounds superfluous.
  ///
  /// Where the cost of the column tells the end at which its row is held, only that end counts.
  ///
  /// - Returns: Whether it did.
  mutating func substituteSingleton(_ column: Int) -> Bool {
    let entry = entries.first(inColumn: column)
    let row = entries.row(of: entry)
    let weight = entries.value(of: entry)
    guard isStable(entry) else { return false }
    let price = costs[column] / weight
    let sides: [Restoration.Side] =
      price > 0 ? [.lower] : price < 0 ? [.upper] : [.lower, .upper]
    for side in sides {
      let end = side == .lower ? rowLower[row] : rowUpper[row]
      guard end.isFinite else { continue }
      let implied = impliedBounds(by: entry, within: end, end)
      if covers(lower: implied.lower, of: column) && covers(upper: implied.upper, of: column) {
        substitute(entry, at: end, rowLower[row] == rowUpper[row] ? nil : side)
        return true
      }
    }
    return false
  }

  /// Takes out a column with few entries, if the rows make its bounds superfluous and one of them
  /// is an equation with a good pivot that causes little fill.
  ///
  /// - Returns: Whether it did.
  mutating func substituteImpliedFree(_ column: Int) -> Bool {
    let count = entries.count(inColumn: column)
    guard count <= 8 else { return false }
    var largest = 0.0
    var best = -1
    var bestFill = 11
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      largest = max(largest, abs(entries.value(of: entry)))
      entry = entries.next(inColumn: entry)
    }
    entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      let width = entries.count(inRow: row)
      let fill = (width - 1) * (count - 1) - (width + count - 1)
      if rowLower[row] == rowUpper[row] && fill < bestFill && width <= 64
        && abs(entries.value(of: entry)) >= 0.01 * largest && isStable(entry)
      {
        best = entry
        bestFill = fill
      }
      entry = entries.next(inColumn: entry)
    }
    guard best >= 0, isImpliedFree(column) else { return false }
    substitute(best, at: rowLower[entries.row(of: best)], nil)
    return true
  }

  /// Whether an entry is large enough among those of its row to be a pivot.
  func isStable(_ pivot: Int) -> Bool {
    var largest = 0.0
    var entry = entries.first(inRow: entries.row(of: pivot))
    while entry >= 0 {
      largest = max(largest, abs(entries.value(of: entry)))
      entry = entries.next(inRow: entry)
    }
    return abs(entries.value(of: pivot)) >= 1e-3 * largest
  }

  /// Substitutes the column of `pivot` by the others of its row, held at `end`.
  private mutating func substitute(_ pivot: Int, at end: Double, _ side: Restoration.Side?) {
    let row = entries.row(of: pivot)
    let column = entries.column(of: pivot)
    let step = SubstitutedColumn(
      row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column), side: side,
      weight: entries.value(of: pivot), end: end, cost: costs[column],
      rowEntries: log.note(row: row, of: entries, excluding: column),
      columnEntries: log.note(column: column, of: entries, excluding: row))
    log.append(.substitutedColumn(step))
    eliminate(
      column, by: row, weight: step.weight, end: end, rowEntries: step.rowEntries,
      columnEntries: step.columnEntries)
  }
}

extension Restoration {
  mutating func undo(_ step: SubstitutedColumn, in log: UndoLog) {
    let (row, column) = (Int(step.row), Int(step.column))
    let rest = log.product(of: step.rowEntries, with: values)
    values[column] = (step.end - rest) / step.weight
    let owed = cost(step.cost) - log.product(of: step.columnEntries, with: prices)
    prices[row] = owed / step.weight
    reducedCosts[column] = 0
    columnStatus[column] = .basic
    if let side = step.side { rowStatus[row] = side.status } else { hold(equation: row) }
  }
}
