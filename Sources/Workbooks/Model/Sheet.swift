/// One sheet of a workbook: cells and how they are shown.
package struct Sheet: Hashable, Sendable {
  /// What a cell holds.
  package enum Value: Hashable, Sendable {
    /// Words, which are never read as a formula.
    case text(String)
    /// A number.
    case number(Double)
    /// A formula without its equals sign, with what it gives.
    case formula(String, gives: Result)
    /// Words that lead to the first cell of another sheet, or to a cell of it.
    case link(String, sheet: String, cell: CellPlace)
    /// Nothing but a style.
    case blank
  }

  /// What a formula gives.
  package enum Result: Hashable, Sendable {
    /// A number.
    case number(Double)
    /// Words; none for an empty cell.
    case text(String)
  }

  /// One cell.
  package struct Cell: Hashable, Sendable {
    /// Where it is.
    package let place: CellPlace
    /// What it holds.
    package let value: Value
    /// How it looks.
    package let style: CellStyle
  }

  /// A table of the spreadsheet: a row of headings and rows, with a filter on each heading.
  package struct Table: Hashable, Sendable {
    /// The cells, with the headings in the first row.
    package let range: CellRange
    /// The headings.
    package let headings: [String]
  }

  /// Colours that follow values.
  package struct ColourScale: Hashable, Sendable {
    /// The cells.
    package let range: CellRange
    /// The colours of the smallest, the middle and the largest value, as 0xRRGGBB.
    package let colours: [UInt32]

    /// Creates a scale of three colours; without them, from white to orange, which
    /// readers who see few colours can tell apart and on which black words stand out.
    package init(_ range: CellRange, colours: [UInt32] = [0xFFFFFF, 0xFDD0A2, 0xE6550D]) {
      self.range = range
      self.colours = colours
    }
  }

  /// Numbers that an input takes.
  package struct Limits: Hashable, Sendable {
    /// The cell.
    package let place: CellPlace
    /// From the smallest to the largest number.
    package let range: ClosedRange<Double>
    /// What a reader is told who types another.
    package let message: String
  }

  /// The name on the tab.
  package let name: String
  /// The cells.
  package private(set) var cells: [Cell] = []
  /// Widths of columns, in characters, by column.
  package var widths: [Int: Double] = [:]
  /// Heights of rows, in points, by row; others fit what they hold.
  package var heights: [Int: Double] = [:]
  /// The number of rows and columns that stay when a reader scrolls.
  package var frozen = CellPlace(0, 0)
  /// The tables.
  package var tables: [Table] = []
  /// Colours that follow values.
  package var colourScales: [ColourScale] = []
  /// Charts, each at a cell.
  package var charts: [SheetChart] = []
  /// Ranges of cells shown as one.
  package var merged: [CellRange] = []
  /// Numbers that inputs take.
  package var limits: [Limits] = []
  /// The colour of the tab, as 0xRRGGBB.
  package var tabColour: UInt32?
  /// The row that is printed on every page, if any.
  package var repeatedRow: Int?

  /// Creates an empty sheet.
  package init(name: String) { self.name = name }

  /// Puts a value into a cell.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - row: The row, from 0.
  ///   - column: The column, from 0.
  ///   - style: How it looks.
  package mutating func put(
    _ value: Value, _ row: Int, _ column: Int, _ style: CellStyle = .plain
  ) {
    cells.append(Cell(place: CellPlace(row, column), value: value, style: style))
  }

  /// The number of rows up to the last cell.
  package var rowCount: Int { (cells.map(\.place.row).max() ?? -1) + 1 }
}
