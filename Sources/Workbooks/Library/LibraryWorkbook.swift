import CXLSXWriter

/// A workbook of the C library, owned by one place and freed there whatever happens.
///
/// This folder is the only one of the room that calls C. The library copies every string it is given.
@safe struct LibraryWorkbook: ~Copyable {
  private let workbook: UnsafeMutablePointer<lxw_workbook>
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var isOpen = true

  /// Opens a workbook that `close()` writes to `path`.
  init(path: String) throws(WorkbookError) {
    var options = unsafe lxw_workbook_options()
    let opened = unsafe workbook_new_opt(path, &options)
    guard let opened = unsafe opened else {
      throw .refused(what: "a new workbook", reason: "no memory")
    }
    unsafe workbook = opened
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(workbook) }
  }

  /// Writes everything to the file.
  ///
  /// The library frees the workbook then, so that there is nothing left to free.
  consuming func close() throws(WorkbookError) {
    isOpen = false
    let code = unsafe workbook_close(workbook)
    guard code == LXW_NO_ERROR else { throw .unwritable(reason: Self.words(code)) }
  }

  /// Throws what the library says of `what`, if it refuses.
  static func check(_ code: lxw_error, _ what: @autoclosure () -> String) throws(WorkbookError) {
    guard code == LXW_NO_ERROR else { throw .refused(what: what(), reason: words(code)) }
  }

  private static func words(_ code: lxw_error) -> String {
    guard let words = unsafe lxw_strerror(code) else { return "error \(code.rawValue)" }
    return unsafe String(cString: words)
  }

  /// Sets what the file says of itself; the day of creation is always the same, so that equal
  /// workbooks have equal bytes.
  func setProperties(title: String) throws(WorkbookError) {
    let code = unsafe withCString(title) { title in
      unsafe withCString("Rollcall") { author in
        var properties = unsafe lxw_doc_properties()
        unsafe properties.title = title
        unsafe properties.author = author
        unsafe properties.created = 946_684_800
        return unsafe workbook_set_properties(workbook, &properties)
      }
    }
    try Self.check(code, "the properties")
  }

  /// Adds a sheet.
  func addSheet(_ name: String) throws(WorkbookError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = unsafe workbook_add_worksheet(workbook, name) else {
      throw .refused(what: "the sheet name \(name)", reason: "it is not valid or not unique")
    }
    return unsafe sheet
  }

  /// Names a cell.
  func define(_ name: Workbook.Name) throws(WorkbookError) {
    let formula = "=\(CellRange.quoted(name.sheet))!\(name.cell.fixedAddress)"
    try Self.check(
      unsafe workbook_define_name(workbook, name.name, formula), "the name \(name.name)")
  }

  /// Adds a chart without series.
  func addChart(_ kind: SheetChart.Kind) throws(WorkbookError) -> UnsafeMutablePointer<lxw_chart> {
    let type =
      switch kind {
      case .column: LXW_CHART_COLUMN
      case .bar: LXW_CHART_BAR
      case .line: LXW_CHART_LINE
      }
    guard let chart = unsafe workbook_add_chart(workbook, UInt8(type.rawValue)) else {
      throw .refused(what: "a chart", reason: "no memory")
    }
    return unsafe chart
  }

  /// Returns the format of a style, each made once.
  mutating func format(
    of style: CellStyle
  ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
    if style == .plain.with({ $0.size = 11 }) { return nil }
    if let known = unsafe formats[style] { return unsafe known }
    guard let format = unsafe workbook_add_format(workbook) else {
      throw .refused(what: "a format", reason: "no memory")
    }
    unsafe Self.describe(style, on: format)
    unsafe formats[style] = format
    return unsafe format
  }

  private static func describe(_ style: CellStyle, on format: UnsafeMutablePointer<lxw_format>) {
    unsafe format_set_font_size(format, style.size)
    if !style.numberFormat.isEmpty { unsafe format_set_num_format(format, style.numberFormat) }
    if style.isBold { unsafe format_set_bold(format) }
    if style.isItalic { unsafe format_set_italic(format) }
    if style.isUnderlined { unsafe format_set_underline(format, 1) }
    if style.wraps { unsafe format_set_text_wrap(format) }
    if let colour = style.colour { unsafe format_set_font_color(format, colour) }
    if let fill = style.fill { unsafe format_set_bg_color(format, fill) }
    if style.hasLineAbove { unsafe format_set_top(format, 1) }
    if style.hasFrame {
      unsafe format_set_border(format, 1)
      unsafe format_set_border_color(format, 0x7F7F7F)
    }
    let alignment: UInt32? =
      switch style.alignment {
      case .byKind: nil
      case .left: LXW_ALIGN_LEFT.rawValue
      case .centre: LXW_ALIGN_CENTER.rawValue
      case .right: LXW_ALIGN_RIGHT.rawValue
      }
    if style.indent > 0 { unsafe format_set_indent(format, style.indent) }
    if let alignment { unsafe format_set_align(format, UInt8(alignment)) }
    unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
  }
}

/// Lends `words` to C for the time of `body`; the library does not change them, though its
/// structures say that it might.
func withCString<Answer>(
  _ words: String, _ body: (UnsafeMutablePointer<CChar>?) -> Answer
) -> Answer {
  unsafe words.withCString { unsafe body(UnsafeMutablePointer(mutating: $0)) }
}
