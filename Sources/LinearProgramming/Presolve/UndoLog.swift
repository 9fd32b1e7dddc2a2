/// What has been done to a program, in order, so that it can be undone in the opposite order.
struct UndoLog {
  /// One reduction.
  enum Step {
    case redundantRow(Int32)
    case fixedColumn(FixedColumn)
    case forcingRow(ForcingRow)
    case singletonRow(SingletonRow)
    case doubletonEquation(DoubletonEquation)
    case substitutedColumn(SubstitutedColumn)
    case slackColumn(SlackColumn)
    case costlessColumn(CostlessColumn)
    case impliedEquation(ImpliedEquation)
    case parallelRow(ParallelRow)
    case parallelColumn(ParallelColumn)
  }

  /// Entries of a row or a column as they were when a step was taken.
  struct Entries {
    /// Where they begin in ``UndoLog/indices`` and ``UndoLog/values``.
    let start: Int
    /// How many they are.
    let count: Int

    /// Where they are.
    var range: Range<Int> { start..<start + count }
  }

  /// The steps, the first done first.
  private(set) var steps: [Step] = []
  /// The columns of the entries of rows, and the rows of the entries of columns.
  private(set) var indices: [Int32] = []
  /// The values of the entries.
  private(set) var values: [Double] = []
  /// The rows taken out with costless columns.
  private(set) var costlessRows: [CostlessRow] = []

  /// Notes a row taken out with a costless column.
  mutating func append(_ row: CostlessRow) { costlessRows.append(row) }

  /// Notes a step.
  mutating func append(_ step: Step) { steps.append(step) }

  /// Notes the entries of `row`, without that of column `excluded`.
  mutating func note(
    row: Int, of entries: LinkedEntries, excluding excluded: Int = -1
  ) -> Entries {
    let start = indices.count
    var entry = entries.first(inRow: row)
    while entry >= 0 {
      let column = entries.column(of: entry)
      if column != excluded {
        indices.append(Int32(truncatingIfNeeded: column))
        values.append(entries.value(of: entry))
      }
      entry = entries.next(inRow: entry)
    }
    return Entries(start: start, count: indices.count - start)
  }

  /// Notes the entries of `column`, without that of row `excluded`.
  mutating func note(
    column: Int, of entries: LinkedEntries, excluding excluded: Int = -1
  ) -> Entries {
    let start = indices.count
    var entry = entries.first(inColumn: column)
    while entry >= 0 {
      let row = entries.row(of: entry)
      if row != excluded {
        indices.append(Int32(truncatingIfNeeded: row))
        values.append(entries.value(of: entry))
      }
      entry = entries.next(inColumn: entry)
    }
    return Entries(start: start, count: indices.count - start)
  }

  /// Returns Σ value·`vector`[index] over noted entries.
  func product(of entries: Entries, with vector: [Double]) -> Double {
    var sum = 0.0
    for place in entries.range { sum += values[place] * vector[Int(indices[place])] }
    return sum
  }
}
