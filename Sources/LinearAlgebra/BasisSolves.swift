extension BasisFactorization {
  /// Replaces `x` by B⁻¹·x.
  package mutating func solve(_ x: inout SparseVector, _ kind: SolveKind) {
    precondition(x.length == order, "the vector must have an element for each row")
    let expected = densities[kind]
    solveLower(&x, expected)
    if kind == .entering {
      spike.assign(x)
      hasSpike = true
    }
    solver.eliminate(
      upperColumns, pivots: pivots.lane, sequence: sequence.lane, length: length,
      isReversed: true, expected: expected, &x)
    densities.note(x.density, kind)
  }

  private mutating func solveLower(_ x: inout SparseVector, _ expected: Double) {
    if lowerLength > 0 {
      solver.eliminate(
        lowerColumns, pivots: nil, sequence: lowerSequence.lane, length: lowerLength,
        isReversed: false, expected: expected, &x)
    }
    etas.apply(to: &x)
  }

  /// Replaces `y` by B⁻ᵀ·y.
  package mutating func solveTransposed(_ y: inout SparseVector, _ kind: SolveKind = .general) {
    precondition(y.length == order, "the vector must have an element for each row")
    solveTransposedUpper(&y, densities[kind])
    solveTransposedLower(&y, densities[kind])
    densities.note(y.density, kind)
  }

  /// Makes `y` row `row` of B⁻¹.
  package mutating func solveTransposed(unit row: Int, into y: inout SparseVector) {
    precondition(y.length == order, "the vector must have an element for each row")
    y.clear()
    y.add(1, at: row)
    let expected = densities[.unitRow]
    solveTransposedUpper(&y, expected)
    unitRow.assign(y)
    unitRowIndex = row
    solveTransposedLower(&y, expected)
    densities.note(y.density, .unitRow)
  }

  mutating func solveTransposedUpper(_ y: inout SparseVector, _ expected: Double) {
    solver.eliminate(
      upperRows, pivots: pivots.lane, sequence: sequence.lane, length: length,
      isReversed: false, expected: expected, &y)
  }

  private mutating func solveTransposedLower(_ y: inout SparseVector, _ expected: Double) {
    etas.applyTransposed(to: &y)
    if lowerLength > 0 {
      solver.eliminate(
        lowerRows, pivots: nil, sequence: lowerRowSequence.lane, length: lowerRowLength,
        isReversed: true, expected: expected, &y)
    }
  }

  /// Replaces `x` by B⁻¹·x.
  package mutating func solve(_ x: inout [Double]) {
    var vector = SparseVector(length: 0)
    swap(&vector, &work)
    vector.assign(x)
    solve(&vector, .general)
    vector.copy(to: &x)
    swap(&vector, &work)
  }

  /// Replaces `y` by B⁻ᵀ·y.
  package mutating func solveTransposed(_ y: inout [Double]) {
    var vector = SparseVector(length: 0)
    swap(&vector, &work)
    vector.assign(y)
    solveTransposed(&vector)
    vector.copy(to: &y)
    swap(&vector, &work)
  }
}
