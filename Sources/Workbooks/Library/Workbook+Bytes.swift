import Foundation

extension Workbook {
  /// Writes the workbook and returns its bytes; equal workbooks give equal bytes.
  ///
  /// The library writes files only, so the bytes go through a file in the temporary folder, which is
  /// gone when this returns.
  ///
  /// - Returns: The bytes of an `.xlsx` file.
  /// - Throws: A ``WorkbookError`` where a sheet is too large or the file system refuses.
  package func bytes() throws(WorkbookError) -> [UInt8] {
    let manager = FileManager.default
    let folder = manager.temporaryDirectory.appending(path: "rollcall-\(UUID().uuidString)")
    do {
      try manager.createDirectory(
        at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw .unwritable(reason: error.localizedDescription)
    }
    defer { try? manager.removeItem(at: folder) }
    let file = folder.appending(path: "workbook.xlsx")
    try write(to: file.path)
    do {
      return try Array(Data(contentsOf: file))
    } catch {
      throw .unwritable(reason: error.localizedDescription)
    }
  }

  /// Writes the workbook to a file.
  private func write(to path: String) throws(WorkbookError) {
    var target = try LibraryWorkbook(path: path)
    try target.setProperties(title: SafeText(title).text)
    var writers: [SheetWriter] = []
    for sheet in sheets { writers.append(try SheetWriter(sheet, into: target)) }
    for writer in writers { try writer.write(to: &target, notice: notice) }
    for name in names { try target.define(name) }
    try target.close()
  }
}
