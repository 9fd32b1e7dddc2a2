package import PolicingDomain

/// Rows of units, or of a log of statuses, grouped to calls with the part of each unit.
///
///     var grouping = CallGrouping(grain: .unit, rules: .plain)
///     for batch in batches { try grouping.add(batch) }
///     try grouping.finish { calls in … }
///     print(grouping.books)
///
/// Every row of a batch is one row of the export: what it tells of the call, and at most one
/// ``CallBatch/Response`` with what it tells of a unit. A row whose unit is not told has no response
/// where the export has a column of units, and one with the unit 0 where it has none. Rows with the
/// same number are one call, in whatever order they come; calls come out by their first row.
///
/// - Precondition: All batches share one growing list of names, as ``CallBatch/names`` says.
package struct CallGrouping: Sendable {
  private let grain: ColumnProfile.Grain
  private let rules: CleaningRules
  private let rowsInMemory: Int
  private var stored = CallBatch()

  /// Creates a grouping without rows.
  ///
  /// - Parameters:
  ///   - grain: What a row is: `unit` or `status`.
  ///   - rules: What tells two calls of one number, and joins rows of one unit, from each other.
  ///   - rowsInMemory: How many rows are held before they are put into a temporary file.
  package init(
    grain: ColumnProfile.Grain, rules: CleaningRules = .plain, rowsInMemory: Int = 1_000_000
  ) {
    self.grain = grain
    self.rules = rules
    self.rowsInMemory = max(1, rowsInMemory)
  }

  /// Takes the rows of a batch.
  package mutating func add(_ batch: CallBatch) throws(FileError) {
    for index in batch.rows.indices { stored.append(batch.call(at: index)) }
  }

  /// Hands out the calls, batch by batch, in the order of their first rows.
  package mutating func finish(each: (CallBatch) throws(FileError) -> Void) throws(FileError) {
    try each(stored)
  }

  /// What became of the rows, once finished.
  package var books: CallLedger.Grouping {
    CallLedger.Grouping(
      rowsGrouped: stored.rows.count, rowsRepeated: 0, calls: stored.rows.count,
      responses: stored.responses.count, entries: [])
  }
}
