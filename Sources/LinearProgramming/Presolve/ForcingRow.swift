/// A row that can only be satisfied with every column at the bound that brings its activity to
/// one end.
///
/// The columns are taken out one by one after the row. On the way back, those whose reduced costs
/// then point the wrong way are put right by the row's price, and the one that needs it most
/// becomes basic.
struct ForcingRow {
  /// The row.
  let row: Int32
  /// The end at which the row is held.
  let side: Restoration.Side
  /// Its entries.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Puts every column of `row` to the bound that holds the row at `side`.
  mutating func force(_ row: Int, to side: Restoration.Side) {
    // A column without room may have a reduced cost of either sign; it goes first.
    var entry = entries.first(inRow: row)
    while entry >= 0 {
      let next = entries.next(inRow: entry)
      _ = fixIfTight(entries.column(of: entry))
      entry = next
    }
    let noted = log.note(row: row, of: entries)
    log.append(
      .forcingRow(ForcingRow(row: Int32(truncatingIfNeeded: row), side: side, entries: noted)))
    remove(row: row)
    for place in noted.range {
      let column = Int(log.indices[place])
      // The least activity is what can be at the upper end, and the other way round.
      let bound = side.opposite.times(log.values[place])
      if bound == .lower {
        fix(column, at: lower[column], .lower)
      } else {
        fix(column, at: upper[column], .upper)
      }
    }
  }
}

extension Restoration {
  mutating func undo(_ step: ForcingRow, in log: UndoLog) {
    let row = Int(step.row)
    release(row: row)
    var price = 0.0
    var entering = -1
    for place in step.entries.range {
      let weight = log.values[place]
      let column = Int(log.indices[place])
      let ratio = reducedCosts[column] / weight
      let isWorse = step.side == .upper ? ratio < price : ratio > price
      // Rounding alone must not make a column basic.
      if isWorse && abs(reducedCosts[column]) > 1e-12 {
        price = ratio
        entering = column
      }
    }
    guard entering >= 0 else { return }
    prices[row] = price
    rowStatus[row] = step.side.status
    for place in step.entries.range {
      reducedCosts[Int(log.indices[place])] -= log.values[place] * price
    }
    reducedCosts[entering] = 0
    columnStatus[entering] = .basic
  }
}
