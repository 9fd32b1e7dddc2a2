internal import LinearAlgebra

/// The choice of the leaving row in the first phase of the primal simplex method.
///
/// The sum of infeasibilities is piecewise linear along a step: it has a breakpoint wherever a
/// basic value meets a bound, and passing one makes its slope steeper by the magnitude of the
/// pivot. The step goes on as long as the slope is negative, values being allowed to err by the
/// tolerance; among breakpoints that lie so close that the tolerance cannot tell them apart the
/// largest pivot is taken. See I. Maros, *Computational Techniques of the Simplex Method*
/// (Kluwer 2003), section 9.6.4.
struct PrimalBreakpoints {
  /// The leaving row, or nil if the entering column meets its own other bound first.
  private(set) var row: Int?
  /// The length of the step, never negative; infinite if nothing stops it.
  private(set) var step = Double.infinity
  /// Whether the leaving value stops at its upper bound.
  private(set) var isUpper = false
  /// Whether the leaving value was beyond its bound already, so that it stays where it is.
  private(set) var isClipped = false
  /// The slope of the sum of infeasibilities at the start of the step.
  private(set) var slope = 0.0

  private struct Breakpoint {
    var time: Double
    /// The time at which the value has left the bound behind by the tolerance.
    var lateTime: Double
    var size: Double
    var row: Int32
    var isUpper: Bool
  }
  /// A heap by late time, least first.
  private var ahead: [Breakpoint] = []
  private var passed: [Breakpoint] = []

  /// Runs the test for an entering column that changes by `direction` per unit of step and
  /// whose bounds are `range` apart.
  ///
  /// - Complexity: O(k + p·log k) for k breakpoints, p of which are passed.
  mutating func run(_ state: borrowing SimplexState, direction: Double, range: Double) {
    row = nil
    step = .infinity
    isClipped = false
    slope = 0
    gather(state, direction)
    var next = slope
    passed.removeAll(keepingCapacity: true)
    while next < 0, let first = ahead.first, first.lateTime <= range {
      next += first.size
      passed.append(first)
      removeFirst()
    }
    if next < 0 && range < .infinity {
      step = range
      return
    }
    choose()
    if range <= step {
      step = range
      row = nil
      isClipped = false
    }
  }

  private mutating func gather(_ state: borrowing SimplexState, _ direction: Double) {
    let values = state.basicValues.span
    let lower = state.basicLower.span
    let upper = state.basicUpper.span
    let image = state.image.values.span
    let pattern = state.image.pattern.span
    ahead.removeAll(keepingCapacity: true)
    for entry in 0..<state.image.count {
      let row = Int(pattern[entry])
      let rate = -direction * image[row]
      let (value, low, high) = (values[row], lower[row], upper[row])
      let lowTolerance = state.feasibilityTolerance * max(1, abs(low))
      let highTolerance = state.feasibilityTolerance * max(1, abs(high))
      let isBelow = value < low - lowTolerance
      let isAbove = value > high + highTolerance
      if isBelow { slope -= rate }
      if isAbove { slope += rate }
      let size = abs(rate)
      if size <= state.pivotTolerance { continue }
      if rate > 0 {
        if isBelow { append(row, low - value, lowTolerance, size, isUpper: false) }
        if !isAbove && high < .infinity {
          append(row, high - value, highTolerance, size, isUpper: true)
        }
      } else {
        if isAbove { append(row, value - high, highTolerance, size, isUpper: true) }
        if !isBelow && low > -.infinity {
          append(row, value - low, lowTolerance, size, isUpper: false)
        }
      }
    }
    for index in stride(from: ahead.count / 2 - 1, through: 0, by: -1) { sink(index) }
  }

  @inline(__always)
  private mutating func append(
    _ row: Int, _ slack: Double, _ tolerance: Double, _ size: Double, isUpper: Bool
  ) {
    ahead.append(
      Breakpoint(
        time: slack / size, lateTime: (slack + tolerance) / size, size: size,
        row: Int32(truncatingIfNeeded: row), isUpper: isUpper))
  }

  private mutating func removeFirst() {
    let last = ahead.removeLast()
    if ahead.isEmpty { return }
    ahead[0] = last
    sink(0)
  }

  private mutating func sink(_ start: Int) {
    var heap = ahead.mutableSpan
    let count = heap.count
    let item = heap[start]
    var place = start
    while 2 * place + 1 < count {
      var child = 2 * place + 1
      if child + 1 < count && heap[child + 1].lateTime < heap[child].lateTime { child += 1 }
      if item.lateTime <= heap[child].lateTime { break }
      heap[place] = heap[child]
      place = child
    }
    heap[place] = item
  }

  /// Takes the largest pivot of the last group in which it is not too small.
  private mutating func choose() {
    var largest = 0.0
    for breakpoint in passed { largest = max(largest, breakpoint.size) }
    let threshold = min(0.1 * largest, 1)
    var best = -1
    var groupBest = -1
    var reach = -Double.infinity
    for (index, breakpoint) in passed.enumerated() {
      if breakpoint.time > reach {
        if groupBest >= 0 && passed[groupBest].size >= threshold { best = groupBest }
        reach = breakpoint.lateTime
        groupBest = index
      } else if breakpoint.size > passed[groupBest].size {
        groupBest = index
      }
    }
    if groupBest >= 0 && passed[groupBest].size >= threshold { best = groupBest }
    guard best >= 0 else { return }
    row = Int(passed[best].row)
    isUpper = passed[best].isUpper
    isClipped = passed[best].time < 0
    step = max(0, passed[best].time)
  }
}
