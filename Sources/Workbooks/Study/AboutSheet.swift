import PolicingDomain

/// How the run was made: what somebody needs who wants the same numbers again.
struct AboutSheet {
  let record: RunRecord

  /// Returns the sheet.
  func sheet(_ name: String, _ head: SheetHead) -> Sheet {
    var sheet = head.start(name, title: "About this run")
    sheet.widths = [0: 44, 1: 16, 2: 70]
    let making = record.making
    let lines = [
      ("Made by", "Rollcall \(making.version)"), ("Linear algebra", making.numerics),
      ("Arguments", making.arguments.joined(separator: " ")), ("Seed", "\(making.seed)"),
      ("Layout of the record", "\(RunRecord.schema)"),
    ]
    for (position, line) in lines.enumerated() {
      sheet.put(.text(line.0), SheetHead.rows + position, 0, .bold)
      sheet.put(.text(line.1), SheetHead.rows + position, 1)
    }
    let start = SheetHead.rows + lines.count + 1
    sheet.headings(["File that was read", "Bytes", "SHA-256"], start, numbers: [1])
    for (position, input) in making.inputs.enumerated() {
      let row = start + 1 + position
      sheet.put(.text(input.path), row, 0, .wrapped)
      sheet.put(.number(Double(input.bytes)), row, 1, .number(decimals: 0))
      sheet.put(.text(input.sha256), row, 2, .plain.with { $0.indent = 1 })
    }
    let note = start + making.inputs.count + 2
    let words = [
      "Numbers of tables are those of the run, with its rounding to a millionth; what a cell shows "
        + "is rounded further by its format.",
      "Cells of text hold what the study says, never a formula.",
      "Equal runs give equal workbooks, byte by byte: the day of creation in the properties of "
        + "the file is always 1 January 2000.",
    ]
    for (position, line) in words.enumerated() {
      sheet.paragraph(line, note + position, through: 2)
    }
    return sheet
  }
}
