internal import LinearAlgebra

/// A choice of columns that can be matched with different rows, as heavy as possible.
///
/// Columns come in falling order of weight; each is taken if the matching can be augmented by it.
/// The sets that can be matched form a matroid, so being greedy gives the greatest weight: J.
/// Edmonds and D. R. Fulkerson, *J. Res. Nat. Bur. Standards* 69B (1965), 147–153.
struct WeightedMatching {
  /// The column matched with each row, or -1.
  private(set) var columns: [Int32]

  /// The last search that came to each row; rows that no search need enter again have the greatest
  /// number.
  private var visits: [Int32]
  private var search: Int32 = 0
  /// The path of the search: columns, the next entry of each, the row by which it was left.
  private var path: [Int32] = []
  private var entries: [Int] = []
  private var rows: [Int32] = []
  private var visited: [Int32] = []

  /// Matches no row.
  init(rowCount: Int) {
    columns = [Int32](repeating: -1, count: rowCount)
    visits = [Int32](repeating: -1, count: rowCount)
  }

  /// Matches `row` with `column` if it is free; returns whether it was.
  mutating func take(_ column: Int, row: Int) -> Bool {
    guard columns[row] < 0 else { return false }
    columns[row] = Int32(truncatingIfNeeded: column)
    return true
  }

  /// Tries to match `column` of [`matrix` I], changing the rows of other columns if need be.
  ///
  /// - Complexity: O(entries) for all columns that cannot be matched, together.
  mutating func augment(by column: Int, of matrix: SparseMatrix) {
    search += 1
    path.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    visited.removeAll(keepingCapacity: true)
    push(column, matrix)
    while let last = path.last {
      let column = Int(last)
      if let row = freeRow(of: column, matrix) {
        shift(to: row)
        return
      }
      descend(column, matrix)
    }
    // No search gets out of these rows any more.
    for row in visited { visits[Int(row)] = .max }
  }

  private mutating func push(_ column: Int, _ matrix: SparseMatrix) {
    path.append(Int32(truncatingIfNeeded: column))
    entries.append(column < matrix.columnCount ? matrix.starts[column] : 0)
    rows.append(-1)
  }

  /// A row of `column` that is not matched; only asked for when the column is new on the path.
  private func freeRow(of column: Int, _ matrix: SparseMatrix) -> Int? {
    guard column < matrix.columnCount else {
      let row = column - matrix.columnCount
      return columns[row] < 0 ? row : nil
    }
    let start = matrix.starts[column]
    guard entries[entries.count - 1] == start else { return nil }
    var best: Int?
    var largest = 1e-9
    for entry in start..<matrix.starts[column + 1] {
      let size = abs(matrix.values[entry])
      if columns[matrix.rows[entry]] < 0 && size > largest {
        largest = size
        best = matrix.rows[entry]
      }
    }
    return best
  }

  /// Goes on to the column of the next row that the search has not seen, or back.
  private mutating func descend(_ column: Int, _ matrix: SparseMatrix) {
    let depth = path.count - 1
    let end = column < matrix.columnCount ? matrix.starts[column + 1] : 1
    while entries[depth] < end {
      let entry = entries[depth]
      entries[depth] += 1
      let row = column < matrix.columnCount ? matrix.rows[entry] : column - matrix.columnCount
      if visits[row] >= search { continue }
      if column < matrix.columnCount && abs(matrix.values[entry]) < 1e-9 { continue }
      visits[row] = search
      visited.append(Int32(truncatingIfNeeded: row))
      rows[depth] = Int32(truncatingIfNeeded: row)
      push(Int(columns[row]), matrix)
      return
    }
    path.removeLast()
    entries.removeLast()
    rows.removeLast()
  }

  /// Gives `row` to the last column of the path, and to each before it the row it came by.
  private mutating func shift(to row: Int) {
    rows[rows.count - 1] = Int32(truncatingIfNeeded: row)
    for (column, row) in zip(path, rows) { columns[Int(row)] = column }
  }
}
