internal import PolicingDomain

/// Everything that is counted while rows are grouped to calls, in whole numbers.
struct GroupingTally: Sendable {
  /// What can be noticed.
  enum Kind: Int, CaseIterable {
    case rowRepeated, equalWithoutSign, partialJoined, overlapJoined, overlapKept, statusRepeated
    case sentAgain, neverCleared, clearedOnly
    case reopened, numberReused, withoutUnit, rowWithoutUnit
    case received, priority, category, district, beat, origin, outcome
  }

  private(set) var rows = 0
  private(set) var calls = 0
  private(set) var responses = 0
  private var counts = [Int](repeating: 0, count: Kind.allCases.count)
  private var seconds = [Int](repeating: 0, count: Kind.allCases.count)

  subscript(kind: Kind) -> Int { counts[kind.rawValue] }

  /// Returns the unit-seconds that went with `kind`.
  func seconds(of kind: Kind) -> Int { seconds[kind.rawValue] }

  mutating func count(_ kind: Kind, _ often: Int = 1, seconds: Int = 0) {
    counts[kind.rawValue] += often
    self.seconds[kind.rawValue] += seconds
  }

  mutating func countRow() { rows += 1 }

  mutating func countCall(responses: Int) {
    calls += 1
    self.responses += responses
  }
}

extension GroupingTally {
  /// The books of a finished grouping by `rules`.
  func books(_ rules: CleaningRules) -> CallLedger.Grouping {
    CallLedger.Grouping(
      rowsGrouped: rows - self[.rowRepeated], rowsRepeated: self[.rowRepeated], calls: calls,
      responses: responses, entries: rowEntries + unitEntries + callEntries(rules) + conflicts)
  }

  private func entry(
    _ kind: Kind, _ what: String, _ remedy: String, hours: Bool = false
  ) -> CallLedger.Entry? {
    guard self[kind] > 0 else { return nil }
    return CallLedger.Entry(
      what: what, rows: self[kind], remedy: remedy,
      unitHours: hours ? UnitHours(Double(seconds(of: kind)) / 3600) : nil)
  }

  private var rowEntries: [CallLedger.Entry] {
    [
      entry(
        .rowRepeated, "rows: equal to another row of the same unit on the same call",
        "counted once", hours: true),
      entry(
        .equalWithoutSign, "rows: equal to another row of the same call, no unit told",
        "kept: they may be two units; map the column of call signs as `unit`, if there is one",
        hours: true),
      entry(
        .partialJoined, "rows: another part of the same assignment of a unit",
        "joined, the stamps of each kept"),
      entry(
        .overlapJoined, "rows: the same unit on the same call at overlapping times",
        "joined from the first dispatch to the last clearance", hours: true),
      entry(
        .overlapKept, "rows: the same unit on the same call at overlapping times",
        "kept, so that hours count twice; the preset cpsm joins them", hours: true),
      entry(
        .statusRepeated, "rows: a status that the unit already had", "the first time is kept"),
      entry(
        .rowWithoutUnit, "rows: about the call and no unit", "used for what they tell of the call"),
    ].compactMap { $0 }
  }

  private var unitEntries: [CallLedger.Entry] {
    [
      entry(
        .sentAgain, "units: sent to the same call again",
        "each time counts as a part of its own"),
      entry(
        .neverCleared, "units: never cleared",
        "the clearance stays missing, whatever the others did"),
      entry(.clearedOnly, "units: cleared and never dispatched", "the dispatch stays missing"),
    ].compactMap { $0 }
  }

  private func callEntries(_ rules: CleaningRules) -> [CallLedger.Entry] {
    [
      entry(
        .reopened,
        "calls: taken up again after no unit was on them for \(rules.idleBeforeReopening.words)",
        "one call, with the idle time in no unit's time"),
      entry(
        .numberReused,
        "calls: with the number of one that ended more than \(rules.numberReuse.words) before",
        "a call of its own"),
      entry(
        .withoutUnit, "calls: without a unit",
        "never dispatched, or the export does not tell"),
    ].compactMap { $0 }
  }

  private var conflicts: [CallLedger.Entry] {
    let kinds: [(Kind, String, String)] = [
      (.received, "received", "the earliest is taken"),
      (.priority, "priority", "that of the first row in time is taken"),
      (.category, "category", "that of the last row in time is taken"),
      (.district, "district", "that of the last row in time is taken"),
      (.beat, "beat", "that of the last row in time is taken"),
      (.origin, "origin", "that of the first row in time is taken"),
      (.outcome, "outcome", "that of the last row in time is taken"),
    ]
    return kinds.compactMap { kind, field, rule in
      entry(kind, "calls: rows differ in \(field)", rule)
    }
  }
}

extension Hours {
  /// The length in hours, minutes or seconds, whichever makes a whole number.
  var words: String {
    let seconds = Int((value * 3600).rounded())
    if seconds % 3600 == 0 { return "\(seconds / 3600) h" }
    return seconds % 60 == 0 ? "\(seconds / 60) min" : "\(seconds) s"
  }
}
