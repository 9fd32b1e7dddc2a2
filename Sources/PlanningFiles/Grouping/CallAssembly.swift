internal import PolicingDomain

/// Rows with one number made into calls.
///
/// Nothing here looks at the order of rows in the file: what is first or last is so by the times
/// that rows tell, and by their values where the times are equal.
struct CallAssembly {
  /// A call and where it stands in the export.
  struct Call {
    var index: Int
    var row: CallBatch.Row
    var responses: [CallBatch.Response]
  }

  let grain: ColumnProfile.Grain
  let rules: CleaningRules
  let names: CallNames
  private let unitRows: UnitRows
  private(set) var tally = GroupingTally()

  init(grain: ColumnProfile.Grain, rules: CleaningRules, names: CallNames) {
    self.grain = grain
    self.rules = rules
    self.names = names
    unitRows = UnitRows(rules: rules, names: names)
  }

  /// Returns the calls of rows that share a number, at least one.
  mutating func calls(of rows: ArraySlice<StoredRow>) -> [Call] {
    let first = rows[rows.startIndex].row.received
    if rows.allSatisfy({ $0.row.received == first }) { return [call(of: rows, isReopened: false)] }
    return episodes(of: rows)
  }

  /// Tells calls apart that had the same number one after the other.
  private mutating func episodes(of rows: ArraySlice<StoredRow>) -> [Call] {
    let sorted = rows.sorted {
      ($0.row.received.seconds, $0.begins, $0.ends) < ($1.row.received.seconds, $1.begins, $1.ends)
    }
    let reuse = rules.numberReuse.wholeSeconds
    let idle = rules.idleBeforeReopening.wholeSeconds
    var calls: [Call] = []
    var start = 0
    var ends = sorted[0].ends
    var isReopened = false
    for place in 1..<sorted.count {
      let gap = sorted[place].row.received.seconds - ends
      if gap > reuse, sorted[place].canBegin {
        calls.append(call(of: sorted[start..<place], isReopened: isReopened))
        tally.count(.numberReused)
        (start, isReopened, ends) = (place, false, sorted[place].ends)
        continue
      }
      if gap > idle, sorted[place].canBegin { isReopened = true }
      ends = max(ends, sorted[place].ends)
    }
    calls.append(call(of: sorted[start...], isReopened: isReopened))
    return calls
  }

  private mutating func call(of rows: ArraySlice<StoredRow>, isReopened: Bool) -> Call {
    for row in rows {
      tally.countRow()
      if row.response == nil { tally.count(.rowWithoutUnit) }
    }
    let described = CallDescription(rows, names: names)
    described.countConflicts(grain: grain, tally: &tally)
    var call = Call(
      index: rows.reduce(Int.max) { min($0, $1.index) }, row: described.row,
      responses: responses(of: rows.compactMap(\.response)))
    call.takeStampsOfUnits()
    if isReopened || wasIdle(call.responses) { tally.count(.reopened) }
    if call.responses.isEmpty { tally.count(.withoutUnit) }
    for response in call.responses where response.hasStamp {
      if !response.cleared.isKnown { tally.count(.neverCleared) }
      if response.cleared.isKnown, !response.dispatched.isKnown { tally.count(.clearedOnly) }
    }
    tally.countCall(responses: call.responses.count)
    return call
  }

  /// Returns the parts of the units, by the time when they were sent.
  private mutating func responses(of told: [CallBatch.Response]) -> [CallBatch.Response] {
    guard told.count > 1 || grain == .status else { return told }
    let sorted = told.sorted { $0.unit < $1.unit }
    var parts: [CallBatch.Response] = []
    var start = 0
    while start < sorted.count {
      let unit = sorted[start].unit
      let end = sorted[start...].firstIndex { $0.unit != unit } ?? sorted.count
      let rows = sorted[start..<end]
      if grain == .status {
        StatusLog.join(rows, to: &parts, names: names, tally: &tally)
      } else if unit == 0 {
        countEqual(rows)
        parts += rows
      } else {
        unitRows.join(rows, to: &parts, tally: &tally)
      }
      start = end
    }
    return parts.sorted { $0.precedes($1, names) }
  }

  /// Counts rows without a call sign that cannot be told from one another.
  private mutating func countEqual(_ rows: ArraySlice<CallBatch.Response>) {
    let sorted = rows.sorted { $0.precedes($1, names) }
    for (former, row) in zip(sorted, sorted.dropFirst()) where former == row && row.hasStamp {
      tally.count(.equalWithoutSign, seconds: row.unitSeconds)
    }
  }

  /// Whether all units were free for long before another was sent.
  private func wasIdle(_ responses: [CallBatch.Response]) -> Bool {
    let idle = rules.idleBeforeReopening.wholeSeconds
    var free = Int.min
    for response in responses {
      if free != Int.min, response.start != Int.max, response.start - free > idle { return true }
      guard response.cleared.isKnown else { return false }
      free = max(free, response.cleared.raw)
    }
    return false
  }
}

extension CallAssembly.Call {
  /// Sets the stamps and the number of units of the call by its units, where they tell.
  fileprivate mutating func takeStampsOfUnits() {
    guard !responses.isEmpty else { return }
    let all = responses[...].combined
    if all.dispatched.isKnown { row.dispatched = all.dispatched }
    if all.enroute.isKnown { row.enroute = all.enroute }
    if all.arrived.isKnown { row.arrived = all.arrived }
    if all.cleared.isKnown { row.cleared = all.cleared }
    row.unitCount = Int16(clamping: responses[...].distinctUnits)
  }
}

extension Hours {
  /// The length in whole seconds.
  var wholeSeconds: Int { Int((value * 3600).rounded()) }
}
