public import Foundation

/// LibreOffice without a window, for slow tests that read spreadsheets back and work them out again.
///
/// A test that needs it is skipped where no `soffice` is in the path.
public struct LibreOffice {
  /// Something that LibreOffice did not do.
  public struct Failure: Error, CustomStringConvertible {
    /// What it said.
    public let description: String
  }

  /// Whether it is there.
  public static var isThere: Bool { program != nil }

  private static var program: URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").lazy.map { URL(filePath: "\($0)/soffice") }.first {
      FileManager.default.isExecutableFile(atPath: $0.path)
    }
  }

  /// The folder of everything that is made, which `remove()` removes.
  public let folder: URL

  /// Makes a folder with settings by which every formula is worked out again when a file is opened.
  public init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "office-\(UUID().uuidString)")
    let user = folder.appending(path: "profile/user")
    try FileManager.default.createDirectory(at: user, withIntermediateDirectories: true)
    try Self.settings.write(
      to: user.appending(path: "registrymodifications.xcu"), atomically: true, encoding: .utf8)
  }

  /// Removes everything that was made.
  public func remove() { try? FileManager.default.removeItem(at: folder) }

  /// Works every formula of a workbook out again.
  ///
  /// - Parameters:
  ///   - bytes: The `.xlsx` file.
  ///   - input: A number of a sheet to change first: the first one there that has this value.
  /// - Returns: The cells of every sheet as words, by the name of the sheet.
  /// - Throws: ``Failure`` with what LibreOffice said.
  public func sheets(
    of bytes: [UInt8], changing input: (sheet: String, from: Double, to: Double)? = nil
  ) throws -> [String: [[String]]] {
    let book = folder.appending(path: "book.xlsx")
    try Data(bytes).write(to: book)
    try convert(book, to: "fods")
    let file = folder.appending(path: "book.fods")
    var text = try String(contentsOf: file, encoding: .utf8)
    if let input {
      guard let sheet = text.range(of: "<table:table table:name=\"\(input.sheet)\""),
        let cell = text.range(
          of: "office:value=\"\(input.from)\"", range: sheet.upperBound..<text.endIndex)
      else { throw Failure(description: "no cell with \(input.from) in \(input.sheet)") }
      text.replaceSubrange(cell, with: "office:value=\"\(input.to)\"")
    }
    try Self.withoutResults(text).write(to: file, atomically: true, encoding: .utf8)
    let out = folder.appending(path: "csv-\(UUID().uuidString)")
    try convert(
      file, to: "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1",
      in: out)
    var sheets: [String: [[String]]] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: out.path) {
      let text = try String(contentsOf: out.appending(path: name), encoding: .utf8)
      sheets[String(name.dropFirst("book-".count).dropLast(".csv".count))] = Self.rows(of: text)
    }
    return sheets
  }

  /// The file without what its formulas gave when it was written, so that they must be worked out.
  private static func withoutResults(_ text: String) -> String {
    let result =
      /\ (?:office:value-type|office:value|office:string-value|calcext:value-type)="[^"]*"/
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.contains(" table:formula=") ? line.replacing(result, with: "") : line
    }
    return lines.joined(separator: "\n")
  }

  private func convert(_ file: URL, to format: String, in place: URL? = nil) throws {
    guard let program = Self.program else { throw Failure(description: "no soffice in the path") }
    let process = Process()
    let said = Pipe()
    process.executableURL = program
    process.arguments = [
      "-env:UserInstallation=file://\(folder.path)/profile", "--headless", "--convert-to", format,
      "--outdir", (place ?? folder).path, file.path,
    ]
    process.standardOutput = said
    process.standardError = said
    try process.run()
    let words = said.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      throw Failure(description: String(decoding: words, as: UTF8.self))
    }
  }

  /// Reads comma-separated values with quotes.
  static func rows(of text: String) -> [[String]] {
    var rows: [[String]] = []
    var row: [String] = []
    var field = ""
    var isQuoted = false
    var letters = text.unicodeScalars.makeIterator()
    var waiting: Unicode.Scalar?
    while let letter = waiting ?? letters.next() {
      waiting = nil
      switch letter {
      case "\"" where isQuoted:
        let next = letters.next()
        if next == "\"" {
          field.unicodeScalars.append("\"")
        } else {
          (isQuoted, waiting) = (false, next)
        }
      case "\"": isQuoted = true
      case "," where !isQuoted:
        row.append(field)
        field = ""
      case "\n" where !isQuoted:
        rows.append(row + [field])
        (row, field) = ([], "")
      default: field.unicodeScalars.append(letter)
      }
    }
    if !row.isEmpty || !field.isEmpty { rows.append(row + [field]) }
    return rows
  }

  private static let settings = """
    <?xml version="1.0" encoding="UTF-8"?>
    <oor:items xmlns:oor="http://openoffice.org/2001/registry">
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    <item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="ODFRecalcMode" oor:op="fuse"><value>0</value></prop></item>
    </oor:items>
    """
}
