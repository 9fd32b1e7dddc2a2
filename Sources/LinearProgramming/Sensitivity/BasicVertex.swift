internal import LinearAlgebra

/// A basis of a program in computational form, factored, with the point and prices it determines.
///
/// Columns are numbered 0..<n for the variables and n..<n+m for the slacks.
struct BasicVertex: Sendable {
  /// The program.
  let form: ComputationalForm
  /// Its matrix, by rows.
  let rowwise: SparseMatrix
  /// The status of each column, adapted to the bounds.
  let status: [Basis.Status]
  /// Whether each column is basic.
  let isBasic: [Bool]
  /// The factored basis; its `head` names the basic column of each row.
  let factorization: BasisFactorization
  /// The value of each column.
  let point: [Double]
  /// The reduced cost of each column; zero if basic.
  let reducedCosts: [Double]

  /// Factors `basis`; `nil` if it is none of this form, because counts differ or columns depend
  /// on one another.
  ///
  /// - Complexity: One factorization and two solves, each refined once.
  init?(_ form: ComputationalForm, basis: Basis) {
    let (n, m) = (form.variableCount, form.rowCount)
    let basicCount =
      basis.variables.count { $0 == .basic } + basis.rows.count { $0 == .basic }
    guard basis.variables.count == n, basis.rows.count == m, basicCount == m else { return nil }
    let start = StartingBasis(form, basis: basis)
    var replacements: [Int] = []
    let factorization = BasisFactorization(
      of: form.matrix, columns: start.columns, replacements: &replacements)
    guard replacements.isEmpty else { return nil }
    self.form = form
    self.factorization = factorization
    rowwise = form.matrix.transposed()
    status = start.status
    isBasic = start.status.map { $0 == .basic }
    point = Self.point(form, start.values, start.status, factorization)
    reducedCosts = Self.reducedCosts(form, start.status, factorization)
  }

  /// Returns B⁻¹·a, a being the given column of [A I]; addressed as the factorization's head.
  func image(of column: Int) -> [Double] {
    var image = [Double](repeating: 0, count: form.rowCount)
    if column < form.variableCount {
      form.matrix.add(column: column, times: 1, to: &image)
    } else {
      image[column - form.variableCount] = 1
    }
    factorization.solve(&image)
    return image
  }

  /// Returns row `row` of B⁻¹·[A I] as pairs of a nonbasic column and its entry, in no order
  /// that matters; entries below 1e-13 of the largest are left out.
  func pivotRow(_ row: Int) -> [(column: Int, entry: Double)] {
    let n = form.variableCount
    var inverse = [Double](repeating: 0, count: form.rowCount)
    inverse[row] = 1
    factorization.solveTransposed(&inverse)
    var sum = [Double](repeating: 0, count: n)
    var pattern: [Int] = []
    rowwise.gather(inverse, into: &sum, pattern: &pattern)
    var entries: [(column: Int, entry: Double)] = []
    for column in pattern.sorted() where !isBasic[column] { entries.append((column, sum[column])) }
    for (index, entry) in inverse.enumerated() where entry != 0 && !isBasic[n + index] {
      entries.append((n + index, entry))
    }
    let largest = entries.reduce(0) { max($0, abs($1.entry)) }
    return entries.filter { abs($0.entry) > 1e-13 * largest }
  }

  /// The values of all columns: the nonbasic ones as given, the basic ones from the equations.
  private static func point(
    _ form: ComputationalForm, _ values: [Double], _ status: [Basis.Status],
    _ factorization: BasisFactorization
  ) -> [Double] {
    let n = form.variableCount
    var point = values
    for column in point.indices where status[column] == .basic { point[column] = 0 }
    for _ in 0..<2 {
      var residual = [CompensatedSum](repeating: CompensatedSum(), count: form.rowCount)
      for column in 0..<n where point[column] != 0 {
        for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
          residual[form.matrix.rows[entry]].add(-form.matrix.values[entry] * point[column])
        }
      }
      for row in 0..<form.rowCount { residual[row].add(-point[n + row]) }
      var step = residual.map(\.value)
      factorization.solve(&step)
      for (row, column) in factorization.head.enumerated() { point[column] += step[row] }
    }
    return point
  }

  /// c − Aᵀy for the variables and −y for the slacks, y being the prices of the basis.
  ///
  /// What is left where terms cancel to 1e-14 of their size is rounding and becomes zero.
  private static func reducedCosts(
    _ form: ComputationalForm, _ status: [Basis.Status], _ factorization: BasisFactorization
  ) -> [Double] {
    let n = form.variableCount
    var prices = [Double](repeating: 0, count: form.rowCount)
    var reduced = form.costs
    for _ in 0..<2 {
      var step = factorization.head.map { reduced[$0] }
      factorization.solveTransposed(&step)
      for row in prices.indices { prices[row] += step[row] }
      let largest = prices.reduce(0) { max($0, abs($1)) }
      for column in 0..<n {
        var sum = CompensatedSum()
        sum.add(form.costs[column])
        var size = abs(form.costs[column])
        for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
          let product = form.matrix.values[entry] * prices[form.matrix.rows[entry]]
          sum.add(-product)
          size += abs(product)
        }
        let isRounding = status[column] != .basic && abs(sum.value) <= 1e-14 * size
        reduced[column] = isRounding ? 0 : sum.value
      }
      for (row, price) in prices.enumerated() {
        let isRounding = status[n + row] != .basic && abs(price) <= 1e-16 * largest
        reduced[n + row] = isRounding ? 0 : form.costs[n + row] - price
      }
    }
    for column in reduced.indices where status[column] == .basic { reduced[column] = 0 }
    return reduced
  }
}
