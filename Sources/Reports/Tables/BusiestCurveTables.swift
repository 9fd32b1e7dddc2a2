public import PolicingDomain

/// Waits against units, for reports: every district in its busiest block, and the department.
extension ResultTable {
  /// The curves of the busiest blocks, with the required and the planned number marked.
  public static func busiestCurves(
    _ curves: [BusiestCurve], _ results: StudyResults
  ) -> ResultTable {
    let priorities = Set(
      curves.flatMap { $0.points.flatMap { $0.performance.meanWaits.map(\.priority) } }
    ).sorted()
    let names = Dictionary(
      results.study.geography.districts.map { ($0.id, $0.name) }, uniquingKeysWith: { $1 })
    let rows = curves.flatMap { curve in
      curve.points.map { point -> [Cell] in
        let need = curve.requirement
        let performance = point.performance
        return [
          .text(need.district.description), .text(names[need.district] ?? ""),
          .text(need.watch.description), .text(need.weekday.abbreviation), .count(point.units),
          .text(mark(point.units, curve)), .number(need.units), .optional(curve.planned),
          .text(need.governing.rawValue), .number(performance.busyShare),
          .number(1 - performance.busyShare), .number(performance.waitShare),
        ]
          + priorities.flatMap { priority -> [Cell] in
            [
              waitMinutes(performance.meanWaits.first { $0.priority == priority }?.wait),
              waitMinutes(performance.ninetiethWaits.first { $0.priority == priority }?.wait),
            ]
          }
      }
    }
    return ResultTable(
      name: "wait-curves", title: "Units and waits in the busiest block of each district",
      columns: [
        Column("district", "District"), Column("district_name", "Name"), Column("watch", "Watch"),
        Column("weekday", "Day"), Column("units", "Units"), Column("mark", "Mark"),
        Column("units_required", "Required", decimals: 2),
        Column("units_planned", "Planned", decimals: 2), Column("governs", "Governs"),
        Column("busy_share", "Busy", decimals: 3),
        Column("proactive_share", "Proactive", decimals: 3),
        Column("wait_share", "P(wait)", decimals: 3),
      ] + waitColumns(priorities), rows: rows,
      notes: [
        "Of each district the watch and weekday with the largest load; from the first number that is "
          + "above the load of every hour to six more than required. Mean and 90 %: minutes until the "
          + "first unit is sent, which the mean call and nine of ten calls do not exceed.",
        "Marks: the smallest whole number that holds the units required, and the whole number nearest to "
          + "the units planned, as far as it is on the curve. Units planned: officers of the recommended "
          + "plan, the mean over hours and rotation, in the crews of the units required.",
        demandNote(results),
      ])
  }

  private static func mark(_ units: Int, _ curve: BusiestCurve) -> String {
    let isRequired = units == Int((curve.requirement.units - 1e-9).rounded(.up))
    let isPlanned = curve.planned.map { units == Int($0.rounded()) } ?? false
    switch (isRequired, isPlanned) {
    case (true, true): return "required and planned"
    case (true, false): return "required"
    case (false, true): return "planned"
    case (false, false): return ""
    }
  }

  static func waitColumns(_ priorities: [CallPriority]) -> [Column] {
    priorities.flatMap { priority in
      [
        Column("mean_wait_p\(priority.level)_minutes", "\(priority) mean (min)", decimals: 2),
        Column("p90_wait_p\(priority.level)_minutes", "\(priority) 90 % (min)", decimals: 2),
      ]
    }
  }

  /// The waits of the department at shares of the units required, and as planned.
  public static func departmentWaits(
    _ levels: [StaffingLevelWaits], _ results: StudyResults
  ) -> ResultTable {
    let priorities = Set(levels.flatMap { $0.waits.map(\.priority) }).sorted()
    return ResultTable(
      name: "wait-curve-department", title: "Units and waits of the whole department",
      columns: [
        Column("units", "Units"), Column("percent_of_required", "Of required (%)", decimals: 1),
        Column("unit_hours_a_week", "Unit-hours a week"),
        Column("mean_units", "Mean units", decimals: 1),
        Column("busy_share", "Busy", decimals: 3),
        Column("proactive_share", "Proactive", decimals: 3),
      ] + waitColumns(priorities),
      rows: levels.map { level in
        [
          .text(level.name), .number(level.shareOfRequired * 100),
          .number(level.unitHours.value), .number(level.unitHours.value / 168),
          .number(level.busyShare), .number(1 - level.busyShare),
        ]
          + priorities.flatMap { priority -> [Cell] in
            let wait = level.waits.first { $0.priority == priority }
            return [waitMinutes(wait?.mean), waitMinutes(wait?.ninetieth)]
          }
      },
      notes: [
        "Every district, watch and weekday has the same share of its units required, not rounded; planned: "
          + "the units of the recommended plan where it puts them. Waits are over all calls of the "
          + "department. No end: in some hour calls bring more work than the units do.",
        demandNote(results),
      ])
  }
}
