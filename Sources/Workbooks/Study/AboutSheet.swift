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
    for (column, heading) in ["File that was read", "Bytes", "SHA-256"].enumerated() {
      sheet.put(.text(heading), start, column, .heading)
    }
    for (position, input) in making.inputs.enumerated() {
      let row = start + 1 + position
      sheet.put(.text(input.path), row, 0, .wrapped)
      sheet.put(.number(Double(input.bytes)), row, 1, .number(decimals: 0))
      sheet.put(.text(input.sha256), row, 2)
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
      sheet.put(.text(line), note + position, 0, .note)
    }
    return sheet
  }
}
