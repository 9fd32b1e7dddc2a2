/// The choice of the entering column in the dual simplex method.
///
/// The dual objective is piecewise linear along a step: beyond the breakpoint of a boxed column
/// it can go on rising if the column moves to its other bound. Within each piece the largest
/// pivot is taken, reduced costs being allowed to err by the tolerance (Harris). See I. Maros,
/// "A generalized dual phase-2 simplex algorithm", *Eur. J. Oper. Res.* 149 (2003), 1–16, and
/// P. M. J. Harris, *Math. Program.* 5 (1973), 1–28.
struct DualRatioTest {
  /// The entering column, or nil if no column stops the step.
  private(set) var entering: Int?
  /// The columns that move to their other bound.
  private(set) var flips: [Int] = []

  private struct Candidate {
    let column: Int
    /// The magnitude of the pivot.
    let size: Double
    /// The reduced cost's distance from the wrong sign.
    let distance: Double
    /// How much slope is lost by passing the breakpoint.
    let loss: Double
  }

  /// Runs the test on the pivot row of `state`.
  ///
  /// - Parameters:
  ///   - state: The simplex state, with the pivot row of the leaving value.
  ///   - direction: 1 if the leaving value lies above its upper bound, -1 if below its lower.
  ///   - infeasibility: The distance of the leaving value from the bound.
  init(_ state: borrowing SimplexState, direction: Double, infeasibility: Double) {
    var left = Self.candidates(state, direction: direction)
    var groups: [[Candidate]] = []
    var slope = infeasibility
    let tolerance = state.optimalityTolerance
    while slope >= 0 && !left.isEmpty {
      var step = Double.infinity
      for candidate in left {
        step = min(step, (candidate.distance + tolerance) / candidate.size)
      }
      // Passing a doubling step at a time bounds the number of groups by a logarithm.
      let reach = groups.count < 8 ? step : step * Double(1 << min(groups.count - 7, 40))
      var group: [Candidate] = []
      var rest: [Candidate] = []
      for candidate in left {
        if candidate.distance <= reach * candidate.size {
          group.append(candidate)
          slope -= candidate.loss
        } else {
          rest.append(candidate)
        }
      }
      groups.append(group)
      left = rest
    }
    // A slope that stays positive beyond the last breakpoint means that nothing stops the step.
    if slope >= 0 && slope > 1e-9 * infeasibility { return }
    choose(from: groups)
  }

  /// Takes the largest pivot of the last group in which it is not too small.
  private mutating func choose(from groups: [[Candidate]]) {
    let largest = groups.joined().reduce(0) { max($0, $1.size) }
    let threshold = min(0.1 * largest, 1)
    for index in groups.indices.reversed() {
      guard let best = groups[index].max(by: Self.isWorse), best.size >= threshold else { continue }
      entering = best.column
      flips = groups[..<index].joined().map(\.column)
      return
    }
  }

  private static func isWorse(_ a: Candidate, _ b: Candidate) -> Bool {
    (a.size, b.column) < (b.size, a.column)
  }

  private static func candidates(
    _ state: borrowing SimplexState, direction: Double
  ) -> [Candidate] {
    var candidates: [Candidate] = []
    let pattern = state.pivotPattern.span
    let entries = state.pivotRow.span
    let status = state.status.span
    let reducedCosts = state.reducedCosts.span
    let lower = state.lower.span
    let upper = state.upper.span
    let tolerance = state.pivotTolerance
    for index in pattern.indices {
      let column = pattern[index]
      let entry = direction * entries[column]
      if abs(entry) <= tolerance { continue }
      let distance: Double
      switch status[column] {
      case .basic: continue
      case .atLower:
        guard entry > 0 else { continue }
        distance = max(0, reducedCosts[column])
      case .atUpper:
        guard entry < 0 else { continue }
        distance = max(0, -reducedCosts[column])
      case .free: distance = 0
      }
      let range = upper[column] - lower[column]
      if range == 0 { continue }
      candidates.append(
        Candidate(
          column: column, size: abs(entry), distance: distance, loss: abs(entry) * range))
    }
    return candidates
  }
}
