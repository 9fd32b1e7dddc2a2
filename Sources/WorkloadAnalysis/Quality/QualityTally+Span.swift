import PolicingDomain

/// The days that the calls cover.
extension QualityTally {
  private static let listedDays = 20
  private static let listedWeeks = 50

  var span: DataQuality.Span? {
    guard let first = days.keys.min(), let last = days.keys.max() else { return nil }
    var span = DataQuality.Span(
      first: CalendarDay(dayNumber: first), last: CalendarDay(dayNumber: last))
    span.emptyDays = last - first + 1 - days.count
    span.firstEmptyDays = firstEmptyDays
    let weeks = fullWeeks(first, last)
    span.weeks = weeks.count
    let sorted = weeks.map(\.calls).sorted()
    guard let median = Self.median(sorted.map(Double.init)) else { return span }
    span.medianOfWeek = median
    let deviation = 1.4826 * (Self.median(sorted.map { abs(Double($0) - median) }.sorted()) ?? 0)
    // Counts scatter by the root of their mean even where nothing is amiss.
    let limit = median - standards.thinWeekDeviations * max(deviation, median.squareRoot())
    span.thinWeeks = Array(weeks.filter { Double($0.calls) < limit }.prefix(Self.listedWeeks))
    return span
  }

  private var firstEmptyDays: [CalendarDay] {
    var found: [CalendarDay] = []
    let present = days.keys.sorted()
    for (day, next) in zip(present, present.dropFirst()) {
      for empty in (day + 1)..<max(day + 1, next) {
        if found.count == Self.listedDays { return found }
        found.append(CalendarDay(dayNumber: empty))
      }
    }
    return found
  }

  /// Full weeks with their calls; none where the span holds more than a hundred years, which no
  /// export does unless its dates are wrong.
  private func fullWeeks(_ first: Int, _ last: Int) -> [DataQuality.Span.ThinWeek] {
    guard last - first < 36_525 else { return [] }
    let weekday = CalendarDay(dayNumber: first).weekday.rawValue
    let monday = first + (7 - weekday) % 7
    guard monday + 6 <= last else { return [] }
    return stride(from: monday, through: last - 6, by: 7).map { start in
      let calls = (start..<start + 7).reduce(0) { $0 + (days[$1]?.calls ?? 0) }
      return DataQuality.Span.ThinWeek(monday: CalendarDay(dayNumber: start), calls: calls)
    }
  }

  private static func median(_ sorted: [Double]) -> Double? {
    guard !sorted.isEmpty else { return nil }
    let middle = sorted.count / 2
    return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
  }
}
