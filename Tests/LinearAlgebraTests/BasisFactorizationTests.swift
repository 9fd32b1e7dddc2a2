import LinearAlgebra
import TestSupport
import Testing

@Suite("Basis factorization")
struct BasisFactorizationTests {
  /// A random matrix with about `density` entries in each column.
  static func matrix(
    order: Int, columns: Int, density: Int, using generator: inout SeededGenerator
  ) -> SparseMatrix {
    var starts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    for _ in 0..<columns {
      let count = 1 + generator.integer(below: density)
      let chosen = generator.shuffled(order).prefix(count).sorted()
      for row in chosen {
        rows.append(row)
        values.append(generator.uniform(in: 0.5...2) * (generator.integer(below: 2) == 0 ? 1 : -1))
      }
      starts.append(rows.count)
    }
    return SparseMatrix(rowCount: order, starts: starts, rows: rows, values: values)
  }

  /// Returns the largest element of B·x − b, column by column as `head` pairs them with rows.
  static func residual(_ matrix: SparseMatrix, head: [Int], x: [Double], b: [Double]) -> Double {
    var sum = b.map { -$0 }
    for (row, column) in head.enumerated() {
      if column < matrix.columnCount {
        matrix.add(column: column, times: x[row], to: &sum)
      } else {
        sum[column - matrix.columnCount] += x[row]
      }
    }
    return sum.reduce(0) { max($0, abs($1)) }
  }

  /// Returns the largest element of Bᵀ·y − c.
  static func transposedResidual(
    _ matrix: SparseMatrix, head: [Int], y: [Double], c: [Double]
  ) -> Double {
    var products = [Double](repeating: 0, count: matrix.columnCount)
    matrix.subtractProducts(with: y, from: &products)
    var worst = 0.0
    for (row, column) in head.enumerated() {
      let product =
        column < matrix.columnCount ? -products[column] : y[column - matrix.columnCount]
      worst = max(worst, abs(product - c[row]))
    }
    return worst
  }

  /// Source of truth: the definition; B times the solution is the right-hand side.
  @Test(arguments: 1...20)
  func `solves with a random basis, its transpose, and after exchanges`(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let order = 5 + generator.integer(below: 60)
    let matrix = Self.matrix(
      order: order, columns: 2 * order, density: 5, using: &generator)
    let columns = Array(generator.shuffled(3 * order).prefix(order)).sorted()
    var replacements: [Int] = []
    var basis = BasisFactorization(of: matrix, columns: columns, replacements: &replacements)
    for round in 0..<10 {
      let b = (0..<order).map { _ in generator.uniform(in: -1...1) }
      var x = b
      basis.solve(&x)
      let scale = 1 + x.reduce(0) { max($0, abs($1)) }
      #expect(
        Self.residual(matrix, head: basis.head, x: x, b: b) < 1e-8 * scale, "round \(round)")
      var y = b
      basis.solveTransposed(&y)
      let size = 1 + y.reduce(0) { max($0, abs($1)) }
      #expect(
        Self.transposedResidual(matrix, head: basis.head, y: y, c: b) < 1e-8 * size,
        "round \(round)")

      let entering = generator.integer(below: 2 * order)
      if basis.head.contains(entering) { continue }
      var image = [Double](repeating: 0, count: order)
      matrix.add(column: entering, times: 1, to: &image)
      basis.solve(&image)
      guard let row = image.indices.max(by: { abs(image[$0]) < abs(image[$1]) }) else { continue }
      basis.replace(row: row, by: entering, image: image)
    }
  }

  /// Source of truth: worked by hand; the second column is twice the first.
  @Test func `replaces a dependent column by a unit column`() {
    let matrix = SparseMatrix(
      rowCount: 2, starts: [0, 2, 4], rows: [0, 1, 0, 1], values: [1, 3, 2, 6])
    var replacements: [Int] = []
    var basis = BasisFactorization(of: matrix, columns: [0, 1], replacements: &replacements)
    #expect(replacements.count == 1)
    #expect(basis.head.contains { $0 >= 2 })
    var x = [1.0, 5]
    basis.solve(&x)
    #expect(Self.residual(matrix, head: basis.head, x: x, b: [1, 5]) < 1e-12)
  }

  /// Source of truth: a permuted triangular matrix needs no elimination.
  @Test func `peels a triangular basis completely`() {
    let matrix = SparseMatrix(
      rowCount: 3, starts: [0, 3, 5, 6], rows: [0, 1, 2, 1, 2, 2], values: [1, 2, 3, 4, 5, 6])
    var replacements: [Int] = []
    var basis = BasisFactorization(of: matrix, columns: [0, 1, 2], replacements: &replacements)
    #expect(replacements.isEmpty)
    #expect(basis.nucleusOrder == 0)
  }

  @Test func `factors the empty basis`() {
    var replacements: [Int] = []
    var basis = BasisFactorization(
      of: SparseMatrix(rowCount: 0, starts: [0], rows: [], values: []), columns: [],
      replacements: &replacements)
    var x: [Double] = []
    basis.solve(&x)
    #expect(x.isEmpty && basis.head.isEmpty)
  }
}
