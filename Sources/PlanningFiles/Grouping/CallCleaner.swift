package import PolicingDomain

/// Cleaning of finished calls by a preset, with the count of what each rule did.
///
///     var cleaner = CallCleaner(rules: .cpsm)
///     cleaner.clean(&batch)
///     print(cleaner.books.entries)
///
/// A call that one rule removes is not looked at by the next. Cleaners of several threads are
/// merged; their counts are whole numbers of records and seconds, so the result does not depend on
/// how the calls were divided. Stamps in an impossible order are left alone: whoever reads the rows
/// counts them.
package struct CallCleaner: Sendable {
  private enum Rule: Int, CaseIterable {
    case duplicateCall, noActivity, tooShort, tooLong, emptied, overLong, sceneTime
  }

  private let rules: CleaningRules
  private let tellsUnits: Bool
  private let shortest: Int
  private let longestOfOfficer: Int
  private let longest: Int
  private let sceneTime: Int
  private var kept = 0
  private var counts = [Int](repeating: 0, count: Rule.allCases.count)
  private var seconds = [Int](repeating: 0, count: Rule.allCases.count)

  /// Creates a cleaner.
  ///
  /// - Parameters:
  ///   - rules: What is removed, set to missing or noticed.
  ///   - tellsUnits: Whether the export tells of any unit or of any time after receipt; where it
  ///     does not, no call is called inactive for it.
  package init(rules: CleaningRules, tellsUnits: Bool = true) {
    self.rules = rules
    self.tellsUnits = tellsUnits
    shortest = rules.shortestOfficerInitiated.wholeSeconds
    longestOfOfficer = rules.longestOfficerInitiated?.wholeSeconds ?? Int.max
    longest = rules.longestUnitTime.wholeSeconds
    sceneTime = rules.noticedSceneTime.wholeSeconds
  }

  /// Cleans the calls of a batch; those that are removed leave no trace in it.
  ///
  /// - Complexity: O(calls + responses); nothing is moved where nothing is removed.
  package mutating func clean(_ batch: inout CallBatch) {
    var removed: [Int] = []
    var removedResponses: [Int] = []
    for index in batch.rows.indices {
      let range = batch.responseRange(at: index)
      if removes(batch, index, range) {
        removed.append(index)
        continue
      }
      let before = removedResponses.count
      for place in range where removesResponse(batch.responses[place], of: batch.rows[index]) {
        removedResponses.append(place)
      }
      let gone = removedResponses.count - before
      if gone > 0, gone == range.count {
        count(.emptied, seconds: 0)
        removedResponses.removeLast(gone)
        removed.append(index)
        continue
      }
      kept += 1
      disbelieve(&batch, index, range, except: removedResponses.suffix(gone))
    }
    if !removed.isEmpty || !removedResponses.isEmpty {
      batch = batch.without(removed, removedResponses)
    }
  }

  /// Adds what another cleaner of the same rules counted.
  package mutating func merge(_ other: CallCleaner) {
    precondition(rules == other.rules, "Only cleaners of the same rules can be merged")
    kept += other.kept
    for place in counts.indices {
      counts[place] += other.counts[place]
      seconds[place] += other.seconds[place]
    }
  }
}

extension CallCleaner {
  private mutating func count(_ rule: Rule, seconds: Int) {
    counts[rule.rawValue] += 1
    self.seconds[rule.rawValue] += seconds
  }

  /// Whether the whole call is removed.
  private mutating func removes(_ batch: CallBatch, _ index: Int, _ range: Range<Int>) -> Bool {
    let row = batch.rows[index]
    if rules.dropsDuplicateCalls, row.outcome == .duplicate {
      count(.duplicateCall, seconds: Self.seconds(of: row, batch.responses[range]))
      return true
    }
    if rules.dropsCallsWithoutActivity, tellsUnits, range.isEmpty, row.unitCount <= 0,
      !row.dispatched.isKnown, !row.enroute.isKnown, !row.arrived.isKnown, !row.cleared.isKnown
    {
      count(.noActivity, seconds: 0)
      return true
    }
    guard range.isEmpty, let rule = officerRule(row.dispatched, row.cleared, of: row) else {
      return false
    }
    count(rule, seconds: Self.seconds(of: row, []))
    count(.emptied, seconds: 0)
    return true
  }

  /// Whether one unit's part is removed from the call.
  private mutating func removesResponse(
    _ response: CallBatch.Response, of row: CallBatch.Row
  ) -> Bool {
    guard let rule = officerRule(response.dispatched, response.cleared, of: row) else {
      return false
    }
    count(rule, seconds: response.unitSeconds)
    return true
  }

  /// The rule by which a time of officer-initiated work does not count, if any.
  private func officerRule(
    _ dispatched: CallBatch.Stamp, _ cleared: CallBatch.Stamp, of row: CallBatch.Row
  ) -> Rule? {
    guard row.origin == .officer, dispatched.isKnown, cleared.isKnown else { return nil }
    let time = cleared.raw - dispatched.raw
    if time >= 0, time < shortest { return .tooShort }
    return time > longestOfOfficer ? .tooLong : nil
  }

  /// Sets clearances after times that are not believed to missing, and notices short times at the
  /// scene.
  private mutating func disbelieve(
    _ batch: inout CallBatch, _ index: Int, _ range: Range<Int>, except gone: ArraySlice<Int>
  ) {
    guard !range.isEmpty else {
      let row = batch.rows[index]
      if row.dispatched.isKnown, row.cleared.isKnown, row.cleared.raw - row.dispatched.raw > longest
      {
        count(.overLong, seconds: Self.seconds(of: row, []))
        batch.rows[index].cleared = .none
      } else {
        notice(row.arrived, row.cleared)
      }
      return
    }
    var isChanged = !gone.isEmpty
    for place in range.leaving(gone) {
      let response = batch.responses[place]
      if response.unitSeconds > longest {
        count(.overLong, seconds: response.unitSeconds)
        batch.responses[place].cleared = .none
        isChanged = true
      } else {
        notice(response.arrived, response.cleared)
      }
    }
    if isChanged { batch.summarize(index, range, except: gone) }
  }

  private mutating func notice(_ arrived: CallBatch.Stamp, _ cleared: CallBatch.Stamp) {
    guard arrived.isKnown, cleared.isKnown else { return }
    let time = cleared.raw - arrived.raw
    if time >= 0, time < sceneTime { count(.sceneTime, seconds: time) }
  }

  /// The unit-seconds of a call: of its responses, or of its units at the time of the call.
  private static func seconds(
    of row: CallBatch.Row, _ responses: ArraySlice<CallBatch.Response>
  ) -> Int {
    if !responses.isEmpty { return responses.reduce(0) { $0 + $1.unitSeconds } }
    guard row.dispatched.isKnown, row.cleared.isKnown else { return 0 }
    return max(0, row.cleared.raw - row.dispatched.raw) * max(1, Int(row.unitCount))
  }
}

extension CallCleaner {
  /// What each rule did.
  package var entries: [CallLedger.Entry] {
    let scene = rules.noticedSceneTime.words
    let short = rules.shortestOfficerInitiated.words
    let long = rules.longestOfficerInitiated?.words ?? ""
    return [
      entry(.duplicateCall, "calls: removed, a second record by their disposition"),
      entry(.noActivity, "calls: removed, no unit and no time after receipt"),
      entry(.tooShort, "parts of units: removed, officer-initiated and shorter than \(short)"),
      entry(.tooLong, "parts of units: removed, officer-initiated and longer than \(long)"),
      entry(.emptied, "calls: removed, every unit's part of them is removed", hours: false),
      entry(
        .overLong,
        "parts of units: clearance set to missing, longer than \(rules.longestUnitTime.words)",
        remedy: "imputed as any missing clearance"),
      entry(
        .sceneTime, "parts of units: noticed and kept, less than \(scene) at the scene",
        hours: false),
    ].compactMap { $0 }
  }

  /// What the rules did, with the calls kept and removed.
  package var books: CallLedger.Cleaning {
    CallLedger.Cleaning(
      rules: rules.name, callsKept: kept, callsRemoved: removedCalls, entries: entries)
  }

  private var removedCalls: Int {
    [Rule.duplicateCall, .noActivity, .emptied].reduce(0) { $0 + counts[$1.rawValue] }
  }

  private func entry(
    _ rule: Rule, _ what: String, hours: Bool = true, remedy: String = ""
  ) -> CallLedger.Entry? {
    guard counts[rule.rawValue] > 0 else { return nil }
    return CallLedger.Entry(
      what: what, rows: counts[rule.rawValue], remedy: remedy,
      unitHours: hours ? UnitHours(Double(seconds[rule.rawValue]) / 3600) : nil)
  }
}
