public import PolicingDomain

/// Need, waits and cost by the target of proactive time.
extension ResultTable {
  /// The ladder of targets: what each needs, costs and gives.
  ///
  /// - Parameters:
  ///   - rungs: A rung for each target, the chosen one among them.
  ///   - results: The run of the study as it is.
  /// - Returns: A row for each rung.
  public static func targetLadder(_ rungs: [TargetRung], _ results: StudyResults) -> ResultTable {
    let priorities = Set(rungs.flatMap { $0.waits.map(\.priority) }).sorted()
    let chosen = rungs.first(where: \.isChosen)
    let rows = rungs.map { rung -> [Cell] in
      func change(_ value: Double?, _ base: Double?) -> Cell {
        guard let value, let base else { return .missing }
        return .number(value - base)
      }
      let need: [Cell] = [
        .number(rung.target.value * 100), .text(rung.isChosen ? "yes" : "no"),
        .optional(rung.unitHours?.value), .optional(rung.patrolOfficers), .optional(rung.positions),
        .optional(rung.cost?.value), change(rung.positions, chosen?.positions),
        change(rung.cost?.value, chosen?.cost?.value),
        .optional(rung.proactiveShare.map { $0 * 100 }),
      ]
      let waits = priorities.flatMap { priority -> [Cell] in
        let wait = rung.waits.first { $0.priority == priority }
        return [waitMinutes(wait?.mean), waitMinutes(wait?.ninetieth)]
      }
      let blocks = [rung.blocks?.byWork, rung.blocks?.all].map { $0.map(Cell.count) ?? .missing }
      return need + waits + blocks + [.text(rung.note)]
    }
    return ResultTable(
      name: "target-ladder", title: "What each target of proactive time needs, costs and gives",
      columns: [
        Column("target_percent", "Target (%)"), Column("is_chosen", "Chosen"),
        Column("unit_hours_a_week", "Unit-hours a week"),
        Column("patrol_officers_required", "Patrol officers", decimals: 1),
        Column("positions_required", "All positions", decimals: 1),
        Column("cost_dollars_a_year", "Dollars a year"),
        Column("positions_change", "Change", decimals: 1),
        Column("dollars_change", "Change ($)"),
        Column("proactive_percent_reached", "Reached (%)", decimals: 1),
      ] + waitColumns(priorities) + [
        Column("blocks_governed_by_work", "Work governs"), Column("blocks", "Blocks"),
        Column("note", "Note"),
      ], rows: rows, notes: ladderNotes(results))
  }

  private static func ladderNotes(_ results: StudyResults) -> [String] {
    [
      "Each row is the requirement and the plan that meets it, computed again with another target; all "
        + "other standards stay. Positions are all that are required or decided, at the annual cost of "
        + "their rank; strength and budget have no part in it. Changes are against the chosen row.",
      "Reached: 1 − unit-hours of the community's calls ÷ unit-hours required. It is above the target "
        + "where the complement, waiting or whole units ask for more than work does; then a lower target "
        + "saves little. Work governs: blocks of district, watch and weekday whose largest need is work.",
      "Waits until the first unit is sent, at the units required. Mean: over all calls, each with the "
        + "wait of its district and hour. 90 %: what nine of ten calls of the whole department do not "
        + "exceed, from the mixture of all districts and hours.",
      "A target is a choice of value: other rows are sensitivity, not probability.",
      demandNote(results),
    ]
  }

  /// A wait in minutes, or words where it has no end.
  static func waitMinutes(_ wait: Hours?) -> Cell {
    guard let wait else { return .missing }
    return wait.value.isFinite ? .number(wait.minutes) : .text("no end")
  }
}
