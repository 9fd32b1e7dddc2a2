import Charts
import PolicingDomain

/// One value for each hour of the day and day of the week, with the means of hours and days.
struct WeekGrid {
  /// One hour of one weekday.
  struct Place {
    let weekday: String
    let hour: Int
    let value: Double

    /// `Friday at 18:00`.
    var words: String { "\(Phrase.weekday(weekday)) at \(Phrase.clock(hour))" }
  }

  /// The weekdays, in the order of the table.
  let days: [String]
  /// The values, hour by hour.
  let values: [[Double?]]

  /// Reads a column of a table that has the columns `weekday` and `hour`.
  ///
  /// Nothing where no hour has a number.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - key: The column.
  ///   - chosen: The rows to read; all where none are stated.
  init?(_ table: TableReading, _ key: String, among chosen: [Int]? = nil) {
    let days = table.values("weekday")
    var values = [[Double?]](repeating: [Double?](repeating: nil, count: days.count), count: 24)
    for row in chosen ?? Array(table.rows) {
      guard let hour = table.number(row, "hour").flatMap({ Int(exactly: $0) }),
        (0..<24).contains(hour),
        let day = days.firstIndex(of: table.text(row, "weekday"))
      else { continue }
      values[hour][day] = table.number(row, key)
    }
    guard values.contains(where: { $0.contains { $0 != nil } }) else { return nil }
    self.days = days
    self.values = values
  }

  /// All hours that have a value.
  var places: [Place] {
    values.indices.flatMap { hour in
      days.indices.compactMap { day in
        values[hour][day].map { Place(weekday: days[day], hour: hour, value: $0) }
      }
    }
  }

  /// The hour with the largest value.
  var most: Place? { places.max { $0.value < $1.value } }

  /// The hour with the smallest value.
  var least: Place? { places.min { $0.value < $1.value } }

  /// The mean of each hour of the day over the weekdays.
  var hourMeans: [Double?] { values.map { Self.mean($0) } }

  /// The mean of each weekday over its hours.
  var dayMeans: [Double?] {
    days.indices.map { day in Self.mean(values.map { $0[day] }) }
  }

  /// The mean of all hours.
  var mean: Double? { Self.mean(values.flatMap { $0 }) }

  /// The weekday with the largest mean.
  var busiestDay: (name: String, mean: Double)? {
    zip(days, dayMeans).compactMap { day, mean in mean.map { (day, $0) } }.max { $0.1 < $1.1 }
  }

  /// The weekday with the smallest mean.
  var quietestDay: (name: String, mean: Double)? {
    zip(days, dayMeans).compactMap { day, mean in mean.map { (day, $0) } }.min { $0.1 < $1.1 }
  }

  /// The grid as a map; its last row and column are the means, where these mean anything.
  func map(
    title: String, summary: String, style: NumberStyle = NumberStyle(),
    scale: ColorScale = .sequential, measure: String, hasMeans: Bool = true
  ) -> GridMap {
    let hours = (0..<24).map(Phrase.clock)
    guard hasMeans else {
      return GridMap(
        title: title, summary: summary, rows: hours, columns: days, values: values, style: style,
        scale: scale, measure: measure)
    }
    return GridMap(
      title: title, summary: summary, rows: hours + ["Mean"], columns: days + ["Mean"],
      values: values.indices.map { values[$0] + [hourMeans[$0]] } + [dayMeans + [mean]],
      style: style, scale: scale, measure: measure)
  }

  /// The grid as a table, with the same means.
  func table(
    named name: String, titled title: String, decimals: Int, notes: [String], hasMeans: Bool = true
  ) -> ResultTable {
    func row(_ name: String, _ values: [Double?], _ mean: Double?) -> [ResultTable.Cell] {
      [.text(name)] + (hasMeans ? values + [mean] : values).map { .optional($0) }
    }
    let rows = values.indices.map { row(Phrase.clock($0), values[$0], hourMeans[$0]) }
    return ResultTable(
      name: name, title: title,
      columns: [.init("hour", "Hour")]
        + days.map { .init($0.lowercased(), $0, decimals: decimals) }
        + (hasMeans ? [.init("mean", "Mean", decimals: decimals)] : []),
      rows: hasMeans ? rows + [row("Mean", dayMeans, mean)] : rows,
      notes: (hasMeans ? ["Means are of the hours shown, each counted once."] : []) + notes)
  }

  private static func mean(_ values: [Double?]) -> Double? {
    let known = values.compactMap { $0 }
    return known.isEmpty ? nil : known.reduce(0, +) / Double(known.count)
  }
}
