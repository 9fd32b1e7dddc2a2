internal import PolicingDomain

/// Guesses in which ways the values of a column write moments.
struct TimeFormats: Sendable {
  /// The patterns that write the values, the one of most values first.
  let patterns: [TimePattern]
  /// The share of the values that they write.
  let share: Double
  /// Whether days and months cannot be told apart, because neither is ever above 12.
  let isAmbiguous: Bool
  /// Whether the patterns have a time of day.
  var hasTimeOfDay: Bool { patterns.contains { $0.hasTimeOfDay } }

  private static let days = [
    "yyyy-MM-dd", "yyyy/MM/dd", "MM/dd/yyyy", "M/d/yyyy", "dd/MM/yyyy", "d/M/yyyy", "MM-dd-yyyy",
    "dd-MM-yyyy", "dd.MM.yyyy", "d.M.yyyy", "yyyy MMM dd", "dd-MMM-yyyy", "dd MMM yyyy",
    "d MMM yyyy", "MMM dd yyyy", "MMM d yyyy", "MMM dd, yyyy", "MMM d, yyyy", "yyyyMMdd",
    "MM/dd/yy", "M/d/yy", "dd/MM/yy",
  ]
  private static let times = [
    "HH:mm:ss", "HH:mm", "hh:mm:ss a", "hh:mm a", "h:mm:ss a", "h:mm a", "HH:mm:ss.S", "H:mm:ss",
    "H:mm", "hh:mm:ss.S a", "HHmmss", "HHmm", "HH:mm:ssX", "HH:mm:ss.SX", "hh:mm:ssa",
  ]

  /// Every way that is tried: days alone, then with a time behind them.
  static let candidates: [TimePattern] = {
    var texts: [String] = []
    for day in days {
      for time in times {
        texts += ["\(day)'T'\(time)", "\(day) \(time)"]
        if day == "yyyyMMdd" { texts.append(day + time) }
      }
    }
    return (days + texts).compactMap { TimePattern($0) }
  }()

  /// Looks at up to 300 different values; nothing when fewer than four in five are moments.
  init?(_ values: [String]) {
    var seen: Set<String> = []
    let texts = values.filter { seen.insert($0).inserted }.prefix(300).map { Array($0.utf8) }
    guard !texts.isEmpty else { return nil }
    var left = Array(texts.indices)
    var chosen: [TimePattern] = []
    var ambiguous = false
    while !left.isEmpty, chosen.count < 4 {
      var best: (pattern: TimePattern, count: Int)?
      for pattern in Self.candidates {
        let count = left.count { Self.writes(pattern, texts[$0]) }
        if count > (best?.count ?? 0) { best = (pattern, count) }
      }
      guard let best, best.count * 50 >= texts.count else { break }
      if let other = Self.swapped(best.pattern),
        left.count(where: { Self.writes(other, texts[$0]) }) == best.count
      {
        ambiguous = true
      }
      chosen.append(best.pattern)
      left.removeAll { Self.writes(best.pattern, texts[$0]) }
    }
    let share = Double(texts.count - left.count) / Double(texts.count)
    guard share >= 0.8, let first = chosen.first else { return nil }
    // A column of dates with some times, or the other way round, is one of its first pattern.
    patterns = chosen.filter { $0.hasTimeOfDay == first.hasTimeOfDay }
    self.share = share
    isAmbiguous = ambiguous
  }

  /// Looks whether the values are seconds or milliseconds since 1970.
  init?(epochs values: [String]) {
    for name in ["epoch", "epoch milliseconds"] {
      guard let pattern = TimePattern(name) else { continue }
      let fitting = values.prefix(300).allSatisfy { value in
        let bytes = Array(value.utf8)
        let year = pattern.moment(bytes.span)?.day.parts.year ?? 0
        return (1980...2100).contains(year)
      }
      guard fitting, !values.isEmpty else { continue }
      patterns = [pattern]
      share = 1
      isAmbiguous = false
      return
    }
    return nil
  }

  private static func writes(_ pattern: TimePattern, _ text: [UInt8]) -> Bool {
    guard let moment = pattern.moment(text.span) else { return false }
    return (1800...2200).contains(moment.day.parts.year)
  }

  /// Returns the pattern with day and month in each other's place, if both are numbers.
  private static func swapped(_ pattern: TimePattern) -> TimePattern? {
    let text = pattern.description
    guard !text.contains("MMM"), !text.hasPrefix("yyyy") else { return nil }
    let marked = text.prefix { $0 != "y" }.map { letter -> Character in
      letter == "M" ? "d" : letter == "d" ? "M" : letter
    }
    let swapped = String(marked) + text.dropFirst(marked.count)
    return swapped == text ? nil : TimePattern(swapped)
  }

  /// Whether most values are a time of day without a date, such as `14:05:10` or `2:05 PM`.
  static func areTimesOfDay(_ values: [String]) -> Bool {
    let texts = values.prefix(300).map { Array("2000-01-01 \($0)".utf8) }
    guard !texts.isEmpty else { return false }
    let patterns = timesOfDay.compactMap { TimePattern("yyyy-MM-dd \($0)") }
    let fitting = texts.count { text in patterns.contains { writes($0, text) } }
    return fitting * 5 >= texts.count * 4
  }

  /// The ways of writing a time of day behind a date in another column.
  static let timesOfDay = times.filter { $0.contains(":") }
}
