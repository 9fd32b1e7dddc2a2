extension BasisFactorization {
  /// Eliminates what peeling leaves over, and pairs its columns with rows.
  mutating func eliminateNucleus(_ peeling: inout BasisPeeling) {
    var nucleus = peeling.nucleus()
    nucleusOrder = nucleus.size
    if nucleus.size == 0 { return }
    let isInner = Storage(repeating: false, count: order)
    for row in 0..<nucleus.size { isInner.lane[nucleus.rows.lane[row]] = true }
    let multipliers = Storage(repeating: 0.0, count: nucleus.size)
    var isDone = [Bool](repeating: false, count: nucleus.size)
    var isRowDone = isDone
    var remaining = nucleus.size
    var mayBeDense = true
    while remaining > 0 {
      if mayBeDense && DenseTail.pays(nucleus, remaining: remaining) {
        var tail = DenseTail(
          of: nucleus, remaining: remaining, isDone: isDone, isRowDone: isRowDone)
        if tail.factor() {
          append(tail, nucleus, peeling, isInner.lane, &isDone)
          break
        }
        mayBeDense = false
      }
      guard let pivot = nucleus.choosePivot() else { break }
      let row = Int(nucleus.rows.lane[pivot.row])
      appendPivot(row, nucleus.columnValues.lane[pivot.entry])
      nucleus.eliminate(pivot, lower: &lowerColumns, multipliers: multipliers.lane)
      if lowerColumns.counts.lane[row] > 0 { appendLowerPivot(row) }
      let column = Int(nucleus.columns.lane[pivot.column])
      upperColumns.reserve(
        Int(nucleus.upperCounts.lane[pivot.column]) + entryCount(of: column, peeling))
      upperColumns.begin(row)
      nucleus.pushUpper(pivot.column, to: &upperColumns)
      peeling.pushOuterEntries(of: column, isInner: isInner.lane, to: &upperColumns)
      upperColumns.end(row)
      peeling.head.lane[row] = Int32(column)
      isDone[pivot.column] = true
      isRowDone[pivot.row] = true
      remaining -= 1
    }
    notePaired(nucleus, isDone, &peeling)
  }

  private func entryCount(of column: Int, _ peeling: borrowing BasisPeeling) -> Int {
    peeling.matrix.starts[column + 1] - peeling.matrix.starts[column]
  }

  /// Appends the pivots of the dense part.
  private mutating func append(
    _ tail: DenseTail, _ nucleus: borrowing Nucleus, _ peeling: borrowing BasisPeeling,
    _ isInner: Lane<Bool>, _ isDone: inout [Bool]
  ) {
    let pivots = tail.pivots
    for (index, pivot) in pivots.enumerated() {
      let row = Int(nucleus.rows.lane[pivot.row])
      let column = Int(nucleus.columns.lane[pivot.column])
      appendPivot(row, pivot.value)
      lowerColumns.reserve(pivots.count)
      lowerColumns.begin(row)
      tail.pushLower(index, nucleus, to: &lowerColumns)
      lowerColumns.end(row)
      if lowerColumns.counts.lane[row] > 0 { appendLowerPivot(row) }
      upperColumns.reserve(
        pivots.count + Int(nucleus.upperCounts.lane[pivot.column])
          + entryCount(of: column, peeling))
      upperColumns.begin(row)
      tail.pushUpper(index, nucleus, to: &upperColumns)
      nucleus.pushUpper(pivot.column, to: &upperColumns)
      peeling.pushOuterEntries(of: column, isInner: isInner, to: &upperColumns)
      upperColumns.end(row)
      peeling.head.lane[row] = Int32(column)
      isDone[pivot.column] = true
    }
  }

  /// Tells the peeling which of its columns the nucleus has paired.
  private func notePaired(
    _ nucleus: borrowing Nucleus, _ isDone: [Bool], _ peeling: inout BasisPeeling
  ) {
    var next = 0
    for index in peeling.columns.indices where !peeling.isPaired.lane[index] {
      if isDone[next] { peeling.isPaired.lane[index] = true }
      next += 1
    }
  }
}

extension Nucleus {
  /// Appends the entries of `column` that belong to U, by rows of the basis.
  func pushUpper(_ column: Int, to lines: inout SparseLines) {
    let last = columnStarts.lane[column] + columnSpaces.lane[column] - 1
    for offset in 0..<upperCounts.lane[column] {
      lines.push(rows.lane[columnIndices.lane[last - offset]], columnValues.lane[last - offset])
    }
  }
}
