/// A column put to a value and taken out.
struct FixedColumn {
  /// Why the column has its value.
  enum Hold {
    /// It is its lower bound.
    case lower
    /// It is its upper bound.
    case upper
    /// Both bounds are that value.
    case both
    /// It has no bounds.
    case free
  }

  /// The column.
  let column: Int32
  /// Why it has its value.
  let hold: Hold
  /// Its value.
  let value: Double
  /// Its cost when it was taken out.
  let cost: Double
  /// Its entries then.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Puts `column` to `value` and takes it out.
  mutating func fix(_ column: Int, at value: Double, _ hold: FixedColumn.Hold) {
    let noted = log.note(column: column, of: entries)
    if value != 0 {
      var entry = entries.first(inColumn: column)
      while entry >= 0 {
        shift(row: entries.row(of: entry), by: -entries.value(of: entry) * value)
        entry = entries.next(inColumn: entry)
      }
    }
    work += noted.count
    log.append(
      .fixedColumn(
        FixedColumn(
          column: Int32(truncatingIfNeeded: column), hold: hold, value: value,
          cost: costs[column], entries: noted)))
    remove(column: column)
  }

  /// Takes out a column whose bounds leave it no room.
  ///
  /// - Returns: Whether it did.
  mutating func fixIfTight(_ column: Int) -> Bool {
    let (low, high) = (lower[column], upper[column])
    guard low.isFinite, high - low <= 1e-13 * max(1, abs(low)) else { return false }
    fix(column, at: low, .both)
    return true
  }

  /// Takes out a column without entries.
  mutating func fixEmpty(_ column: Int) {
    let (low, high, cost) = (lower[column], upper[column], costs[column])
    if cost > 0 && low == -.infinity || cost < 0 && high == .infinity {
      // Nothing but rounding proves nothing.
      if abs(cost) > 1e-10 * costScales[column] {
        failure = failure ?? .unbounded
      } else {
        fixAnywhere(column)
      }
    } else if cost > 0 {
      fix(column, at: low, .lower)
    } else if cost < 0 {
      fix(column, at: high, .upper)
    } else {
      fixAnywhere(column)
    }
  }

  /// Takes out a column whose reduced cost is zero, at its bound nearest zero.
  mutating func fixAnywhere(_ column: Int) {
    let (low, high) = (lower[column], upper[column])
    if low == -.infinity && high == .infinity {
      fix(column, at: 0, .free)
    } else if abs(low) <= abs(high) {
      fix(column, at: low, .lower)
    } else {
      fix(column, at: high, .upper)
    }
  }
}

extension Restoration {
  mutating func undo(_ step: FixedColumn, in log: UndoLog) {
    let column = Int(step.column)
    let reduced = cost(step.cost) - log.product(of: step.entries, with: prices)
    values[column] = step.value
    reducedCosts[column] = reduced
    columnStatus[column] =
      switch step.hold {
      case .lower: .atLower
      case .upper: .atUpper
      case .both: reduced >= 0 ? .atLower : .atUpper
      case .free: .free
      }
  }
}
