/// A sparse matrix of doubles in compressed columns.
///
/// The entries of column j are those at positions `starts[j]..<starts[j + 1]`; within a column
/// no row appears twice.
package struct SparseMatrix: Sendable {
  /// The number of rows.
  package let rowCount: Int
  /// The number of columns.
  package let columnCount: Int
  /// Where each column begins; one element more than there are columns.
  package private(set) var starts: [Int]
  /// The row of each entry.
  package private(set) var rows: [Int]
  /// The value of each entry.
  package private(set) var values: [Double]

  /// Creates a matrix from its compressed columns.
  ///
  /// - Precondition: `starts` rises from 0 to the number of entries.
  package init(rowCount: Int, starts: [Int], rows: [Int], values: [Double]) {
    precondition(starts.first == 0 && starts.last == rows.count, "the starts do not fit")
    precondition(rows.count == values.count, "each entry needs a row and a value")
    self.rowCount = rowCount
    columnCount = starts.count - 1
    self.starts = starts
    self.rows = rows
    self.values = values
  }

  /// The transpose; its columns list their entries in rising order.
  ///
  /// - Complexity: O(rows + columns + entries).
  package func transposed() -> SparseMatrix {
    var newStarts = [Int](repeating: 0, count: rowCount + 1)
    for row in rows { newStarts[row + 1] += 1 }
    for row in 0..<rowCount { newStarts[row + 1] += newStarts[row] }
    var next = newStarts
    var newRows = [Int](repeating: 0, count: rows.count)
    var newValues = [Double](repeating: 0, count: rows.count)
    for column in 0..<columnCount {
      for entry in starts[column]..<starts[column + 1] {
        let place = next[rows[entry]]
        next[rows[entry]] += 1
        newRows[place] = column
        newValues[place] = values[entry]
      }
    }
    return SparseMatrix(
      rowCount: columnCount, starts: newStarts, rows: newRows, values: newValues)
  }

  /// Multiplies every entry by its row's factor and its column's factor.
  package mutating func scale(rows rowFactors: [Double], columns columnFactors: [Double]) {
    for column in 0..<columnCount {
      for entry in starts[column]..<starts[column + 1] {
        values[entry] *= rowFactors[rows[entry]] * columnFactors[column]
      }
    }
  }

  /// Adds `weight` times the given column to `vector`.
  package func add(column: Int, times weight: Double, to vector: inout [Double]) {
    let rows = self.rows.span
    let values = self.values.span
    var sum = vector.mutableSpan
    for entry in starts[column]..<starts[column + 1] {
      sum[rows[entry]] += weight * values[entry]
    }
  }

  /// Adds Σⱼ `weights`ⱼ·columnⱼ, over all columns, to `vector`.
  package func add(columnsTimes weights: [Double], to vector: inout [Double]) {
    let starts = self.starts.span
    let rows = self.rows.span
    let values = self.values.span
    let weights = weights.span
    var sum = vector.mutableSpan
    for column in 0..<columnCount {
      let weight = weights[column]
      if weight == 0 { continue }
      for entry in starts[column]..<starts[column + 1] {
        sum[rows[entry]] += weight * values[entry]
      }
    }
  }

  /// Subtracts from `result`ⱼ the product of `vector` with column j, for every column.
  package func subtractProducts(with vector: [Double], from result: inout [Double]) {
    let starts = self.starts.span
    let rows = self.rows.span
    let values = self.values.span
    let vector = vector.span
    var result = result.mutableSpan
    for column in 0..<columnCount {
      var product = 0.0
      for entry in starts[column]..<starts[column + 1] {
        product += vector[rows[entry]] * values[entry]
      }
      result[column] -= product
    }
  }

  /// Adds Σⱼ `weights`ⱼ·columnⱼ to `sum`, which is zero outside `pattern`, and extends `pattern`
  /// by the elements that become nonzero.
  ///
  /// An element that cancels is left at a value too small to matter, so that it is listed once.
  package func gather(
    _ weights: [Double], into sum: inout [Double], pattern: inout [Int]
  ) {
    let starts = self.starts.span
    let rows = self.rows.span
    let values = self.values.span
    let weights = weights.span
    var sum = sum.mutableSpan
    for column in 0..<columnCount {
      let weight = weights[column]
      if abs(weight) < 1e-14 { continue }
      for entry in starts[column]..<starts[column + 1] {
        let row = rows[entry]
        let old = sum[row]
        if old == 0 { pattern.append(row) }
        let new = old + weight * values[entry]
        sum[row] = new == 0 ? 1e-100 : new
      }
    }
  }
}
