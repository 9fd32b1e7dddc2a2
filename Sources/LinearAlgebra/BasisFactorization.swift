/// A factorization of a simplex basis B: a choice of as many columns of [A I] as A has rows.
///
/// Columns with one entry left in the rows not yet used, and rows with one entry left, are
/// peeled off and need no arithmetic. What remains, the nucleus, is eliminated sparsely until it
/// is so small or so full that LAPACK is faster, which factors the rest densely. Replacing one
/// column afterwards is a Forrest–Tomlin update: J. J. Forrest and J. A. Tomlin, *Math.
/// Program.* 2 (1972), 263–278.
///
/// Each basic column is paired with a row, its pivot row; vectors in the space of the columns
/// are addressed by that row, so every solve works in place.
///
/// The columns of [A I] are numbered 0..<n for A and n..<n+m for the identity.
package struct BasisFactorization: ~Copyable, Sendable {
  /// The number of rows, and of basic columns.
  package let order: Int
  /// The basic column paired with each row.
  package internal(set) var head: [Int]
  /// The order of the nucleus: what peeling leaves over.
  package internal(set) var nucleusOrder = 0
  /// The number of columns replaced since the basis was factored.
  package internal(set) var updateCount = 0
  /// Whether an update turned out so inexact that the basis should be factored anew.
  package internal(set) var isInexact = false

  /// L, without its unit diagonal, by columns and by rows, and its pivot rows in order.
  var lowerColumns: SparseLines
  var lowerRows: SparseLines
  var lowerSequence: Storage<Int32>
  var lowerLength = 0
  /// The rows of L that have entries, in order.
  var lowerRowSequence: Storage<Int32>
  var lowerRowLength = 0
  /// U, without its diagonal, by columns and by rows, and its diagonal.
  var upperColumns: SparseLines
  var upperRows: SparseLines
  var pivots: Storage<Double>
  /// The pivot rows in order; -1 where a pivot has moved to the end.
  var sequence: Storage<Int32>
  var length = 0
  /// Where each row stands in the sequence.
  var positions: Storage<Int32>
  var etas: RowEtas

  /// What the last solves left for the update that may follow.
  var spike: SparseVector
  var hasSpike = false
  var unitRow: SparseVector
  var unitRowIndex = -1

  var solver: TriangularSolver
  var densities = SolveDensities()
  /// The number of entries of the factors when the basis was factored.
  package private(set) var factoredEntryCount = 0
  var work: SparseVector

  /// Creates the factorization of the identity, for bases with `order` rows.
  package init(order: Int) {
    self.order = order
    head = []
    lowerColumns = SparseLines(order: order)
    lowerRows = SparseLines(order: order)
    lowerSequence = Storage(repeating: 0, count: order)
    lowerRowSequence = Storage(repeating: 0, count: order)
    upperColumns = SparseLines(order: order)
    upperRows = SparseLines(order: order)
    pivots = Storage(repeating: 1, count: order)
    sequence = Storage(repeating: 0, count: 2 * order + 16)
    positions = Storage(repeating: 0, count: order)
    etas = RowEtas(order: order)
    spike = SparseVector(length: order)
    unitRow = SparseVector(length: order)
    solver = TriangularSolver(order: order)
    work = SparseVector(length: order)
  }

  /// Factors the basis that consists of `columns` of [`matrix` I].
  ///
  /// - Precondition: There are as many columns as rows, and none is repeated.
  package init(
    of matrix: SparseMatrix, columns: [Int], replacements: inout [Int]
  ) {
    self.init(order: matrix.rowCount)
    factor(matrix, columns: columns, replacements: &replacements)
  }

  private init(twinOf other: borrowing BasisFactorization) {
    order = other.order
    head = other.head
    nucleusOrder = other.nucleusOrder
    updateCount = other.updateCount
    isInexact = other.isInexact
    lowerColumns = other.lowerColumns.copy()
    lowerRows = other.lowerRows.copy()
    lowerSequence = other.lowerSequence.copy()
    lowerLength = other.lowerLength
    lowerRowSequence = other.lowerRowSequence.copy()
    lowerRowLength = other.lowerRowLength
    upperColumns = other.upperColumns.copy()
    upperRows = other.upperRows.copy()
    pivots = other.pivots.copy()
    sequence = other.sequence.copy()
    length = other.length
    positions = other.positions.copy()
    etas = other.etas.copy()
    spike = SparseVector(length: other.order)
    unitRow = SparseVector(length: other.order)
    solver = TriangularSolver(order: other.order)
    densities = other.densities
    factoredEntryCount = other.factoredEntryCount
    work = SparseVector(length: other.order)
  }

  /// A factorization of the same basis with storage of its own.
  ///
  /// - Complexity: O(rows + entries), a copy of memory.
  package func copy() -> BasisFactorization { BasisFactorization(twinOf: self) }

  /// Factors another basis, of `columns` of [`matrix` I].
  ///
  /// A column that depends on the others is replaced by the identity column of a row that would
  /// be left without pivot, and listed in `replacements`.
  ///
  /// - Precondition: There are as many columns as rows, and none is repeated.
  package mutating func factor(
    _ matrix: SparseMatrix, columns: [Int], replacements: inout [Int]
  ) {
    precondition(matrix.rowCount == order, "the matrix must have as many rows as the basis")
    precondition(columns.count == order, "a basis has as many columns as rows")
    lowerColumns.removeAll(order: order)
    upperColumns.removeAll(order: order)
    etas.removeAll()
    updateCount = 0
    isInexact = false
    hasSpike = false
    unitRowIndex = -1
    length = 0
    lowerLength = 0
    var peeling = BasisPeeling(of: matrix, columns: columns)
    peeling.run(appendingTo: &self)
    eliminateNucleus(&peeling)
    peeling.pairFreeRows(of: &self, replacements: &replacements)
    head = (0..<order).map { Int(peeling.head.lane[$0]) }
    finishFactors()
  }

  /// Makes `row` the next pivot row of U.
  @inline(__always)
  mutating func appendPivot(_ row: Int, _ pivot: Double) {
    pivots.lane[row] = pivot
    positions.lane[row] = Int32(length)
    sequence.lane[length] = Int32(row)
    length += 1
  }

  /// Makes `row` the next pivot row of L.
  @inline(__always)
  mutating func appendLowerPivot(_ row: Int) {
    lowerSequence.lane[lowerLength] = Int32(row)
    lowerLength += 1
  }

  /// Lays out the rows of the factors.
  private mutating func finishFactors() {
    lowerRows.transpose(lowerColumns, order: order, gap: 0)
    lowerRowLength = 0
    for index in 0..<length {
      let row = sequence.lane[index]
      if lowerRows.counts.lane[row] == 0 { continue }
      lowerRowSequence.lane[lowerRowLength] = row
      lowerRowLength += 1
    }
    upperRows.transpose(upperColumns, order: order, gap: 4)
    factoredEntryCount = lowerColumns.used + upperColumns.used + order
  }

  /// The number of entries that the updates have added, less those that they removed.
  package var updateEntryCount: Int {
    lowerColumns.used + upperColumns.used + order + etas.entryCount - factoredEntryCount
  }
}
