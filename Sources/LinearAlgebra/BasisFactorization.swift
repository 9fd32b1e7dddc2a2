/// A factorization of a simplex basis B: a choice of as many columns of [A I] as A has rows.
///
/// Columns with one entry left in the rows not yet used, and rows with one entry left, are
/// peeled off and need no arithmetic. What remains, the nucleus, is eliminated sparsely until it
/// is so small or so full that LAPACK is faster, which factors the rest densely. In block form,
/// after permutation:
///
///         | U  *  * |
///     B = | 0  L  0 |
///         | 0  *  N |
///
/// Each basic column is paired with a row, its pivot row; vectors in the space of the columns
/// are addressed by that row, so every solve works in place. Replacing one column afterwards
/// appends to an ``EtaFile``.
///
/// The columns of [A I] are numbered 0..<n for A and n..<n+m for the identity.
package struct BasisFactorization: Sendable {
  /// The number of rows, and of basic columns.
  package let order: Int
  /// The basic column paired with each row.
  package private(set) var head: [Int]
  /// The order of the nucleus: what peeling leaves over.
  package private(set) var nucleusOrder = 0

  private var lower = TriangularFactor()
  private var upper = TriangularFactor()
  private var dense = LUFactorization(factoring: [], order: 0)
  private var denseRows: [Int] = []
  private var etas = EtaFile()

  /// Factors the basis that consists of `columns` of [`matrix` I].
  ///
  /// A column that depends on the others is replaced by the identity column of a row that would
  /// be left without pivot, and listed in `replacements`.
  ///
  /// - Precondition: There are as many columns as rows, and none is repeated.
  package init(
    of matrix: SparseMatrix, columns: [Int], replacements: inout [Int]
  ) {
    precondition(columns.count == matrix.rowCount, "a basis has as many columns as rows")
    order = matrix.rowCount
    head = columns
    // Each failed attempt replaces at least one column by an identity column.
    var remaining = columns
    while true {
      let dropped = factor(matrix, columns: remaining)
      if dropped.isEmpty { break }
      replacements.append(contentsOf: dropped)
      let out = Set(dropped)
      remaining = remaining.filter { !out.contains($0) }
      remaining += freeRows.map { matrix.columnCount + $0 }
    }
  }

  /// The number of columns replaced since the basis was factored.
  package var updateCount: Int { etas.count }

  /// The number of entries the updates have added.
  package var updateEntryCount: Int { etas.entryCount }

  /// Replaces `x` by B⁻¹·x.
  package func solve(_ x: inout [Double]) {
    lower.eliminateForward(&x)
    solveDense(&x, transposed: false)
    upper.eliminateBackward(&x)
    etas.apply(to: &x)
  }

  /// Replaces `y` by B⁻ᵀ·y.
  package func solveTransposed(_ y: inout [Double]) {
    etas.applyTransposed(to: &y)
    upper.eliminateTransposedBackward(&y)
    solveDense(&y, transposed: true)
    lower.eliminateTransposedForward(&y)
  }

  /// Exchanges the column paired with `row` for `column`, whose B⁻¹-image is `image`.
  package mutating func replace(row: Int, by column: Int, image: [Double]) {
    etas.append(row: row, column: image)
    head[row] = column
  }

  private func solveDense(_ x: inout [Double], transposed: Bool) {
    guard !denseRows.isEmpty else { return }
    var part = [Double](repeating: 0, count: denseRows.count)
    var isZero = true
    for (k, row) in denseRows.enumerated() {
      part[k] = x[row]
      if part[k] != 0 { isZero = false }
    }
    if isZero { return }
    dense.solveInPlace(&part, transposed: transposed)
    for (k, row) in denseRows.enumerated() { x[row] = part[k] }
  }

  /// The rows that the last attempt could not pair with a column.
  private var freeRows: [Int] = []

  /// Tries to factor `columns`; returns those that turn out to depend on the others.
  private mutating func factor(_ matrix: SparseMatrix, columns: [Int]) -> [Int] {
    var peeling = BasisPeeling(of: matrix, columns: columns)
    peeling.run()
    lower = peeling.lower
    upper = peeling.upper
    head = peeling.head
    etas = EtaFile()
    nucleusOrder = peeling.remainingRows.count
    guard peeling.emptyColumns.isEmpty else {
      freeRows = Array(peeling.remainingRows.prefix(peeling.emptyColumns.count))
      return peeling.emptyColumns
    }
    let dropped = eliminate(
      Nucleus(of: matrix, rows: peeling.remainingRows, columns: peeling.remainingColumns))
    lower.finish(rowCount: order, unitRowsLast: true)
    upper.finish(rowCount: order, unitRowsLast: false)
    return dropped
  }

  /// Eliminates the nucleus, first sparsely, then densely; returns the dependent columns.
  private mutating func eliminate(_ nucleus: Nucleus) -> [Int] {
    var elimination = NucleusElimination(
      rowColumns: nucleus.rowColumns, rowValues: nucleus.rowValues)
    elimination.run()
    for step in elimination.steps {
      lower.append(
        row: nucleus.rows[step.row], pivot: 1,
        indices: step.multiplierRows.map { nucleus.rows[$0] }, values: step.multipliers)
      append(step.column, pairedWith: step.row, pivot: step.pivot, nucleus, elimination)
    }
    let rows = elimination.remainingRows
    let columns = elimination.remainingColumns
    var place = [Int](repeating: -1, count: nucleus.columns.count)
    for (k, column) in columns.enumerated() { place[column] = k }
    var elements = [Double](repeating: 0, count: rows.count * rows.count)
    for (k, row) in rows.enumerated() {
      for (column, value) in zip(elimination.rowColumns[row], elimination.rowValues[row]) {
        elements[place[column] * rows.count + k] = value
      }
    }
    dense = LUFactorization(factoring: elements, order: rows.count)
    denseRows = rows.map { nucleus.rows[$0] }
    var dropped: [Int] = []
    freeRows = []
    let pivotRows = dense.pivotRows
    for (k, magnitude) in dense.pivotMagnitudes.enumerated() where !(magnitude > 1e-10) {
      dropped.append(nucleus.columns[columns[k]])
      freeRows.append(denseRows[pivotRows[k]])
    }
    for (row, column) in zip(rows, columns) {
      append(column, pairedWith: row, pivot: 1, nucleus, elimination)
    }
    return dropped
  }

  /// Appends a column of the nucleus to the upper factor.
  private mutating func append(
    _ column: Int, pairedWith row: Int, pivot: Double, _ nucleus: Nucleus,
    _ elimination: NucleusElimination
  ) {
    head[nucleus.rows[row]] = nucleus.columns[column]
    upper.append(
      row: nucleus.rows[row], pivot: pivot,
      indices: nucleus.outerRows[column] + elimination.upperRows[column].map { nucleus.rows[$0] },
      values: nucleus.outerValues[column] + elimination.upperValues[column])
  }
}

/// The rows and columns of a basis that peeling leaves over, with their entries.
private struct Nucleus {
  let rows: [Int]
  let columns: [Int]
  /// The entries by rows; columns are numbered within the nucleus.
  private(set) var rowColumns: [[Int]]
  private(set) var rowValues: [[Double]]
  /// The entries of each column in rows outside the nucleus.
  private(set) var outerRows: [[Int]]
  private(set) var outerValues: [[Double]]

  init(of matrix: SparseMatrix, rows: [Int], columns: [Int]) {
    self.rows = rows
    self.columns = columns
    rowColumns = [[Int]](repeating: [], count: rows.count)
    rowValues = [[Double]](repeating: [], count: rows.count)
    outerRows = [[Int]](repeating: [], count: columns.count)
    outerValues = [[Double]](repeating: [], count: columns.count)
    var place = [Int](repeating: -1, count: matrix.rowCount)
    for (k, row) in rows.enumerated() { place[row] = k }
    for (k, column) in columns.enumerated() {
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let row = place[matrix.rows[entry]]
        if row < 0 {
          outerRows[k].append(matrix.rows[entry])
          outerValues[k].append(matrix.values[entry])
        } else {
          rowColumns[row].append(k)
          rowValues[row].append(matrix.values[entry])
        }
      }
    }
  }
}
