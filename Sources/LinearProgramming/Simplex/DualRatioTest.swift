internal import LinearAlgebra

/// The choice of the entering column in the dual simplex method.
///
/// The dual objective is piecewise linear along a step: beyond the breakpoint of a boxed column
/// it can go on rising if the column moves to its other bound. Within each piece the largest
/// pivot is taken, reduced costs being allowed to err by the tolerance (Harris). See I. Maros,
/// "A generalized dual phase-2 simplex algorithm", *Eur. J. Oper. Res.* 149 (2003), 1–16, and
/// P. M. J. Harris, *Math. Program.* 5 (1973), 1–28.
struct DualRatioTest {
  /// The columns that move to their other bound.
  private(set) var flips: [Int32] = []

  /// The candidates: column, magnitude of the pivot, distance of the reduced cost from zero.
  private var columns: [Int32] = []
  private var sizes: [Double] = []
  private var distances: [Double] = []
  /// Where the groups of candidates end.
  private var groupEnds: [Int] = []

  /// The least ratio, the tolerance added to each distance.
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
    columns.removeAll(keepingCapacity: true)
    sizes.removeAll(keepingCapacity: true)
    distances.removeAll(keepingCapacity: true)
    groupEnds.removeAll(keepingCapacity: true)
    flips.removeAll(keepingCapacity: true)
    reach = .infinity
    let updates = state.factorization.updateCount
    let smallest = max(
      state.pivotTolerance, updates < 10 ? 1e-9 : updates < 20 ? 3e-8 : 1e-7)
    gather(
      state.pivotRow, 0, state.moves, state.reducedCosts, direction, smallest, tolerance)
    gather(
      state.inverseRow, state.n, state.moves, state.reducedCosts, direction, smallest, tolerance)
    if columns.isEmpty { return nil }
    group(state.lower, state.upper, infeasibility: infeasibility, tolerance)
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
      let pivot = direction * entries[index]
      if move == 2 {
        if abs(pivot) <= smallest { continue }
        append(column, abs(pivot), 0)
        reach = min(reach, tolerance / abs(pivot))
        continue
      }
      let size = Double(move) * pivot
      if size <= smallest { continue }
      let distance = Double(move) * reducedCosts[column]
      append(column, size, distance)
      if distance + tolerance < reach * size { reach = (distance + tolerance) / size }
    }
    self.reach = reach
  }

  @inline(__always)
  private mutating func append(_ column: Int, _ size: Double, _ distance: Double) {
    columns.append(Int32(truncatingIfNeeded: column))
    sizes.append(size)
    distances.append(distance)
  }

  /// Moves the candidates that the step passes to the front, group by group, until it would no
  /// longer raise the objective.
  private mutating func group(
    _ lower: borrowing [Double], _ upper: borrowing [Double], infeasibility: Double,
    _ tolerance: Double
  ) {
    let lower = lower.span
    let upper = upper.span
    var slope = infeasibility
    var end = 0
    var step = reach
    let count = columns.count
    while slope >= 0 && end < count && groupEnds.count < 100 {
      // Passing a doubling step at a time bounds the number of groups by a logarithm.
      let groups = groupEnds.count
      let reached = max(step, 0)
      let limit = groups < 8 ? reached : reached * Double(1 << min(groups - 7, 40))
      var next = Double.infinity
      for index in end..<count {
        let size = sizes[index]
        if distances[index] <= limit * size {
          let column = Int(columns[index])
          slope -= size * (upper[column] - lower[column])
          exchange(index, end)
          end += 1
        } else if distances[index] + tolerance < next * size {
          next = (distances[index] + tolerance) / size
        }
      }
      groupEnds.append(end)
      step = next
    }
    isBounded = slope <= 1e-9 * infeasibility
  }

  /// Whether the slope has become negative, so that the step is bounded.
  private var isBounded = false

  @inline(__always)
  private mutating func exchange(_ first: Int, _ second: Int) {
    if first == second { return }
    columns.swapAt(first, second)
    sizes.swapAt(first, second)
    distances.swapAt(first, second)
  }

  /// Takes the largest pivot of the last group in which it is not too small.
  private mutating func choose() -> Int? {
    if !isBounded { return nil }
    var largest = 0.0
    for index in 0..<(groupEnds.last ?? 0) { largest = max(largest, sizes[index]) }
    let threshold = min(0.1 * largest, 1)
    for group in groupEnds.indices.reversed() {
      let start = group == 0 ? 0 : groupEnds[group - 1]
      var best = -1
      for index in start..<groupEnds[group] {
        if best < 0 || sizes[index] > sizes[best]
          || sizes[index] == sizes[best] && columns[index] < columns[best]
        {
          best = index
        }
      }
      if best < 0 || sizes[best] < threshold { continue }
      for index in 0..<start { flips.append(columns[index]) }
      return Int(columns[best])
    }
    return nil
  }
}
