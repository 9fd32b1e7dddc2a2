internal import PolicingDomain

/// What a sample shows of one column.
package struct ColumnFinding: Sendable {
  /// The position of the column, counted from 0.
  package let position: Int
  /// Its name.
  package let header: String
  /// How many rows have a value.
  package let filled: Int
  /// How many different values there are.
  package let distinct: Int
  /// The values by how often they come, most often first, up to 200; then alphabetical.
  package let common: [(text: String, rows: Int)]
  /// Whether all values are numbers.
  package let isNumeric: Bool
  /// How moments are written, if they are.
  let formats: TimeFormats?
  /// Whether values are times of day, without a date.
  package let isTimeOfDay: Bool
  /// The word by which the name looks personal, if it does.
  package let personalName: String?
  /// What the values look like, if they look personal.
  package let personalLook: PersonalLook?
  /// Years up to 1979 in the moments, which stand for nothing.
  package let sentinelYears: [Int]

  /// Looks at column `position` of `sample`.
  package init(_ position: Int, of sample: ExportSample) {
    let values = sample.values(position)
    self.position = position
    header = sample.header[position]
    filled = values.count
    var counts: [String: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    distinct = counts.count
    common = counts.map { (text: $0.key, rows: $0.value) }
      .sorted { ($1.rows, $0.text) < ($0.rows, $1.text) }.prefix(200).map { $0 }
    let numbers = !values.isEmpty && values.allSatisfy { Double($0) != nil }
    isNumeric = numbers
    formats = Self.formats(of: values, areNumbers: numbers, header: header)
    isTimeOfDay = !numbers && formats == nil && TimeFormats.areTimesOfDay(values)
    personalName = PersonalColumns.suspectWord(in: header)
    personalLook = formats == nil && !isTimeOfDay ? PersonalLook.of(values) : nil
    sentinelYears = formats.map { Self.sentinels(values, $0) } ?? []
  }

  /// Digits without separators are the number of a call more often than a moment, so that the name
  /// has to say that they are one.
  private static func formats(
    of values: [String], areNumbers: Bool, header: String
  ) -> TimeFormats? {
    guard areNumbers else { return TimeFormats(values) }
    let name = HeaderMatch.folded(header)
    let words = ["date", "time", "stamp", "epoch", "ts", "dt"]
    guard words.contains(where: { name.contains($0) }),
      values.allSatisfy({ $0.utf8.count >= 8 && !$0.contains(".") })
    else { return nil }
    return TimeFormats(values) ?? TimeFormats(epochs: values)
  }

  /// Whether the column must not be read.
  package var isPersonal: Bool { personalName != nil || personalLook != nil }
  /// Whether the column holds moments.
  package var holdsMoments: Bool { formats != nil }

  private static func sentinels(_ values: [String], _ formats: TimeFormats) -> [Int] {
    var years: Set<Int> = []
    for value in values {
      let text = Array(value.utf8)
      for pattern in formats.patterns {
        guard let moment = pattern.moment(text.span) else { continue }
        let year = moment.day.parts.year
        if year < 1980 { years.insert(year) }
        break
      }
    }
    return years.sorted()
  }

  /// Returns the moment of `text`, if it is one.
  func moment(_ text: String) -> LocalTime? {
    let bytes = Array(text.utf8)
    for pattern in formats?.patterns ?? [] {
      if let moment = pattern.moment(bytes.span) { return moment }
    }
    return nil
  }

  /// What the column holds, in words.
  package var summary: String {
    if filled == 0 { return "empty" }
    if let formats {
      let ways = formats.patterns.map(\.description).joined(separator: ", ")
      let order = formats.isAmbiguous ? "; day and month cannot be told apart" : ""
      return (formats.hasTimeOfDay ? "moments as " : "dates as ") + ways + order
    }
    if isTimeOfDay { return "times of day" }
    let kind = isNumeric ? "numbers" : "texts"
    return distinct == filled ? "\(kind), none twice" : "\(distinct) different \(kind)"
  }
}
