internal import LinearAlgebra

/// The entries of a sparse matrix, each linked into its row and into its column.
///
/// Removing or adding an entry takes constant time, and a walk along a row or a column meets
/// only entries that are still there. All is held in flat arrays; −1 ends a list.
struct LinkedEntries {
  private var rows: [Int32]
  private var columns: [Int32]
  private var values: [Double]
  private var nextInRow: [Int32]
  private var previousInRow: [Int32]
  private var nextInColumn: [Int32]
  private var previousInColumn: [Int32]
  private var rowHeads: [Int32]
  private var columnHeads: [Int32]
  private var rowCounts: [Int32]
  private var columnCounts: [Int32]
  /// The number of entries left.
  private(set) var count: Int

  /// Links the entries of `matrix`, without explicit zeros.
  ///
  /// - Precondition: There are fewer than 2³¹ entries.
  /// - Complexity: O(rows + columns + entries).
  init(_ matrix: SparseMatrix) {
    var total = 0
    for value in matrix.values where value != 0 { total += 1 }
    precondition(total < Int(Int32.max), "fewer than 2³¹ entries")
    count = total
    rows = [Int32](repeating: -1, count: total)
    columns = rows
    nextInRow = rows
    previousInRow = rows
    nextInColumn = rows
    previousInColumn = rows
    values = [Double](repeating: 0, count: total)
    rowHeads = [Int32](repeating: -1, count: matrix.rowCount)
    rowCounts = [Int32](repeating: 0, count: matrix.rowCount)
    columnHeads = [Int32](repeating: -1, count: matrix.columnCount)
    columnCounts = [Int32](repeating: 0, count: matrix.columnCount)
    fill(from: matrix)
    linkColumns()
    linkRows()
  }

  /// Puts the nonzero entries of `matrix` into flat arrays, column after column.
  private mutating func fill(from matrix: SparseMatrix) {
    let starts = matrix.starts.span
    let oldRows = matrix.rows.span
    let oldValues = matrix.values.span
    var place = 0
    for column in 0..<matrix.columnCount {
      for entry in starts[column]..<starts[column + 1] where oldValues[entry] != 0 {
        rows[place] = Int32(truncatingIfNeeded: oldRows[entry])
        columns[place] = Int32(truncatingIfNeeded: column)
        values[place] = oldValues[entry]
        place += 1
      }
    }
  }

  /// Links entries that lie column after column into their columns.
  private mutating func linkColumns() {
    for place in 0..<count {
      let column = Int(columns[place])
      if columnCounts[column] == 0 {
        columnHeads[column] = Int32(truncatingIfNeeded: place)
      } else {
        nextInColumn[place - 1] = Int32(truncatingIfNeeded: place)
        previousInColumn[place] = Int32(truncatingIfNeeded: place - 1)
      }
      columnCounts[column] += 1
    }
  }

  /// Links entries that lie column after column into their rows.
  private mutating func linkRows() {
    var tails = rowHeads
    for place in 0..<count {
      let entry = Int32(truncatingIfNeeded: place)
      let row = Int(rows[place])
      let last = tails[row]
      if last < 0 { rowHeads[row] = entry } else { nextInRow[Int(last)] = entry }
      previousInRow[place] = last
      tails[row] = entry
      rowCounts[row] += 1
    }
  }

  /// The first entry of a row, or a negative number.
  @inline(__always) func first(inRow row: Int) -> Int { Int(rowHeads[row]) }
  /// The first entry of a column, or a negative number.
  @inline(__always) func first(inColumn column: Int) -> Int { Int(columnHeads[column]) }
  /// The entry that follows in its row, or a negative number.
  @inline(__always) func next(inRow entry: Int) -> Int { Int(nextInRow[entry]) }
  /// The entry that follows in its column, or a negative number.
  @inline(__always) func next(inColumn entry: Int) -> Int { Int(nextInColumn[entry]) }
  /// The row of an entry.
  @inline(__always) func row(of entry: Int) -> Int { Int(rows[entry]) }
  /// The column of an entry.
  @inline(__always) func column(of entry: Int) -> Int { Int(columns[entry]) }
  /// The value of an entry.
  @inline(__always) func value(of entry: Int) -> Double { values[entry] }
  /// The number of entries of a row.
  @inline(__always) func count(inRow row: Int) -> Int { Int(rowCounts[row]) }
  /// The number of entries of a column.
  @inline(__always) func count(inColumn column: Int) -> Int { Int(columnCounts[column]) }

  /// Changes the value of an entry.
  mutating func setValue(of entry: Int, to value: Double) { values[entry] = value }

  /// Takes an entry out of its row and its column.
  mutating func remove(_ entry: Int) {
    let row = Int(rows[entry])
    let column = Int(columns[entry])
    let (left, right) = (previousInRow[entry], nextInRow[entry])
    if left < 0 { rowHeads[row] = right } else { nextInRow[Int(left)] = right }
    if right >= 0 { previousInRow[Int(right)] = left }
    let (above, below) = (previousInColumn[entry], nextInColumn[entry])
    if above < 0 { columnHeads[column] = below } else { nextInColumn[Int(above)] = below }
    if below >= 0 { previousInColumn[Int(below)] = above }
    rowCounts[row] -= 1
    columnCounts[column] -= 1
    count -= 1
  }

  /// Adds an entry at the head of its row and its column.
  ///
  /// - Precondition: There is none at that place.
  mutating func insert(row: Int, column: Int, value: Double) {
    let entry = Int32(truncatingIfNeeded: values.count)
    rows.append(Int32(truncatingIfNeeded: row))
    columns.append(Int32(truncatingIfNeeded: column))
    values.append(value)
    nextInRow.append(rowHeads[row])
    previousInRow.append(-1)
    nextInColumn.append(columnHeads[column])
    previousInColumn.append(-1)
    if rowHeads[row] >= 0 { previousInRow[Int(rowHeads[row])] = entry }
    if columnHeads[column] >= 0 { previousInColumn[Int(columnHeads[column])] = entry }
    rowHeads[row] = entry
    columnHeads[column] = entry
    rowCounts[row] += 1
    columnCounts[column] += 1
    count += 1
  }
}
