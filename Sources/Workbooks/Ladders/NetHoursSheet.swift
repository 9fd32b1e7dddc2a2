import PolicingDomain

/// The net-hours ladder with live formulas: scheduled year less every absence, then hours on the street.
struct NetHoursSheet {
  let ladder: NetHoursLadder
  let names: LadderNames

  /// Builds the sheet and names its results.
  func build(_ name: String, _ head: SheetHead, in workbook: inout Workbook) {
    var sheet = head.start(name, title: "Net hours of one \(ladder.rank), tour \(ladder.tour)")
    sheet.tabColour = 0x70AD47
    sheet.widths = [0: 46, 1: 14, 2: 14, 3: 14, 4: 70]
    sheet.paragraph(
      "Live: every number but “of this run” follows the sheet Inputs.", 3, through: 4)
    sheet.headings(
      ["Item", "Tours a year", "Hours a year", "% of paid", "Source"], 4, numbers: [1, 2, 3])
    sheet.frozen = CellPlace(5, 1)
    let next = addSteps(to: &sheet, in: &workbook)
    addCheck(to: &sheet, at: next + 1)
    workbook.add(sheet)
  }

  private var paid: Double { ladder.scheduledTours * ladder.paidHoursPerTour }

  private func addSteps(to sheet: inout Sheet, in workbook: inout Workbook) -> Int {
    var row = 5
    func step(
      _ label: String, tours: (String, Double)?, hours: (String, Double), _ source: String,
      isResult: Bool = false
    ) {
      let style = isResult ? CellStyle.result("#,##0.00") : .number(decimals: 2)
      sheet.put(.text(label), row, 0, isResult ? .bold : .plain)
      if let tours { sheet.put(.formula(tours.0, gives: .number(tours.1)), row, 1, style) }
      sheet.put(.formula(hours.0, gives: .number(hours.1)), row, 2, style)
      sheet.put(
        .formula("C\(row + 1)/scheduled_hours", gives: .number(hours.1 / paid)), row, 3,
        .plain.with { $0.numberFormat = "0.0%" })
      sheet.put(.text(source), row, 4, .wrapped.with { $0.indent = 1 })
      sheet.fit(source, row, 4)
      row += 1
    }
    workbook.name("scheduled_hours", sheet: sheet.name, cell: CellPlace(5, 2))
    step(
      "Scheduled", tours: ("scheduled_tours", ladder.scheduledTours),
      hours: ("scheduled_tours*paid_hours_per_tour", paid), "schedule of the study", isResult: true)
    for (item, name) in zip(ladder.absences, names.absences) {
      step(
        item.name, tours: ("-\(name)", -item.amount),
        hours: ("-\(name)*paid_hours_per_tour", -item.amount * ladder.paidHoursPerTour),
        item.source)
    }
    let net = ladder.netTours
    workbook.name("net_tours", sheet: sheet.name, cell: CellPlace(row, 1))
    step(
      "Tours worked", tours: ("SUM(B6:B\(row))", net),
      hours: ("SUM(C6:C\(row))", net * ladder.paidHoursPerTour), "scheduled less absences",
      isResult: true)
    let worked = row
    step(
      ladder.offStreetName, tours: nil,
      hours: ("-off_street_hours_per_tour*net_tours", -ladder.offStreetHoursPerTour * net),
      "hours of each tour that is worked")
    for (item, name) in zip(ladder.withinTours, names.withinTours) {
      step(item.name, tours: nil, hours: ("-\(name)", -item.amount), item.source)
    }
    workbook.name("net_hours", sheet: sheet.name, cell: CellPlace(row, 2))
    step(
      "Net hours on the street", tours: ("net_tours", net),
      hours: ("SUM(C\(worked):C\(row))", ladder.netHours), "what one officer gives in a year",
      isResult: true)
    return row
  }

  private func addCheck(to sheet: inout Sheet, at start: Int) {
    let stated = ladder.statedNetHours
    let lines: [(String, Sheet.Value, String)] = [
      ("Net hours of this run", .number(stated), "table availability"),
      (
        "Difference",
        .formula(
          "ROUND(net_hours-C\(start + 1),4)",
          gives: .number(((ladder.netHours - stated) * 1e4).rounded() / 1e4)),
        "0 until an input is changed"
      ),
      (
        "Presence: tours worked ÷ scheduled",
        .formula(
          "net_tours/scheduled_tours", gives: .number(ladder.netTours / ladder.scheduledTours)),
        "share of scheduled tours that are worked"
      ),
      (
        "Relief factor by tours, a post of every day",
        .formula("365/net_tours", gives: .number(365 / ladder.netTours)), "365 ÷ tours worked"
      ),
    ]
    for (position, line) in lines.enumerated() {
      sheet.put(.text(line.0), start + position, 0)
      sheet.put(line.1, start + position, 2, .number(decimals: position < 2 ? 2 : 3))
      sheet.put(.text(line.2), start + position, 4, .note.with { $0.indent = 1 })
    }
  }
}
