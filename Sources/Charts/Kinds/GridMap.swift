/// A grid of cells whose colour is a value: a heat map of hours and weekdays.
public struct GridMap: Chart {
  /// What the chart shows.
  public let title: String
  /// The picture in words.
  public let summary: String
  let rows: [String]
  let columns: [String]
  let values: [[Double?]]
  let style: NumberStyle
  let scale: ColorScale
  let measure: String
  let showsMeans: Bool

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
  ///   - showsMeans: Whether the plain mean of each row and column stands at its end.
  /// - Precondition: There is a list of values for each row, with one for each column.
  public init(
    title: String, summary: String, rows: [String], columns: [String], values: [[Double?]],
    style: NumberStyle = NumberStyle(), scale: ColorScale = .sequential, measure: String,
    showsMeans: Bool = false
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
    self.showsMeans = showsMeans
  }

  /// Draws the chart for a place of some width.
  public func drawing(_ width: ChartWidth) -> Drawing {
    let known = values.flatMap { $0 }.compactMap { $0 }.filter(\.isFinite)
    guard !known.isEmpty else { return .empty(width) }
    return GridDrawing(chart: self, steps: ColorSteps(known, scale, style: style)).draw(width)
  }

  /// The grid with the mean of what is known of each row at its end, of each column below it, and
  /// of all in the corner.
  package var valuesWithMeans: [[Double?]] {
    func mean(_ values: [Double?]) -> Double? {
      let known = values.compactMap { $0 }.filter(\.isFinite)
      return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
    }
    let last = columns.indices.map { column in mean(values.map { $0[column] }) }
    return values.map { $0 + [mean($0)] } + [last + [mean(values.flatMap { $0 })]]
  }
}
