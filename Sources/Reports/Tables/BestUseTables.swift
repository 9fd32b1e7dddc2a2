public import PolicingDomain

/// The best use of the units there are.
extension ResultTable {
  /// The units of each district, watch and weekday at the best use of a fixed number.
  ///
  /// - Parameters:
  ///   - allocation: The answer.
  ///   - results: The study; its requirements stand beside.
  /// - Returns: A row for each block; none where the units are too few, which a note then says.
  public static func unitsAllocated(
    _ allocation: UnitAllocation, _ results: StudyResults
  ) -> ResultTable {
    let blocks = allocation.plan?.blocks ?? []
    let priorities = Set(blocks.flatMap { $0.performance.meanWaits.map(\.priority) }).sorted()
    let needs = Dictionary(
      results.units.map { (BlockKey($0.district, $0.watch, $0.weekday), $0.units) },
      uniquingKeysWith: { first, _ in first })
    let rows = blocks.map { block -> [Cell] in
      let performance = block.performance
      let required = needs[BlockKey(block.district, block.watch, block.weekday)]
      return [
        .text(block.district.description), .text(block.watch.description),
        .text(block.weekday.abbreviation), .count(block.units), .count(block.fewest),
        .optional(required), finite(performance.busyShare), .number(performance.waitShare),
      ]
        + priorities.map { priority in
          guard let wait = performance.meanWaits.first(where: { $0.priority == priority })?.wait
          else { return .missing }
          return wait.value.isFinite ? .number(wait.minutes) : .text("no end")
        } + [.number(block.cost), .optional(block.gainOfLast), .number(block.gainOfNext)]
    }
    return ResultTable(
      name: "units-allocated", title: "The best use of the units there are",
      columns: columns(priorities, allocation.objective), rows: rows,
      notes: allocationNotes(allocation) + [demandNote(results)])
  }

  private struct BlockKey: Hashable {
    let district: District.ID
    let watch: Watch.ID
    let weekday: Weekday

    init(_ district: District.ID, _ watch: Watch.ID, _ weekday: Weekday) {
      self.district = district
      self.watch = watch
      self.weekday = weekday
    }
  }

  private static func columns(
    _ priorities: [CallPriority], _ objective: UnitObjective
  ) -> [Column] {
    let unit = objective.unit
    return [
      Column("district", "District"), Column("watch", "Watch"), Column("weekday", "Day"),
      Column("units", "Units"), Column("units_at_least", "At least"),
      Column("units_required", "Required", decimals: 2),
      Column("busy_share", "Busy", decimals: 3), Column("wait_share", "P(wait)", decimals: 3),
    ]
      + priorities.map {
        Column("mean_wait_p\($0.level)_minutes", "\($0) mean", decimals: 2)
      } + [
        Column("\(unit.key)_a_year", "\(unit.heading) a year", decimals: 1),
        Column("gain_of_last_unit_\(unit.key)_a_year", "Last unit saves", decimals: 1),
        Column("gain_of_next_unit_\(unit.key)_a_year", "Next would save", decimals: 1),
      ]
  }

  private static func counted(_ units: Int) -> String {
    Format.number(Double(units), decimals: 0) + (units == 1 ? " unit" : " units")
  }

  private static func finite(_ value: Double) -> Cell {
    value.isFinite ? .number(value) : .text("no end")
  }

  private static func allocationNotes(_ allocation: UnitAllocation) -> [String] {
    let objective = allocation.objective
    let measure = objective.unit.words
    var notes = [objective.words]
    let supply =
      switch allocation.supply {
      case .units(let units): counted(units)
      case .unitHours(let hours): Format.number(hours, decimals: 1) + " unit-hours"
      }
    switch allocation.outcome {
    case .infeasible(let fewest, let hours):
      let needed =
        switch allocation.supply {
        case .units: counted(fewest)
        case .unitHours:
          "\(Format.number(hours, decimals: 0)) unit-hours "
            + "(\(counted(fewest)))"
        }
      let beside =
        allocation.keepsComplement
        ? "and with the complement of its district" : "and with one unit where there are calls"
      notes.append(
        "No use of \(supply) keeps up everywhere: at least \(needed) are needed for every block to "
          + "keep up with its calls in each hour, \(beside).")
    case .allocated(let plan):
      notes.append(
        "\(supply); together \(Format.number(plan.cost, decimals: 1)) \(measure) a year. One unit "
          + "more, at its best use, would save \(Format.number(plan.gainOfOneMore, decimals: 1)); "
          + (plan.priceOfOneLess.map {
            "one less would cost \(Format.number($0, decimals: 1))."
          } ?? "one less would leave a block that does not keep up, or too few."))
      notes.append(plan.proof.words(measure))
      if plan.unusedHours > 1e-6 {
        notes.append(
          "\(Format.number(plan.unusedHours, decimals: 1)) unit-hours are left: less than a unit for "
            + "a watch, or without use.")
      }
      notes.append(
        "At least: keeps up with the calls of every hour\(allocation.keepsComplement ? ", and the complement" : ""), "
          + "and one where there are calls. Required: by the standards of the study (units-by-weekday). "
          + "Means per watch; waits until the first unit is sent, each block by itself.")
    }
    return notes
  }
}

extension UnitObjective {
  /// What its sums are counted in: a key for files, a heading and words.
  fileprivate var unit: (key: String, heading: String, words: String) {
    let (key, heading, words) =
      switch measure {
      case .hoursWaited: ("hours_waited", "Hours waited", "hours waited")
      case .callsWaiting: ("calls_waiting", "Calls waiting", "calls that wait")
      case .callsLate: ("calls_late", "Calls late", "calls that are late")
      }
    return isPlain
      ? (key, heading, words) : ("weighted_" + key, "Weighted: \(heading)", "weighted " + words)
  }

  /// The objective in words.
  fileprivate var words: String {
    var text: String
    switch measure {
    case .hoursWaited:
      text = "Objective: as few hours as possible that calls wait for their first unit"
    case .callsWaiting: text = "Objective: as few calls as possible that wait at all"
    case .callsLate(let times):
      let list = times.sorted { $0.key < $1.key }.map {
        "\($0.key) \(Format.number($0.value.minutes, decimals: 1))"
      }
      text =
        "Objective: as few calls as possible that wait longer than the time of their priority, in "
        + "minutes: \(list.joined(separator: ", "))"
    }
    if isPlain {
      text += ". Every call counts the same"
    } else {
      let list = weights.sorted { $0.key < $1.key }.map {
        "\($0.key) \(Format.number($0.value, decimals: 2))"
      }
      text += ". A call counts \(list.joined(separator: ", ")), any other 1"
    }
    return text
      + (provenance.isAssumption
        ? " (an assumption of this software)." : " (\(provenance.source)).")
  }
}

extension UnitAllocation.Proof {
  /// The proof in words.
  fileprivate func words(_ measure: String) -> String {
    switch self {
    case .convex:
      "Proof: in every block each unit gains no more than the one before (checked), so giving units "
        + "one by one where the next gains most is best."
    case .envelope(let blocks):
      "Proof: in \(blocks) blocks a unit can gain more than the one before; no unit stands within such "
        + "a stretch, so giving units one by one is best all the same."
    case .dynamicProgram(0):
      "Proof: watches differ in length; all numbers were combined by dynamic programming."
    case .dynamicProgram(let blocks):
      "Proof: in \(blocks) blocks a unit can gain more than the one before; all numbers were combined "
        + "by dynamic programming."
    case .bounded(let gap, let blocks):
      "In \(blocks) blocks a unit can gain more than the one before; no other use is better by more "
        + "than \(Format.number(gap, decimals: 3)) \(measure) a year."
    case .surplus:
      "There are more units than calls can use: hardly a call waits, and the rest is spread evenly."
    }
  }
}
