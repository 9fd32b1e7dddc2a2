/// The rows of a sparse matrix, each with the entries of the selected columns first.
///
/// A product with a sparse row vector then touches the selected columns only. Selecting a column
/// or taking it back costs a constant for each of its entries.
package struct PartitionedRows: ~Copyable, Sendable {
  private let starts: Storage<Int32>
  private let ends: Storage<Int32>
  private let columns: Storage<Int32>
  private let values: Storage<Double>
  /// For each entry by columns its place by rows, and the other way round.
  private let places: Storage<Int32>
  private let entries: Storage<Int32>
  private let columnStarts: Storage<Int32>
  private let entryRows: Storage<Int32>
  private let rowCount: Int
  private let columnCount: Int

  /// Lays out the rows of `matrix`, with all columns selected.
  ///
  /// - Complexity: O(rows + columns + entries).
  package init(of matrix: SparseMatrix) {
    rowCount = matrix.rowCount
    columnCount = matrix.columnCount
    let count = matrix.values.count
    starts = Storage(repeating: 0, count: rowCount + 1)
    ends = Storage(repeating: 0, count: rowCount)
    columns = Storage(repeating: 0, count: count)
    values = Storage(repeating: 0, count: count)
    places = Storage(repeating: 0, count: count)
    entries = Storage(repeating: 0, count: count)
    columnStarts = Storage(repeating: 0, count: columnCount + 1)
    entryRows = Storage(repeating: 0, count: count)
    let (rows, elements, columnEnds) = (matrix.rows.span, matrix.values.span, matrix.starts.span)
    let (starts, ends, entryRows) = (self.starts.lane, self.ends.lane, self.entryRows.lane)
    for entry in 0..<count {
      entryRows[entry] = Int32(truncatingIfNeeded: rows[entry])
      starts[rows[entry] + 1] += 1
    }
    for row in 0..<rowCount {
      starts[row + 1] += starts[row]
      ends[row] = starts[row]
    }
    for column in 0..<columnCount {
      columnStarts.lane[column + 1] = Int32(truncatingIfNeeded: columnEnds[column + 1])
      for entry in columnEnds[column]..<columnEnds[column + 1] {
        let row = rows[entry]
        let place = ends[row]
        ends[row] = place + 1
        columns.lane[place] = Int32(truncatingIfNeeded: column)
        values.lane[place] = elements[entry]
        places.lane[entry] = place
        entries.lane[place] = Int32(truncatingIfNeeded: entry)
      }
    }
  }

  private init(twinOf other: borrowing PartitionedRows) {
    rowCount = other.rowCount
    columnCount = other.columnCount
    starts = other.starts.copy()
    ends = other.ends.copy()
    columns = other.columns.copy()
    values = other.values.copy()
    places = other.places.copy()
    entries = other.entries.copy()
    columnStarts = other.columnStarts.copy()
    entryRows = other.entryRows.copy()
  }

  /// The same rows with the same selection, in storage of their own.
  package func copy() -> PartitionedRows { PartitionedRows(twinOf: self) }

  /// Takes the selected column `column` out of the selection.
  package mutating func deselect(_ column: Int) {
    let (ends, rows, places) = (self.ends.lane, entryRows.lane, self.places.lane)
    for entry in columnStarts.lane[column]..<columnStarts.lane[column + 1] {
      let row = rows[entry]
      ends[row] -= 1
      exchange(places[entry], ends[row])
    }
  }

  /// Puts `column`, which is not selected, into the selection.
  package mutating func select(_ column: Int) {
    let (ends, rows, places) = (self.ends.lane, entryRows.lane, self.places.lane)
    for entry in columnStarts.lane[column]..<columnStarts.lane[column + 1] {
      let row = rows[entry]
      exchange(places[entry], ends[row])
      ends[row] += 1
    }
  }

  @inline(__always)
  private func exchange(_ first: Int32, _ second: Int32) {
    if first == second { return }
    let (columns, values) = (self.columns.lane, self.values.lane)
    let (entries, places) = (self.entries.lane, self.places.lane)
    let column = columns[first]
    let value = values[first]
    let entry = entries[first]
    columns[first] = columns[second]
    values[first] = values[second]
    entries[first] = entries[second]
    places[entries[first]] = first
    columns[second] = column
    values[second] = value
    entries[second] = entry
    places[entry] = second
  }

  /// Makes `product` the product of the row vector `weights` with the selected columns.
  ///
  /// - Parameters:
  ///   - weights: A weight for each row.
  ///   - expected: The share of the columns that is expected to be nonzero.
  ///   - product: Receives a value for each column, zero for those that are not selected.
  package func multiply(
    _ weights: borrowing SparseVector, expected: Double, into product: inout SparseVector
  ) {
    precondition(weights.length == rowCount, "one weight for each row")
    precondition(product.length == columnCount, "one element for each column")
    product.clear()
    let (starts, ends) = (self.starts.lane, self.ends.lane)
    let (columns, entries) = (self.columns.lane, self.values.lane)
    let pattern = weights.pattern.span
    let multipliers = weights.values.span
    let count = weights.count
    let total = columnCount
    if expected > 0.1 {
      product.update { values, listed, _ in
        for index in 0..<count {
          let row = pattern[index]
          let weight = multipliers[Int(row)]
          for place in starts[row]..<ends[row] {
            values[columns[place]] += weight * entries[place]
          }
        }
        var found = 0
        for column in 0..<total {
          let value = values[column]
          if value == 0 { continue }
          if abs(value) <= SparseVector.smallest {
            values[column] = 0
          } else {
            listed[found] = Int32(truncatingIfNeeded: column)
            found += 1
          }
        }
        return found
      }
      return
    }
    product.update { values, listed, _ in
      var found = 0
      for index in 0..<count {
        let row = pattern[index]
        let weight = multipliers[Int(row)]
        for place in starts[row]..<ends[row] {
          let column = columns[place]
          let old = values[column]
          if old == 0 {
            listed[found] = column
            found += 1
          }
          let new = old + weight * entries[place]
          values[column] = new == 0 ? 1e-100 : new
        }
      }
      return found
    }
  }
}
