import CXLSXWriter

/// Writes one sheet into a workbook of the C library.
@safe struct SheetWriter {
  private let sheet: Sheet
  private let target: UnsafeMutablePointer<lxw_worksheet>

  /// The most rows and columns of a sheet.
  static let largest = (rows: 1_048_576, columns: 16_384)

  init(_ sheet: Sheet, into workbook: borrowing LibraryWorkbook) throws(WorkbookError) {
    let rows = sheet.rowCount
    let columns = (sheet.cells.map(\.place.column).max() ?? 0) + 1
    guard rows <= Self.largest.rows, columns <= Self.largest.columns else {
      throw .tooLarge(sheet: sheet.name, rows: rows, columns: columns)
    }
    self.sheet = sheet
    unsafe target = try workbook.addSheet(sheet.name)
  }

  /// Writes everything of the sheet.
  func write(to workbook: inout LibraryWorkbook, notice: String?) throws(WorkbookError) {
    try layOut(notice)
    for table in sheet.tables { try write(table) }
    for cell in sheet.cells { try write(cell, &workbook) }
    try merge(&workbook)
    for scale in sheet.colourScales { try write(scale) }
    for limits in sheet.limits { try write(limits) }
    for chart in sheet.charts {
      try unsafe ChartWriter(chart, on: sheet.name).write(to: &workbook, target)
    }
  }

  private func layOut(_ notice: String?) throws(WorkbookError) {
    for column in sheet.widths.keys.sorted() {
      let width = sheet.widths[column] ?? 10
      let code = unsafe worksheet_set_column(
        target, UInt16(column), UInt16(column), width, nil)
      try LibraryWorkbook.check(code, "the width of a column")
    }
    for row in sheet.heights.keys.sorted() {
      let code = unsafe worksheet_set_row(target, UInt32(row), sheet.heights[row] ?? 15, nil)
      try LibraryWorkbook.check(code, "the height of a row")
    }
    if sheet.frozen != CellPlace(0, 0) {
      unsafe worksheet_freeze_panes(
        target, UInt32(sheet.frozen.row), UInt16(sheet.frozen.column))
    }
    if let colour = sheet.tabColour { unsafe worksheet_set_tab_color(target, colour) }
    if let row = sheet.repeatedRow {
      _ = unsafe worksheet_repeat_rows(target, UInt32(row), UInt32(row))
    }
    unsafe worksheet_gridlines(target, UInt8(LXW_HIDE_ALL_GRIDLINES.rawValue))
    unsafe worksheet_set_landscape(target)
    unsafe worksheet_set_paper(target, 9)
    unsafe worksheet_fit_to_pages(target, 1, 0)
    _ = unsafe worksheet_set_footer(target, "&L&A&RPage &P of &N")
    if let notice = notice.map(SafeText.pageHeader) {
      let code = unsafe worksheet_set_header(target, notice)
      try LibraryWorkbook.check(code, "the header of \(sheet.name)")
    }
  }

  private func write(
    _ cell: Sheet.Cell, _ workbook: inout LibraryWorkbook
  ) throws(WorkbookError) {
    let format = unsafe try workbook.format(of: cell.style)
    let row = UInt32(cell.place.row)
    let column = UInt16(cell.place.column)
    let code: lxw_error
    switch cell.value {
    case .text(let words):
      code = unsafe worksheet_write_string(target, row, column, SafeText(words).text, format)
    case .number(let number) where number.isFinite:
      code = unsafe worksheet_write_number(target, row, column, number, format)
    case .number(let number):
      let words = number.isNaN ? "not a number" : (number > 0 ? "∞" : "−∞")
      code = unsafe worksheet_write_string(target, row, column, words, format)
    case .formula(let formula, gives: .number(let number)):
      code = unsafe worksheet_write_formula_num(
        target, row, column, "=\(formula)", format, number.isFinite ? number : 0)
    case .formula(let formula, gives: .text(let words)):
      code = unsafe worksheet_write_formula_str(
        target, row, column, "=\(formula)", format, SafeText(words).text)
    case .link(let words, sheet: let other, cell: let place):
      let address = "internal:\(CellRange.quoted(other))!\(place.address)"
      code = unsafe worksheet_write_url_opt(
        target, row, column, address, format, SafeText(words).text, nil)
    case .blank:
      code = unsafe worksheet_write_blank(target, row, column, format)
    }
    try LibraryWorkbook.check(code, "cell \(cell.place.address) of \(sheet.name)")
  }

  /// Makes each of the ranges one cell that shows what its first cell holds.
  private func merge(_ workbook: inout LibraryWorkbook) throws(WorkbookError) {
    let ranges = Dictionary(sheet.merged.map { ($0.first, $0) }) { first, _ in first }
    for cell in sheet.cells {
      guard let range = ranges[cell.place], case .text(let words) = cell.value else { continue }
      let format = unsafe try workbook.format(of: cell.style)
      let code = unsafe worksheet_merge_range(
        target, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), SafeText(words).text, format)
      try LibraryWorkbook.check(code, "merged cells")
    }
  }

  private func write(_ table: Sheet.Table) throws(WorkbookError) {
    let range = table.range
    guard range.last.row > range.first.row else { return }
    let code = unsafe withColumns(table.headings.map { SafeText($0).text }) { columns in
      var options = unsafe lxw_table_options()
      unsafe options.columns = columns
      unsafe options.style_type = UInt8(LXW_TABLE_STYLE_TYPE_LIGHT.rawValue)
      unsafe options.style_type_number = 1
      return unsafe worksheet_add_table(
        target, UInt32(range.first.row), UInt16(range.first.column), UInt32(range.last.row),
        UInt16(range.last.column), &options)
    }
    try LibraryWorkbook.check(code, "the table of \(sheet.name)")
  }

  private func withColumns(
    _ headings: [String],
    _ body: (UnsafeMutablePointer<UnsafeMutablePointer<lxw_table_column>?>?) -> lxw_error
  ) -> lxw_error {
    let words = headings.map(LentString.init)
    var columns = unsafe words.map { lent in
      var column = unsafe lxw_table_column()
      unsafe column.header = lent.start
      return unsafe column
    }
    return unsafe columns.withUnsafeMutableBufferPointer { columns in
      var pointers: [UnsafeMutablePointer<lxw_table_column>?] = unsafe []
      if let start = columns.baseAddress {
        for position in columns.indices { unsafe pointers.append(start + position) }
      }
      unsafe pointers.append(nil)
      let code = unsafe pointers.withUnsafeMutableBufferPointer { unsafe body($0.baseAddress) }
      for lent in words { lent.free() }
      return code
    }
  }

  private func write(_ scale: Sheet.ColourScale) throws(WorkbookError) {
    var format = unsafe lxw_conditional_format()
    unsafe format.type = UInt8(LXW_CONDITIONAL_3_COLOR_SCALE.rawValue)
    if scale.colours.count == 3 {
      unsafe format.min_color = scale.colours[0]
      unsafe format.mid_color = scale.colours[1]
      unsafe format.max_color = scale.colours[2]
    }
    let code = unsafe worksheet_conditional_format_range(
      target, UInt32(scale.range.first.row), UInt16(scale.range.first.column),
      UInt32(scale.range.last.row), UInt16(scale.range.last.column), &format)
    try LibraryWorkbook.check(code, "a scale of colours")
  }

  private func write(_ limits: Sheet.Limits) throws(WorkbookError) {
    let code = unsafe withCString(String(limits.message.prefix(250))) { message in
      var validation = unsafe lxw_data_validation()
      unsafe validation.validate = UInt8(LXW_VALIDATION_TYPE_DECIMAL.rawValue)
      unsafe validation.criteria = UInt8(LXW_VALIDATION_CRITERIA_BETWEEN.rawValue)
      unsafe validation.minimum_number = limits.range.lowerBound
      unsafe validation.maximum_number = limits.range.upperBound
      unsafe validation.error_message = message
      return unsafe worksheet_data_validation_cell(
        target, UInt32(limits.place.row), UInt16(limits.place.column), &validation)
    }
    try LibraryWorkbook.check(code, "the limits of an input")
  }
}

/// Words in memory that C may look at until they are freed.
@safe private struct LentString {
  let start: UnsafeMutablePointer<CChar>

  init(_ words: String) {
    let bytes = words.utf8CString
    unsafe start = UnsafeMutablePointer<CChar>.allocate(capacity: bytes.count)
    for (position, byte) in bytes.enumerated() { unsafe start[position] = byte }
  }

  func free() { unsafe start.deallocate() }
}
