/// A grid of cells whose colour is a value: a heat map of hours and weekdays.
public struct GridMap: Chart {
  public let title: String
  public let summary: String
  let rows: [String]
  let columns: [String]
  let values: [[Double?]]
  let style: NumberStyle
  let scale: ColorScale
  let measure: String

  /// Creates a map.
  ///
  /// - Parameters:
  ///   - title: The finding.
  ///   - summary: The picture in words.
  ///   - rows: The names of the rows.
  ///   - columns: The names of the columns.
  ///   - values: The values, row by row; nothing where one is not known.
  ///   - style: How each cell prints its value.
  ///   - scale: How values become colours.
  ///   - measure: What the colours mean, for the legend.
  /// - Precondition: There is a list of values for each row, with one for each column.
  public init(
    title: String, summary: String, rows: [String], columns: [String], values: [[Double?]],
    style: NumberStyle = NumberStyle(), scale: ColorScale = .sequential, measure: String
  ) {
    precondition(
      values.count == rows.count && values.allSatisfy { $0.count == columns.count },
      "A value for each row and column")
    self.title = title
    self.summary = summary
    self.rows = rows
    self.columns = columns
    self.values = values
    self.style = style
    self.scale = scale
    self.measure = measure
  }

  public var picture: Markup { .element("svg", ["role": "img", "aria-label": title], [Markup]()) }
}
