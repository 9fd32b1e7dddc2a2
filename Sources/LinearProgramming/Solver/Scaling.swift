internal import LinearAlgebra

/// Factors, all powers of two, that bring the entries of a program closer to one.
///
/// Scaling by powers of two changes exponents only, so it is exact in both directions.
struct Scaling {
  /// The factor of each row.
  private(set) var rows: [Double]
  /// The factor of each column.
  private(set) var columns: [Double]
  /// The factor of the objective.
  private(set) var cost = 1.0
  /// Whether no factor differs from one, so that nothing needs to be multiplied.
  private var isIdentity = true

  /// The scaling that changes nothing.
  init(identityFor form: ComputationalForm) {
    rows = [Double](repeating: 1, count: form.rowCount)
    columns = [Double](repeating: 1, count: form.variableCount)
  }

  /// Geometric scaling: four rounds in which every row, then every column, is divided by the
  /// geometric mean of its smallest and largest entry; then the largest cost is made at most 1024
  /// and, lest all of them be taken for rounding errors, at least 1/1024.
  ///
  /// A matrix whose entries lie between 0.2 and 5 is left as it is.
  init(of form: ComputationalForm) {
    self.init(identityFor: form)
    let magnitudes = form.matrix.values.lazy.map { abs($0) }.filter { $0 > 0 }
    if let least = magnitudes.min(), let most = magnitudes.max(), least < 0.2 || most > 5 {
      isIdentity = false
      let transposed = form.matrix.transposed()
      for _ in 0..<4 {
        rows = Self.balance(transposed, by: columns)
        columns = Self.balance(form.matrix, by: rows)
      }
    }
    let largest = zip(form.costs, columns).reduce(0) { max($0, abs($1.0 * $1.1)) }
    if largest > 1024 {
      cost = Self.powerOfTwo(near: 1024 / largest)
      isIdentity = false
    } else if largest > 0 && largest < 1.0 / 1024 {
      cost = Self.powerOfTwo(near: 1 / largest)
      isIdentity = false
    }
  }

  /// Equilibration: the largest entry of every row and column comes near to one.
  ///
  /// Source: D. Ruiz, *A scaling algorithm to equilibrate both rows and columns norms in
  /// matrices*, report RAL-TR-2001-034.
  init(equilibrating form: ComputationalForm) {
    self.init(identityFor: form)
    isIdentity = false
    for _ in 0..<6 {
      var rowLargest = [Double](repeating: 0, count: form.rowCount)
      var columnLargest = [Double](repeating: 0, count: form.variableCount)
      for column in 0..<form.variableCount {
        for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
          let row = form.matrix.rows[entry]
          let size = abs(form.matrix.values[entry]) * rows[row] * columns[column]
          rowLargest[row] = max(rowLargest[row], size)
          columnLargest[column] = max(columnLargest[column], size)
        }
      }
      for (row, size) in rowLargest.enumerated() where size > 0 {
        rows[row] *= Self.inverseRoot(of: size)
      }
      for (column, size) in columnLargest.enumerated() where size > 0 {
        columns[column] *= Self.inverseRoot(of: size)
      }
    }
    let largest = zip(form.costs, columns).reduce(0) { max($0, abs($1.0 * $1.1)) }
    if largest > 1024 { cost = Self.powerOfTwo(near: 1024 / largest) }
  }

  /// Factors for the columns of `matrix` whose rows have the factors `others`.
  private static func balance(_ matrix: SparseMatrix, by others: [Double]) -> [Double] {
    (0..<matrix.columnCount).map { column in
      var least = Double.infinity
      var most = 0.0
      for entry in matrix.starts[column]..<matrix.starts[column + 1] {
        let magnitude = abs(matrix.values[entry]) * others[matrix.rows[entry]]
        if magnitude == 0 { continue }
        least = min(least, magnitude)
        most = max(most, magnitude)
      }
      return most == 0 ? 1 : inverseRoot(of: least * most)
    }
  }

  /// A power of two near 1/√`number`; from the exponent alone, so that no C library is needed.
  private static func inverseRoot(of number: Double) -> Double {
    guard number.isNormal else { return 1 }
    let exponent = -((number.exponent + 1) >> 1)
    return Double(sign: .plus, exponent: max(-60, min(60, exponent)), significand: 1)
  }

  private static func powerOfTwo(near number: Double) -> Double {
    guard number.isNormal else { return 1 }
    let exponent = number.exponent + (number.significand > 1.414 ? 1 : 0)
    return Double(sign: .plus, exponent: max(-60, min(60, exponent)), significand: 1)
  }

  /// Returns `form` in scaled variables: x = column factor × scaled x.
  func apply(to form: ComputationalForm) -> ComputationalForm {
    if isIdentity { return form }
    var scaled = form
    scaled.matrix.scale(rows: rows, columns: columns)
    for (index, factor) in columns.enumerated() {
      scaled.costs[index] *= factor * cost
      scaled.lower[index] /= factor
      scaled.upper[index] /= factor
    }
    for (index, factor) in rows.enumerated() {
      scaled.lower[form.variableCount + index] *= factor
      scaled.upper[form.variableCount + index] *= factor
    }
    return scaled
  }

  /// Returns the original values of scaled variables, or rates.
  func unscaled(values: [Double]) -> [Double] {
    zip(values, columns).map { $0 * $1 }
  }

  /// Returns the original multipliers of scaled rows.
  func unscaled(multipliers: [Double]) -> [Double] {
    zip(multipliers, rows).map { $0 * $1 }
  }

  /// Returns the original prices of scaled rows.
  func unscaled(prices: [Double]) -> [Double] {
    zip(prices, rows).map { $0 * $1 / cost }
  }
}
