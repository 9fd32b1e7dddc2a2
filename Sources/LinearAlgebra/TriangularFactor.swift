/// A sparse triangular matrix, up to a permutation, in the order of its pivots.
///
/// Each pivot belongs to a row and owns a column of further entries. Rows that are never
/// appended count as unit pivots without entries. A solve works in place on a dense vector and
/// skips zeros.
struct TriangularFactor: Sendable {
  private var columns = PivotLists()
  private var rows = PivotLists()
  private var pivotOf: [Double] = []

  /// The number of stored entries, pivots left out.
  var entryCount: Int { columns.indices.count }

  /// Appends the next pivot with the other entries of its column.
  mutating func append(row: Int, pivot: Double, indices: [Int], values: [Double]) {
    columns.append(row: row, pivot: pivot, indices: indices, values: values)
  }

  /// Builds the row-wise copy that transposed solves need; call once, after the last pivot.
  ///
  /// Rows without a pivot of their own are solved before the others when transposed, so they
  /// come last for a lower factor (`unitRowsLast`) and first for an upper one.
  mutating func finish(rowCount: Int, unitRowsLast: Bool) {
    rows = columns.transposed(rowCount: rowCount, unitRowsLast: unitRowsLast)
  }

  /// Eliminates with the columns, from the first pivot to the last.
  func eliminateForward(_ x: inout [Double]) { columns.eliminate(&x, backward: false) }

  /// Eliminates with the columns, from the last pivot to the first.
  func eliminateBackward(_ x: inout [Double]) { columns.eliminate(&x, backward: true) }

  /// Solves the transposed system of ``eliminateForward(_:)``.
  func eliminateTransposedForward(_ x: inout [Double]) { rows.eliminate(&x, backward: true) }

  /// Solves the transposed system of ``eliminateBackward(_:)``.
  func eliminateTransposedBackward(_ x: inout [Double]) { rows.eliminate(&x, backward: false) }
}

/// Pivots in order, each with a list of entries.
private struct PivotLists: Sendable {
  var pivotRows: [Int] = []
  var pivots: [Double] = []
  var starts: [Int] = [0]
  var indices: [Int] = []
  var values: [Double] = []

  mutating func append(row: Int, pivot: Double, indices: [Int], values: [Double]) {
    pivotRows.append(row)
    pivots.append(pivot)
    self.indices.append(contentsOf: indices)
    self.values.append(contentsOf: values)
    starts.append(self.indices.count)
  }

  /// For each pivot in turn: divides its element by the pivot, then subtracts its multiple of
  /// the list from the other elements.
  func eliminate(_ x: inout [Double], backward: Bool) {
    let pivotRows = self.pivotRows.span
    let pivots = self.pivots.span
    let starts = self.starts.span
    let indices = self.indices.span
    let values = self.values.span
    var x = x.mutableSpan
    let count = pivotRows.count
    for step in 0..<count {
      let k = backward ? count - 1 - step : step
      let row = pivotRows[k]
      let old = x[row]
      if old == 0 { continue }
      let new = old / pivots[k]
      x[row] = new
      for entry in starts[k]..<starts[k + 1] {
        x[indices[entry]] -= values[entry] * new
      }
    }
  }

  /// The lists of the transpose, in the same order of pivots.
  func transposed(rowCount: Int, unitRowsLast: Bool) -> PivotLists {
    var counts = [Int](repeating: 0, count: rowCount)
    for index in indices { counts[index] += 1 }
    var place = [Int](repeating: -1, count: rowCount)
    for (k, row) in pivotRows.enumerated() { place[row] = k }

    var result = PivotLists()
    var next = [Int](repeating: 0, count: rowCount)
    var total = 0
    let silent = (0..<rowCount).filter { place[$0] < 0 && counts[$0] > 0 }
    for row in unitRowsLast ? pivotRows + silent : silent + pivotRows {
      next[row] = total
      total += counts[row]
      result.pivotRows.append(row)
      result.pivots.append(place[row] < 0 ? 1 : pivots[place[row]])
      result.starts.append(total)
    }
    result.indices = [Int](repeating: 0, count: total)
    result.values = [Double](repeating: 0, count: total)
    for (k, row) in pivotRows.enumerated() {
      for entry in starts[k]..<starts[k + 1] {
        let slot = next[indices[entry]]
        next[indices[entry]] += 1
        result.indices[slot] = row
        result.values[slot] = values[entry]
      }
    }
    return result
  }
}
