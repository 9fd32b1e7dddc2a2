/// A matrix whose dense columns are cut into pieces that are tied together by new rows.
///
/// A column of k entries fills k² elements of A·W·Aᵀ. Cut into p pieces x₁ … xₚ with rows
/// xᵢ − xᵢ₊₁ = 0, it fills little more than k²/p. With p times the weight for each piece, the
/// normal equations of the long matrix have the same solution in the original rows, and they stay
/// positive definite, unlike a Schur complement that takes the dense columns out.
///
/// Sources: J. F. Grcar, *Matrix stretching for linear equations*, Sandia report SAND90-8723
/// (1990); E. D. Andersen, "A modified Schur-complement method for handling dense columns in
/// interior-point methods", *ACM Trans. Math. Softw.* 22 (1996), 348–356.
struct ColumnStretching: Sendable {
  /// The long matrix.
  let matrix: SparseMatrix
  /// The number of columns that were cut.
  let columnCount: Int
  /// The column that each column of the long matrix comes from.
  private let origins: [Int]
  /// How many pieces it was cut into.
  private let pieces: [Double]

  /// Cuts the columns of `matrix` that are much longer than most; nil if there are none.
  init?(of matrix: SparseMatrix) {
    let lengths = (0..<matrix.columnCount).map { matrix.starts[$0 + 1] - matrix.starts[$0] }
    guard let limit = Self.limit(lengths, rowCount: matrix.rowCount) else { return nil }
    // All columns are cut at the same rows, so that pieces of different columns overlap fully.
    let longest = lengths.reduce(0, max)
    let range = max(1, 32 * matrix.rowCount / longest)
    var starts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    var origins: [Int] = []
    var pieces: [Double] = []
    var rowCount = matrix.rowCount
    var cut = 0
    for column in 0..<matrix.columnCount {
      let begin = matrix.starts[column]
      let length = lengths[column]
      var entries = Array(begin..<begin + length)
      if length > limit { entries.sort { matrix.rows[$0] < matrix.rows[$1] } }
      var count = 0
      var next = 0
      while next < length || count == 0 {
        let first = next
        let block = next < length ? matrix.rows[entries[next]] / range : 0
        while next < length && (length <= limit || matrix.rows[entries[next]] / range == block) {
          rows.append(matrix.rows[entries[next]])
          values.append(matrix.values[entries[next]])
          next += 1
        }
        if first > 0 {
          rows.append(rowCount - 1)
          values.append(-1)
        }
        if next < length {
          rows.append(rowCount)
          values.append(1)
          rowCount += 1
        }
        starts.append(rows.count)
        origins.append(column)
        count += 1
      }
      if count > 1 { cut += 1 }
      pieces.append(contentsOf: repeatElement(Double(count), count: count))
    }
    self.matrix = SparseMatrix(rowCount: rowCount, starts: starts, rows: rows, values: values)
    columnCount = cut
    self.origins = origins
    self.pieces = pieces
  }

  /// The length above which a column is cut; nil if no column is much longer than most.
  private static func limit(_ lengths: [Int], rowCount: Int) -> Int? {
    let sorted = lengths.filter { $0 > 0 }.sorted()
    guard let longest = sorted.last, longest > 40 else { return nil }
    // The dense ones are at most a hundredth of the columns, or a few.
    let tail = max(sorted.count / 100, min(40, sorted.count / 4))
    let usual = sorted[sorted.count - 1 - tail]
    let limit = max(40, 5 * usual)
    return longest > limit ? limit : nil
  }

  /// The weights of the long matrix.
  func weights(_ weights: [Double]) -> [Double] {
    origins.indices.map { weights[origins[$0]] * pieces[$0] }
  }
}
