import LinearAlgebra
import Testing

@Suite("Matrix")
struct MatrixTests {
  /// Source of truth: worked by hand, 1·5 + 2·6 = 17 and 3·5 + 4·6 = 39.
  @Test func `multiplies a vector`() throws {
    let matrix = Matrix(rows: [[1, 2], [3, 4]])
    #expect(try matrix.times([5, 6]) == [17, 39])
  }

  /// Source of truth: worked by hand, 1·5 + 3·6 = 23 and 2·5 + 4·6 = 34.
  @Test func `multiplies a vector by its transpose`() throws {
    let matrix = Matrix(rows: [[1, 2], [3, 4]])
    #expect(try matrix.times([5, 6], transposed: true) == [23, 34])
  }

  @Test func `refuses a vector of the wrong length`() {
    #expect(throws: LinearAlgebraError.lengthMismatch(expected: 2, actual: 3)) {
      try Matrix.identity(2).times([1, 2, 3])
    }
  }

  @Test func `may be empty`() throws {
    #expect(try Matrix(rowCount: 0, columnCount: 0).times([]).isEmpty)
    #expect(try Matrix(rowCount: 2, columnCount: 0).times([]) == [0, 0])
  }
}
