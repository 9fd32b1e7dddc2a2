/// Which elements of a symmetric matrix may differ from zero: the neighbors of each row.
///
/// The neighbors of row i are those at `starts[i]..<starts[i + 1]`; both triangles are stored,
/// the diagonal is not.
package struct SymmetricPattern: Sendable {
  /// Where the neighbors of each row begin; one element more than there are rows.
  package let starts: [Int]
  /// The neighbors of all rows.
  package let neighbors: [Int32]

  /// The number of rows.
  package var order: Int { starts.count - 1 }

  /// The pattern of A·Aᵀ.
  ///
  /// - Complexity: O(Σ over the columns of the square of their number of entries).
  package init(ofNormalMatrixOf matrix: SparseMatrix) {
    let transposed = matrix.transposed()
    let order = matrix.rowCount
    var starts = [0]
    starts.reserveCapacity(order + 1)
    var neighbors: [Int32] = []
    neighbors.reserveCapacity(matrix.rows.count * 2)
    var seen = [Int](repeating: -1, count: order)
    let columnStarts = matrix.starts.span
    let rows = matrix.rows.span
    for row in 0..<order {
      seen[row] = row
      for place in transposed.starts[row]..<transposed.starts[row + 1] {
        let column = transposed.rows[place]
        for entry in columnStarts[column]..<columnStarts[column + 1] {
          let other = rows[entry]
          if seen[other] != row {
            seen[other] = row
            neighbors.append(Int32(other))
          }
        }
      }
      starts.append(neighbors.count)
    }
    self.starts = starts
    self.neighbors = neighbors
  }

  /// The pattern of the symmetric matrix whose lower triangle is `lower`.
  package init(lower: SparseMatrix) {
    precondition(lower.rowCount == lower.columnCount, "a symmetric matrix is square")
    let order = lower.rowCount
    var counts = [Int](repeating: 0, count: order + 1)
    for column in 0..<order {
      for entry in lower.starts[column]..<lower.starts[column + 1] where lower.rows[entry] != column
      {
        counts[column + 1] += 1
        counts[lower.rows[entry] + 1] += 1
      }
    }
    for row in 0..<order { counts[row + 1] += counts[row] }
    starts = counts
    var neighbors = [Int32](repeating: 0, count: counts[order])
    for column in 0..<order {
      for entry in lower.starts[column]..<lower.starts[column + 1] where lower.rows[entry] != column
      {
        let row = lower.rows[entry]
        neighbors[counts[column]] = Int32(row)
        counts[column] += 1
        neighbors[counts[row]] = Int32(column)
        counts[row] += 1
      }
    }
    self.neighbors = neighbors
  }
}
