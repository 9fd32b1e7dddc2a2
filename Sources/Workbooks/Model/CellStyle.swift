/// How a cell looks.
package struct CellStyle: Hashable, Sendable {
  /// Where words stand.
  package enum Alignment: Hashable, Sendable {
    /// Words left, numbers right.
    case byKind
    /// On the left.
    case left
    /// In the middle.
    case centre
    /// On the right.
    case right
  }

  /// How numbers are written; general where it is empty.
  package var numberFormat = ""
  /// Whether it is bold.
  package var isBold = false
  /// Whether it is slanted.
  package var isItalic = false
  /// Whether it is underlined.
  package var isUnderlined = false
  /// Whether long words go on in the next line.
  package var wraps = false
  /// The size of letters, in points.
  package var size = 10.0
  /// The colour of letters, as 0xRRGGBB.
  package var colour: UInt32?
  /// The colour behind, as 0xRRGGBB.
  package var fill: UInt32?
  /// Whether a line is drawn above.
  package var hasLineAbove = false
  /// Whether a thin frame is drawn around.
  package var hasFrame = false
  /// Where words stand.
  package var alignment = Alignment.byKind
  /// The room before words, so that they do not touch a number on their left.
  package var indent: UInt8 = 0

  /// Creates a plain style.
  package init() {}

  /// A plain cell.
  package static let plain = CellStyle()
  /// The title of a sheet.
  package static let title = CellStyle.plain.with { ($0.isBold, $0.size) = (true, 15) }
  /// A heading within a sheet.
  package static let section = CellStyle.plain.with { ($0.isBold, $0.size) = (true, 12) }
  /// Bold words.
  package static let bold = CellStyle.plain.with { $0.isBold = true }
  /// What every sheet must say first.
  package static let notice = CellStyle.plain.with {
    ($0.isBold, $0.colour, $0.fill) = (true, 0x7F2704, 0xFDE9D9)
  }
  /// Words over several lines.
  package static let wrapped = CellStyle.plain.with { $0.wraps = true }
  /// Remarks.
  package static let note = CellStyle.plain.with { ($0.isItalic, $0.colour) = (true, 0x404040) }
  /// The heading of a column.
  package static let heading = CellStyle.plain.with {
    ($0.isBold, $0.wraps, $0.colour, $0.fill) = (true, true, 0xFFFFFF, 0x1F3864)
  }
  /// A link to another sheet.
  package static let link = CellStyle.plain.with { ($0.isUnderlined, $0.colour) = (true, 0x0B5394) }

  /// Returns a cell for a number.
  package static func number(decimals: Int) -> CellStyle {
    plain.with { $0.numberFormat = format(decimals: decimals) }
  }

  /// The cell of an input, which a reader may change.
  package static func input(_ numberFormat: String) -> CellStyle {
    plain.with {
      ($0.numberFormat, $0.colour, $0.fill, $0.hasFrame) = (numberFormat, 0x0000FF, 0xFFF2CC, true)
    }
  }

  /// The cell of a formula that a reader should watch.
  package static func result(_ numberFormat: String) -> CellStyle {
    plain.with { ($0.numberFormat, $0.fill, $0.isBold) = (numberFormat, 0xE2EFDA, true) }
  }

  /// The number format of `decimals` digits after the point, with thousands set apart.
  package static func format(decimals: Int) -> String {
    decimals <= 0
      ? "#,##0" : "#,##0.\(String(repeating: "0", count: min(decimals, 12)))"
  }

  /// Returns the style with changes.
  package func with(_ change: (inout CellStyle) -> Void) -> CellStyle {
    var copy = self
    change(&copy)
    return copy
  }
}
