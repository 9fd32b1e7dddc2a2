import PolicingDomain

/// The staffing ladder of patrol with live formulas: work, target, staffed hours, net hours, people.
struct PatrolStaffingSheet {
  /// The targets that stand side by side until a reader changes them.
  static let targets = [0.3, 0.35, 0.4, 0.45, 0.5]

  let ladder: PatrolLadder
  let hours: NetHoursLadder
  /// The sheet of the blocks.
  let unitsSheet: String
  let study: String

  /// The names of the cells of targets; none without a standard for proactive time.
  var targets: [(name: String, value: Double)] {
    guard ladder.proactiveTarget != nil else { return [] }
    return Self.targets.enumerated().map { ("ladder_target_\($0 + 1)", $1) }
  }

  /// Builds the sheet and names its results.
  func build(_ name: String, _ head: SheetHead, in workbook: inout Workbook) {
    var sheet = head.start(name, title: "Patrol staffing: from work to people")
    sheet.tabColour = 0x70AD47
    sheet.widths = [0: 44, 1: 15, 2: 15, 3: 15, 4: 15, 5: 15, 6: 13, 7: 13, 8: 34]
    let notes = [
      "Live: work, complement, crews, hours and net hours follow the sheet Inputs.",
      "Not live: busy units, and the needs for waits, responses and patrol interval, which queueing "
        + "models found for this run. At another target, queues between watches may change them a "
        + "little: `rollcall allocate \(study) --change proactive_time=0.5` computes them again.",
      "The result is the cross-check of the program, hours over net hours. Tours decide the number "
        + "of positions: officers come in teams on fixed tours, so tours need more.",
    ]
    for (position, note) in notes.enumerated() {
      sheet.paragraph(note, 3 + position, through: 7)
    }
    let afterLadder = addLadder(to: &sheet, at: 7, in: &workbook)
    let afterTargets = addTargets(to: &sheet, at: afterLadder + 1, in: &workbook)
    addDistricts(to: &sheet, at: afterTargets + 1)
    workbook.add(sheet)
  }

  // MARK: The ladder

  private func addLadder(
    to sheet: inout Sheet, at start: Int, in workbook: inout Workbook
  ) -> Int {
    sheet.headings(["Step", "Value", "Unit"], start, numbers: [1])
    var row = start + 1
    for step in steps {
      if let name = step.name {
        workbook.name(name, sheet: sheet.name, cell: CellPlace(row, 1))
      }
      sheet.put(.text(step.label), row, 0, step.isResult ? .bold : .plain)
      let style =
        step.isResult
        ? CellStyle.result(step.format) : .plain.with { $0.numberFormat = step.format }
      sheet.put(step.value, row, 1, style)
      sheet.put(.text(step.unit), row, 2, .plain.with { $0.indent = 1 })
      row += 1
    }
    return row
  }

  private struct Step {
    let label: String
    let value: Sheet.Value
    let unit: String
    var format = "#,##0"
    var name: String?
    var isResult = false
  }

  private var steps: [Step] {
    let work = total(.workHours)
    let units = total(.unitHours)
    let officers = total(.officerHours)
    let need = officers.value / hours.netHours
    let stated = ladder.groups.compactMap(\.statedPositions).reduce(0, +)
    let byTours = ladder.groups.compactMap(\.byTours).reduce(0, +)
    var steps = [
      Step(
        label: "Work of community calls", value: live(work.formula, work.value),
        unit: "unit-hours a year", name: "work_hours")
    ]
    if let target = ladder.proactiveTarget {
      steps += [
        Step(
          label: "Target of proactive time", value: live("proactive_target", target),
          unit: "share of staffed unit-hours", format: "0.0%"),
        Step(
          label: "Staffed hours if work alone decided",
          value: live("work_hours/(1-proactive_target)", work.value / (1 - target)),
          unit: "unit-hours a year"),
      ]
    }
    steps += [
      Step(
        label: "Staffed hours needed: the largest need of every watch",
        value: live(units.formula, units.value), unit: "unit-hours a year", name: "unit_hours"),
      Step(
        label: "Proactive time that this gives",
        value: live("1-work_hours/unit_hours", 1 - work.value / units.value),
        unit: "share of staffed unit-hours", format: "0.0%"),
      Step(
        label: "Officers per unit, on average",
        value: live("officer_hours/unit_hours", officers.value / units.value), unit: "officers",
        format: "0.000"),
      Step(
        label: "Officer-hours needed on the street", value: live(officers.formula, officers.value),
        unit: "officer-hours a year", name: "officer_hours"),
      Step(
        label: "÷ net hours of one \(hours.rank)", value: live("net_hours", hours.netHours),
        unit: "hours a year", format: "#,##0.0"),
      Step(
        label: "Patrol need", value: live("officer_hours/net_hours", need),
        unit: "full-time equivalents", format: "#,##0.0", name: "patrol_need", isResult: true),
      Step(
        label: "Positions, with the allowance for empty ones",
        value: live("patrol_need/(1-vacancy_allowance)", need), unit: "positions",
        format: "#,##0.0", name: "patrol_positions", isResult: true),
      Step(
        label: "Of this run: the same cross-check", value: .number(stated),
        unit: "full-time equivalents", format: "#,##0.0", name: "patrol_need_of_run"),
      Step(
        label: "Change against this run",
        value: live(
          "ROUND(patrol_need-patrol_need_of_run,4)", rounded(need - stated)),
        unit: "full-time equivalents", format: "+#,##0.0;-#,##0.0;0.0"),
      Step(
        label: "Of this run: by tours, which decide", value: .number(byTours),
        unit: "full-time equivalents", format: "#,##0.0"),
    ]
    return steps
  }

  // MARK: Targets

  private func addTargets(
    to sheet: inout Sheet, at start: Int, in workbook: inout Workbook
  ) -> Int {
    let targets = targets
    guard !targets.isEmpty else { return start }
    sheet.put(.text("The need at other targets of proactive time"), start, 0, .section)
    sheet.headings(
      [
        "Proactive time", "Target", "Officer-hours a year", "Patrol need (FTE)",
        "Change against Inputs",
      ], start + 1, numbers: [1, 2, 3, 4])
    let current = total(.officerHours).value / hours.netHours
    let next = PatrolUnitsSheet.Column.allCases.count
    for (position, target) in targets.enumerated() {
      let row = start + 2 + position
      workbook.name(target.name, sheet: sheet.name, cell: CellPlace(row, 1))
      let officers = sum(next + position) { ladder.need($0, at: target.value).hoursPerYear }
      let need = officers.value / hours.netHours
      sheet.put(.text("Target \(position + 1)"), row, 0)
      sheet.put(.number(target.value), row, 1, .input("0.0%"))
      sheet.limits.append(
        Sheet.Limits(
          place: CellPlace(row, 1), range: 0...0.95, message: "A share from 0 % to 95 %."))
      sheet.put(live(officers.formula, officers.value), row, 2, .number(decimals: 0))
      sheet.put(live("C\(row + 1)/net_hours", need), row, 3, .number(decimals: 1))
      sheet.put(
        live("ROUND(D\(row + 1)-patrol_need,4)", rounded(need - current)), row, 4,
        .plain.with { $0.numberFormat = "+#,##0.0;-#,##0.0;0.0" })
    }
    let last = start + 1 + targets.count
    var chart = SheetChart(
      .column, at: CellPlace(start, 6),
      title: "More proactive time needs more officers; complement and waits set a floor",
      categories: CellRange(CellPlace(start + 2, 1), CellPlace(last, 1)),
      series: [
        .init(
          "Patrol need", CellRange(CellPlace(start + 2, 3), CellPlace(last, 3)), colour: 0x1F77B4)
      ])
    chart.categoryTitle = "Target of proactive time"
    chart.categoryFormat = "0%"
    chart.valueTitle = "Full-time equivalents"
    (chart.width, chart.height) = (560, 300)
    sheet.charts.append(chart)
    return max(last + 1, start + 17)
  }

  // MARK: Districts

  private static let districtHeadings = [
    "District", "Work, unit-hours a year", "Unit-hours a year", "Officer-hours a year",
    "Patrol need (FTE)", "Of this run", "Change", "By tours", "Explain",
  ]

  private func addDistricts(to sheet: inout Sheet, at start: Int) {
    sheet.put(.text("By district"), start, 0, .section)
    sheet.headings(Self.districtHeadings, start + 1, numbers: Set(1...7))
    var districts: [String] = []
    for block in ladder.blocks where districts.last != block.district {
      if !districts.contains(block.district) { districts.append(block.district) }
    }
    for (position, district) in districts.enumerated() {
      let row = start + 2 + position
      let group = ladder.groups.first { $0.district == district }
      sheet.put(.text(district), row, 0, .plain.with { $0.alignment = .left })
      for (column, kind) in [PatrolUnitsSheet.Column.workHours, .unitHours, .officerHours]
        .enumerated()
      {
        let sum = total(kind, of: district)
        sheet.put(live(sum.formula, sum.value), row, 1 + column, .number(decimals: 0))
      }
      let need = total(.officerHours, of: district).value / hours.netHours
      sheet.put(live("D\(row + 1)/net_hours", need), row, 4, .result("#,##0.0"))
      if let stated = group?.statedPositions {
        sheet.put(.number(stated), row, 5, .number(decimals: 1))
        sheet.put(
          live(
            "ROUND(E\(row + 1)-F\(row + 1),4)", rounded(need - stated)), row, 6,
          .plain.with { $0.numberFormat = "+#,##0.0;-#,##0.0;0.0" })
      }
      if let byTours = group?.byTours {
        sheet.put(.number(byTours), row, 7, .number(decimals: 1))
      }
      if let group {
        sheet.put(
          .text("rollcall explain \(study) \(group.id)"), row, 8, .note.with { $0.indent = 1 })
      }
    }
  }

  // MARK: Sums

  /// Differences are rounded, so that dust does not show as −0.0.
  private func rounded(_ difference: Double) -> Double { (difference * 1e4).rounded() / 1e4 }

  private func live(_ formula: String, _ number: Double) -> Sheet.Value {
    .formula(formula, gives: .number(number))
  }

  /// The sum of a column over all blocks, or those of one district.
  private func total(
    _ column: PatrolUnitsSheet.Column, of district: String? = nil
  ) -> (formula: String, value: Double) {
    sum(column.rawValue, of: district) { block in
      let need = ladder.need(block, at: ladder.proactiveTarget)
      let length = ladder.watches.first { $0.id == block.watch }?.hours ?? 0
      let year = length * PatrolLadder.weeksPerYear
      switch column {
      case .workHours: return block.busyUnits * year
      case .unitHours: return need.units * year
      default: return need.hoursPerYear
      }
    }
  }

  private func sum(
    _ column: Int, of district: String? = nil, _ value: (PatrolLadder.Block) -> Double
  ) -> (formula: String, value: Double) {
    let chosen = ladder.blocks.indices.filter {
      district == nil || ladder.blocks[$0].district == district
    }
    var runs: [ClosedRange<Int>] = []
    for position in chosen {
      if let last = runs.last, last.upperBound + 1 == position {
        runs[runs.count - 1] = last.lowerBound...position
      } else {
        runs.append(position...position)
      }
    }
    let ranges = runs.map { run in
      CellRange(
        CellPlace(PatrolUnitsSheet.firstRow + run.lowerBound, column),
        CellPlace(PatrolUnitsSheet.firstRow + run.upperBound, column)
      ).fixedAddress(in: unitsSheet)
    }
    return (
      "SUM(\(ranges.joined(separator: ",")))",
      chosen.reduce(0) { $0 + value(ladder.blocks[$1]) }
    )
  }
}
