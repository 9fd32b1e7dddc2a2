/// The symbolic part of factoring a basis: peels off what is triangular already.
struct BasisPeeling {
  private(set) var lower = TriangularFactor()
  private(set) var upper = TriangularFactor()
  /// The column paired with each row, or -1.
  private(set) var head: [Int]
  /// The rows and columns of the nucleus, in rising order of rows and given order of columns.
  private(set) var remainingRows: [Int] = []
  private(set) var remainingColumns: [Int] = []
  /// Columns without a usable entry in the rows that are left.
  private(set) var emptyColumns: [Int] = []

  private let matrix: SparseMatrix
  private let columns: [Int]
  private var columnCounts: [Int]
  private var rowStarts: [Int]
  private var rowMembers: [Int]
  private var isColumnDone: [Bool]

  /// Entries smaller than this are no pivots.
  private static let smallestPivot = 1e-9

  /// Pairs the identity columns among `columns` with their rows and counts the rest.
  init(of matrix: SparseMatrix, columns: [Int]) {
    self.matrix = matrix
    head = [Int](repeating: -1, count: matrix.rowCount)
    for column in columns where column >= matrix.columnCount {
      head[column - matrix.columnCount] = column
    }
    self.columns = columns.filter { $0 < matrix.columnCount }
    columnCounts = [Int](repeating: 0, count: self.columns.count)
    isColumnDone = [Bool](repeating: false, count: self.columns.count)
    rowStarts = [Int](repeating: 0, count: matrix.rowCount + 1)
    for (k, column) in self.columns.enumerated() {
      for entry in matrix.starts[column]..<matrix.starts[column + 1]
      where head[matrix.rows[entry]] < 0 {
        columnCounts[k] += 1
        rowStarts[matrix.rows[entry] + 1] += 1
      }
    }
    for row in 0..<matrix.rowCount { rowStarts[row + 1] += rowStarts[row] }
    rowMembers = [Int](repeating: 0, count: rowStarts[matrix.rowCount])
    var next = rowStarts
    for (k, column) in self.columns.enumerated() {
      for entry in matrix.starts[column]..<matrix.starts[column + 1]
      where head[matrix.rows[entry]] < 0 {
        rowMembers[next[matrix.rows[entry]]] = k
        next[matrix.rows[entry]] += 1
      }
    }
  }

  /// Peels columns, then rows, and lists what is left.
  mutating func run() {
    peelColumns()
    let isUpperRow = head.map { $0 >= 0 }
    peelRows(isUpperRow)
    remainingRows = head.indices.filter { head[$0] < 0 }
    for (k, column) in columns.enumerated() where !isColumnDone[k] {
      if hasUsableEntry(column) {
        remainingColumns.append(column)
      } else {
        emptyColumns.append(column)
      }
    }
  }

  private func hasUsableEntry(_ column: Int) -> Bool {
    for entry in matrix.starts[column]..<matrix.starts[column + 1] {
      if head[matrix.rows[entry]] < 0 && abs(matrix.values[entry]) > Self.smallestPivot {
        return true
      }
    }
    return false
  }

  /// Columns with one entry in the free rows become the next columns of U.
  private mutating func peelColumns() {
    var queue = columnCounts.indices.filter { columnCounts[$0] == 1 }
    var position = 0
    while position < queue.count {
      let k = queue[position]
      position += 1
      guard columnCounts[k] == 1 else { continue }
      let column = columns[k]
      var pivotRow = -1
      var pivot = 0.0
      var indices: [Int] = []
      var values: [Double] = []
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let row = matrix.rows[entry]
        if head[row] < 0 {
          pivotRow = row
          pivot = matrix.values[entry]
        } else {
          indices.append(row)
          values.append(matrix.values[entry])
        }
      }
      guard abs(pivot) > Self.smallestPivot else { continue }
      head[pivotRow] = column
      isColumnDone[k] = true
      upper.append(row: pivotRow, pivot: pivot, indices: indices, values: values)
      for member in rowStarts[pivotRow]..<rowStarts[pivotRow + 1] {
        let other = rowMembers[member]
        columnCounts[other] -= 1
        if columnCounts[other] == 1 && !isColumnDone[other] { queue.append(other) }
      }
    }
  }

  /// Rows with one entry in the columns that are left become the next rows of L.
  private mutating func peelRows(_ isUpperRow: [Bool]) {
    var rowCounts = [Int](repeating: 0, count: matrix.rowCount)
    for row in head.indices where head[row] < 0 {
      for member in rowStarts[row]..<rowStarts[row + 1]
      where !isColumnDone[rowMembers[member]] { rowCounts[row] += 1 }
    }
    var queue = rowCounts.indices.filter { head[$0] < 0 && rowCounts[$0] == 1 }
    var position = 0
    while position < queue.count {
      let pivotRow = queue[position]
      position += 1
      guard rowCounts[pivotRow] == 1, head[pivotRow] < 0 else { continue }
      let members = rowMembers[rowStarts[pivotRow]..<rowStarts[pivotRow + 1]]
      guard let k = members.first(where: { !isColumnDone[$0] }) else { continue }
      guard append(lowerColumn: k, pivotRow: pivotRow, isUpperRow) else { continue }
      let column = columns[k]
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let row = matrix.rows[entry]
        if head[row] >= 0 { continue }
        rowCounts[row] -= 1
        if rowCounts[row] == 1 { queue.append(row) }
      }
    }
  }

  /// Makes column `k` a column of L with its pivot in `pivotRow`, if the pivot is large enough.
  private mutating func append(
    lowerColumn k: Int, pivotRow: Int, _ isUpperRow: [Bool]
  ) -> Bool {
    let column = columns[k]
    var pivot = 0.0
    var largest = 0.0
    for entry in matrix.starts[column]..<matrix.starts[column + 1] {
      let row = matrix.rows[entry]
      if row == pivotRow { pivot = matrix.values[entry] }
      if !isUpperRow[row] && head[row] < 0 { largest = max(largest, abs(matrix.values[entry])) }
    }
    guard abs(pivot) > Self.smallestPivot, abs(pivot) > 1e-5 * largest else { return false }
    var indices: [Int] = []
    var multipliers: [Double] = []
    var upperRows: [Int] = []
    var upperValues: [Double] = []
    for entry in matrix.starts[column]..<matrix.starts[column + 1] {
      let row = matrix.rows[entry]
      if isUpperRow[row] {
        upperRows.append(row)
        upperValues.append(matrix.values[entry])
      } else if row != pivotRow && head[row] < 0 {
        indices.append(row)
        multipliers.append(matrix.values[entry] / pivot)
      }
    }
    head[pivotRow] = column
    isColumnDone[k] = true
    lower.append(row: pivotRow, pivot: 1, indices: indices, values: multipliers)
    upper.append(row: pivotRow, pivot: pivot, indices: upperRows, values: upperValues)
    return true
  }
}
