/// The last, dense part of a nucleus, factored by LAPACK's `dgetrf`.
struct DenseTail {
  private var elements: [Double]
  private let order: Int
  private var rows: [Int] = []
  private var columns: [Int] = []
  private var factorization = LUFactorization(factoring: [], order: 0)

  /// Whether what is left of `nucleus` is so full that a dense factorization is faster.
  static func pays(_ nucleus: borrowing Nucleus, remaining: Int) -> Bool {
    remaining >= 16 && nucleus.activeCount > remaining * remaining / 4
  }

  /// Gathers the `remaining` columns for which `isDone` is false.
  init(of nucleus: borrowing Nucleus, remaining: Int, isDone: [Bool], isRowDone: [Bool]) {
    order = remaining
    elements = [Double](repeating: 0, count: remaining * remaining)
    var places = [Int](repeating: -1, count: nucleus.size)
    for row in 0..<nucleus.size where !isRowDone[row] {
      places[row] = rows.count
      rows.append(row)
    }
    for column in 0..<nucleus.size where !isDone[column] {
      let start = nucleus.columnStarts.lane[column]
      for entry in start..<start + nucleus.columnCounts.lane[column] {
        let row = places[Int(nucleus.columnIndices.lane[entry])]
        elements[columns.count * order + row] = nucleus.columnValues.lane[entry]
      }
      columns.append(column)
    }
  }

  /// Factors; false if a pivot is so small that the sparse elimination should decide.
  mutating func factor() -> Bool {
    factorization = LUFactorization(factoring: elements, order: order)
    elements = []
    for index in 0..<order {
      let pivot = abs(factorization.factor(row: index, column: index))
      if !(pivot > 1e-7) { return false }
    }
    rows = factorization.pivotRows.map { rows[$0] }
    return true
  }

  /// The row and the column of each pivot, in order, and the pivot.
  var pivots: [(row: Int, column: Int, value: Double)] {
    (0..<order).map { (rows[$0], columns[$0], factorization.factor(row: $0, column: $0)) }
  }

  /// Appends the entries of L below pivot `index`, by rows of the basis.
  func pushLower(_ index: Int, _ nucleus: borrowing Nucleus, to lines: inout SparseLines) {
    for below in index + 1..<max(index + 1, order) {
      let value = factorization.factor(row: below, column: index)
      if value != 0 { lines.push(nucleus.rows.lane[rows[below]], value) }
    }
  }

  /// Appends the entries of U above pivot `index`, by rows of the basis.
  func pushUpper(_ index: Int, _ nucleus: borrowing Nucleus, to lines: inout SparseLines) {
    for above in 0..<index {
      let value = factorization.factor(row: above, column: index)
      if value != 0 { lines.push(nucleus.rows.lane[rows[above]], value) }
    }
  }
}
