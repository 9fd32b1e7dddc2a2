/// The product form of the inverse: one elementary matrix for each exchange of a basis column.
///
/// If column r of B is replaced by a, then B⁻¹ is multiplied from the left by the identity whose
/// column r has been replaced according to B⁻¹a. See G. B. Dantzig and W. Orchard-Hays, "The
/// product form for the inverse in the simplex method", *Math. Tables Aids Comput.* 8 (1954),
/// 64–67.
struct EtaFile: Sendable {
  private var pivotRows: [Int] = []
  private var pivots: [Double] = []
  private var starts: [Int] = [0]
  private var indices: [Int] = []
  private var values: [Double] = []

  /// The number of exchanges since the last factorization.
  var count: Int { pivotRows.count }

  /// The number of stored entries.
  var entryCount: Int { indices.count }

  /// Records that the basis column of `row` is replaced by one whose solution is `column`.
  mutating func append(row: Int, column: [Double]) {
    pivotRows.append(row)
    pivots.append(column[row])
    for (index, value) in column.enumerated() where index != row && abs(value) > 1e-14 {
      indices.append(index)
      values.append(value)
    }
    starts.append(indices.count)
  }

  /// Applies the exchanges, oldest first, to a solution with the older basis.
  func apply(to x: inout [Double]) {
    let starts = self.starts.span
    let indices = self.indices.span
    let values = self.values.span
    var x = x.mutableSpan
    for k in 0..<pivotRows.count {
      let row = pivotRows[k]
      if x[row] == 0 { continue }
      let step = x[row] / pivots[k]
      x[row] = step
      for entry in starts[k]..<starts[k + 1] {
        x[indices[entry]] -= values[entry] * step
      }
    }
  }

  /// Applies the transposed exchanges, newest first, ahead of a transposed solve.
  func applyTransposed(to y: inout [Double]) {
    let starts = self.starts.span
    let indices = self.indices.span
    let values = self.values.span
    var y = y.mutableSpan
    for k in (0..<pivotRows.count).reversed() {
      let row = pivotRows[k]
      var sum = y[row]
      for entry in starts[k]..<starts[k + 1] {
        sum -= values[entry] * y[indices[entry]]
      }
      y[row] = sum / pivots[k]
    }
  }
}
