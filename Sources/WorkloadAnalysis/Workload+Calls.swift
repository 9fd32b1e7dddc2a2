public import PolicingDomain

extension Workload {
  /// Adds up the work of `calls`.
  ///
  /// - Parameters:
  ///   - calls: The calls, in any order; the order only touches the last digits of sums.
  ///   - period: The days that count.
  ///   - districts: The rows of the tables.
  ///   - backUp: Units per call where the calls do not tell.
  /// - Complexity: O(calls × hours that a call covers).
  public init(
    of calls: some Sequence<CallForService>, during period: StudyPeriod,
    districts: [District.ID], backUp: BackUpFactors = .single
  ) {
    var tally = WorkloadTally(period: period, districts: districts, backUp: backUp)
    for call in calls { tally.add(call) }
    self = tally.finish()
  }
}

extension WorkloadTally {
  /// Imputes what is missing and returns the workload.
  ///
  /// Call it once, after the last call.
  public consuming func finish() -> Workload {
    imputePending()
    let levels: [CallPriority?] = (0...CallPriority.lowest).map { CallPriority($0) } + [nil]
    let districts = self.districtOrder
    let tables = zip(levels, priorities).map { priority, cells in
      Workload.PriorityTables(
        priority: priority, calls: cells.calls.table(districts),
        callsWithUnit: cells.callsWithUnit.table(districts),
        unitHoursByArrival: cells.unitHours.table(districts))
    }
    return Workload(
      period: period, priorities: tables.filter { $0.calls.total > 0 },
      communityUnitHours: communityUnitHours.table(districts),
      officerUnitHours: officerUnitHours.table(districts), categories: categoryRows(),
      beats: beatRows(), unplacedUnitHours: UnitHours(counts.unplaced),
      unbeatedUnitHours: UnitHours(counts.unbeated), callCount: counts.calls,
      callsOutsidePeriod: counts.outsidePeriod, callsWithoutUnit: counts.withoutUnit,
      imputedUnitHours: UnitHours(counts.imputed), backUpUnitHours: UnitHours(counts.backUp),
      imputationNotes: notes())
  }

  private mutating func imputePending() {
    let calls = pending
    pending = []
    for call in calls {
      guard let (seconds, cell) = imputation.unitTime(of: call) else {
        counts.notImputable += 1
        continue
      }
      counts.imputedCalls[cell.rawValue] += 1
      let start = call.dispatched ?? call.enroute ?? call.arrived ?? call.received
      book(call, start: start, seconds: seconds, imputed: true, row: row(of: call))
    }
  }

  private func categoryRows() -> [Workload.CategoryRow] {
    let ordered = categories.sorted { lhs, rhs in
      (lhs.key.category, lhs.key.origin.rawValue) < (rhs.key.category, rhs.key.origin.rawValue)
    }
    return ordered.map { key, cell in
      let primaryHours = Double(cell.seconds) / 3600
      return Workload.CategoryRow(
        category: key.category, origin: key.origin, calls: cell.calls,
        callsWithUnit: cell.callsWithUnit,
        unitsPerCall: cell.callsWithUnit > 0 ? cell.units / Double(cell.callsWithUnit) : 0,
        minutesPerUnit: cell.callsWithUnit > 0
          ? primaryHours * 60 / Double(cell.callsWithUnit) : 0,
        unitHours: UnitHours(cell.unitHours))
    }
  }

  private func beatRows() -> [Workload.BeatRow] {
    beats.sorted { $0.key < $1.key }.map { beat, cell in
      Workload.BeatRow(beat: beat, calls: cell.calls, unitHours: UnitHours(cell.unitHours))
    }
  }

  private func notes() -> [String] {
    var notes: [String] = []
    for cell in UnitTimeImputation.Cell.allCases where counts.imputedCalls[cell.rawValue] > 0 {
      notes.append(
        "\(counts.imputedCalls[cell.rawValue]) calls took the mean unit time of \(cell.words)")
    }
    if counts.reversed > 0 {
      notes.append("\(counts.reversed) calls were cleared before they were dispatched: imputed")
    }
    if counts.tooLong > 0 {
      notes.append(
        "\(counts.tooLong) calls held a unit for more than "
          + "\(Int(Self.longestUnitTime.value)) hours: imputed")
    }
    if counts.onlyCleared > 0 {
      notes.append(
        "\(counts.onlyCleared) calls were cleared but have no sign that a unit went: their work, "
          + "if any, is not counted")
    }
    if counts.notImputable > 0 {
      notes.append(
        "\(counts.notImputable) calls drew a unit for an unknown time, and no call tells how long "
          + "a unit stays: their work is not counted")
    }
    return notes
  }
}
