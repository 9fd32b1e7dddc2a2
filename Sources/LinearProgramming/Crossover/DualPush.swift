internal import LinearAlgebra

/// The dual half of crossover: the reduced costs of basic columns go to zero, or the column leaves
/// the basis in exchange for a nonbasic column whose reduced cost comes to zero first.
///
/// The costs of basic columns are shifted to begin with, so that their reduced costs are zero; a
/// push takes a shift back.
struct DualPush {
  private let point: ComplementaryPoint

  /// Reduced costs of basic columns at most this large are left to the clean-up.
  private static let negligible = 1e-11

  /// Prepares to push from `point`.
  init(from point: ComplementaryPoint) {
    self.point = point
  }

  /// Pushes all reduced costs; the basis of `state` is then dual feasible, but for rounding.
  ///
  /// - Returns: The limit that was reached, if any.
  /// - Complexity: One solve and a pivot row for each column pushed, another solve and an update
  ///   for each that leaves.
  func run(_ state: inout SimplexState, _ budget: inout SolverBudget) -> LimitReport.Limit? {
    let columns = superbasicColumns(state)
    shift(&state, columns)
    var rows = Self.rows(of: state)
    for column in columns {
      if let limit = budget.exhausted() { return limit }
      if state.needsRefactoring {
        refactor(&state)
        rows = Self.rows(of: state)
      }
      guard state.status[column] == .basic else { continue }
      let row = Int(rows[column])
      push(column, row: row, &state)
      rows[state.head[row]] = Int32(truncatingIfNeeded: row)
      budget.spendPush()
    }
    state.restoreCosts()
    return nil
  }

  /// The row of each basic column.
  private static func rows(of state: borrowing SimplexState) -> [Int32] {
    var rows = [Int32](repeating: -1, count: state.n + state.m)
    for row in 0..<state.m { rows[state.head[row]] = Int32(truncatingIfNeeded: row) }
    return rows
  }

  /// The basic columns with reduced costs, the smallest first.
  private func superbasicColumns(_ state: borrowing SimplexState) -> [Int] {
    let reduced = point.reducedCosts
    return state.head.filter { abs(reduced[$0]) > Self.negligible }
      .sorted { (abs(reduced[$0]), $0) < (abs(reduced[$1]), $1) }
  }

  private func shift(_ state: inout SimplexState, _ columns: [Int]) {
    for column in columns { state.costs[column] -= point.reducedCosts[column] }
    state.hasShiftedCosts = true
    state.recomputeReducedCosts()
    straighten(&state)
  }

  private func refactor(_ state: inout SimplexState) {
    state.refactor()
    straighten(&state)
  }

  /// Shifts the costs of nonbasic columns whose reduced costs have the wrong sign.
  private func straighten(_ state: inout SimplexState) {
    for column in 0..<state.n + state.m {
      let reduced = state.reducedCosts[column]
      switch state.moves[column] {
      case 1 where reduced < 0, -1 where reduced > 0, 2 where reduced != 0:
        state.shiftCost(of: column, toReduced: 0)
      default: break
      }
    }
  }

  /// Takes back the shift of one basic column, or puts it out of the basis.
  private func push(_ column: Int, row: Int, _ state: inout SimplexState) {
    let shift = state.form.costs[column] - state.costs[column]
    if shift == 0 { return }
    state.computePivotRow(row)
    let test = DualPushTest(state, shift: shift)
    state.costs[column] = state.form.costs[column]
    guard let entering = test.column else {
      state.stepReducedCosts(by: shift)
      state.reducedCosts[column] = 0
      return
    }
    state.computeImage(of: entering)
    let pivot = state.image.values[row]
    guard state.agree(pivot, state.pivotRowEntry(entering)) else {
      // The shift is gone all the same; the clean-up repairs what that violates.
      refactor(&state)
      return
    }
    state.stepReducedCosts(by: test.step)
    let isUpper = shift < 0
    let target = isUpper ? state.upper[column] : state.lower[column]
    let change = target.isFinite ? (state.basicValues[row] - target) / pivot : 0
    state.stepBasicValues(by: change)
    state.status[column] = isUpper ? .atUpper : .atLower
    state.values[column] = target
    state.reducedCosts[column] = shift - test.step
    state.exchange(row: row, for: entering, value: state.values[entering] + change)
  }
}

/// The choice of the column that enters the basis in a dual push.
///
/// Among the columns that stop the step when reduced costs may err by the tolerance, the one with
/// the largest pivot is taken (P. M. J. Harris, *Math. Program.* 5 (1973), 1–28).
struct DualPushTest {
  /// The entering column, or nil if nothing stops the step.
  private(set) var column: Int?
  /// The length of the step, with the sign of the shift.
  private(set) var step: Double

  /// Runs the test on the pivot row of `state` for a step of up to `shift`.
  init(_ state: borrowing SimplexState, shift: Double) {
    let direction = shift < 0 ? -1.0 : 1.0
    let limits = Limits(
      direction: direction, smallest: max(state.pivotTolerance, 1e-7),
      tolerance: max(state.optimalityTolerance, 1e-9))
    var reach = abs(shift)
    Self.shorten(
      &reach, state.pivotRow, 0, state.moves, state.reducedCosts, limits)
    Self.shorten(
      &reach, state.inverseRow, state.n, state.moves, state.reducedCosts, limits)
    step = shift
    guard reach < abs(shift) else { return }
    var best = Candidate()
    Self.choose(
      &best, state.pivotRow, 0, state.moves, state.reducedCosts, limits, reach)
    Self.choose(
      &best, state.inverseRow, state.n, state.moves, state.reducedCosts, limits, reach)
    guard best.column >= 0 else { return }
    column = best.column
    step = direction * min(max(best.distance / best.size, 0), abs(shift))
  }

  private struct Limits {
    let direction: Double
    let smallest: Double
    let tolerance: Double
  }

  private struct Candidate {
    var column = -1
    var size = 0.0
    var distance = 0.0
  }

  private static func shorten(
    _ reach: inout Double, _ row: borrowing SparseVector, _ offset: Int,
    _ moves: borrowing [Int8], _ reducedCosts: borrowing [Double], _ limits: Limits
  ) {
    let pattern = row.pattern.span
    let entries = row.values.span
    let moves = moves.span
    let reducedCosts = reducedCosts.span
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let move = moves[offset + index]
      if move == 0 { continue }
      let pivot = limits.direction * entries[index]
      let size = move == 2 ? abs(pivot) : Double(move) * pivot
      if size <= limits.smallest { continue }
      let distance = move == 2 ? 0 : Double(move) * reducedCosts[offset + index]
      reach = min(reach, max(distance + limits.tolerance, 0) / size)
    }
  }

  private static func choose(
    _ best: inout Candidate, _ row: borrowing SparseVector, _ offset: Int,
    _ moves: borrowing [Int8], _ reducedCosts: borrowing [Double], _ limits: Limits,
    _ reach: Double
  ) {
    let pattern = row.pattern.span
    let entries = row.values.span
    let moves = moves.span
    let reducedCosts = reducedCosts.span
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let move = moves[offset + index]
      if move == 0 { continue }
      let pivot = limits.direction * entries[index]
      let size = move == 2 ? abs(pivot) : Double(move) * pivot
      if size <= limits.smallest || size < best.size { continue }
      let column = offset + index
      let distance = move == 2 ? 0 : Double(move) * reducedCosts[column]
      if distance > reach * size { continue }
      if size == best.size && column > best.column { continue }
      best = Candidate(column: column, size: size, distance: distance)
    }
  }
}
