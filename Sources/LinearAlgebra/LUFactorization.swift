internal import CLAPACK

/// The factorization P·A = L·U of a square matrix A with partial pivoting.
///
/// Factoring costs much more than solving, so the two are separate steps:
///
///     let factorization = try LUFactorization(of: matrix)
///     let x = try factorization.solve(b)
///
/// The work is done by LAPACK's `dgetrf` and `dgetrs`; see the *LAPACK Users' Guide*, 3rd ed.,
/// §2.4.1.
public struct LUFactorization: Sendable {
  /// The number of rows, and of columns, of the factored matrix.
  public let order: Int

  /// L below the diagonal and U on and above it, by columns.
  private var factors: [Double]
  /// LAPACK's row exchanges, counted from one.
  private var pivots: [Int32]

  /// Factors `matrix`.
  ///
  /// - Throws: `notSquare`, or `singular` with the first pivot that is exactly zero.
  /// - Complexity: O(*n*³), *n* being the order of the matrix.
  public init(of matrix: Matrix) throws(LinearAlgebraError) {
    guard matrix.rowCount == matrix.columnCount else {
      throw .notSquare(rowCount: matrix.rowCount, columnCount: matrix.columnCount)
    }
    self.init(factoring: matrix.elements, order: matrix.rowCount)
    for index in 0..<order where factors[index * order + index] == 0 {
      throw .singular(pivot: index)
    }
  }

  /// Factors `elements`, a square matrix by columns, without complaint about zero pivots.
  package init(factoring elements: [Double], order: Int) {
    precondition(elements.count == order * order, "the matrix must be square")
    self.order = order
    factors = elements
    pivots = [Int32](repeating: 0, count: order)
    guard order > 0 else { return }

    BLASThreads.limit
    var n = Int32(order)
    var info: Int32 = 0
    unsafe factors.withUnsafeMutableBufferPointer { a in
      unsafe pivots.withUnsafeMutableBufferPointer { p in
        var m = n
        var lda = n
        unsafe dgetrf_(&m, &n, a.baseAddress, &lda, p.baseAddress, &info)
      }
    }
    precondition(info >= 0, "dgetrf rejected argument \(-info)")
  }

  /// Returns the solution x of A·x = `rightHandSide`, or of Aᵀ·x if `transposed`.
  ///
  /// - Throws: `lengthMismatch` unless `rightHandSide` has `order` elements.
  /// - Complexity: O(*n*²), *n* being the order of the matrix.
  public func solve(
    _ rightHandSide: [Double], transposed: Bool = false
  ) throws(LinearAlgebraError) -> [Double] {
    guard rightHandSide.count == order else {
      throw .lengthMismatch(expected: order, actual: rightHandSide.count)
    }
    var solution = rightHandSide
    solveInPlace(&solution, transposed: transposed)
    return solution
  }

  /// Replaces `x`, of `order` elements, by the solution with `x` as right-hand side.
  package func solveInPlace(_ x: inout [Double], transposed: Bool) {
    precondition(x.count == order, "the right-hand side must have \(order) elements")
    guard order > 0 else { return }
    var n = Int32(order)
    var one: Int32 = 1
    var info: Int32 = 0
    var trans = CChar(transposed ? UInt8(ascii: "T") : UInt8(ascii: "N"))
    unsafe x.withUnsafeMutableBufferPointer { b in
      var lda = n
      var ldb = n
      unsafe dgetrs_(
        &trans, &n, &one, factors, &lda, pivots, b.baseAddress, &ldb, &info, 1)
    }
    precondition(info == 0, "dgetrs rejected argument \(-info)")
  }

  /// The entry of L below the diagonal, or of U on and above it.
  package func factor(row: Int, column: Int) -> Double { factors[column * order + row] }

  /// The row of A that each pivot was taken from.
  package var pivotRows: [Int] {
    var rows = Array(0..<order)
    for (index, pivot) in pivots.enumerated() { rows.swapAt(index, Int(pivot) - 1) }
    return rows
  }
}
