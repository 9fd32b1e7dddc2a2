/// An equation of two columns, used to take out one of them; its bounds become bounds of the
/// other.
struct DoubletonEquation {
  /// The equation.
  let row: Int32
  /// The column taken out.
  let column: Int32
  /// The column that stays.
  let other: Int32
  /// Whether the lower bound of the column that stays comes from the one taken out.
  let givesLower: Bool
  /// Whether the upper bound of the column that stays comes from the one taken out.
  let givesUpper: Bool
  /// The entry of the column taken out.
  let weight: Double
  /// The entry of the column that stays.
  let otherWeight: Double
  /// The right-hand side.
  let end: Double
  /// The cost of the column taken out.
  let cost: Double
  /// Its lower bound.
  let lower: Double
  /// Its upper bound.
  let upper: Double
  /// Its other entries.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Takes one of the two columns of an equation out, if their entries are of similar size.
  mutating func substituteInDoubleton(_ row: Int) {
    let first = entries.first(inRow: row)
    let second = entries.next(inRow: first)
    let sizes = (abs(entries.value(of: first)), abs(entries.value(of: second)))
    guard max(sizes.0, sizes.1) <= 1000 * min(sizes.0, sizes.1) else { return }
    let counts = (
      entries.count(inColumn: entries.column(of: first)),
      entries.count(inColumn: entries.column(of: second))
    )
    let takesFirst = counts.0 != counts.1 ? counts.0 < counts.1 : sizes.0 >= sizes.1
    let (taken, kept) = takesFirst ? (first, second) : (second, first)
    let (column, other) = (entries.column(of: taken), entries.column(of: kept))
    let (weight, otherWeight) = (entries.value(of: taken), entries.value(of: kept))
    let end = rowLower[row]
    let ends = (
      (end - weight * lower[column]) / otherWeight, (end - weight * upper[column]) / otherWeight
    )
    let implied = weight / otherWeight > 0 ? (ends.1, ends.0) : ends
    guard
      let bounds = intersection(of: other, with: implied, slip: slip(of: row) / abs(otherWeight))
    else {
      contradict(row, times: activity(of: row).minimum > end ? -1 : 1)
      return
    }
    let step = DoubletonEquation(
      row: Int32(truncatingIfNeeded: row), column: Int32(truncatingIfNeeded: column),
      other: Int32(truncatingIfNeeded: other), givesLower: bounds.givesLower,
      givesUpper: bounds.givesUpper, weight: weight, otherWeight: otherWeight, end: end,
      cost: costs[column], lower: lower[column], upper: upper[column],
      entries: log.note(column: column, of: entries, excluding: row))
    let rowEntries = log.note(row: row, of: entries, excluding: column)
    log.append(.doubletonEquation(step))
    eliminate(
      column, by: row, weight: weight, end: end, rowEntries: rowEntries,
      columnEntries: step.entries)
    setBounds(of: other, bounds.lower, bounds.upper)
  }
}

extension Restoration {
  mutating func undo(_ step: DoubletonEquation, in log: UndoLog) {
    let (row, column, other) = (Int(step.row), Int(step.column), Int(step.other))
    let owed = cost(step.cost) - log.product(of: step.entries, with: prices)
    prices[row] = owed / step.weight
    values[column] = (step.end - step.otherWeight * values[other]) / step.weight
    reducedCosts[column] = 0
    columnStatus[column] = .basic
    if let side = side(ofColumn: other), side == .lower ? step.givesLower : step.givesUpper {
      // The bound belongs to the column taken out: it is held there, and the other is basic.
      let change = reducedCosts[other] / step.otherWeight
      prices[row] += change
      reducedCosts[column] = -step.weight * change
      reducedCosts[other] = 0
      columnStatus[other] = .basic
      let own = side.times(-step.weight * step.otherWeight)
      columnStatus[column] = own.status
      if kind == .vertex { values[column] = own == .lower ? step.lower : step.upper }
    }
    hold(equation: row)
  }
}
