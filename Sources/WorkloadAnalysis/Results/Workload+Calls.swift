public import PolicingDomain

extension Workload {
  /// Adds up the work of `calls`.
  ///
  /// - Parameters:
  ///   - calls: The calls, in any order, which makes no difference.
  ///   - period: The days that count.
  ///   - districts: The rows of the tables.
  ///   - backUp: Units per call where the calls do not tell.
  ///   - assumptions: What is believed and what is taken for missing times.
  ///   - intervals: How to make intervals; nothing leaves them out.
  /// - Complexity: O(calls × hours that a call covers).
  public init(
    of calls: some Sequence<CallForService>, during period: StudyPeriod,
    districts: [District.ID], backUp: BackUpFactors = .single,
    assumptions: WorkloadAssumptions = WorkloadAssumptions(), intervals: IntervalSettings? = nil
  ) {
    var tally = WorkloadTally(
      period: period, districts: districts, backUp: backUp, assumptions: assumptions)
    for call in calls { tally.add(call) }
    self = tally.finish(intervals: intervals)
  }
}

extension WorkloadTally {
  /// Imputes what is missing and returns the workload.
  ///
  /// The tally stays as it is and can go on counting.
  ///
  /// - Parameters:
  ///   - intervals: How to make intervals; nothing leaves them out.
  ///   - days: Days of the period that, as was found out, no data cover, such as
  ///     ``SeasonTally/missingDays``. No call was received on them, and no mean counts them.
  /// - Returns: The same for the same calls, however they were split and merged.
  /// - Complexity: O(cells), and O(cells × replicates) for intervals.
  public func finish(
    intervals: IntervalSettings? = IntervalSettings(), lacking days: [CalendarDay] = []
  ) -> Workload {
    let tally = ordered(lacking: days)
    let imputed = ImputedWork(tally)
    let tables = DistrictTables(tally, imputed)
    let rows = WorkRows(tally, imputed)
    let report = ImputationTables(tally, imputed)
    var workload = Workload(
      period: tally.period, priorities: tables.priorities, communityUnitHours: tables.community,
      officerUnitHours: tables.officer, categories: rows.categories, beats: rows.beats,
      unplacedUnitHours: tables.unplaced, unbeatedUnitHours: rows.unbeated,
      callCount: tally.counts.calls, callsOutsidePeriod: tally.counts.outsidePeriod,
      callsWithoutUnit: tally.counts.withoutUnit, imputedUnitHours: rows.imputed,
      backUpUnitHours: rows.backUp, imputationNotes: tally.notes(imputed))
    workload.duplicateCalls = tally.counts.duplicates
    workload.duplicateUnitHours = UnitHours(Millionths.unitHours(tally.counts.duplicateWork))
    workload.classes = rows.classes
    workload.matrix = rows.matrix
    workload.unmet = tally.unmetDemand()
    workload.waits = tables.waits
    workload.imputation = report.report
    workload.categoryPlaces = tally.categoryPlaces(imputed)
    workload.assumptions = assumptions
    if let intervals {
      workload.estimates = IntervalStage(tally, intervals).estimates
    }
    return workload
  }

  /// How missing times were filled, and what was not believed, in words with counts.
  func notes(_ imputed: ImputedWork) -> [String] {
    let noun = counts.hasResponses ? "units" : "calls"
    let parts = ["unit time", "travel time", "time on scene"]
    var notes: [String] = []
    for part in WorkPart.allCases {
      var filled = [Int](repeating: 0, count: ImputationReport.Rule.allCases.count)
      for kind in kinds.work.indices {
        guard let choice = imputed.means[part.rawValue].choices[kind] else { continue }
        filled[choice.rule.rawValue] += times[part.rawValue].total(kind).missing
      }
      for rule in ImputationReport.Rule.allCases where filled[rule.rawValue] > 0 {
        notes.append(
          "\(filled[rule.rawValue]) \(noun) took the mean \(parts[part.rawValue]) of "
            + rule.words)
      }
    }
    if counts.reversed > 0 {
      notes.append("\(counts.reversed) \(noun) were cleared before they were dispatched: imputed")
    }
    if counts.tooLong > 0 {
      let hours = assumptions.longestTime.value
      let words = hours == hours.rounded() ? "\(Int(hours))" : "\(hours)"
      notes.append("\(counts.tooLong) \(noun) held a unit for more than \(words) hours: imputed")
    }
    if counts.tooManyUnits > 0 {
      notes.append(
        "\(counts.tooManyUnits) calls state more than \(assumptions.mostUnits) units: the factor "
          + "of their category stands in")
    }
    if counts.onlyCleared > 0 {
      notes.append(
        "\(counts.onlyCleared) calls were cleared but have no sign that a unit went: their work, "
          + "if any, is counted only in the high worst case")
    }
    let lost = imputed.notImputable
    if lost > 0 {
      notes.append(
        "\(lost) \(noun) were busy for an unknown time, and none tells how long a unit stays: "
          + "their work is not counted")
    }
    return notes
  }

  /// Calls that were not served, or not soon.
  func unmetDemand() -> UnmetDemand {
    var rows: [UnmetDemand.Row] = []
    for kind in UnmetDemand.Kind.allCases {
      for level in 0..<Level.count {
        for row in 0..<places.rowCount {
          let cell = unmet[(kind.row * Level.count + level) * places.rowCount + row]
          guard cell.calls > 0 else { continue }
          rows.append(
            UnmetDemand.Row(
              kind: kind, priority: Level.priority(level),
              district: row < places.districts.count ? places.districts[row] : nil,
              calls: cell.calls, callsWithWait: cell.callsWithWait,
              waited: Hours(seconds: cell.seconds)))
        }
      }
    }
    return UnmetDemand(rows: rows, holdLimit: assumptions.holdLimit)
  }
}
