extension ReducibleProgram {
  /// Takes out `column` and `row`: in all other rows and in the costs, the column is replaced by
  /// (`end` − the rest of the row) / `weight`.
  ///
  /// - Parameters:
  ///   - column: The column.
  ///   - row: The row.
  ///   - weight: The entry of the column in the row.
  ///   - end: The activity at which the row is held.
  ///   - rowEntries: The other entries of the row, as noted in the log.
  ///   - columnEntries: The other entries of the column, as noted in the log.
  /// - Complexity: O(entries of the rows that the column is in).
  mutating func eliminate(
    _ column: Int, by row: Int, weight: Double, end: Double, rowEntries: UndoLog.Entries,
    columnEntries: UndoLog.Entries
  ) {
    let cost = costs[column] / weight
    remove(column: column)
    remove(row: row)
    for place in rowEntries.range where cost != 0 {
      add(cost: -cost * log.values[place], to: Int(log.indices[place]))
    }
    for place in columnEntries.range {
      let other = Int(log.indices[place])
      let factor = log.values[place] / weight
      shift(row: other, by: -factor * end)
      add(rowEntries, times: -factor, to: other)
      isActivityKnown[other] = false
      rowList.add(other)
      listColumns(of: other)
    }
  }

  /// Adds `factor` times noted entries to `row`; what cancels to rounding is taken out.
  private mutating func add(
    _ noted: UndoLog.Entries, times factor: Double, to row: Int
  ) {
    for place in noted.range {
      columnPlaces[Int(log.indices[place])] = Int32(truncatingIfNeeded: place - noted.start)
    }
    var entry = entries.first(inRow: row)
    work += entries.count(inRow: row) + noted.count
    while entry >= 0 {
      let next = entries.next(inRow: entry)
      let column = entries.column(of: entry)
      let place = Int(columnPlaces[column])
      if place >= 0 {
        columnPlaces[column] = -1
        let old = entries.value(of: entry)
        let new = old + factor * log.values[noted.start + place]
        if abs(new) <= 1e-13 * abs(old) {
          columnList.add(column)
          entries.remove(entry)
        } else {
          entries.setValue(of: entry, to: new)
        }
      }
      entry = next
    }
    for place in noted.range {
      let column = Int(log.indices[place])
      if columnPlaces[column] < 0 { continue }
      columnPlaces[column] = -1
      entries.insert(row: row, column: column, value: factor * log.values[place])
    }
  }
}
