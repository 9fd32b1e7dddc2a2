import LinearAlgebra
import TestSupport
import Testing

/// Sparse matrices for tests, and dense products to compare with.
enum SparseSamples {
  /// A random matrix with about `perColumn` entries in each column, the first `denseCount`
  /// columns being full.
  static func matrix(
    rowCount: Int, columnCount: Int, perColumn: Int, denseCount: Int = 0, seed: UInt64
  ) -> SparseMatrix {
    var generator = SeededGenerator(seed: seed)
    var (starts, rows, values): ([Int], [Int], [Double]) = ([0], [], [])
    for column in 0..<columnCount {
      let count = column < denseCount ? rowCount : perColumn
      for row in generator.shuffled(rowCount).prefix(count) {
        rows.append(row)
        values.append(generator.uniform(in: -2...2))
      }
      starts.append(rows.count)
    }
    return SparseMatrix(rowCount: rowCount, starts: starts, rows: rows, values: values)
  }

  /// The adjacency of a square grid, as a lower triangle.
  static func grid(side: Int) -> SparseMatrix {
    var (starts, rows, values): ([Int], [Int], [Double]) = ([0], [], [])
    for row in 0..<side {
      for column in 0..<side {
        let node = row * side + column
        rows.append(node)
        values.append(5)
        if column + 1 < side {
          rows.append(node + 1)
          values.append(-1)
        }
        if row + 1 < side {
          rows.append(node + side)
          values.append(-1)
        }
        starts.append(rows.count)
      }
    }
    return SparseMatrix(rowCount: side * side, starts: starts, rows: rows, values: values)
  }

  /// (A·W·Aᵀ + D)·y.
  static func product(
    _ matrix: SparseMatrix, _ weights: [Double], _ diagonal: [Double], _ y: [Double]
  ) -> [Double] {
    var negative = [Double](repeating: 0, count: matrix.columnCount)
    matrix.subtractProducts(with: y, from: &negative)
    var sum = zip(diagonal, y).map { $0 * $1 }
    matrix.add(columnsTimes: zip(weights, negative).map { -$0 * $1 }, to: &sum)
    return sum
  }
}

@Suite("Minimum degree ordering")
struct MinimumDegreeTests {
  /// Source of truth: definition.
  @Test(arguments: [UInt64(1), 2, 3, 4])
  func `is a permutation`(seed: UInt64) {
    let matrix = SparseSamples.matrix(rowCount: 300, columnCount: 400, perColumn: 3, seed: seed)
    let order = MinimumDegree.order(of: SymmetricPattern(ofNormalMatrixOf: matrix))
    #expect(order.sorted() == (0..<300).map { Int32($0) })
  }

  /// Source of truth: known theory, a grid of n nodes in natural order stores n^1.5 elements.
  ///
  /// A. George and J. Liu, *Computer Solution of Large Sparse Positive Definite Systems*, 1981.
  @Test(arguments: [10, 30, 60])
  func `stores less than natural order on grids`(side: Int) {
    let pattern = SymmetricPattern(lower: SparseSamples.grid(side: side))
    let natural = SupernodalStructure(of: pattern, order: (0..<Int32(side * side)).map { $0 })
    let ordered = SupernodalStructure(of: pattern)
    #expect(ordered.factorCost <= natural.factorCost)
    if side > 10 { #expect(ordered.storedCount * 2 < natural.storedCount) }
  }

  @Test func `takes an empty matrix, and one without neighbors`() {
    let empty = SymmetricPattern(
      lower: SparseMatrix(rowCount: 0, starts: [0], rows: [], values: []))
    #expect(MinimumDegree.order(of: empty).isEmpty)
    let loose = SparseMatrix(rowCount: 3, starts: [0], rows: [], values: [])
    #expect(
      MinimumDegree.order(of: SymmetricPattern(ofNormalMatrixOf: loose)).sorted() == [0, 1, 2])
  }
}

@Suite("Supernodal Cholesky factorization")
struct SupernodalCholeskyTests {
  /// Solves, and refines three times: the factorization raises the diagonal by a trifle.
  static func solve(
    _ equations: inout CholeskyNormalEquations, _ right: [Double], _ matrix: SparseMatrix,
    _ weights: [Double], _ diagonal: [Double]
  ) -> [Double] {
    var x = [Double](repeating: 0, count: right.count)
    for _ in 0..<4 {
      let product = SparseSamples.product(matrix, weights, diagonal, x)
      var correction = zip(right, product).map { $0 - $1 }
      equations.solve(&correction)
      x = zip(x, correction).map { $0 + $1 }
    }
    return x
  }

  /// Source of truth: constructed; the right-hand side is the product with a chosen solution.
  @Test(arguments: [
    (40, 60, 3, 0), (300, 500, 3, 0), (200, 300, 8, 0), (400, 700, 3, 2), (120, 400, 30, 0),
    (600, 900, 4, 3),
  ])
  func `solves normal equations`(rows: Int, columns: Int, perColumn: Int, dense: Int) {
    let matrix = SparseSamples.matrix(
      rowCount: rows, columnCount: columns, perColumn: perColumn, denseCount: dense,
      seed: UInt64(rows))
    var generator = SeededGenerator(seed: 7)
    let weights = (0..<columns).map { _ in generator.uniform(in: 0.1...10) }
    let diagonal = (0..<rows).map { _ in generator.uniform(in: 0.1...1) }
    let expected = (0..<rows).map { _ in generator.uniform(in: -1...1) }
    let right = SparseSamples.product(matrix, weights, diagonal, expected)
    var equations = CholeskyNormalEquations(of: matrix)
    equations.update(weights: weights, diagonal: diagonal)
    let x = Self.solve(&equations, right, matrix, weights, diagonal)
    let error = zip(x, expected).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(error < 1e-9)
    #expect(equations.droppedCount == 0)
  }

  /// Source of truth: constructed; a row that repeats another makes the matrix singular, yet the
  /// system has solutions.
  @Test func `solves consistent systems in dependent rows`() {
    let matrix = SparseMatrix(
      rowCount: 3, starts: [0, 2, 4, 5], rows: [0, 2, 0, 2, 1], values: [1, 2, 3, 6, 1])
    var x = SparseSamples.product(matrix, [1, 2, 3], [0, 0, 0], [1, 1, 1])
    let right = x
    var equations = CholeskyNormalEquations(of: matrix)
    equations.update(weights: [1, 2, 3], diagonal: [0, 0, 0])
    equations.solve(&x)
    let again = SparseSamples.product(matrix, [1, 2, 3], [0, 0, 0], x)
    for (a, b) in zip(again, right) { #expect(abs(a - b) < 1e-10) }
  }

  /// Source of truth: worked by hand; the third row is twice the first, so that its pivot is zero.
  @Test func `drops rows that depend on others`() {
    let lower = SparseMatrix(
      rowCount: 3, starts: [0, 3, 5, 6], rows: [0, 1, 2, 1, 2, 2], values: [1, 1, 2, 2, 2, 4])
    let structure = SupernodalStructure(of: SymmetricPattern(lower: lower), order: [0, 1, 2])
    var cholesky = SupernodalCholesky(structure)
    cholesky.factor(lower: LowerTriangle(of: lower, under: structure))
    #expect(cholesky.droppedCount == 1)
  }

  /// Source of truth: LAPACK's LU factorization of the same matrix, dense.
  @Test(arguments: [4, 12, 25])
  func `agrees with a dense solver on grids`(side: Int) throws {
    let lower = SparseSamples.grid(side: side)
    let order = side * side
    var dense = Matrix(rowCount: order, columnCount: order)
    for column in 0..<order {
      for entry in lower.starts[column]..<lower.starts[column + 1] {
        dense[lower.rows[entry], column] = lower.values[entry]
        dense[column, lower.rows[entry]] = lower.values[entry]
      }
    }
    let right = (0..<order).map { Double($0 % 5) - 2 }
    let expected = try LUFactorization(of: dense).solve(right)
    let structure = SupernodalStructure(of: SymmetricPattern(lower: lower))
    var cholesky = SupernodalCholesky(structure)
    cholesky.factor(lower: LowerTriangle(of: lower, under: structure))
    var x = right
    cholesky.solve(&x)
    for (a, b) in zip(x, expected) { #expect(abs(a - b) < 1e-11) }
  }

  /// Source of truth: constructed; long columns must not change the solution.
  @Test func `stretches dense columns`() {
    let matrix = SparseSamples.matrix(
      rowCount: 900, columnCount: 1500, perColumn: 2, denseCount: 4, seed: 11)
    var equations = CholeskyNormalEquations(of: matrix)
    #expect(equations.stretchedCount == 4)
    #expect(equations.storedCount < 900 * 300)
    let weights = (0..<1500).map { $0 < 4 ? 1e3 : 1.0 }
    let diagonal = [Double](repeating: 0.1, count: 900)
    let expected = (0..<900).map { Double($0 % 7) - 3 }
    let right = SparseSamples.product(matrix, weights, diagonal, expected)
    equations.update(weights: weights, diagonal: diagonal)
    let x = Self.solve(&equations, right, matrix, weights, diagonal)
    let error = zip(x, expected).reduce(0) { max($0, abs($1.0 - $1.1)) }
    #expect(error < 1e-6)
  }
}
