/// What every sheet begins with: its title, the notice, and the way back.
struct SheetHead {
  let notice: String?
  let study: String
  let contents: String

  /// The first row that is free below the head.
  static let rows = 4

  /// Starts a sheet.
  func start(_ name: String, title: String) -> Sheet {
    var sheet = Sheet(name: name)
    sheet.put(.text(title), 0, 0, .title)
    sheet.heights[0] = 22
    for column in 1..<8 { sheet.put(.blank, 1, column, notice == nil ? .plain : .notice) }
    sheet.put(.text(notice ?? study), 1, 0, notice == nil ? .note : .notice)
    if name != contents {
      sheet.put(.link("← Contents", sheet: contents, cell: CellPlace(0, 0)), 2, 0, .link)
    }
    return sheet
  }
}
