/// A chart of the spreadsheet, drawn from its cells.
package struct SheetChart: Hashable, Sendable {
  /// What values are drawn as.
  package enum Kind: Hashable, Sendable {
    /// Upright columns.
    case column
    /// Lying bars, the first at the top.
    case bar
    /// A line through all values.
    case line
  }

  /// One row of values.
  package struct Series: Hashable, Sendable {
    /// What the legend says.
    package let name: String
    /// The cells of the values.
    package let values: CellRange
    /// The colour, as 0xRRGGBB.
    package let colour: UInt32

    /// Creates a series.
    package init(_ name: String, _ values: CellRange, colour: UInt32) {
      self.name = name
      self.values = values
      self.colour = colour
    }
  }

  /// Where its top left corner is.
  package let place: CellPlace
  /// What values are drawn as.
  package let kind: Kind
  /// What to see in it.
  package let title: String
  /// The cells that name the values.
  package let categories: CellRange
  /// The rows of values, in the same sheet.
  package let series: [Series]
  /// What the axis of categories shows.
  package var categoryTitle = ""
  /// How categories that are numbers are written; as they are where it is empty.
  package var categoryFormat = ""
  /// What the axis of values shows.
  package var valueTitle = ""
  /// Every how many categories one is named.
  package var labelStep = 1
  /// The width in points of a screen.
  package var width = 720.0
  /// The height in points of a screen.
  package var height = 360.0
  /// What those hear who cannot see it.
  package var description = ""

  /// Creates a chart.
  package init(
    _ kind: Kind, at place: CellPlace, title: String, categories: CellRange, series: [Series]
  ) {
    self.kind = kind
    self.place = place
    self.title = title
    self.categories = categories
    self.series = series
  }
}
