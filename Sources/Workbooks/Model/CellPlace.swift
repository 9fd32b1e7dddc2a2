/// The place of a cell in its sheet, counted from 0.
package struct CellPlace: Hashable, Sendable {
  /// The row.
  package let row: Int
  /// The column.
  package let column: Int

  /// Creates a place.
  package init(_ row: Int, _ column: Int) {
    self.row = row
    self.column = column
  }

  /// The address as formulas write it, such as `C7`.
  package var address: String { "\(Self.letters(column))\(row + 1)" }

  /// The address that does not move when a formula is copied, such as `$C$7`.
  package var fixedAddress: String { "$\(Self.letters(column))$\(row + 1)" }

  /// Returns the letters of a column.
  package static func letters(_ column: Int) -> String {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    var letters = ""
    var rest = column
    repeat {
      letters = "\(digits[rest % 26])\(letters)"
      rest = rest / 26 - 1
    } while rest >= 0
    return letters
  }
}

/// A rectangle of cells, both ends included.
package struct CellRange: Hashable, Sendable {
  /// The cell at the top left.
  package let first: CellPlace
  /// The cell at the bottom right.
  package let last: CellPlace

  /// Creates a range.
  package init(_ first: CellPlace, _ last: CellPlace) {
    self.first = first
    self.last = last
  }

  /// The address that does not move, with the sheet, such as `'Net hours'!$A$2:$A$9`.
  package func fixedAddress(in sheet: String) -> String {
    "\(Self.quoted(sheet))!\(first.fixedAddress):\(last.fixedAddress)"
  }

  /// Returns the name of a sheet as formulas write it.
  package static func quoted(_ sheet: String) -> String {
    let doubled = sheet.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "''")
    return "'\(doubled)'"
  }
}
