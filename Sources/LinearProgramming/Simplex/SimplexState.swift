internal import LinearAlgebra

/// What both simplex methods work on: a basis, its factorization, and the values and reduced
/// costs that follow from it.
///
/// Columns are numbered 0..<n for the variables and n..<n+m for the slacks. Arrays called basic…
/// are addressed by the row with which the factorization pairs each basic column.
struct SimplexState: ~Copyable, Sendable {
  let n: Int
  let m: Int
  private(set) var form: ComputationalForm
  /// The matrix by rows, the nonbasic columns first.
  var rows: PartitionedRows
  let feasibilityTolerance: Double
  let optimalityTolerance: Double

  /// Working copies, which perturbation and shifting change; `form` keeps the true ones.
  var costs: [Double]
  var lower: [Double]
  var upper: [Double]

  /// The status of each column.
  var status: [Basis.Status]
  /// Which way each column may move off its bound: 1 up, -1 down, 2 both, 0 not at all or basic.
  var moves: [Int8]
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

  /// Dual steepest-edge weights, by row, and the squared infeasibilities divided by them.
  var dualWeights: [Double]
  var merits: RowMerits
  /// Devex weights, by column.
  var primalWeights: [Double]
  /// The squared reduced costs divided by these weights, for columns by which the objective
  /// may fall.
  var columnMerits = RowMerits(count: 0)
  /// Whether a column belongs to the reference framework of these weights.
  var isReference: [Bool] = []

  /// A row of B⁻¹ and the row of B⁻¹A that it generates, with entries in nonbasic columns only.
  var inverseRow: SparseVector
  var pivotRow: SparseVector
  /// The images of the entering column, of ``inverseRow`` and of the columns that flip.
  var image: SparseVector
  var weightImage: SparseVector
  var flipImage: SparseVector
  /// The mean density of pivot rows.
  var pivotRowDensity = 0.0

  var generator = SplitMix(seed: 20_260_101)
  /// Entries smaller than this are never pivots; raised when a pivot turns out to be wrong.
  var pivotTolerance = 1e-9
  /// Whether basic values, merits and reduced costs have been computed afresh since the last step.
  var isExact = false
  /// Whether the working costs or bounds differ from the true ones.
  var hasShiftedCosts = false
  var hasShiftedBounds = false

  /// Starts from `basis`, or from the basis of slacks.
  init(_ form: ComputationalForm, basis: Basis?, settings: SolverSettings) {
    self.form = form
    n = form.variableCount
    m = form.rowCount
    rows = PartitionedRows(of: form.matrix)
    feasibilityTolerance = settings.feasibilityTolerance
    optimalityTolerance = settings.optimalityTolerance
    costs = form.costs
    lower = form.lower
    upper = form.upper
    let total = n + m
    reducedCosts = [Double](repeating: 0, count: total)
    moves = [Int8](repeating: 0, count: total)
    dualWeights = [Double](repeating: 1, count: m)
    merits = RowMerits(count: m)
    primalWeights = []
    basicValues = [Double](repeating: 0, count: m)
    basicLower = basicValues
    basicUpper = basicValues
    inverseRow = SparseVector(length: m)
    pivotRow = SparseVector(length: n)
    image = SparseVector(length: m)
    weightImage = SparseVector(length: m)
    flipImage = SparseVector(length: m)
    let start = StartingBasis(form, basis: basis)
    status = start.status
    values = start.values
    factorization = BasisFactorization(order: m)
    var replacements: [Int] = []
    factorization.factor(form.matrix, columns: start.columns, replacements: &replacements)
    adopt(replacements: replacements)
    for column in head { status[column] = .basic }
    updateMoves()
    for column in 0..<n where status[column] == .basic { rows.deselect(column) }
    adopt(edgeWeights: basis?.edgeWeights ?? [])
    recompute()
  }

  /// Takes over the weights of the basic columns if there is one for each.
  private mutating func adopt(edgeWeights: [Double]) {
    guard edgeWeights.count == m else { return }
    var weights = [Double](repeating: 1, count: n + m)
    var next = 0
    for column in 0..<n + m where status[column] == .basic {
      if edgeWeights[next].isFinite { weights[column] = max(edgeWeights[next], 1e-4) }
      next += 1
    }
    let head = self.head
    for row in 0..<m { dualWeights[row] = weights[head[row]] }
  }

  /// Starts from the basis of `other` with the costs and bounds of `form`, which has the same
  /// matrix.
  ///
  /// - Complexity: O(rows + columns + entries), a copy of memory and one or two solves.
  init(twinOf other: borrowing SimplexState, _ form: ComputationalForm) {
    self.form = form
    n = other.n
    m = other.m
    rows = other.rows.copy()
    feasibilityTolerance = other.feasibilityTolerance
    optimalityTolerance = other.optimalityTolerance
    costs = form.costs
    lower = form.lower
    upper = form.upper
    status = other.status
    moves = other.moves
    values = other.values
    reducedCosts = other.reducedCosts
    factorization = other.factorization.copy()
    basicValues = other.basicValues
    basicLower = other.basicLower
    basicUpper = other.basicUpper
    dualWeights = other.dualWeights
    merits = other.merits
    primalWeights = []
    inverseRow = SparseVector(length: m)
    pivotRow = SparseVector(length: n)
    image = SparseVector(length: m)
    weightImage = SparseVector(length: m)
    flipImage = SparseVector(length: m)
    pivotRowDensity = other.pivotRowDensity
    for column in 0..<n + m where status[column] != .basic {
      (status[column], values[column]) = StartingBasis.place(
        status[column], lower: lower[column], upper: upper[column])
    }
    updateMoves()
    recomputeBasicBounds()
    recomputeBasicValues()
    if form.costs != other.form.costs { recomputeReducedCosts() }
    isExact = true
  }

  /// Whether the step is to be trusted: pivots computed by column and by row agree.
  func agree(_ pivot: Double, _ expected: Double) -> Bool {
    abs(pivot - expected) <= 1e-7 * (1 + abs(pivot)) && abs(pivot) > pivotTolerance
  }

  /// Exchanges the basic column of `row` for `column`, whose value becomes `value`; the leaving
  /// column has got its status and value already.
  mutating func exchange(row: Int, for column: Int, value: Double) {
    isExact = false
    let leaving = factorization.head[row]
    factorization.replace(row: row, by: column, pivot: image.values[row])
    status[column] = .basic
    moves[column] = 0
    reducedCosts[column] = 0
    updateMove(of: leaving)
    if column < n { rows.deselect(column) }
    if leaving < n { rows.select(leaving) }
    basicValues[row] = value
    basicLower[row] = lower[column]
    basicUpper[row] = upper[column]
  }

  /// Derives from the status and the bounds which way a column may move.
  @inline(__always)
  mutating func updateMove(of column: Int) {
    moves[column] =
      switch status[column] {
      case .basic: 0
      case .free: 2
      case .atLower: lower[column] < upper[column] ? 1 : 0
      case .atUpper: lower[column] < upper[column] ? -1 : 0
      }
  }

  /// The number of updates after which a basis of `m` rows is factored anew in any case.
  private static func interval(_ m: Int) -> Int { min(100 + m / 25, 1600) }

  /// Whether so many updates have piled up that factoring anew pays.
  var needsRefactoring: Bool {
    factorization.isInexact
      || factorization.updateCount >= Self.interval(m)
      || factorization.updateEntryCount > factorization.factoredEntryCount + 4 * m
  }
}
