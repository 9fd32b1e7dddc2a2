import PolicingDomain

/// Units and officers of every district, watch and weekday, with live formulas.
struct PatrolUnitsSheet {
  /// The columns, by their positions.
  enum Column: Int, CaseIterable {
    case district
    case watch
    case weekday
    case busy
    case beats
    case sectors
    case complement
    case work
    case waiting
    case response
    case interval
    case units
    case governs
    case crew
    case officers
    case workHours
    case unitHours
    case officerHours
    case stated

    var heading: String {
      switch self {
      case .district: "District"
      case .watch: "Watch"
      case .weekday: "Day"
      case .busy: "Busy units"
      case .beats: "Beats"
      case .sectors: "Sectors"
      case .complement: "Complement"
      case .work: "Work"
      case .waiting: "Waiting (fixed)"
      case .response: "Response (fixed)"
      case .interval: "Interval (fixed)"
      case .units: "Units needed"
      case .governs: "Governs"
      case .crew: "Officers per unit"
      case .officers: "Officers needed"
      case .workHours: "Work, unit-hours a year"
      case .unitHours: "Unit-hours a year"
      case .officerHours: "Officer-hours a year"
      case .stated: "Officers of this run"
      }
    }
  }

  /// The row of the first block.
  static let firstRow = 5

  let ladder: PatrolLadder
  let names: LadderNames
  /// The targets that stand side by side, with the names of their cells.
  let targets: [(name: String, value: Double)]

  /// Builds the sheet.
  func build(_ name: String, _ head: SheetHead, in workbook: inout Workbook) {
    var sheet = head.start(name, title: "Units and officers by district, watch and weekday")
    sheet.tabColour = 0x70AD47
    for column in Column.allCases {
      sheet.widths[column.rawValue] = column.rawValue < 3 ? 10 : 12.5
    }
    sheet.paragraph(
      "Live but for busy units and the columns marked fixed: these come from the calls and from "
        + "queueing models that no spreadsheet holds, and stay as this run found them.", 3,
      through: 10)
    let words: Set<Int> = [0, 1, 2, Column.governs.rawValue]
    sheet.headings(
      Column.allCases.map(\.heading), 4,
      numbers: Set(Column.allCases.map(\.rawValue)).subtracting(words))
    let next = Column.allCases.count
    for position in targets.indices {
      let column = next + position
      sheet.put(
        .text("Officer-hours a year, target \(position + 1)"), 4, column,
        .heading.with { $0.alignment = .right })
      sheet.widths[column] = 12.5
    }
    sheet.heights[4] = 42
    sheet.frozen = CellPlace(Self.firstRow, 3)
    sheet.repeatedRow = 4
    for position in ladder.blocks.indices { write(position, to: &sheet) }
    workbook.add(sheet)
  }

  private func write(_ position: Int, to sheet: inout Sheet) {
    let block = ladder.blocks[position]
    let need = ladder.need(block, at: ladder.proactiveTarget)
    let row = Self.firstRow + position
    func put(_ value: Sheet.Value?, _ column: Column, _ decimals: Int? = nil) {
      guard let value else { return }
      let words = CellStyle.plain.with { $0.indent = column == .governs ? 1 : 0 }
      let style = decimals.map { CellStyle.number(decimals: $0) } ?? words
      sheet.put(value, row, column.rawValue, style)
    }
    func live(_ formula: String, _ number: Double) -> Sheet.Value {
      .formula(formula, gives: .number(number))
    }
    put(.text(block.district), .district)
    put(.text(block.watch), .watch)
    put(.text(block.weekday), .weekday)
    put(.number(block.busyUnits), .busy, 2)
    put(.number(block.beats), .beats, 0)
    put(.number(block.sectors), .sectors, 0)
    let cells = Cells(row)
    put(
      need.complement.map {
        live("\(cells[.beats])*units_per_beat+\(rapid(cells))", $0)
      }, .complement, 1)
    put(need.work.map { live("\(cells[.busy])/(1-proactive_target)", $0) }, .work, 2)
    put(block.waiting.map(Sheet.Value.number), .waiting, 1)
    put(block.response.map(Sheet.Value.number), .response, 1)
    put(block.interval.map(Sheet.Value.number), .interval, 2)
    put(live("MAX(\(cells[.complement]):\(cells[.interval]))", need.units), .units, 2)
    put(.formula(governing(cells), gives: .text(need.governs)), .governs)
    guard let watch = ladder.watches.firstIndex(where: { $0.id == block.watch }) else { return }
    let share = names.oneOfficerShares[watch]
    let units = cells[.units]
    let crew =
      "IF(\(units)>0,2-MIN(\(share),MAX(0,\(units)-\(rapid(cells)))/\(units)),2-\(share))"
    put(live(crew, need.crew), .crew, 3)
    put(live("\(units)*\(cells[.crew])", need.officers), .officers, 2)
    let year = "\(names.watchHours[watch])*weeks_per_year"
    let hours = ladder.watches[watch].hours * PatrolLadder.weeksPerYear
    put(live("\(cells[.busy])*\(year)", block.busyUnits * hours), .workHours, 0)
    put(live("\(units)*\(year)", need.units * hours), .unitHours, 0)
    put(live("\(cells[.officers])*\(year)", need.hoursPerYear), .officerHours, 0)
    put(.number(block.statedOfficers), .stated, 2)
    for (position, target) in targets.enumerated() {
      let formula = "\(officers(at: target.name, share, cells))*\(year)"
      let value = ladder.need(block, at: target.value).hoursPerYear
      sheet.put(
        live(formula, value), row, Column.allCases.count + position, .number(decimals: 0))
    }
  }

  /// The addresses of the cells of a row.
  private struct Cells {
    let row: Int
    init(_ row: Int) { self.row = row }
    subscript(_ column: Column) -> String { CellPlace(row, column.rawValue).address }
  }

  /// The units that always carry two officers.
  private func rapid(_ cells: Cells) -> String {
    ladder.rapidUnitsPerSector == nil ? "0" : "\(cells[.sectors])*units_per_sector"
  }

  /// The first of the needs that is as large as the units.
  private func governing(_ cells: Cells) -> String {
    let needs: [(Column, String)] = [
      (.complement, "complement"), (.work, "work"), (.waiting, "waiting"),
      (.response, "response"), (.interval, "patrol interval"),
    ]
    let units = cells[.units]
    let chain = needs.reversed().reduce("\"nothing\"") { rest, need in
      "IF(\(cells[need.0])=\(units),\"\(need.1)\",\(rest))"
    }
    return "IF(\(units)<=0,\"nothing\",\(chain))"
  }

  /// The officers at a target: two for each unit, less one for each that carries one.
  private func officers(at target: String, _ share: String, _ cells: Cells) -> String {
    let units =
      "MAX(\(cells[.complement]),\(cells[.waiting]):\(cells[.interval]),"
      + "\(cells[.busy])/(1-\(target)))"
    return "(2*\(units)-MIN(\(share)*\(units),MAX(0,\(units)-\(rapid(cells)))))"
  }
}
