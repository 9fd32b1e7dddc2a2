extension ReducibleProgram {
  /// Reduces the program until nothing changes or little is gained.
  mutating func reduce() {
    let limit = 20 * (entries.count + hasRow.count + hasColumn.count) + 1000
    var before = Int.max
    while failure == nil && work < limit {
      drainLists(limit: limit)
      let size = rowsLeft + columnsLeft
      // Parallel lines are worth another search only if much has gone since the last one.
      guard failure == nil, size > 0, work < limit, size < before - before / 100 else { return }
      before = size
      work += entries.count
      mergeParallelRows()
      if failure == nil { mergeParallelColumns() }
      if rowList.isEmpty && columnList.isEmpty { return }
    }
  }

  /// Looks at all rows and columns listed, rows first, and at those that this adds.
  private mutating func drainLists(limit: Int) {
    while failure == nil && work < limit {
      if let row = rowList.next() {
        if hasRow[row] { reduce(row: row) }
      } else if let column = columnList.next() {
        if hasColumn[column] { reduce(column: column) }
      } else {
        return
      }
    }
  }

  /// Tries the reductions that start from a row.
  private mutating func reduce(row: Int) {
    work += 1
    let count = entries.count(inRow: row)
    if count == 0 { return dropEmpty(row) }
    if rowLower[row] == -.infinity && rowUpper[row] == .infinity { return drop(row) }
    if count == 1 { return turnIntoBounds(row) }
    guard compareActivity(of: row), failure == nil else { return }
    if lowerPriceSources[row] >= 0 || upperPriceSources[row] >= 0 { makeEquation(row) }
    if count == 2 && rowLower[row] == rowUpper[row] && failure == nil {
      substituteInDoubleton(row)
    }
  }

  /// Tries the reductions that start from a column.
  private mutating func reduce(column: Int) {
    work += 1
    let count = entries.count(inColumn: column)
    if count == 0 { return fixEmpty(column) }
    if fixIfTight(column) || fixIfDominated(column) || dropIfCostless(column) { return }
    notePriceBounds(by: column)
    if count == 1 {
      if substituteSingleton(column) || absorb(column) { return }
    } else {
      _ = substituteImpliedFree(column)
    }
  }
}
