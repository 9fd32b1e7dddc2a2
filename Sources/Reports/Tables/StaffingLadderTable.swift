public import PolicingDomain

/// From the work of calls to positions of patrol, step by step.
extension ResultTable {
  /// The ladder of the department's patrol: each line follows from those above it.
  public static func staffingLadder(_ results: StudyResults) -> ResultTable {
    let ladder = StaffingLadder(results)
    return ResultTable(
      name: "staffing-ladder", title: "Patrol: from the work of calls to positions",
      columns: [
        Column("line", "Line"), Column("step", "Step"), Column("value", "Value", decimals: 2),
        Column("unit", "Unit"), Column("formula", "How"), Column("source", "Source"),
      ],
      rows: ladder.lines.enumerated().map { position, line in
        [
          .count(position + 1), .text(line.step), .optional(line.value), .text(line.unit),
          .text(line.formula), .text(line.source),
        ]
      },
      notes: [
        "A letter in brackets names a line in the formulas of others. A year has 365/7 weeks, as wherever "
          + "positions are computed.",
        "Net hours give a cross-check; tours decide, because officers come in tours and day-off groups of "
          + "whole weeks, and the busiest weekday of a watch sizes it.",
        demandNote(results),
      ])
  }
}

/// The lines of the ladder.
struct StaffingLadder {
  struct Line {
    let step: String
    let value: Double?
    let unit: String
    let formula: String
    let source: String
  }

  /// Weeks of a year of 365 days, as positions count them.
  private static let weeks = 365.0 / 7

  private(set) var lines: [Line] = []
  private let results: StudyResults

  init(_ results: StudyResults) {
    self.results = results
    addStreet()
    addPositions()
  }

  private mutating func add(
    _ step: String, _ value: Double?, _ unit: String, _ formula: String, _ source: String
  ) {
    lines.append(Line(step: step, value: value, unit: unit, formula: formula, source: source))
  }

  private var lengths: [Watch.ID: Double] {
    Dictionary(
      results.study.schedule.watches.map { ($0.id, Double($0.length)) }, uniquingKeysWith: { $1 })
  }

  /// Adds up a figure of the blocks over a year.
  private func year(_ figure: (UnitRequirement) -> Double) -> Double {
    let lengths = lengths
    return results.units.reduce(0) { $0 + figure($1) * (lengths[$1.watch] ?? 0) } * Self.weeks
  }

  private mutating func addStreet() {
    let unit = "unit-hours a year"
    let busy = year(\.busyUnits)
    let staffed = year(\.units)
    add(
      "work of the community's calls (a)", busy, unit,
      "units busy with calls × hours of the watch × 365/7, over all districts, watches and weekdays",
      "hours-of-week, units-by-weekday")
    if let target = results.study.standards.proactiveTime {
      add(
        "target of proactive time (b)", target.value, "share of time on the street",
        "a choice of value", "standards")
      add(
        "hours for the work at that target (c)", busy / target.complement.value, unit,
        "a ÷ (1 − b)", "")
      for governing in UnitNeeds.Governing.allCases where governing != .work {
        let added = year { need in
          need.governing == governing ? need.units - need.busyUnits / target.complement.value : 0
        }
        guard abs(added) > 1e-6 else { continue }
        add(
          "added where \(governing.rawValue) governs", added, unit,
          "units required − work ÷ (1 − b), in those blocks", "units-by-weekday")
      }
    } else {
      add(
        "added by the standards of the study", staffed - busy, unit,
        "units required − units busy with calls", "units-by-weekday")
    }
    add(
      "hours to staff (d)", staffed, unit,
      results.study.standards.proactiveTime == nil ? "a + what is added" : "c + what is added",
      "units-by-weekday")
    let officers = year(\.officers)
    add(
      "officers of a unit (e)", staffed > 0 ? officers / staffed : nil, "officers",
      "mean over the hours to staff; 2 less the share of one-officer units", "units-by-weekday")
    add("officer-hours on the street (f)", officers, "officer-hours a year", "d × e", "")
  }

  private mutating func addPositions() {
    let organization = results.study.organization
    let groups = organization.positions.filter { $0.basis == .coverage }
    let ids = Set(groups.map(\.id))
    guard !groups.isEmpty else { return }
    let equivalents = results.positions.filter { ids.contains($0.group) }
      .reduce(0) { $0 + $1.positions.value }
    let officers = year(\.officers)
    add(
      "net street hours of an officer (g)", equivalents > 0 ? officers / equivalents : nil,
      "hours a year", "scheduled hours less absences and time off the street",
      "availability, net-hours")
    add(
      "full-time equivalents by net hours (h)", equivalents, "positions", "f ÷ g",
      "positions, groups of patrol officers")
    let required = filled(ids, results.required?.plan)
    add(
      "added because tours decide", required.map { $0 - equivalents }, "positions",
      "fewest officers on tours and day-off groups that cover every hour, less h",
      "positions, column required")
    add("positions required (i)", required, "positions", "h + what tours add", "positions")
    let recommended = filled(ids, results.recommended?.plan)
    add(
      "filled by the recommended plan (j)", recommended, "positions",
      "the best use of the people who are there", "positions, column recommended")
    add(
      "left unfilled", required.flatMap { all in recommended.map { max(0, all - $0) } },
      "positions", "i − j", "shortages")
    addSeats(of: groups, required)
  }

  private mutating func addSeats(of groups: [PositionGroup], _ required: Double?) {
    guard let allowance = results.department.pipeline, let rank = groups.first?.rank,
      groups.allSatisfy({ $0.rank == rank }), let row = allowance.pipeline.row(of: rank),
      row.strength > .zero
    else { return }
    let share = row.seats / row.strength
    add(
      "seats between a vacancy and solo duty, of each position (k)", share, "share",
      "entries a year × months ÷ 12 ÷ strength of the rank", "pipeline")
    add(
      "seats of the pipeline beside the positions", required.map { $0 * share }, "positions",
      "i × k; never added to what is required", "pipeline")
  }

  private func filled(_ ids: Set<PositionGroup.ID>, _ plan: StaffingPlan?) -> Double? {
    plan?.assignments.filter { ids.contains($0.group) }.total(\.strength).value
  }
}
