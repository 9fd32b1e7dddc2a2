internal import LinearAlgebra

/// Quick checks of certificates on a form, by the rules of ``CertificateCheck``.
extension ComputationalForm {
  /// Whether `multipliers` prove that the form has no feasible point.
  ///
  /// - Complexity: O(variables + rows + entries).
  func isProvenInfeasible(by multipliers: [Double]) -> Bool {
    var margin = 0.0
    var magnitude = 0.0
    for row in 0..<rowCount where multipliers[row] != 0 {
      let slack = variableCount + row
      let end = multipliers[row] > 0 ? -upper[slack] : -lower[slack]
      guard end.isFinite, multipliers[row].isFinite else { return false }
      margin += multipliers[row] * end
      magnitude += abs(multipliers[row] * end)
    }
    for column in 0..<variableCount {
      var coefficient = 0.0
      var size = 0.0
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let product = matrix.values[entry] * multipliers[matrix.rows[entry]]
        coefficient += product
        size += abs(product)
      }
      if coefficient == 0 { continue }
      let end = coefficient > 0 ? upper[column] : lower[column]
      if end.isFinite {
        margin -= coefficient * end
        magnitude += size * abs(end)
      } else if abs(coefficient) > 5e-10 * size {
        return false
      }
    }
    return margin > 2 * CertificateCheck.relativeMargin * magnitude && margin.isFinite
  }

  /// The multipliers without those that point to an infinite end, and those that are nothing but
  /// rounding.
  func cleaned(multipliers: [Double], below threshold: Double) -> [Double] {
    let largest = multipliers.reduce(0) { max($0, abs($1)) }
    return multipliers.indices.map { row in
      let slack = variableCount + row
      let end = multipliers[row] > 0 ? upper[slack] : lower[slack]
      return end.isFinite && abs(multipliers[row]) > threshold * largest ? multipliers[row] : 0
    }
  }

  /// The form with costs of zero and two more columns for each row, which make up for what the row
  /// misses at the given price.
  func elastic(prices: [Double]) -> ComputationalForm {
    var starts = matrix.starts
    var rows = matrix.rows
    var values = matrix.values
    for row in 0..<rowCount {
      for sign in [1.0, -1] {
        rows.append(row)
        values.append(sign)
        starts.append(rows.count)
      }
    }
    let extra = 2 * rowCount
    let zeros = [Double](repeating: 0, count: extra)
    return ComputationalForm(
      matrix: SparseMatrix(rowCount: rowCount, starts: starts, rows: rows, values: values),
      costs: [Double](repeating: 0, count: variableCount) + prices.flatMap { [$0, $0] }
        + [Double](repeating: 0, count: rowCount),
      lower: Array(lower.prefix(variableCount)) + zeros + lower.suffix(rowCount),
      upper: Array(upper.prefix(variableCount)) + zeros.map { _ in Double.infinity }
        + upper.suffix(rowCount))
  }

  /// The form whose feasible points are the directions in which this one's can be left for ever,
  /// each rate of a variable being at most one.
  func recession() -> ComputationalForm {
    var form = self
    for column in 0..<variableCount + rowCount {
      let limit = column < variableCount ? 1 : Double.infinity
      form.lower[column] = lower[column] > -.infinity ? 0 : -limit
      form.upper[column] = upper[column] < .infinity ? 0 : limit
    }
    return form
  }
}
