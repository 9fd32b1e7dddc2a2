/// A spreadsheet as values: sheets, named cells and what the file says of itself.
///
/// It knows nothing of files. `Workbook.bytes()` writes it.
package struct Workbook: Hashable, Sendable {
  /// A name for a cell, which formulas use.
  package struct Name: Hashable, Sendable {
    /// The name.
    package let name: String
    /// The name of the sheet.
    package let sheet: String
    /// The cell.
    package let cell: CellPlace

    /// Creates a name.
    package init(_ name: String, sheet: String, cell: CellPlace) {
      self.name = name
      self.sheet = sheet
      self.cell = cell
    }
  }

  /// The title in the properties of the file.
  package let title: String
  /// What stands at the head of every printed page, if anything.
  package let notice: String?
  /// The sheets, in the order of their tabs.
  package private(set) var sheets: [Sheet] = []
  /// The named cells.
  package private(set) var names: [Name] = []
  private var taken: SheetNames = SheetNames()

  /// Creates a workbook without sheets.
  package init(title: String, notice: String? = nil) {
    self.title = title
    self.notice = notice
  }

  /// Returns the name that a sheet would get, and keeps it for that sheet.
  package mutating func reserve(_ wanted: String) -> String { taken.take(wanted) }

  /// Adds a sheet whose name was reserved.
  package mutating func add(_ sheet: Sheet) { sheets.append(sheet) }

  /// Adds a sheet whose name was reserved before those from `position` on.
  package mutating func insert(_ sheet: Sheet, at position: Int) {
    sheets.insert(sheet, at: position)
  }

  /// Names a cell.
  ///
  /// - Returns: The name as formulas must write it: letters, digits and underscores, not that of
  ///   another cell.
  @discardableResult
  package mutating func name(_ wanted: String, sheet: String, cell: CellPlace) -> String {
    let valid = Self.validName(wanted)
    let used = Set(names.map { $0.name.lowercased() })
    var name = valid
    var number = 2
    while used.contains(name.lowercased()) {
      name = "\(valid)_\(number)"
      number += 1
    }
    names.append(Name(name, sheet: sheet, cell: cell))
    return name
  }

  /// Returns `wanted` with everything but ASCII letters and digits made an underscore, each run of
  /// others one.
  ///
  /// Names of several parts never look like the address of a cell, and others get an underscore.
  package static func validName(_ wanted: String) -> String {
    var name = ""
    for character in wanted.lowercased().prefix(200) {
      if character.isASCII, character.isLetter || character.isNumber {
        name.append(character)
      } else if name.last != "_" {
        name.append("_")
      }
    }
    while name.last == "_" { name.removeLast() }
    let startsWell = name.first?.isLetter == true
    return startsWell && name.contains("_") ? name : "\(startsWell ? "" : "_")\(name)_"
  }
}
