internal import LinearAlgebra

extension SimplexState {
  /// Makes a basis that is nearly singular less so: as long as a large entry is found in B⁻¹, the
  /// basic column of its row makes way for the slack of its column.
  ///
  /// The exchange has the entry for a pivot, so the determinant grows by that factor each time. A
  /// large entry is looked for by a few solves, from a vector of random signs.
  ///
  /// - Complexity: Some ten solves for each exchange.
  mutating func tameBasis() {
    var failures = 0
    for _ in 0..<m {
      guard let place = largeInverseEntry() else {
        failures += 1
        if failures == 2 { return }
        continue
      }
      failures = 0
      let column = n + place.column
      computeImage(of: column)
      guard agree(image.values[place.row], inverseRow.values[place.column]) else {
        if factorization.updateCount == 0 { return }
        refactor()
        continue
      }
      rest(head[place.row], near: basicValues[place.row])
      exchange(row: place.row, for: column, value: 0)
      if needsRefactoring { refactor() }
    }
  }

  /// The place of an entry of B⁻¹ that is too large, if one is found; its row is solved for.
  private mutating func largeInverseEntry() -> (row: Int, column: Int)? {
    var start = [Double](repeating: 0, count: m)
    for row in 0..<m { start[row] = generator.next() < 0.5 ? -1 : 1 }
    factorization.solve(&start)
    var row = Self.largest(start)
    var best = (row: -1, column: -1)
    var size = 0.0
    for _ in 0..<4 where row >= 0 {
      factorization.solveTransposed(unit: row, into: &inverseRow)
      let column = Self.largest(inverseRow.values)
      if column < 0 || column >= m || abs(inverseRow.values[column]) <= size { break }
      best = (row, column)
      size = abs(inverseRow.values[column])
      computeImage(of: n + column)
      row = Self.largest(image.values)
    }
    guard size > Self.largestInverseEntry else { return nil }
    factorization.solveTransposed(unit: best.row, into: &inverseRow)
    return best
  }

  /// Entries of B⁻¹ beyond this are too large.
  private static let largestInverseEntry = 1e5

  /// Where the element of the largest magnitude is; -1 if all are zero.
  private static func largest(_ elements: [Double]) -> Int {
    let elements = elements.span
    var place = -1
    var largest = 0.0
    for index in 0..<elements.count where abs(elements[index]) > largest {
      largest = abs(elements[index])
      place = index
    }
    return place
  }
}
