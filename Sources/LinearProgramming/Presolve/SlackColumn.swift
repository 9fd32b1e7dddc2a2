/// A column with one entry, taken out as if it were the slack of its row: what it can contribute
/// widens the row.
///
/// The row is an equation, or the column costs nothing.
struct SlackColumn {
  /// The row.
  let row: Int32
  /// The column.
  let column: Int32
  /// Its entry.
  let weight: Double
  /// Its cost when it was taken out.
  let cost: Double
  /// Its bounds.
  let bounds: (lower: Double, upper: Double)
  /// The ends of the row before.
  let ends: (lower: Double, upper: Double)
  /// The other entries of the row.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Takes out a column with one entry as a slack.
  ///
  /// - Returns: Whether it did.
  mutating func absorb(_ column: Int) -> Bool {
    let entry = entries.first(inColumn: column)
    let row = entries.row(of: entry)
    let weight = entries.value(of: entry)
    let ends = (lower: rowLower[row], upper: rowUpper[row])
    let bounds = (lower: lower[column], upper: upper[column])
    guard ends.lower == ends.upper || costs[column] == 0 else { return false }
    guard entries.count(inRow: row) > 1, isStable(entry) else { return false }
    let noted = log.note(row: row, of: entries, excluding: column)
    log.append(
      .slackColumn(
        SlackColumn(
          row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
          weight: weight, cost: costs[column], bounds: bounds, ends: ends, entries: noted)))
    work += noted.count
    let price = costs[column] / weight
    for place in noted.range where price != 0 {
      add(cost: -price * log.values[place], to: Int(log.indices[place]))
    }
    let (low, high) = weight > 0 ? (bounds.lower, bounds.upper) : (bounds.upper, bounds.lower)
    rowLower[row] = ends.lower - weight * high
    rowUpper[row] = ends.upper - weight * low
    remove(column: column)
    listColumns(of: row)
    return true
  }
}

extension Restoration {
  mutating func undo(_ step: SlackColumn, in log: UndoLog) {
    let (row, column) = (Int(step.row), Int(step.column))
    let rest = log.product(of: step.entries, with: values)
    let isEquation: Bool = step.ends.lower == step.ends.upper
    let held = side(ofRow: row)
    reducedCosts[column] = -step.weight * prices[row]
    if isEquation { prices[row] += cost(step.cost) / step.weight }
    if kind == .vertex, let held {
      // The row is held where both its own end and the column's bound are.
      let own = held.opposite.times(step.weight)
      columnStatus[column] = own.status
      values[column] = own == .lower ? step.bounds.lower : step.bounds.upper
      if isEquation { hold(equation: row) }
      return
    }
    place(step, rest: rest, isEquation: isEquation)
  }

  /// Chooses the value of a column whose row is not held.
  private mutating func place(_ step: SlackColumn, rest: Double, isEquation: Bool) {
    let (row, column) = (Int(step.row), Int(step.column))
    let ends = (
      (step.ends.lower - rest) / step.weight, (step.ends.upper - rest) / step.weight
    )
    let needed = step.weight > 0 ? ends : (ends.1, ends.0)
    // Within its bounds, the column must lie between the needed ends; a bound that does so keeps
    // the row basic.
    let isLowerIn =
      !isEquation && step.bounds.lower.isFinite
      && step.bounds.lower >= needed.0 && step.bounds.lower <= needed.1
    let isUpperIn =
      !isEquation && step.bounds.upper.isFinite
      && step.bounds.upper >= needed.0 && step.bounds.upper <= needed.1
    if kind != .vertex {
      let low = max(needed.0, step.bounds.lower)
      let high = min(needed.1, step.bounds.upper)
      values[column] = low.isFinite ? (high.isFinite ? (low + high) / 2 : low) : high
      if !values[column].isFinite { values[column] = 0 }
    } else if isLowerIn {
      values[column] = step.bounds.lower
      columnStatus[column] = .atLower
    } else if isUpperIn {
      values[column] = step.bounds.upper
      columnStatus[column] = .atUpper
    } else {
      let takesFirst = needed.0.isFinite && needed.0 >= step.bounds.lower
      values[column] = takesFirst ? needed.0 : needed.1
      columnStatus[column] = .basic
      // A column at its needed lower end holds the row at its lower end if the weight is positive.
      let side: Side = takesFirst ? .lower : .upper
      rowStatus[row] = side.times(step.weight).status
      if isEquation { hold(equation: row) }
    }
  }
}
