extension ConflictProgram {
  /// The shortest row that no values within the bounds of its variables can meet, with the bounds
  /// that it contradicts; `nil` if each row by itself can be met.
  ///
  /// Rows that are missed by no more than the check of a solution forgives are left to the solver,
  /// so that a program with a solution that passes is not called infeasible here.
  ///
  /// - Complexity: O(variables + rows + terms), and a check for each such row until one passes.
  init?(singleRowOf original: LinearProgram) {
    var candidates: [(row: Row, multiplier: Double)] = []
    for row in original.rows {
      let reach = original.reach(of: row)
      if reach.greatest < original.rowLowers[row.index] { candidates.append((row, 1)) }
      if reach.least > original.rowUppers[row.index] { candidates.append((row, -1)) }
    }
    let shortestFirst = candidates.sorted {
      (original.terms(of: $0.row).count, $0.row.index)
        < (original.terms(of: $1.row).count, $1.row.index)
    }
    for (row, multiplier) in shortestFirst {
      var multipliers = [Double](repeating: 0, count: original.rowCount)
      multipliers[row.index] = multiplier
      guard let conflict = ConflictProgram(original, multipliers: multipliers) else { continue }
      let forgiven = 10 * OptimalityCheck.tolerance * max(1, conflict.check.magnitude)
      if conflict.check.margin > forgiven {
        self = conflict
        return
      }
    }
    return nil
  }
}

extension LinearProgram {
  /// The least and the greatest value of `row` within the bounds of its variables.
  fileprivate func reach(of row: Row) -> (least: Double, greatest: Double) {
    var least = CompensatedSum()
    var greatest = CompensatedSum()
    for term in terms(of: row) {
      let low = term.weight * lowerBounds[term.variable.index]
      let high = term.weight * upperBounds[term.variable.index]
      least.add(min(low, high))
      greatest.add(max(low, high))
    }
    return (least.value, greatest.value)
  }
}
