/// A row that takes part in the proof that a reduced program is infeasible.
struct Contradiction {
  /// The row.
  let row: Int32
  /// Its multiplier.
  let multiplier: Double
  /// Its entries.
  let entries: UndoLog.Entries
}

extension ReducibleProgram {
  /// Notes that `row`, times `multiplier`, cannot be satisfied together with the bounds of the
  /// columns and what else is noted.
  mutating func contradict(_ row: Int, times multiplier: Double) {
    if failure == nil { contradictions = [] }
    failure = failure ?? .infeasible
    guard failure == .infeasible else { return }
    contradictions.append(
      Contradiction(
        row: Int32(truncatingIfNeeded: row), multiplier: multiplier,
        entries: log.note(row: row, of: entries)))
  }
}

extension Restoration {
  /// Starts a certificate from a row that cannot be satisfied.
  mutating func add(_ contradiction: Contradiction, in log: UndoLog) {
    prices[Int(contradiction.row)] += contradiction.multiplier
    for place in contradiction.entries.range {
      reducedCosts[Int(log.indices[place])] -= contradiction.multiplier * log.values[place]
    }
  }
}
