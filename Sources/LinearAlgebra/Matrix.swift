internal import CLAPACK

/// A dense matrix of doubles, stored by columns.
public struct Matrix: Hashable, Sendable {
  /// The number of rows.
  public let rowCount: Int
  /// The number of columns.
  public let columnCount: Int
  /// The elements, first column first.
  package var elements: [Double]

  /// Creates a matrix of zeros.
  ///
  /// - Precondition: Neither count is negative.
  public init(rowCount: Int, columnCount: Int) {
    precondition(rowCount >= 0 && columnCount >= 0, "a matrix cannot have a negative size")
    self.rowCount = rowCount
    self.columnCount = columnCount
    elements = [Double](repeating: 0, count: rowCount * columnCount)
  }

  /// Creates a matrix from its rows.
  ///
  /// - Precondition: All rows have the same length.
  public init(rows: [[Double]]) {
    self.init(rowCount: rows.count, columnCount: rows.first?.count ?? 0)
    for (row, values) in rows.enumerated() {
      precondition(values.count == columnCount, "row \(row) differs in length from row 0")
      for (column, value) in values.enumerated() { self[row, column] = value }
    }
  }

  /// Creates the identity of the given order.
  public static func identity(_ order: Int) -> Matrix {
    var matrix = Matrix(rowCount: order, columnCount: order)
    for index in 0..<order { matrix[index, index] = 1 }
    return matrix
  }

  /// The element in `row` and `column`, both counted from zero.
  ///
  /// - Precondition: Both lie inside the matrix.
  public subscript(row: Int, column: Int) -> Double {
    get { elements[offset(row, column)] }
    set { elements[offset(row, column)] = newValue }
  }

  private func offset(_ row: Int, _ column: Int) -> Int {
    precondition(row >= 0 && row < rowCount, "row \(row) is outside the matrix")
    precondition(column >= 0 && column < columnCount, "column \(column) is outside the matrix")
    return column * rowCount + row
  }

  /// Returns A·x, or Aᵀ·x if `transposed`.
  ///
  /// The product is computed by the BLAS routine `dgemv`.
  ///
  /// - Throws: `lengthMismatch` unless x has as many elements as the product needs.
  /// - Complexity: O(rows × columns).
  public func times(
    _ x: [Double], transposed: Bool = false
  ) throws(LinearAlgebraError) -> [Double] {
    let expected = transposed ? rowCount : columnCount
    guard x.count == expected else {
      throw .lengthMismatch(expected: expected, actual: x.count)
    }
    var product = [Double](repeating: 0, count: transposed ? columnCount : rowCount)
    guard !elements.isEmpty else { return product }

    BLASThreads.limit
    var m = Int32(rowCount)
    var n = Int32(columnCount)
    var lda = m
    var step: Int32 = 1
    var one = 1.0
    var zero = 0.0
    var trans = CChar(transposed ? UInt8(ascii: "T") : UInt8(ascii: "N"))
    unsafe product.withUnsafeMutableBufferPointer { y in
      var stepY = step
      unsafe dgemv_(
        &trans, &m, &n, &one, elements, &lda, x, &step, &zero, y.baseAddress, &stepY, 1)
    }
    return product
  }
}
