/// The sheet that leads to all others, and says which tables are not in the workbook.
struct ContentsSheet {
  /// One sheet to lead to.
  struct Entry {
    let sheet: String
    let title: String
    let rows: Int?
    let isLive: Bool
  }

  let entries: [Entry]
  /// Tables that are not here, with the reason.
  let leftOut: [(table: String, reason: String)]

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: "Contents")
    sheet.widths = [0: 34, 1: 70, 2: 10, 3: 16]
    sheet.headings(["Sheet", "What it shows", "Rows", "Formulas"], SheetHead.rows, numbers: [2])
    sheet.frozen = CellPlace(SheetHead.rows + 1, 0)
    var row = SheetHead.rows + 1
    for entry in entries {
      sheet.put(.link(entry.sheet, sheet: entry.sheet, cell: CellPlace(0, 0)), row, 0, .link)
      sheet.put(.text(entry.title), row, 1, .plain.with { $0.indent = 1 })
      if let rows = entry.rows { sheet.put(.number(Double(rows)), row, 2, .number(decimals: 0)) }
      if entry.isLive { sheet.put(.text("live"), row, 3, .plain.with { $0.indent = 1 }) }
      row += 1
    }
    guard !leftOut.isEmpty else { return sheet }
    sheet.put(.text("Not in this workbook"), row + 1, 0, .section)
    for (position, line) in leftOut.enumerated() {
      sheet.put(.text(line.table), row + 2 + position, 0)
      sheet.put(.text(line.reason), row + 2 + position, 1, .wrapped)
    }
    return sheet
  }
}
