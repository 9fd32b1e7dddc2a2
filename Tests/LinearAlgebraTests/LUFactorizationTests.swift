import LinearAlgebra
import Testing

@Suite("LU factorization")
struct LUFactorizationTests {
  static let matrix = Matrix(rows: [[0, 2, 1], [1, 1, 0], [2, 0, 3]])

  /// Source of truth: constructed, A·(1, 2, 3) = (7, 3, 11).
  @Test func `solves a system`() throws {
    let x = try LUFactorization(of: Self.matrix).solve([7, 3, 11])
    for (value, expected) in zip(x, [1.0, 2, 3]) { #expect(abs(value - expected) < 1e-14) }
  }

  /// Source of truth: constructed, Aᵀ·(1, 2, 3) = (8, 4, 10).
  @Test func `solves the transposed system`() throws {
    let x = try LUFactorization(of: Self.matrix).solve([8, 4, 10], transposed: true)
    for (value, expected) in zip(x, [1.0, 2, 3]) { #expect(abs(value - expected) < 1e-14) }
  }

  @Test func `names the pivot at which a matrix is singular`() {
    #expect(throws: LinearAlgebraError.singular(pivot: 1)) {
      try LUFactorization(of: Matrix(rows: [[1, 2], [2, 4]]))
    }
  }

  @Test func `refuses a matrix that is not square`() {
    #expect(throws: LinearAlgebraError.notSquare(rowCount: 1, columnCount: 2)) {
      try LUFactorization(of: Matrix(rows: [[1, 2]]))
    }
  }

  @Test func `refuses a right-hand side of the wrong length`() throws {
    let factorization = try LUFactorization(of: Self.matrix)
    #expect(throws: LinearAlgebraError.lengthMismatch(expected: 3, actual: 1)) {
      try factorization.solve([1])
    }
  }

  @Test func `factors the empty matrix`() throws {
    #expect(try LUFactorization(of: Matrix(rowCount: 0, columnCount: 0)).solve([]).isEmpty)
  }

  @Test func `explains its errors`() {
    #expect(
      LinearAlgebraError.lengthMismatch(expected: 3, actual: 1).description
        == "The vector has 1 elements; give 3.")
  }
}
