internal import LinearAlgebra

/// The choice of the entering column in the dual simplex method.
///
/// The dual objective is piecewise linear along a step: beyond the breakpoint of a boxed column
/// it can go on rising if the column moves to its other bound. Breakpoints that lie within the
/// tolerance of one another form a group, of which the largest pivot is taken (Harris). See I.
/// Maros, "A generalized dual phase-2 simplex algorithm", *Eur. J. Oper. Res.* 149 (2003), 1–16,
/// and P. M. J. Harris, *Math. Program.* 5 (1973), 1–28.
struct DualRatioTest {
  /// The columns that move to their other bound.
  private(set) var flips: [Int32] = []

  /// A column whose reduced cost reaches zero somewhere along the step.
  private struct Candidate {
    let column: Int32
    /// The magnitude of the pivot.
    let size: Double
    /// The distance of the reduced cost from zero; negative if it has the wrong sign.
    let distance: Double
    /// Where along the step the reduced cost is zero.
    var breakpoint: Double { distance / size }
  }

  private var candidates: [Candidate] = []
  /// For each sorted candidate, the least relaxed breakpoint of it and those after it.
  private var reaches: [Double] = []
  /// Where the groups of candidates end.
  private var groupEnds: [Int] = []
  /// The least relaxed breakpoint of all.
  private var reach = Double.infinity

  /// Runs the test on the pivot row of `state`.
  ///
  /// - Parameters:
  ///   - state: The simplex state, with the pivot row of the leaving value.
  ///   - direction: 1 if the leaving value lies above its upper bound, -1 if below its lower.
  ///   - infeasibility: The distance of the leaving value from the bound.
  ///   - tolerance: How far reduced costs may err.
  /// - Returns: The entering column, or nil if no column stops the step.
  mutating func run(
    _ state: borrowing SimplexState, direction: Double, infeasibility: Double, tolerance: Double
  ) -> Int? {
    candidates.removeAll(keepingCapacity: true)
    flips.removeAll(keepingCapacity: true)
    reach = .infinity
    let updates = state.factorization.updateCount
    let smallest = max(
      state.pivotTolerance, updates < 10 ? 1e-9 : updates < 20 ? 3e-8 : 1e-7)
    gather(
      state.pivotRow, 0, state.moves, state.reducedCosts, direction, smallest, tolerance)
    gather(
      state.inverseRow, state.n, state.moves, state.reducedCosts, direction, smallest, tolerance)
    if candidates.isEmpty { return nil }
    guard let end = select(state.lower, state.upper, infeasibility: infeasibility) else {
      return nil
    }
    group(end, state.lower, state.upper, infeasibility: infeasibility, tolerance)
    return choose()
  }

  /// Collects the columns that stop the step somewhere.
  private mutating func gather(
    _ row: borrowing SparseVector, _ offset: Int, _ moves: borrowing [Int8],
    _ reducedCosts: borrowing [Double], _ direction: Double, _ smallest: Double,
    _ tolerance: Double
  ) {
    let pattern = row.pattern.span
    let entries = row.values.span
    let moves = moves.span
    let reducedCosts = reducedCosts.span
    var reach = self.reach
    for entry in 0..<row.count {
      let index = Int(pattern[entry])
      let column = offset + index
      let move = moves[column]
      if move == 0 { continue }
      var size = direction * entries[index]
      var distance = 0.0
      if move == 2 {
        size = abs(size)
      } else {
        size *= Double(move)
        distance = Double(move) * reducedCosts[column]
      }
      if size <= smallest { continue }
      candidates.append(
        Candidate(
          column: Int32(truncatingIfNeeded: column), size: size, distance: distance))
      if distance + tolerance < reach * size { reach = (distance + tolerance) / size }
    }
    self.reach = max(reach, 0)
  }

  /// Moves the candidates that the step may pass to the front; returns how many they are, or
  /// nil if the objective rises for ever.
  private mutating func select(
    _ lower: borrowing [Double], _ upper: borrowing [Double], infeasibility: Double
  ) -> Int? {
    let lower = lower.span
    let upper = upper.span
    var slope = infeasibility
    var end = 0
    var limit = 10 * reach + 1e-7
    while true {
      for index in end..<candidates.count {
        let candidate = candidates[index]
        if candidate.distance > limit * candidate.size { continue }
        let column = Int(candidate.column)
        slope -= candidate.size * (upper[column] - lower[column])
        if index != end { candidates.swapAt(index, end) }
        end += 1
      }
      if slope < 0 { return end }
      if end == candidates.count || limit > 1e100 {
        return slope <= 1e-9 * infeasibility ? end : nil
      }
      limit *= 10
    }
  }

  /// Sorts the first `end` candidates and divides them into groups as far as the objective rises.
  private mutating func group(
    _ end: Int, _ lower: borrowing [Double], _ upper: borrowing [Double], infeasibility: Double,
    _ tolerance: Double
  ) {
    candidates.removeLast(candidates.count - end)
    if end > 1 {
      candidates.sort { first, second in
        let (left, right) = (first.breakpoint, second.breakpoint)
        return left < right || left == right && first.column < second.column
      }
    }
    reaches.removeAll(keepingCapacity: true)
    reaches.append(contentsOf: repeatElement(Double.infinity, count: end))
    var least = Double.infinity
    for index in candidates.indices.reversed() {
      least = min(least, (candidates[index].distance + tolerance) / candidates[index].size)
      reaches[index] = least
    }
    groupEnds.removeAll(keepingCapacity: true)
    var slope = infeasibility
    var position = 0
    while position < end && slope >= 0 {
      let limit = reaches[position]
      repeat {
        let column = Int(candidates[position].column)
        slope -= candidates[position].size * (upper[column] - lower[column])
        position += 1
      } while position < end && candidates[position].breakpoint <= limit
      groupEnds.append(position)
    }
  }

  /// Takes the largest pivot of the last group in which it is not too small.
  private mutating func choose() -> Int? {
    var largest = 0.0
    for index in 0..<(groupEnds.last ?? 0) { largest = max(largest, candidates[index].size) }
    let threshold = min(0.1 * largest, 1)
    for group in groupEnds.indices.reversed() {
      let start = group == 0 ? 0 : groupEnds[group - 1]
      var best = start
      for index in start..<groupEnds[group] where candidates[index].size > candidates[best].size {
        best = index
      }
      if candidates[best].size < threshold { continue }
      for index in 0..<start { flips.append(candidates[index].column) }
      return Int(candidates[best].column)
    }
    return nil
  }
}
