import PolicingDomain

/// Calls and busy units by hour of the day and weekday, coloured, with a chart over the week.
struct DemandSheet {
  private let weekdays: [String]
  private let hours: [Int]
  private let calls: [Double?]
  private let busy: [Double?]
  private let notes: [String]

  /// Reads the hours of a week; nothing where the table is not there or not whole.
  init?(_ table: ResultTable?) {
    guard let table, let days = table.words("weekday"), let hours = table.numbers("hour"),
      let calls = table.numbers("calls_per_hour"), let busy = table.numbers("busy_units"),
      days.count == 168
    else { return nil }
    var names: [String] = []
    for day in days where !names.contains(day) { names.append(day) }
    let clock = hours.compactMap { $0.flatMap { Int(exactly: $0) } }
    guard names.count == 7, clock.count == 168, clock.allSatisfy((0..<24).contains) else {
      return nil
    }
    weekdays = days
    self.hours = clock
    self.calls = calls
    self.busy = busy
    notes = table.notes
  }

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: "When the calls come, and how many units they keep busy")
    sheet.widths = [0: 12]
    for column in 1...7 { sheet.widths[column] = 8 }
    for column in 9...16 { sheet.widths[column] = 8 }
    addGrid("Calls per hour", calls, at: 0, to: &sheet)
    addGrid("Units busy with calls", busy, at: 9, to: &sheet)
    var row = 31
    for note in notes {
      sheet.paragraph(note, row, through: 16)
      row += 1
    }
    addWeek(to: &sheet, at: row + 1)
    return sheet
  }

  private func addGrid(_ title: String, _ values: [Double?], at left: Int, to sheet: inout Sheet) {
    sheet.put(.text(title), 4, left, .section)
    sheet.put(.text("Hour"), 5, left, .heading)
    var days: [String] = []
    for day in weekdays where !days.contains(day) { days.append(day) }
    for (column, day) in days.enumerated() {
      sheet.put(.text(day), 5, left + 1 + column, .heading.with { $0.alignment = .right })
    }
    for hour in 0..<24 {
      let words = "\(hour < 10 ? "0" : "")\(hour):00"
      sheet.put(.text(words), 6 + hour, left, .bold)
    }
    for (position, value) in values.enumerated() {
      guard let value, let day = days.firstIndex(of: weekdays[position]) else { continue }
      sheet.put(.number(value), 6 + hours[position], left + 1 + day, .number(decimals: 1))
    }
    sheet.colourScales.append(
      Sheet.ColourScale(CellRange(CellPlace(6, left + 1), CellPlace(29, left + 7))))
  }

  /// The week as one row of values, beneath the grids, from which the chart is drawn.
  private func addWeek(to sheet: inout Sheet, at start: Int) {
    sheet.put(.text("Hour by hour, for the chart"), start, 0, .section)
    sheet.headings(["Hour", "Calls", "Busy"], start + 1, numbers: [1, 2])
    let first = start + 2
    for position in weekdays.indices {
      sheet.put(.text("\(weekdays[position]) \(hours[position]):00"), first + position, 0)
      for (column, value) in [calls[position], busy[position]].enumerated() {
        if let value {
          sheet.put(.number(value), first + position, 1 + column, .number(decimals: 1))
        }
      }
    }
    var chart = SheetChart(
      .line, at: CellPlace(4, 18), title: "Calls and busy units over the week",
      categories: CellRange(CellPlace(first, 0), CellPlace(first + 167, 0)),
      series: [
        .init(
          "Calls per hour", CellRange(CellPlace(first, 1), CellPlace(first + 167, 1)),
          colour: 0x1F77B4),
        .init(
          "Units busy", CellRange(CellPlace(first, 2), CellPlace(first + 167, 2)),
          colour: 0xE66100),
      ])
    chart.labelStep = 24
    chart.categoryTitle = "Hour of the week"
    (chart.width, chart.height) = (760, 420)
    sheet.charts.append(chart)
  }
}
