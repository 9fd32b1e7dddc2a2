/// The least and the largest activity of a row that the bounds of its columns allow.
struct RowActivity {
  /// The sum of the finite contributions to the least activity.
  var least = 0.0
  /// The sum of the finite contributions to the largest activity.
  var largest = 0.0
  /// How many contributions to the least activity are infinite.
  var leastInfinite = 0
  /// How many contributions to the largest activity are infinite.
  var largestInfinite = 0
  /// The sum of the magnitudes of all finite contributions, for the rounding.
  var magnitude = 0.0

  /// The least activity.
  var minimum: Double { leastInfinite > 0 ? -.infinity : least }
  /// The largest activity.
  var maximum: Double { largestInfinite > 0 ? .infinity : largest }
  /// A bound on the rounding in the sums.
  var rounding: Double { 1e-15 * magnitude }

  /// Adds the contribution of a column within `lower`...`upper`.
  @inline(__always)
  mutating func add(_ weight: Double, lower: Double, upper: Double) {
    let low = weight * (weight > 0 ? lower : upper)
    let high = weight * (weight > 0 ? upper : lower)
    if low == -.infinity {
      leastInfinite += 1
    } else {
      least += low
      magnitude += abs(low)
    }
    if high == .infinity {
      largestInfinite += 1
    } else {
      largest += high
      magnitude += abs(high)
    }
  }

  /// The least activity of the other columns.
  func minimum(without weight: Double, lower: Double, upper: Double) -> Double {
    let low = weight * (weight > 0 ? lower : upper)
    if low == -.infinity { return leastInfinite == 1 ? least : -.infinity }
    return leastInfinite == 0 ? least - low : -.infinity
  }

  /// The largest activity of the other columns.
  func maximum(without weight: Double, lower: Double, upper: Double) -> Double {
    let high = weight * (weight > 0 ? upper : lower)
    if high == .infinity { return largestInfinite == 1 ? largest : .infinity }
    return largestInfinite == 0 ? largest - high : .infinity
  }
}

extension ReducibleProgram {
  /// The range of the activity of `row`; summed afresh when something has changed.
  mutating func activity(of row: Int) -> RowActivity {
    if isActivityKnown[row] { return activities[row] }
    var activity = RowActivity()
    var entry = entries.first(inRow: row)
    while entry >= 0 {
      let column = entries.column(of: entry)
      activity.add(entries.value(of: entry), lower: lower[column], upper: upper[column])
      entry = entries.next(inRow: entry)
    }
    work += entries.count(inRow: row)
    activities[row] = activity
    isActivityKnown[row] = true
    return activity
  }

  /// The bounds on the column of `entry` that its row implies when the row's activity is kept
  /// within `low`...`high`, each widened by the rounding.
  mutating func impliedBounds(
    by entry: Int, within low: Double, _ high: Double
  ) -> (lower: Double, upper: Double) {
    let column = entries.column(of: entry)
    let weight = entries.value(of: entry)
    let activity = activity(of: entries.row(of: entry))
    let (from, to) = (lower[column], upper[column])
    let least = activity.minimum(without: weight, lower: from, upper: to)
    let largest = activity.maximum(without: weight, lower: from, upper: to)
    // weight·x is at least low − largest, and at most high − least.
    let bottom = (low - largest - activity.rounding) / weight
    let top = (high - least + activity.rounding) / weight
    return weight > 0 ? (bottom, top) : (top, bottom)
  }

  /// Whether the rows keep `column` within its bounds without their help.
  mutating func isImpliedFree(_ column: Int) -> Bool {
    var needsLower = lower[column] > -.infinity
    var needsUpper = upper[column] < .infinity
    var entry = entries.first(inColumn: column)
    while entry >= 0 && (needsLower || needsUpper) {
      let row = entries.row(of: entry)
      let implied = impliedBounds(by: entry, within: rowLower[row], rowUpper[row])
      if covers(lower: implied.lower, of: column) { needsLower = false }
      if covers(upper: implied.upper, of: column) { needsUpper = false }
      entry = entries.next(inColumn: entry)
    }
    return !needsLower && !needsUpper
  }

  /// Whether an implied lower bound makes the column's own one superfluous.
  func covers(lower implied: Double, of column: Int) -> Bool {
    let bound = lower[column]
    return implied >= bound - 1e-12 * max(1, abs(bound))
  }

  /// Whether an implied upper bound makes the column's own one superfluous.
  func covers(upper implied: Double, of column: Int) -> Bool {
    let bound = upper[column]
    return implied <= bound + 1e-12 * max(1, abs(bound))
  }
}
