/// One sum: the parts add up to the total.
package struct SumEquation: Hashable, Sendable {
  /// The position of the total.
  package let total: Int
  /// The positions of the parts.
  package let parts: [Int]

  /// Creates a sum.
  package init(total: Int, parts: [Int]) {
    self.total = total
    self.parts = parts
  }

  /// Total and parts.
  package var members: [Int] { parts + [total] }
}

/// The sums, solved for as many of the withheld figures as they determine.
struct Elimination {
  /// A coefficient of one unknown.
  struct Term {
    let column: Int
    let value: Double
  }

  /// The rows that are left, each solved for its first unknown; terms in order of their columns.
  private(set) var rows: [[Term]] = []
  /// The right-hand sides, published figures only.
  private(set) var sides: [Double] = []
  private let width: Int

  /// Solves by Gauss and Jordan; coefficients are whole numbers to begin with and stay small.
  ///
  /// - Complexity: O(terms that come about): sums of tables stay sparse.
  init(equations: [SumEquation], unknowns: [Int], values: [Double] = []) {
    width = unknowns.count
    let columns = Dictionary(
      uniqueKeysWithValues: unknowns.enumerated().map { ($0.element, $0.offset) })
    for equation in equations {
      var terms: [Int: Double] = [:]
      var side = 0.0
      for (position, sign) in equation.parts.map({ ($0, 1.0) }) + [(equation.total, -1.0)] {
        if let column = columns[position] {
          terms[column, default: 0] += sign
        } else if values.indices.contains(position) {
          side -= sign * values[position]
        }
      }
      let row = terms.filter { $0.value != 0 }.sorted { $0.key < $1.key }
        .map { Term(column: $0.key, value: $0.value) }
      if !row.isEmpty {
        rows.append(row)
        sides.append(side)
      }
    }
    reduce()
  }

  /// The unknown that each row is solved for.
  var pivots: [Int] { rows.map { $0[0].column } }

  private mutating func reduce() {
    var waiting = [[Int]](repeating: [], count: width)
    for (position, row) in rows.enumerated() { waiting[row[0].column].append(position) }
    var done: [Int] = []
    for column in 0..<width {
      guard let pivot = waiting[column].min(by: { rows[$0].count < rows[$1].count }) else {
        continue
      }
      let scale = 1 / rows[pivot][0].value
      rows[pivot] = rows[pivot].map { Term(column: $0.column, value: $0.value * scale) }
      sides[pivot] *= scale
      for other in waiting[column] where other != pivot {
        subtract(rows[other][0].value, pivot, from: other)
        if let first = rows[other].first { waiting[first.column].append(other) }
      }
      done.append(pivot)
    }
    var solved = [Int?](repeating: nil, count: width)
    for pivot in done.reversed() {
      for term in rows[pivot].dropFirst() {
        if let other = solved[term.column] { subtract(term.value, other, from: pivot) }
      }
      solved[rows[pivot][0].column] = pivot
    }
    sides = done.map { sides[$0] }
    rows = done.map { rows[$0] }
  }

  /// Takes a multiple of one row away from another.
  private mutating func subtract(_ factor: Double, _ source: Int, from target: Int) {
    let left = rows[target]
    let right = rows[source]
    var merged: [Term] = []
    merged.reserveCapacity(left.count + right.count)
    var (first, second) = (0, 0)
    while first < left.count || second < right.count {
      let column = min(
        first < left.count ? left[first].column : .max,
        second < right.count ? right[second].column : .max)
      var value = 0.0
      if first < left.count, left[first].column == column {
        value += left[first].value
        first += 1
      }
      if second < right.count, right[second].column == column {
        value -= factor * right[second].value
        second += 1
      }
      if abs(value) > 1e-9 { merged.append(Term(column: column, value: value)) }
    }
    rows[target] = merged
    sides[target] -= factor * sides[source]
  }

  /// The directions in which the unknowns can move: in each one of them grows by 1 and those that
  /// the rows are solved for follow.
  var directions: [[Term]] {
    let pivots = Set(pivots)
    var moves = [[Term]](repeating: [], count: width)
    for row in rows {
      for term in row.dropFirst() {
        moves[term.column].append(Term(column: row[0].column, value: -term.value))
      }
    }
    return moves.indices.filter { !pivots.contains($0) }.map { free in
      [Term(column: free, value: 1)] + moves[free]
    }
  }
}
