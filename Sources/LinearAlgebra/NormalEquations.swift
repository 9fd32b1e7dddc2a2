/// What solves (A·W·Aᵀ + D)·y = b for one matrix A and many diagonal matrices W and D.
///
/// The interior point method knows its linear algebra by this protocol only, so that another
/// factorization can take the place of the one at hand.
package protocol NormalEquations {
  /// The number of rows of A.
  var rowCount: Int { get }
  /// How much more a factorization costs than a solve.
  var costRatio: Double { get }
  /// The number of rows that the last factorization dropped because they depend on others.
  var droppedCount: Int { get }
  /// Factors the matrix with the given weights of the columns of A, and D.
  mutating func update(weights: [Double], diagonal: [Double])
  /// Replaces the right-hand side `x` by the solution.
  mutating func solve(_ x: inout [Double])
}

/// The normal equations by supernodal Cholesky factorization, dense columns being stretched.
package struct CholeskyNormalEquations: NormalEquations, Sendable {
  package let rowCount: Int
  private var assembly: NormalMatrixAssembly
  private var cholesky: SupernodalCholesky
  private let stretching: ColumnStretching?
  private var long: [Double] = []

  package var costRatio: Double {
    cholesky.structure.factorCost / Double(max(1, 4 * cholesky.structure.storedCount))
  }
  package var droppedCount: Int { cholesky.droppedCount }
  /// The figures of the analysis, for a person.
  package var description: String {
    """
    \(cholesky.structure.order) rows, \(cholesky.structure.count) supernodes, \(storedCount) \
    elements, \(cholesky.structure.factorCost) operations, \(stretchedCount) stretched columns
    """
  }
  /// The number of elements stored in the factor.
  package var storedCount: Int { cholesky.structure.storedCount }
  /// The number of dense columns that were stretched.
  package var stretchedCount: Int { stretching?.columnCount ?? 0 }

  /// Analyzes `matrix`, once as it is and once with its dense columns stretched if it has any; the
  /// cheaper way is taken.
  package init(of matrix: SparseMatrix) {
    rowCount = matrix.rowCount
    let stretched = ColumnStretching(of: matrix)
    var structure: SupernodalStructure?
    var stretching: ColumnStretching?
    if let stretched {
      let pattern = SymmetricPattern(ofNormalMatrixOf: stretched.matrix)
      // The new rows have few neighbors, yet to eliminate them first would undo the stretching.
      let order = MinimumDegree.order(of: pattern, heldFrom: rowCount)
      structure = SupernodalStructure(of: pattern, order: order)
      stretching = stretched
    }
    let cost = structure?.factorCost ?? .infinity
    // A column of k entries alone makes the factor cost k³/3.
    let longest = Double(matrix.longestColumn)
    if structure == nil || longest * longest * longest / 3 < cost {
      let plain = SupernodalStructure(of: SymmetricPattern(ofNormalMatrixOf: matrix))
      if plain.factorCost <= cost || structure == nil {
        structure = plain
        stretching = nil
      }
    }
    guard let structure else { preconditionFailure("one of the two ways was taken") }
    self.stretching = stretching
    assembly = NormalMatrixAssembly(of: stretching?.matrix ?? matrix, under: structure)
    cholesky = SupernodalCholesky(structure)
  }

  package mutating func update(weights: [Double], diagonal: [Double]) {
    if let stretching {
      assembly.assemble(
        weights: stretching.weights(weights),
        diagonal: diagonal
          + [Double](repeating: 0, count: stretching.matrix.rowCount - rowCount))
    } else {
      assembly.assemble(weights: weights, diagonal: diagonal)
    }
    cholesky.factor(lower: assembly.lower)
  }

  package mutating func solve(_ x: inout [Double]) {
    guard let stretching else { return cholesky.solve(&x) }
    long = x + [Double](repeating: 0, count: stretching.matrix.rowCount - rowCount)
    cholesky.solve(&long)
    for row in 0..<rowCount { x[row] = long[row] }
  }
}

extension SparseMatrix {
  /// The largest number of entries of a column.
  var longestColumn: Int {
    (0..<columnCount).reduce(0) { max($0, starts[$1 + 1] - starts[$1]) }
  }
}
