/// Why a workbook could not be made.
public enum WorkbookError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A table has more rows or columns than a sheet can hold.
  case tooLarge(sheet: String, rows: Int, columns: Int)
  /// The library that writes the file refused something.
  case refused(what: String, reason: String)
  /// The file system did not let it be written or read.
  case unwritable(reason: String)

  /// What is wrong and what to do.
  public var description: String {
    switch self {
    case .tooLarge(let sheet, let rows, let columns):
      "the sheet \(sheet) would have \(rows) rows and \(columns) columns, and a spreadsheet holds "
        + "1048576 and 16384: use the CSV files of the run for this table"
    case .refused(let what, let reason):
      "the spreadsheet library refused \(what): \(reason); this is a defect of the tool"
    case .unwritable(let reason):
      "the workbook could not be written: \(reason); check the temporary folder and the room on it"
    }
  }
}
