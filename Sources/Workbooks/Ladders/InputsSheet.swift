import PolicingDomain

/// The names of the inputs and results of the live ladders, as the workbook has them.
struct LadderNames: Hashable {
  var absences: [String] = []
  var withinTours: [String] = []
  /// By the position of the watch.
  var watchHours: [String] = []
  var oneOfficerShares: [String] = []
}

/// The sheet of inputs: each in a yellow cell with a name, which the formulas of the ladders use.
struct InputsSheet {
  let hours: NetHoursLadder
  let patrol: PatrolLadder?

  private static let columns = [
    "Input", "Value", "Unit", "Name in formulas", "Of this run", "Source",
  ]

  /// Builds the sheet and names its cells.
  func build(_ name: String, _ head: SheetHead, in workbook: inout Workbook) -> LadderNames {
    var sheet = head.start(name, title: "Inputs of the live ladders")
    sheet.tabColour = 0xFFC000
    sheet.widths = [0: 44, 1: 13, 2: 26, 3: 36, 4: 13, 5: 70]
    sheet.paragraph(
      "Change a yellow cell: the sheets Net hours ladder, Patrol staffing and Patrol units follow. "
        + "The column “Of this run” keeps what the study used.", 3, through: 4)
    sheet.headings(Self.columns, 4, numbers: [1, 4])
    sheet.frozen = CellPlace(5, 1)
    var names = LadderNames()
    var writer = Rows(sheet: sheet, row: 5)
    addTargets(&writer, &workbook)
    addWatches(&writer, &workbook, &names)
    addYear(&writer, &workbook, &names)
    workbook.add(writer.sheet)
    return names
  }

  private func addTargets(_ rows: inout Rows, _ workbook: inout Workbook) {
    guard let patrol else { return }
    rows.section("Targets")
    if let target = patrol.proactiveTarget {
      rows.input(
        "Proactive time: share of on-street unit-hours", target, "share", "proactive_target",
        "0.0%",
        "standards of the study", 0...0.95, &workbook)
    }
    if let units = patrol.unitsPerBeat {
      rows.input(
        "Complement: beat units", units, "units per beat", "units_per_beat", "0.00",
        "standards of the study", 0...100, &workbook)
    }
    if let units = patrol.rapidUnitsPerSector {
      rows.input(
        "Complement: rapid units, always two officers", units, "units per sector",
        "units_per_sector", "0.00", "standards of the study", 0...100, &workbook)
    }
    rows.input(
      "Share of positions that stand empty on average", 0, "share", "vacancy_allowance", "0.0%",
      "0: the program shows seats of the pipeline beside the positions, not in them", 0...0.9,
      &workbook)
  }

  private func addWatches(
    _ rows: inout Rows, _ workbook: inout Workbook, _ names: inout LadderNames
  ) {
    guard let patrol else { return }
    rows.section("Watches")
    for watch in patrol.watches {
      names.watchHours.append(
        rows.input(
          "Length of the watch \(watch.id)", watch.hours, "hours", "watch_hours_\(watch.id)",
          "0.0", "tours of the study", 0...24, &workbook))
    }
    for watch in patrol.watches {
      names.oneOfficerShares.append(
        rows.input(
          "One-officer units of the watch \(watch.id)", watch.oneOfficerShare, "share of all units",
          "one_officer_share_\(watch.id)", "0.0%",
          "study; waits are for the share of the run, which changes units per call", 0...1,
          &workbook))
    }
  }

  private func addYear(
    _ rows: inout Rows, _ workbook: inout Workbook, _ names: inout LadderNames
  ) {
    rows.section("Year of one \(hours.rank), tour \(hours.tour)")
    rows.input(
      "Scheduled tours", hours.scheduledTours, "tours a year", "scheduled_tours", "#,##0.00",
      "schedule of the study", 1...400, &workbook)
    rows.input(
      "Paid hours of a tour", hours.paidHoursPerTour, "hours", "paid_hours_per_tour", "0.00",
      "schedule of the study", 0...24, &workbook)
    rows.input(
      "Of these not on the street: \(hours.offStreetName)", hours.offStreetHoursPerTour, "hours",
      "off_street_hours_per_tour", "0.00", "schedule of the study", 0...24, &workbook)
    for item in hours.absences {
      names.absences.append(
        rows.input(
          item.name, item.amount, "tours a year", "absence_tours_\(item.name)", "#,##0.00",
          item.source, -366...366, &workbook))
    }
    for item in hours.withinTours {
      names.withinTours.append(
        rows.input(
          item.name, item.amount, "hours a year, within tours", "absence_hours_\(item.name)",
          "#,##0.00", item.source, -8784...8784, &workbook))
    }
    rows.input(
      "Weeks of a year", PatrolLadder.weeksPerYear, "weeks", "weeks_per_year", "0.0000", "365 ÷ 7",
      50...53,
      &workbook)
  }

  /// Rows of inputs as they are written.
  private struct Rows {
    var sheet: Sheet
    var row: Int

    mutating func section(_ words: String) {
      sheet.put(.text(words), row, 0, .section)
      row += 1
    }

    @discardableResult
    mutating func input(
      _ label: String, _ value: Double, _ unit: String, _ wanted: String, _ format: String,
      _ source: String, _ limits: ClosedRange<Double>, _ workbook: inout Workbook
    ) -> String {
      let place = CellPlace(row, 1)
      let name = workbook.name(wanted, sheet: sheet.name, cell: place)
      let text = CellStyle.wrapped.with { $0.indent = 1 }
      sheet.put(.text(label), row, 0, .wrapped)
      sheet.fit(label, row, 0)
      sheet.fit(source, row, 5)
      sheet.put(.number(value), row, 1, .input(format))
      sheet.put(.text(unit), row, 2, text)
      sheet.put(.text(name), row, 3)
      sheet.put(.number(value), row, 4, .plain.with { $0.numberFormat = format })
      sheet.put(.text(source), row, 5, text)
      sheet.limits.append(
        Sheet.Limits(
          place: place, range: limits,
          message: "A number from \(limits.lowerBound) to \(limits.upperBound)."))
      row += 1
      return name
    }
  }
}
