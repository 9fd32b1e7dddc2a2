/// Computes the lower triangle of A·W·Aᵀ + D, rows and columns by place, again and again.
///
/// The diagonal is raised by a few units in its thirteenth digit. That keeps rows which depend on
/// others, or nearly do, from pivots made of rounding errors, and is less than conjugate gradients
/// make good again.
struct NormalMatrixAssembly: Sendable {
  /// By how much the diagonal is raised, relative to itself.
  static let relativeShift = 1e-13
  /// The lower triangle.
  private(set) var lower: LowerTriangle
  /// The place of each row of D.
  private let places: [Int32]
  private let columns: SplitColumns
  private var front: [Int]
  private var work: [Double]

  init(of matrix: SparseMatrix, under structure: SupernodalStructure) {
    places = structure.places
    let order = matrix.rowCount
    columns = SplitColumns(matrix, places: structure.places, order: structure.rows)
    front = columns.starts
    work = [Double](repeating: 0, count: order)
    lower = columns.pattern(order: order)
  }

  /// Computes the triangle.
  ///
  /// - Complexity: O(Σ over the columns of the square of their number of entries).
  mutating func assemble(weights: [Double], diagonal: [Double]) {
    for (row, place) in places.enumerated() { lower.diagonal[Int(place)] = diagonal[row] }
    columns.addSingles(weights, to: &lower.diagonal)
    for column in front.indices { front[column] = columns.starts[column] }
    Self.accumulate(
      columns, weights, starts: lower.starts, rows: lower.rows, &lower.values, &lower.diagonal,
      &front, &work)
  }

  private static func accumulate(
    _ columns: SplitColumns, _ weights: [Double], starts: [Int], rows: [Int32],
    _ valueStore: inout [Double], _ sumStore: inout [Double], _ frontStore: inout [Int],
    _ workStore: inout [Double]
  ) {
    var values = valueStore.mutableSpan
    var sums = sumStore.mutableSpan
    var front = frontStore.mutableSpan
    var work = workStore.mutableSpan
    let starts = starts.span
    let rows = rows.span
    let columnStarts = columns.starts.span
    let columnRows = columns.rows.span
    let columnValues = columns.values.span
    let rowStarts = columns.rowStarts.span
    let rowColumns = columns.rowColumns.span
    let origins = columns.origins.span
    let weights = weights.span
    for place in 0..<work.count {
      work[place] = sums[place]
      for entry in rowStarts[place]..<rowStarts[place + 1] {
        let column = Int(rowColumns[entry])
        let begin = front[column]
        front[column] = begin + 1
        let weight = weights[Int(origins[column])] * columnValues[begin]
        for other in begin..<columnStarts[column + 1] {
          work[Int(columnRows[other])] += weight * columnValues[other]
        }
      }
      sums[place] = work[place]
      work[place] *= 1 + Self.relativeShift
      for entry in starts[place]..<starts[place + 1] {
        let row = Int(rows[entry])
        values[entry] = work[row]
        work[row] = 0
      }
    }
  }
}

/// The columns of a matrix in the order of elimination, those with one entry apart from the others.
private struct SplitColumns: Sendable {
  /// Columns with a single entry add to the diagonal only: their place, number and square.
  var singles: [Int32] = []
  var singleColumns: [Int32] = []
  var singleSquares: [Double] = []
  /// The other columns: entries by rising place.
  var starts = [0]
  var rows: [Int32] = []
  var values: [Double] = []
  /// The column of the matrix that each of the other columns is.
  var origins: [Int32] = []
  /// Which columns reach each place.
  var rowStarts: [Int]
  var rowColumns: [Int32] = []

  /// Reads the columns; the entries of each come out by rising place.
  init(_ matrix: SparseMatrix, places: [Int32], order: [Int32]) {
    var numbers = [Int32](repeating: -1, count: matrix.columnCount)
    for column in 0..<matrix.columnCount {
      let (begin, end) = (matrix.starts[column], matrix.starts[column + 1])
      if end == begin + 1 {
        singles.append(places[matrix.rows[begin]])
        singleColumns.append(Int32(column))
        singleSquares.append(matrix.values[begin] * matrix.values[begin])
      } else if end > begin {
        numbers[column] = Int32(origins.count)
        origins.append(Int32(column))
        starts.append(starts[starts.count - 1] + end - begin)
      }
    }
    rows = [Int32](repeating: 0, count: starts[origins.count])
    values = [Double](repeating: 0, count: rows.count)
    rowStarts = [0]
    var next = starts
    let transposed = matrix.transposed()
    for (place, row) in order.enumerated() {
      for entry in transposed.starts[Int(row)]..<transposed.starts[Int(row) + 1] {
        let number = Int(numbers[transposed.rows[entry]])
        if number < 0 { continue }
        rows[next[number]] = Int32(place)
        values[next[number]] = transposed.values[entry]
        next[number] += 1
        rowColumns.append(Int32(number))
      }
      rowStarts.append(rowColumns.count)
    }
  }

  func addSingles(_ weights: [Double], to diagonalStore: inout [Double]) {
    var diagonal = diagonalStore.mutableSpan
    let weights = weights.span
    for single in singles.indices {
      diagonal[Int(singles[single])] += weights[Int(singleColumns[single])] * singleSquares[single]
    }
  }

  /// Lists which elements of the lower triangle may differ from zero.
  func pattern(order: Int) -> LowerTriangle {
    var seen = [Int32](repeating: -1, count: order)
    var front = starts
    var triangleStarts = [0]
    var list: [Int32] = []
    for place in 0..<order {
      seen[place] = Int32(place)
      list.append(Int32(place))
      for entry in rowStarts[place]..<rowStarts[place + 1] {
        let column = Int(rowColumns[entry])
        for other in front[column]..<starts[column + 1] {
          let row = rows[other]
          if seen[Int(row)] == Int32(place) { continue }
          seen[Int(row)] = Int32(place)
          list.append(row)
        }
        front[column] += 1
      }
      triangleStarts.append(list.count)
    }
    return LowerTriangle(
      starts: triangleStarts, rows: list, values: [Double](repeating: 0, count: list.count),
      diagonal: [Double](repeating: 0, count: order))
  }
}
