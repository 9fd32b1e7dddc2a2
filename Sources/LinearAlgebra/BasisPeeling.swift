/// Pairs the columns of a basis with rows as far as that needs no elimination.
///
/// Identity columns come first, then columns with one entry in the rows left (they belong to U),
/// then rows with one entry in the columns left (they belong to L).
struct BasisPeeling: ~Copyable {
  /// The column paired with each row, or -1.
  var head: Storage<Int32>
  /// The matrix, and the columns that are no identity columns.
  let matrix: SparseMatrix
  let columns: [Int]
  /// Whether each of ``columns`` is paired.
  var isPaired: Storage<Bool>

  private var columnCounts: Storage<Int32>
  private var rowStarts: Storage<Int32>
  private var rowMembers: Storage<Int32>
  private var rowCounts: Storage<Int32>
  private var isUpperRow: Storage<Bool>
  private let order: Int

  /// Pairs the identity columns among `columns` with their rows and counts the rest.
  init(of matrix: SparseMatrix, columns: [Int]) {
    self.matrix = matrix
    order = matrix.rowCount
    head = Storage(repeating: -1, count: order)
    var others: [Int] = []
    others.reserveCapacity(columns.count)
    for column in columns {
      if column >= matrix.columnCount {
        head.lane[column - matrix.columnCount] = Int32(column)
      } else {
        others.append(column)
      }
    }
    self.columns = others
    isPaired = Storage(repeating: false, count: others.count)
    columnCounts = Storage(repeating: 0, count: others.count)
    rowStarts = Storage(repeating: 0, count: order + 1)
    rowCounts = Storage(repeating: 0, count: order)
    isUpperRow = Storage(repeating: false, count: order)
    rowMembers = Storage(repeating: 0, count: 1)
    rowMembers = layOutRows()
  }

  /// Lists, for each row without an identity column, the columns that have an entry there.
  private func layOutRows() -> Storage<Int32> {
    let (rows, starts) = (matrix.rows.span, matrix.starts.span)
    let (head, counts, members) = (self.head.lane, columnCounts.lane, rowStarts.lane)
    var total = 0
    for index in columns.indices {
      let column = columns[index]
      for entry in starts[column]..<starts[column + 1] where head[rows[entry]] < 0 {
        counts[index] += 1
        members[rows[entry] + 1] += 1
        total += 1
      }
    }
    for row in 0..<order { members[row + 1] += members[row] }
    let lists = Storage<Int32>(repeating: 0, count: total)
    let list = lists.lane
    let next = rowCounts.lane
    for index in columns.indices {
      let column = columns[index]
      for entry in starts[column]..<starts[column + 1] where head[rows[entry]] < 0 {
        let row = rows[entry]
        list[members[row] + next[row]] = Int32(truncatingIfNeeded: index)
        next[row] += 1
      }
    }
    return lists
  }

  /// Peels columns, then rows, into the factors.
  mutating func run(appendingTo factors: inout BasisFactorization) {
    for row in 0..<order where head.lane[row] >= 0 { factors.appendPivot(row, 1) }
    peelColumns(&factors)
    for row in 0..<order { isUpperRow.lane[row] = head.lane[row] >= 0 }
    peelRows(&factors)
  }

  /// Columns with one entry in the free rows become the next columns of U.
  private mutating func peelColumns(_ factors: inout BasisFactorization) {
    let (rows, starts, values) = (matrix.rows.span, matrix.starts.span, matrix.values.span)
    let (head, counts, isPaired) = (self.head.lane, columnCounts.lane, self.isPaired.lane)
    let (rowStarts, members) = (self.rowStarts.lane, rowMembers.lane)
    var queue: [Int32] = []
    for index in columns.indices where counts[index] == 1 { queue.append(Int32(index)) }
    var position = 0
    while position < queue.count {
      let index = queue[position]
      position += 1
      if counts[index] != 1 { continue }
      let column = columns[Int(index)]
      let range = starts[column]..<starts[column + 1]
      var pivotEntry = -1
      for entry in range where head[rows[entry]] < 0 { pivotEntry = entry }
      if abs(values[pivotEntry]) < Nucleus.smallestPivot { continue }
      let pivotRow = rows[pivotEntry]
      factors.upperColumns.reserve(range.count)
      factors.upperColumns.begin(pivotRow)
      for entry in range where entry != pivotEntry {
        factors.upperColumns.push(Int32(truncatingIfNeeded: rows[entry]), values[entry])
      }
      factors.upperColumns.end(pivotRow)
      factors.appendPivot(pivotRow, values[pivotEntry])
      head[pivotRow] = Int32(truncatingIfNeeded: column)
      isPaired[index] = true
      for member in rowStarts[pivotRow]..<rowStarts[pivotRow + 1] {
        let other = members[member]
        counts[other] -= 1
        if counts[other] == 1 && !isPaired[other] { queue.append(other) }
      }
    }
  }

  /// Rows with one entry in the columns that are left become the next rows of L.
  private mutating func peelRows(_ factors: inout BasisFactorization) {
    let rows = matrix.rows.span
    let starts = matrix.starts.span
    let (head, counts, isPaired) = (self.head.lane, rowCounts.lane, self.isPaired.lane)
    let (rowStarts, members) = (self.rowStarts.lane, rowMembers.lane)
    var queue: [Int32] = []
    for row in 0..<order where head[row] < 0 {
      var count: Int32 = 0
      for member in rowStarts[row]..<rowStarts[row + 1] where !isPaired[members[member]] {
        count += 1
      }
      counts[row] = count
      if count == 1 { queue.append(Int32(row)) }
    }
    var position = 0
    while position < queue.count {
      let pivotRow = Int(queue[position])
      position += 1
      if counts[pivotRow] != 1 || head[pivotRow] >= 0 { continue }
      var member = rowStarts[pivotRow]
      while isPaired[members[member]] { member += 1 }
      let index = members[member]
      let column = columns[Int(index)]
      guard appendLower(column, pivotRow: pivotRow, &factors) else { continue }
      head[pivotRow] = Int32(truncatingIfNeeded: column)
      isPaired[index] = true
      for entry in starts[column]..<starts[column + 1] where head[rows[entry]] < 0 {
        let row = rows[entry]
        counts[row] -= 1
        if counts[row] == 1 { queue.append(Int32(truncatingIfNeeded: row)) }
      }
    }
  }

  /// Makes `column` a column of L with its pivot in `pivotRow`, if the pivot is large enough.
  private func appendLower(
    _ column: Int, pivotRow: Int, _ factors: inout BasisFactorization
  ) -> Bool {
    let (rows, starts, values) = (matrix.rows.span, matrix.starts.span, matrix.values.span)
    let (head, isUpperRow) = (self.head.lane, self.isUpperRow.lane)
    let range = starts[column]..<starts[column + 1]
    var pivot = 0.0
    var largest = 0.0
    for entry in range where head[rows[entry]] < 0 {
      if rows[entry] == pivotRow { pivot = values[entry] }
      largest = max(largest, abs(values[entry]))
    }
    if abs(pivot) < max(Nucleus.smallestPivot, 0.01 * largest) { return false }
    factors.lowerColumns.reserve(range.count)
    factors.upperColumns.reserve(range.count)
    factors.lowerColumns.begin(pivotRow)
    factors.upperColumns.begin(pivotRow)
    for entry in range {
      let row = rows[entry]
      if isUpperRow[row] {
        factors.upperColumns.push(Int32(truncatingIfNeeded: row), values[entry])
      } else if row != pivotRow && head[row] < 0 {
        factors.lowerColumns.push(Int32(truncatingIfNeeded: row), values[entry] / pivot)
      }
    }
    factors.lowerColumns.end(pivotRow)
    factors.upperColumns.end(pivotRow)
    factors.appendPivot(pivotRow, pivot)
    factors.appendLowerPivot(pivotRow)
    return true
  }

  /// The rows and columns that are left.
  func nucleus() -> Nucleus {
    let (rows, starts, values) = (matrix.rows.span, matrix.starts.span, matrix.values.span)
    var places = [Int32](repeating: -1, count: order)
    var size = 0
    for row in 0..<order where head.lane[row] < 0 {
      places[row] = Int32(size)
      size += 1
    }
    var left: [Int] = []
    var entryCount = 0
    for index in columns.indices where !isPaired.lane[index] {
      left.append(columns[index])
      entryCount += starts[columns[index] + 1] - starts[columns[index]]
    }
    var nucleus = Nucleus(size: size, entryCount: entryCount)
    for row in 0..<order where places[row] >= 0 { nucleus.rows.lane[places[row]] = Int32(row) }
    for (k, column) in left.enumerated() {
      nucleus.columns.lane[k] = Int32(truncatingIfNeeded: column)
      nucleus.columnStarts.lane[k] = Int32(nucleus.columnsUsed)
      var count: Int32 = 0
      for entry in starts[column]..<starts[column + 1] {
        let place = places[rows[entry]]
        if place < 0 { continue }
        nucleus.columnIndices.lane[nucleus.columnsUsed + Int(count)] = place
        nucleus.columnValues.lane[nucleus.columnsUsed + Int(count)] = values[entry]
        count += 1
      }
      nucleus.columnCounts.lane[k] = count
      nucleus.columnSpaces.lane[k] = 2 * count + 4
      nucleus.columnsUsed += 2 * Int(count) + 4
    }
    nucleus.finish()
    return nucleus
  }

  /// Appends to U the entries of `column` in rows that were paired before the nucleus.
  func pushOuterEntries(of column: Int, isInner: Lane<Bool>, to lines: inout SparseLines) {
    let (rows, starts, values) = (matrix.rows.span, matrix.starts.span, matrix.values.span)
    for entry in starts[column]..<starts[column + 1] where !isInner[rows[entry]] {
      lines.push(Int32(truncatingIfNeeded: rows[entry]), values[entry])
    }
  }

  /// Pairs the rows that no column can be paired with with identity columns.
  mutating func pairFreeRows(
    of factors: inout BasisFactorization, replacements: inout [Int]
  ) {
    for index in columns.indices where !isPaired.lane[index] {
      replacements.append(columns[index])
    }
    for row in 0..<order where head.lane[row] < 0 {
      head.lane[row] = Int32(matrix.columnCount + row)
      factors.appendPivot(row, 1)
    }
  }
}
