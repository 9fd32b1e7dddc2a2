internal import LinearAlgebra

/// The primal half of crossover: nonbasic columns between their bounds go to a bound, or into the
/// basis in exchange for a basic column that comes to a bound first.
///
/// Columns that the point has at a bound stay there, so the point remains optimal. See N. Megiddo,
/// *ORSA J. Comput.* 3 (1991), 63–65; R. E. Bixby and M. J. Saltzman, *Oper. Res. Lett.* 15 (1994),
/// 137–143.
struct PrimalPush {
  /// How far basic values lay outside their bounds, at most, before the first push: a measure of
  /// how exact the point is.
  private(set) var violationAtStart = 0.0

  private let point: ComplementaryPoint

  /// Prepares to push from `point`.
  init(from point: ComplementaryPoint) {
    self.point = point
  }

  /// Pushes all columns; the basis of `state` then belongs to a vertex.
  ///
  /// - Returns: The limit that was reached, if any.
  /// - Complexity: One solve for each column pushed, two and an update for each that enters.
  mutating func run(
    _ state: inout SimplexState, _ budget: inout SolverBudget
  ) -> LimitReport.Limit? {
    place(&state)
    let pivotTolerance = state.pivotTolerance
    state.pivotTolerance = max(pivotTolerance, 1e-7)
    var columns = superbasicColumns(state)
    // Later, when the basis is another one, a push with a small pivot may find a better one.
    let patience = columns.count
    var next = 0
    // Columns that come again are pushed again, but not without end.
    let limit = 3 * columns.count + 100
    while next < min(columns.count, limit) {
      if let limit = budget.exhausted() { return limit }
      if state.needsRefactoring { columns += refactor(&state) }
      let column = columns[next]
      next += 1
      if state.status[column] == .basic { continue }
      columns += push(column, isPatient: next <= patience, &state)
      budget.spendPush()
    }
    state.pivotTolerance = pivotTolerance
    state.restoreBounds()
    return nil
  }

  /// Gives the nonbasic columns the values of the point, and fixes those that are at a bound.
  private mutating func place(_ state: inout SimplexState) {
    for column in 0..<state.n + state.m {
      if state.status[column] != .basic { state.values[column] = point.values[column] }
      if point.places[column] != .between {
        state.lower[column] = point.values[column]
        state.upper[column] = point.values[column]
      }
    }
    state.hasShiftedBounds = true
    state.recompute()
    violationAtStart = state.largestViolation
    widen(&state)
  }

  /// Factors anew; columns that are thrown out of the basis keep their values.
  ///
  /// - Returns: The columns that were thrown out.
  private func refactor(_ state: inout SimplexState) -> [Int] {
    let head = state.head
    let values = state.basicValues
    state.refactor()
    var thrown: [Int] = []
    for (column, value) in zip(head, values)
    where state.status[column] != .basic && state.lower[column] < state.upper[column] {
      state.values[column] = value
      thrown.append(column)
    }
    if !thrown.isEmpty { state.recomputeBasicValues() }
    widen(&state)
    return thrown
  }

  /// Lets basic values that lie outside their bounds, because the point is not exact, stay there.
  private func widen(_ state: inout SimplexState) {
    for row in 0..<state.m {
      let column = state.head[row]
      let value = state.basicValues[row]
      guard value.isFinite else { continue }
      if value < state.lower[column] { state.lower[column] = value }
      if value > state.upper[column] { state.upper[column] = value }
    }
    state.recomputeBasicBounds()
  }

  /// The nonbasic columns between their bounds, the lightest first.
  private func superbasicColumns(_ state: borrowing SimplexState) -> [Int] {
    var columns: [Int] = []
    for column in 0..<state.n + state.m
    where state.status[column] != .basic && point.places[column] == .between {
      let value = state.values[column]
      if value != state.lower[column] && value != state.upper[column] { columns.append(column) }
    }
    return columns.sorted { (point.weights[$0], $0) < (point.weights[$1], $1) }
  }

  /// Pushes one column to its nearest bound, or into the basis.
  ///
  /// If only a small pivot stops it on the way, the way to the other bound is tried as well.
  ///
  /// - Returns: Columns to be pushed later: this one, if no good pivot was found and `isPatient`,
  ///   and any that were thrown out of the basis on the occasion.
  private func push(
    _ column: Int, isPatient: Bool, _ state: inout SimplexState
  ) -> [Int] {
    let start = state.values[column]
    state.computeImage(of: column)
    state.rest(column, near: start)
    let target = state.values[column]
    var direction = target < start ? -1.0 : 1.0
    var test = PrimalRatioTest(state, direction: direction, range: abs(target - start))
    if let row = test.row, abs(state.image.values[row]) < Self.modestPivot {
      let other = PrimalRatioTest(state, direction: -direction, range: .infinity)
      if let otherRow = other.row,
        abs(state.image.values[otherRow]) > 10 * abs(state.image.values[row])
      {
        test = other
        direction = -direction
      }
    }
    guard let row = test.row else {
      state.stepBasicValues(by: target - start)
      return []
    }
    let pivot = state.image.values[row]
    if isPatient && abs(pivot) < Self.modestPivot {
      state.values[column] = start
      return [column]
    }
    state.factorization.solveTransposed(unit: row, into: &state.inverseRow)
    guard state.agree(pivot, state.product(ofInverseRowWith: column)) else {
      state.values[column] = start
      // Without updates to blame, the column goes to its bound; the clean-up repairs the damage.
      if state.factorization.updateCount > 0 { return refactor(&state) + [column] }
      state.values[column] = target
      state.stepBasicValues(by: target - start)
      return []
    }
    let change = direction * test.step
    state.stepBasicValues(by: change)
    let leaving = state.head[row]
    let isUpper =
      point.places[leaving] == .between ? test.isUpper : point.places[leaving] == .atUpper
    state.status[leaving] = isUpper ? .atUpper : .atLower
    state.values[leaving] = test.isUpper ? state.upper[leaving] : state.lower[leaving]
    state.exchange(row: row, for: column, value: start + change)
    return []
  }

  /// A pivot at least this large is taken as it comes.
  private static let modestPivot = 1e-3
}

extension SimplexState {
  /// How far a basic value lies outside its bounds, at most.
  var largestViolation: Double {
    var largest = 0.0
    for row in 0..<m {
      let value = basicValues[row]
      largest = max(largest, basicLower[row] - value, value - basicUpper[row])
    }
    return largest
  }

  /// The product of ``inverseRow`` with the given column of [A I].
  func product(ofInverseRowWith column: Int) -> Double {
    guard column < n else { return inverseRow.values[column - n] }
    var product = 0.0
    for entry in form.matrix.starts[column]..<form.matrix.starts[column + 1] {
      product += inverseRow.values[form.matrix.rows[entry]] * form.matrix.values[entry]
    }
    return product
  }
}
