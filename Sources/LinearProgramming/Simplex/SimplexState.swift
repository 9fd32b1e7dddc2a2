internal import LinearAlgebra

/// What both simplex methods work on: a basis, its factorization, and the values and reduced
/// costs that follow from it.
///
/// Columns are numbered 0..<n for the variables and n..<n+m for the slacks. Arrays called basic…
/// are addressed by the row with which the factorization pairs each basic column.
struct SimplexState {
  let n: Int
  let m: Int
  let form: ComputationalForm
  let rowwise: SparseMatrix
  let feasibilityTolerance: Double
  let optimalityTolerance: Double

  /// Working copies, which perturbation and shifting change; `form` keeps the true ones.
  var costs: [Double]
  var lower: [Double]
  var upper: [Double]

  /// The status of each column.
  var status: [Basis.Status]
  /// The value of each nonbasic column; that of a basic one is stale.
  var values: [Double]
  /// The reduced cost of each column; zero if basic.
  var reducedCosts: [Double]

  var factorization: BasisFactorization
  /// The basic column of each row, with its value and bounds.
  var head: [Int] { factorization.head }
  var basicValues: [Double]
  var basicLower: [Double]
  var basicUpper: [Double]

  /// Dual steepest-edge weights, by row.
  var dualWeights: [Double]
  /// Devex weights, by column.
  var primalWeights: [Double]

  /// A row of B⁻¹[A I] and the columns in which it is nonzero.
  var pivotRow: [Double]
  var pivotPattern: [Int] = []

  var generator = SplitMix(seed: 20_260_101)
  /// Entries smaller than this are never pivots; raised when a pivot turns out to be wrong.
  var pivotTolerance = 1e-9
  /// Whether the working costs or bounds differ from the true ones.
  var hasShiftedCosts = false
  var hasShiftedBounds = false

  /// Starts from `basis`, or from the basis of slacks.
  init(_ form: ComputationalForm, basis: Basis?, settings: SolverSettings) {
    self.form = form
    n = form.variableCount
    m = form.rowCount
    rowwise = form.matrix.transposed()
    feasibilityTolerance = settings.feasibilityTolerance
    optimalityTolerance = settings.optimalityTolerance
    costs = form.costs
    lower = form.lower
    upper = form.upper
    let total = n + m
    reducedCosts = [Double](repeating: 0, count: total)
    pivotRow = [Double](repeating: 0, count: total)
    dualWeights = [Double](repeating: 1, count: m)
    primalWeights = [Double](repeating: 1, count: total)
    basicValues = [Double](repeating: 0, count: m)
    basicLower = basicValues
    basicUpper = basicValues
    let start = StartingBasis(form, basis: basis)
    status = start.status
    values = start.values
    var replacements: [Int] = []
    factorization = BasisFactorization(
      of: form.matrix, columns: start.columns, replacements: &replacements)
    adopt(replacements: replacements)
    recompute()
  }

  /// Factors the basis anew and recomputes everything that follows from it.
  mutating func refactor() {
    var weights = [Double](repeating: 1, count: n + m)
    for (row, column) in head.enumerated() { weights[column] = dualWeights[row] }
    for (row, column) in head.enumerated() { values[column] = basicValues[row] }
    var replacements: [Int] = []
    factorization = BasisFactorization(
      of: form.matrix, columns: head, replacements: &replacements)
    adopt(replacements: replacements)
    for (row, column) in head.enumerated() { dualWeights[row] = weights[column] }
    recompute()
  }

  /// Makes the columns that were thrown out of the basis nonbasic, and those of `head` basic.
  private mutating func adopt(replacements: [Int]) {
    for column in replacements { rest(column, near: values[column]) }
    for column in head { status[column] = .basic }
  }

  /// Makes `column` nonbasic at its bound nearest to `value`.
  mutating func rest(_ column: Int, near value: Double) {
    let (low, high) = (lower[column], upper[column])
    if low == -.infinity && high == .infinity {
      status[column] = .free
      values[column] = 0
    } else if value - low <= high - value || high == .infinity {
      status[column] = .atLower
      values[column] = low
    } else {
      status[column] = .atUpper
      values[column] = high
    }
  }

  /// Recomputes basic bounds, basic values and reduced costs.
  mutating func recompute() {
    for (row, column) in head.enumerated() {
      basicLower[row] = lower[column]
      basicUpper[row] = upper[column]
    }
    recomputeBasicValues()
    recomputeReducedCosts()
  }

  /// Solves B·x_B = −N·x_N.
  mutating func recomputeBasicValues() {
    var nonbasic = [Double](repeating: 0, count: n)
    for column in 0..<n where status[column] != .basic { nonbasic[column] = -values[column] }
    var sum = [Double](repeating: 0, count: m)
    form.matrix.add(columnsTimes: nonbasic, to: &sum)
    for row in 0..<m where status[n + row] != .basic { sum[row] -= values[n + row] }
    factorization.solve(&sum)
    basicValues = sum
  }

  /// Solves Bᵀ·y = c_B and sets d = c − [A I]ᵀ·y.
  mutating func recomputeReducedCosts() {
    let prices = self.prices()
    var reduced = costs
    form.matrix.subtractProducts(with: prices, from: &reduced)
    for row in 0..<m { reduced[n + row] -= prices[row] }
    for column in head { reduced[column] = 0 }
    reducedCosts = reduced
  }

  /// Returns y with Bᵀ·y = c_B for the working costs.
  func prices() -> [Double] {
    var prices = head.map { costs[$0] }
    factorization.solveTransposed(&prices)
    return prices
  }

  /// Returns B⁻¹ times the given column of [A I].
  func image(of column: Int) -> [Double] {
    var image = [Double](repeating: 0, count: m)
    if column < n {
      form.matrix.add(column: column, times: 1, to: &image)
    } else {
      image[column - n] = 1
    }
    factorization.solve(&image)
    return image
  }

  /// Returns row `row` of B⁻¹.
  func inverseRow(_ row: Int) -> [Double] {
    var unit = [Double](repeating: 0, count: m)
    unit[row] = 1
    factorization.solveTransposed(&unit)
    return unit
  }

  /// Computes the row of B⁻¹[A I] that `inverseRow` generates.
  mutating func computePivotRow(from inverseRow: [Double]) {
    for column in pivotPattern { pivotRow[column] = 0 }
    pivotPattern.removeAll(keepingCapacity: true)
    rowwise.gather(inverseRow, into: &pivotRow, pattern: &pivotPattern)
    for row in 0..<m where inverseRow[row] != 0 {
      pivotRow[n + row] = inverseRow[row]
      pivotPattern.append(n + row)
    }
  }

  /// Exchanges the basic column of `row` for `column`, whose value becomes `value`.
  mutating func exchange(row: Int, for column: Int, image: [Double], value: Double) {
    factorization.replace(row: row, by: column, image: image)
    status[column] = .basic
    reducedCosts[column] = 0
    basicValues[row] = value
    basicLower[row] = lower[column]
    basicUpper[row] = upper[column]
  }

  /// Whether so many updates have piled up that factoring anew pays.
  var needsRefactoring: Bool {
    factorization.updateCount >= min(100 + m / 100, 500)
      || factorization.updateEntryCount > 3 * (form.matrix.values.count + m) + 20_000
  }
}
