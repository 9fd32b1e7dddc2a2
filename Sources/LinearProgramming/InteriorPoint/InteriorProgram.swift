internal import LinearAlgebra

/// A linear program in the form that the interior point method works on: minimize cᵀx subject to
/// Ax = b, with 0 ≤ x ≤ u, 0 ≤ x or x free.
///
/// Columns are shifted and mirrored so that their finite bound is zero, and sorted: boxed ones
/// first, free ones last. Slacks are columns like any other. Fixed columns, columns without entries
/// and rows without limits are gone.
struct InteriorProgram {
  /// A, by columns.
  private(set) var matrix: SparseMatrix
  /// The right-hand side of each row.
  private(set) var rightSides: [Double]
  /// The cost of each column.
  private(set) var costs: [Double] = []
  /// The upper bound of each boxed column.
  private(set) var uppers: [Double] = []
  /// Columns 0..<boxedCount have two bounds, boxedCount..<boundedCount one, the others none.
  private(set) var boxedCount = 0
  private(set) var boundedCount = 0
  /// Where zero lies, or the bound nearest to it, as seen from the finite bound.
  private(set) var nearest: [Double] = []
  /// A column that improves the objective for ever, because it has no entries; with its rate.
  private(set) var freeImprovement: (column: Int, rate: Double)?

  /// The number of rows.
  var rowCount: Int { rightSides.count }
  /// The number of columns.
  var columnCount: Int { costs.count }

  private let form: ComputationalForm
  /// The column of the form that each column is, its sign and its shift.
  private var origins: [Int] = []
  private var signs: [Double] = []
  private var shifts: [Double] = []
  /// The row of the form that each row is.
  private var rowOrigins: [Int] = []
  /// The value of every column of the form that is gone.
  private var fixedValues: [Double]

  /// Brings `form` into the form of this method.
  init(_ form: ComputationalForm) {
    self.form = form
    let n = form.variableCount
    fixedValues = [Double](repeating: 0, count: n)
    var rowNumbers = [Int](repeating: -1, count: form.rowCount)
    for row in 0..<form.rowCount
    where form.lower[n + row] > -.infinity || form.upper[n + row] < .infinity {
      rowNumbers[row] = rowOrigins.count
      rowOrigins.append(row)
    }
    matrix = SparseMatrix(rowCount: 0, starts: [0], rows: [], values: [])
    rightSides = [Double](repeating: 0, count: rowOrigins.count)
    sortColumns(rowNumbers)
    buildMatrix(rowNumbers)
  }

  /// Sorts the columns into boxed, bounded and free ones; the others are given values.
  private mutating func sortColumns(_ rowNumbers: [Int]) {
    let n = form.variableCount
    var kinds: [[Int]] = [[], [], []]
    for column in 0..<n + form.rowCount {
      let (low, high) = (form.lower[column], form.upper[column])
      if column >= n && (rowNumbers[column - n] < 0 || low == high) { continue }
      if column < n && (low == high || isEmpty(column, rowNumbers)) {
        fixedValues[column] = restingPlace(of: column)
        continue
      }
      let finiteEnds = (low > -.infinity ? 1 : 0) + (high < .infinity ? 1 : 0)
      kinds[2 - finiteEnds].append(column)
    }
    origins = kinds[0] + kinds[1] + kinds[2]
    boxedCount = kinds[0].count
    boundedCount = boxedCount + kinds[1].count
  }

  private func isEmpty(_ column: Int, _ rowNumbers: [Int]) -> Bool {
    for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1]
    where rowNumbers[form.matrix.rows[entry]] >= 0 && form.matrix.values[entry] != 0 {
      return false
    }
    return true
  }

  /// The best value of a column that takes part in no row.
  private mutating func restingPlace(of column: Int) -> Double {
    let (low, high, cost) = (form.lower[column], form.upper[column], form.costs[column])
    let best = cost > 0 ? low : cost < 0 ? high : min(max(0, low), high)
    if best.isFinite { return best }
    freeImprovement = (column, cost > 0 ? -1 : 1)
    return min(max(0, low), high)
  }

  private mutating func buildMatrix(_ rowNumbers: [Int]) {
    let n = form.variableCount
    var starts = [0]
    var rows: [Int] = []
    var values: [Double] = []
    for column in 0..<n where fixedValues[column] != 0 {
      for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
        let row = rowNumbers[form.matrix.rows[entry]]
        if row >= 0 { rightSides[row] -= form.matrix.values[entry] * fixedValues[column] }
      }
    }
    for (row, origin) in rowOrigins.enumerated()
    where form.lower[n + origin] == form.upper[n + origin] {
      rightSides[row] -= form.lower[n + origin]
    }
    for column in origins {
      let (low, high) = (form.lower[column], form.upper[column])
      let isMirrored = low == -.infinity && high < .infinity
      let sign = isMirrored ? -1.0 : 1
      let shift = isMirrored ? high : low > -.infinity ? low : 0
      let entries =
        column < n ? form.matrix.starts[column]..<form.matrix.starts[column + 1] : 0..<1
      for entry in entries {
        let row = rowNumbers[column < n ? form.matrix.rows[entry] : column - n]
        let value = column < n ? form.matrix.values[entry] : 1
        if row < 0 || value == 0 { continue }
        rows.append(row)
        values.append(sign * value)
        rightSides[row] -= value * shift
      }
      starts.append(rows.count)
      signs.append(sign)
      shifts.append(shift)
      costs.append(sign * form.costs[column])
      nearest.append(sign * (min(max(0, low), high) - shift))
      if uppers.count < boxedCount { uppers.append(high - low) }
    }
    matrix = SparseMatrix(rowCount: rowOrigins.count, starts: starts, rows: rows, values: values)
  }

  /// The values of the variables of the form that belong to `x`.
  func values(of x: [Double]) -> [Double] {
    var values = fixedValues
    for (column, origin) in origins.enumerated() where origin < values.count {
      let value = shifts[column] + signs[column] * x[column]
      values[origin] = min(max(value, form.lower[origin]), form.upper[origin])
    }
    return values
  }

  /// The rates of the variables of the form that belong to the direction `dx`.
  func rates(of dx: [Double]) -> [Double] {
    var rates = [Double](repeating: 0, count: fixedValues.count)
    for (column, origin) in origins.enumerated() where origin < rates.count {
      rates[origin] = signs[column] * dx[column]
    }
    return rates
  }

  /// The prices of the rows of the form that belong to `y`; those of the wrong sign are zero.
  func prices(of y: [Double]) -> [Double] {
    var prices = [Double](repeating: 0, count: form.rowCount)
    for (row, origin) in rowOrigins.enumerated() {
      let slack = form.variableCount + origin
      let end = y[row] > 0 ? form.upper[slack] : form.lower[slack]
      prices[origin] = end.isFinite ? y[row] : 0
    }
    return prices
  }
}
