/// A column that can satisfy all its rows at no cost, taken out with them.
///
/// It moves without bound in a direction that no row opposes. On the way back it moves just far
/// enough for all its rows.
struct CostlessColumn {
  /// The column.
  let column: Int32
  /// The bound on the other side.
  let bound: Double
  /// Whether the column moves down.
  let isFalling: Bool
  /// How many rows were noted, in a row, as ``CostlessRow``.
  let rowCount: Int
  /// Where the rows begin in ``UndoLog/costlessRows``.
  let firstRow: Int
}

/// A row taken out with a costless column.
struct CostlessRow {
  /// The row.
  let row: Int32
  /// The entry of the column.
  let weight: Double
  /// The only finite end that the column helps to reach.
  let end: Double
  /// The other entries.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Takes `column` out with all its rows, if it costs nothing and can satisfy them.
  ///
  /// - Returns: Whether it did.
  mutating func dropIfCostless(_ column: Int) -> Bool {
    guard costs[column] == 0 else { return false }
    return dropIfCostless(column, isFalling: true) || dropIfCostless(column, isFalling: false)
  }

  private mutating func dropIfCostless(_ column: Int, isFalling: Bool) -> Bool {
    guard (isFalling ? lower[column] : -upper[column]) == -.infinity else { return false }
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      // A row whose activity falls with the column must have no lower end.
      let fallsWith = (entries.value(of: entry) > 0) == isFalling
      guard fallsWith ? rowLower[row] == -.infinity : rowUpper[row] == .infinity else {
        return false
      }
      guard isStable(entry) else { return false }
      entry = entries.next(inColumn: entry)
    }
    noteCostless(column, isFalling: isFalling)
    entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      entry = entries.next(inColumn: entry)
      remove(row: row)
    }
    remove(column: column)
    return true
  }

  private mutating func noteCostless(_ column: Int, isFalling: Bool) {
    let firstRow = log.costlessRows.count
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      let fallsWith = (entries.value(of: entry) > 0) == isFalling
      work += entries.count(inRow: row)
      log.append(
        CostlessRow(
          row: Int32(truncatingIfNeeded: row), weight: entries.value(of: entry),
          end: fallsWith ? rowUpper[row] : rowLower[row],
          entries: log.note(row: row, of: entries, excluding: column)))
      entry = entries.next(inColumn: entry)
    }
    log.append(
      .costlessColumn(
        CostlessColumn(
          column: Int32(truncatingIfNeeded: column),
          bound: isFalling ? upper[column] : lower[column], isFalling: isFalling,
          rowCount: log.costlessRows.count - firstRow, firstRow: firstRow)))
  }
}

extension Restoration {
  mutating func undo(_ step: CostlessColumn, in log: UndoLog) {
    let column = Int(step.column)
    var value = step.bound
    var binding = -1
    for index in step.firstRow..<step.firstRow + step.rowCount {
      let noted = log.costlessRows[index]
      release(row: Int(noted.row))
      let needed = (noted.end - log.product(of: noted.entries, with: values)) / noted.weight
      if step.isFalling ? needed < value : needed > value {
        value = needed
        binding = index
      }
    }
    reducedCosts[column] = 0
    if binding >= 0 {
      let noted = log.costlessRows[binding]
      values[column] = value
      columnStatus[column] = .basic
      let isUpperEnd = (noted.weight > 0) == step.isFalling
      rowStatus[Int(noted.row)] = isUpperEnd ? .atUpper : .atLower
    } else if value.isFinite {
      values[column] = value
      columnStatus[column] = step.isFalling ? .atUpper : .atLower
    } else {
      values[column] = 0
      columnStatus[column] = .free
    }
  }
}
