/// A column that was a multiple of another one, costs included, and was merged into it.
struct ParallelColumn {
  /// The column that was taken out.
  let column: Int32
  /// The column that stayed, which stood for itself plus `factor` times the other.
  let other: Int32
  /// The factor by which the column is a multiple of the one that stayed.
  let factor: Double
  /// The bounds of the column that was taken out.
  let bounds: (lower: Double, upper: Double)
  /// The bounds of the column that stayed, before.
  let otherBounds: (lower: Double, upper: Double)
}

extension ReducibleProgram {
  /// Merges columns that are multiples of others, and puts those to a bound that cost more than
  /// another one that is without bound.
  ///
  /// - Complexity: O(entries) on average.
  mutating func mergeParallelColumns() {
    var search = ParallelSearch(lineCount: hasColumn.count)
    for column in hasColumn.indices
    where hasColumn[column] && entries.count(inColumn: column) > 0 {
      let hash = hash(ofColumn: column)
      var other = search.first(with: hash)
      while other >= 0 && hasColumn[column] {
        let following = search.next(after: other)
        if hasColumn[other], let factor = factor(ofColumn: column, to: other) {
          compare(column, with: other, factor: factor)
        }
        other = following
      }
      if failure != nil { return }
      if hasColumn[column] { search.add(column, with: hash) }
    }
  }

  private func hash(ofColumn column: Int) -> UInt64 {
    var entry = entries.first(inColumn: column)
    var reference = entry
    while entry >= 0 {
      if entries.row(of: entry) < entries.row(of: reference) { reference = entry }
      entry = entries.next(inColumn: entry)
    }
    let scale = 1 / entries.value(of: reference)
    var hash: UInt64 = 0
    entry = entries.first(inColumn: column)
    while entry >= 0 {
      hash &+= ParallelSearch.hash(
        index: entries.row(of: entry), value: entries.value(of: entry) * scale)
      entry = entries.next(inColumn: entry)
    }
    return hash
  }

  /// The factor by which `column` is a multiple of `other`, if it is one; costs do not count.
  private func factor(ofColumn column: Int, to other: Int) -> Double? {
    guard entries.count(inColumn: column) == entries.count(inColumn: other) else { return nil }
    var factor: Double?
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      var place = entries.first(inColumn: other)
      while place >= 0 && entries.row(of: place) != row { place = entries.next(inColumn: place) }
      if place < 0 { return nil }
      let value = entries.value(of: entry)
      let known = factor ?? value / entries.value(of: place)
      factor = known
      if abs(value - known * entries.value(of: place)) > 2e-15 * abs(value) { return nil }
      entry = entries.next(inColumn: entry)
    }
    return factor
  }

  /// Merges `column` into `other`, or puts one of them to a bound, if possible.
  private mutating func compare(_ column: Int, with other: Int, factor: Double) {
    // The reduced cost of the column exceeds that of the other, times the factor, by this.
    let excess = costs[column] - factor * costs[other]
    let scale = max(abs(costs[column]), abs(factor * costs[other]))
    if abs(excess) <= 4e-16 * scale {
      if isFree(other) {
        // Its reduced cost is zero, and so is that of the column, which may be anywhere.
        fixAnywhere(column)
      } else if isFree(column) {
        fixAnywhere(other)
      } else {
        merge(column, into: other, factor: factor)
      }
    } else if abs(excess) > 1e-9 * max(1, scale) {
      if fix(column, excess: excess, other: other, factor: factor) { return }
      _ = fix(other, excess: -excess / factor, other: column, factor: 1 / factor)
    }
  }

  private func isFree(_ column: Int) -> Bool {
    lower[column] == -.infinity && upper[column] == .infinity
  }

  private mutating func merge(_ column: Int, into other: Int, factor: Double) {
    let bounds = (lower: lower[column], upper: upper[column])
    let otherBounds = (lower: lower[other], upper: upper[other])
    let (low, high) = factor > 0 ? bounds : (bounds.upper, bounds.lower)
    let sum = (otherBounds.lower + factor * low, otherBounds.upper + factor * high)
    // A column that becomes free may end up nonbasic at zero; then zero must be where both are
    // at bounds.
    let meet =
      (bounds.lower.isFinite ? bounds.lower : bounds.upper) * factor
      + (otherBounds.lower.isFinite ? otherBounds.lower : otherBounds.upper)
    if sum.0 == -.infinity && sum.1 == .infinity && meet != 0 { return }
    log.append(
      .parallelColumn(
        ParallelColumn(
          column: Int32(truncatingIfNeeded: column), other: Int32(truncatingIfNeeded: other),
          factor: factor, bounds: bounds, otherBounds: otherBounds)))
    remove(column: column)
    setBounds(of: other, sum.0, sum.1)
  }

  /// Puts `column`, whose reduced cost is `factor` times that of `other` plus `excess`, to a bound
  /// if the sign of the other's reduced cost is known and decides.
  private mutating func fix(
    _ column: Int, excess: Double, other: Int, factor: Double
  ) -> Bool {
    let (low, high) = factor > 0 ? (lower[other], upper[other]) : (-upper[other], -lower[other])
    let isNonnegative: Bool = high == .infinity
    let isNonpositive: Bool = low == -.infinity
    if excess > 0 && isNonnegative {
      if lower[column] > -.infinity {
        fix(column, at: lower[column], .lower)
      } else {
        failure = failure ?? .unbounded
      }
      return true
    }
    if excess < 0 && isNonpositive {
      if upper[column] < .infinity {
        fix(column, at: upper[column], .upper)
      } else {
        failure = failure ?? .unbounded
      }
      return true
    }
    return false
  }
}

extension Restoration {
  mutating func undo(_ step: ParallelColumn) {
    let (column, other) = (Int(step.column), Int(step.other))
    reducedCosts[column] = step.factor * reducedCosts[other]
    let total = values[other]
    if kind == .vertex, columnStatus[other] == .atLower || columnStatus[other] == .atUpper {
      let side: Side = columnStatus[other] == .atLower ? .lower : .upper
      let own = side.times(step.factor)
      columnStatus[column] = own.status
      values[column] = own == .lower ? step.bounds.lower : step.bounds.upper
      values[other] = side == .lower ? step.otherBounds.lower : step.otherBounds.upper
      return
    }
    split(total, step)
  }

  /// Splits a total between two columns so that one of them is at a bound.
  private mutating func split(_ total: Double, _ step: ParallelColumn) {
    let (column, other) = (Int(step.column), Int(step.other))
    var best = (error: Double.infinity, value: 0.0, rest: 0.0)
    var status = (columnStatus[other], columnStatus[other])
    for (bound, held) in Self.candidates(step.bounds) {
      let rest = total - step.factor * bound
      let error = Self.miss(of: rest, step.otherBounds)
      if error < best.error {
        best = (error, bound, rest)
        status = (held, columnStatus[other])
      }
    }
    for (bound, held) in Self.candidates(step.otherBounds) {
      let value = (total - bound) / step.factor
      let error = Self.miss(of: value, step.bounds)
      if error < best.error {
        best = (error, value, bound)
        status = (columnStatus[other], held)
      }
    }
    // A total of zero that was free is where both are at bounds.
    if columnStatus[other] == .free { status = (.atLower, .atLower) }
    values[column] = best.value
    values[other] = best.rest
    (columnStatus[column], columnStatus[other]) = status
  }

  private static func candidates(
    _ bounds: (lower: Double, upper: Double)
  ) -> [(Double, Basis.Status)] {
    [(bounds.lower, .atLower), (bounds.upper, .atUpper)].filter { $0.0.isFinite }
  }

  private static func miss(of value: Double, _ bounds: (lower: Double, upper: Double)) -> Double {
    max(bounds.lower - value, value - bounds.upper, 0)
  }
}
