import PolicingDomain
import TestSupport
import Testing
import Workbooks

@Suite("The workbook of a run")
struct StudyWorkbookTests {
  private let record = ExampleRecord.record()
  private var book: Workbook { StudyWorkbook(record).workbook }

  private func sheet(_ name: String) throws -> Sheet {
    try #require(book.sheets.first { $0.name == name })
  }

  private func number(named name: String) throws -> Double {
    let found = try #require(book.names.first { $0.name == name })
    let cell = try #require(try sheet(found.sheet).cells.first { $0.place == found.cell })
    switch cell.value {
    case .number(let number), .formula(_, gives: .number(let number)): return number
    default: throw Missing(name: name)
    }
  }

  private struct Missing: Error { let name: String }

  /// Source of truth: the order that the type documents.
  @Test func `sheets for people come first, every table follows, the making is last`() {
    #expect(
      book.sheets.map(\.name) == [
        "Summary", "Contents", "Inputs", "Net hours ladder", "Patrol staffing", "Patrol units",
        "Demand", "Need and strength", "Staffing summary", "Units by weekday", "Patrol terms",
        "Positions", "Availability", "Standards", "Hours of week", "Strange", "About",
      ])
  }

  /// Source of truth: worked by hand in `ExampleRecord`.
  @Test func `ladders reproduce net hours and the need of the run`() throws {
    #expect(agrees(try number(named: "net_hours"), 1422))
    #expect(agrees(try number(named: "net_tours"), 180))
    #expect(agrees(try number(named: "officer_hours"), 274 * 365 / 7))
    #expect(agrees(try number(named: "patrol_need"), ExampleRecord.statedNeed))
    #expect(agrees(try number(named: "proactive_target"), 0.4))
  }

  /// Source of truth: by hand: 3 ÷ 0.5 = 6 units, of which 4.8 carry one officer: 7.2 instead of 6.
  @Test func `a higher target needs more where work governs and nothing more elsewhere`() throws {
    let ladder = try #require(PatrolLadder(record))
    let hours = ladder.blocks.reduce(0) { $0 + ladder.need($1, at: 0.5).hoursPerYear }
    #expect(agrees(hours, 290.8 * 365 / 7))
    let needs = ladder.blocks.map { ladder.need($0, at: 0.4).governs }
    #expect(needs == ["work", "waiting", "complement", "complement"])
  }

  /// Source of truth: the notice of the study must be on every sheet.
  @Test func `every sheet begins with its title and the notice, and leads back`() {
    for sheet in book.sheets {
      let cells = Dictionary(sheet.cells.map { ($0.place, $0.value) }) { first, _ in first }
      #expect(cells[CellPlace(1, 0)] == .text(record.subject.notice ?? ""), "\(sheet.name)")
      if sheet.name != "Contents" {
        #expect(
          cells[CellPlace(2, 0)]
            == .link("← Contents", sheet: "Contents", cell: CellPlace(0, 0)), "\(sheet.name)")
      }
    }
  }

  /// Source of truth: the contents list each sheet but the first two, with a link to it.
  @Test func `the contents lead to every sheet`() throws {
    let links = try sheet("Contents").cells.compactMap { cell -> String? in
      if case .link(_, let name, _) = cell.value { return name }
      return nil
    }
    #expect(links == Array(book.sheets.map(\.name).dropFirst(2)))
  }

  /// Source of truth: words of the study are text and nothing else, whatever they begin with.
  @Test func `words of the run are never formulas or links`() throws {
    let cells = try sheet("Strange").cells.filter { $0.place.column == 0 && $0.place.row > 4 }
    let words = cells.compactMap { cell -> String? in
      if case .text(let words) = cell.value { return words }
      return nil
    }
    #expect(Array(words.prefix(ExampleRecord.strangeWords.count)) == ExampleRecord.strangeWords)
    let formulas = book.sheets.flatMap(\.cells).filter { cell in
      if case .formula(let formula, _) = cell.value { return formula.contains("cmd") }
      return false
    }
    #expect(formulas.isEmpty)
  }

  /// Source of truth: by hand; a district may be named like a formula or hold an apostrophe.
  @Test func `names of places cannot break a formula`() throws {
    let odd = ExampleRecord.record(name: "x\"&1", district: "=O'Hare\"")
    let book = StudyWorkbook(odd).workbook
    for cell in book.sheets.flatMap(\.cells) {
      if case .formula(let formula, _) = cell.value { #expect(!formula.contains("Hare")) }
    }
    #expect(try StudyWorkbook(odd).bytes().count > 1000)
  }

  /// Source of truth: a run is reproducible byte by byte.
  @Test func `equal runs give equal bytes`() throws {
    let first = try StudyWorkbook(record).bytes()
    let second = try StudyWorkbook(ExampleRecord.record()).bytes()
    #expect(first == second)
    #expect(first.starts(with: [0x50, 0x4B, 0x03, 0x04]))
  }

  /// Source of truth: the rule that the type documents.
  @Test func `tables that are too large are named in the contents and left out`() throws {
    var large = record
    let rows = (0...StudyWorkbook.mostRows).map { [ResultTable.Cell.count($0)] }
    large.tables.append(
      ResultTable(name: "huge", title: "Huge", columns: [.init("n", "N")], rows: rows))
    let sheets = StudyWorkbook(large).workbook.sheets
    #expect(!sheets.contains { $0.name == "Huge" })
    let contents = try #require(sheets.first { $0.name == "Contents" })
    #expect(contents.cells.contains { $0.value == .text("huge") })
  }

  /// Source of truth: a run that stops at the workload has none of these tables.
  @Test func `a run without requirement has no ladders and says so`() throws {
    var early = record
    early.tables = [ExampleRecord.hours]
    let sheets = StudyWorkbook(early).workbook.sheets
    #expect(sheets.map(\.name) == ["Summary", "Contents", "Demand", "Hours of week", "About"])
    let contents = try #require(sheets.first { $0.name == "Contents" })
    #expect(contents.cells.contains { $0.value == .text("Live ladders") })
    #expect(try StudyWorkbook(early).bytes().count > 1000)
  }

  /// Source of truth: 1,048,576 rows, the size of a sheet.
  @Test func `a sheet that no spreadsheet holds is refused`() {
    var book = Workbook(title: "")
    var sheet = Sheet(name: book.reserve("Long"))
    sheet.put(.number(1), 1_048_576, 0)
    book.add(sheet)
    #expect(throws: WorkbookError.tooLarge(sheet: "Long", rows: 1_048_577, columns: 1)) {
      try book.bytes()
    }
  }

  /// Source of truth: by hand: withheld figures are words in the tables of a public run.
  @Test func `withheld figures stay words and stop the live ladder`() throws {
    var hidden = record
    hidden.isPublic = true
    let whole = hidden.tables[1]
    #expect(whole.name == "units-by-weekday" && PatrolLadder(hidden) != nil)
    let busy = try #require(whole.columns.firstIndex { $0.key == "busy_units" })
    var rows = whole.rows
    rows[1][busy] = .text(RunRecord.withheldWord)
    hidden.tables[1] = ResultTable(
      name: whole.name, title: whole.title, columns: whole.columns, rows: rows)
    let sheets = StudyWorkbook(hidden).workbook.sheets
    #expect(!sheets.contains { $0.name == "Patrol units" || $0.name == "Patrol staffing" })
    #expect(PatrolLadder(hidden) == nil)
    let table = try #require(sheets.first { $0.name == "Units by weekday" })
    #expect(table.cells.contains { $0.value == .text("withheld") })
  }

  /// Source of truth: the rule that no figure tells the number of all calls where it is withheld.
  @Test func `withheld key figures and their n are words`() throws {
    var hidden = record
    hidden.figures.append(
      .init(
        name: "unit-hours",
        estimate: Estimate(
          value: 900, unit: "unit-hours", observations: 0, imputed: .none,
          interval: .none(reason: "by hand"))))
    let figure = hidden.figures[0]
    hidden.figures[0] = .init(name: figure.name, estimate: figure.estimate, key: .calls)
    hidden.withheld = [.calls]
    let summary = try #require(StudyWorkbook(hidden).workbook.sheets.first)
    func row(_ name: String) throws -> [Sheet.Value] {
      let head = try #require(
        summary.cells.first { $0.value == .text(name) && $0.place.column == 0 })
      return summary.cells.filter { $0.place.row == head.place.row }.map(\.value)
    }
    #expect(try row("calls") == [.text("calls"), .text("withheld")])
    let hours = try row("unit-hours")
    #expect(hours.contains(.number(900)) && hours.contains(.text("withheld")))
    #expect(!hours.contains(.number(0)) || hours.count { $0 == .number(0) } == 1, "% imputed")
  }

  /// Source of truth: the file that people wrote is no text for readers; what was looked up is.
  @Test func `findings are those that were given, never the file`() throws {
    var written = record
    written.statement = .init(
      file: "findings.md", text: "## DRAFT: Few\n<!-- mine -->\n{{figure | calls}}\n")
    func words(_ book: StudyWorkbook) -> [String] {
      book.workbook.sheets.flatMap(\.cells).compactMap { cell in
        if case .text(let words) = cell.value { words } else { nil }
      }
    }
    let bare = words(StudyWorkbook(written))
    #expect(!bare.contains { $0.contains("{{") || $0.contains("mine") || $0.contains("DRAFT") })
    let finding = StudyWorkbook.Finding(
      title: "Few on nights", text: ["1,200 calls."], recommendation: "hire", priority: "1",
      cost: "none", owner: "the board")
    let found = words(StudyWorkbook(written, findings: [finding]))
    for words in ["Few on nights", "1,200 calls.", "Recommendation: hire", "Owner: the board"] {
      #expect(found.contains(words), "\(words)")
    }
  }

  /// Source of truth: by hand: a bureau whose need is not known is not one that needs nobody.
  @Test func `a need that is not known is blank`() throws {
    let need = try sheet("Need and strength")
    let row = try #require(need.cells.first { $0.value == .text("Patrol") }).place.row
    let decided = need.cells.first { $0.place == CellPlace(row, 3) }
    #expect(decided?.value == .number(2))
    var early = record
    early.tables[0] = ExampleRecord.table(
      "staffing-summary",
      [("group", 0), ("deployable", 1), ("required", 1), ("decided", 1), ("recommended", 1)],
      [[.text("Patrol"), .number(10), .missing, .number(2), .missing]])
    let sheets = StudyWorkbook(early).workbook.sheets
    let blank = try #require(sheets.first { $0.name == "Need and strength" })
    for column in [2, 4] {
      let values = blank.cells.filter { $0.place.column == column && $0.place.row > 4 }.map(\.value)
      #expect(values == [.blank])
    }
  }

  /// Source of truth: cells of a damaged record may hold any number.
  @Test func `hours that are no hours leave the picture out`() throws {
    for odd in [Double.nan, .infinity, 24, -1, 1e300, 0.5] {
      var damaged = record
      let position = try #require(damaged.tables.firstIndex { $0.name == "hours-of-week" })
      let whole = damaged.tables[position]
      var rows = whole.rows
      rows[5][2] = .number(odd)
      damaged.tables[position] = ResultTable(
        name: whole.name, title: whole.title, columns: whole.columns, rows: rows)
      #expect(!StudyWorkbook(damaged).workbook.sheets.contains { $0.name == "Demand" }, "\(odd)")
    }
  }

  /// Source of truth: page headers (ECMA-376, 18.3.1.46): digits behind `&8` are part of the size, and
  /// an ampersand is two; a sheet takes 255 characters.
  @Test(arguments: [
    "2025 made up", "R&G & [Picture] &[Picture]", String(repeating: "&", count: 400), "",
    String(repeating: "👮🏽‍♀️", count: 200),
  ])
  func `any notice is a page header`(notice: String) throws {
    let header = SafeText.pageHeader(notice)
    #expect(header.hasPrefix("&C&8 "))
    #expect(header.unicodeScalars.count <= 255)
    var noted = record
    noted.subject = .init(
      name: "noted", title: "Noted", notice: notice, from: "2025-01-01", through: "2025-12-31",
      calls: "made up")
    #expect(try StudyWorkbook(noted).bytes().count > 1000)
  }

  /// Source of truth: by hand: headings in row 5, two rungs beneath, officers in the third column.
  @Test func `a ladder of targets of the program has its chart`() throws {
    var laddered = record
    laddered.tables.append(
      ExampleRecord.table(
        "target-ladder",
        [("target_percent", 0), ("is_chosen", 0), ("patrol_officers_required", 1)],
        [[.number(40), .text("yes"), .number(12.5)], [.number(45), .text("no"), .number(13)]]))
    let sheets = StudyWorkbook(laddered).workbook.sheets
    let sheet = try #require(sheets.first { $0.name == "Target ladder" })
    let series = try #require(sheet.charts.first?.series.first)
    #expect(series.values == CellRange(CellPlace(5, 2), CellPlace(6, 2)))
    #expect(sheets.flatMap(\.charts).count == 4)
  }
}
