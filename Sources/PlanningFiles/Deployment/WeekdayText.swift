internal import PolicingDomain

/// Weekdays as rosters write them.
enum WeekdayText {
  /// Returns the weekday that `text` names by three letters or more, in either case.
  static func weekday(_ text: some StringProtocol) -> Weekday? {
    let names = [
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ]
    let word = text.lowercased()
    guard word.utf8.count >= 3 else { return nil }
    return names.firstIndex { $0.hasPrefix(word) }.flatMap { Weekday(rawValue: $0) }
  }

  /// Returns the weekdays of `Mon`, `Mon-Fri`, `Sat, Sun`, `Fri-Mon` or `daily`, Monday first;
  /// nothing for any other text.
  static func weekdays(_ text: String) -> [Weekday]? {
    if ["daily", "all", "every day"].contains(text.lowercased()) { return Weekday.allCases }
    var found: Set<Weekday> = []
    for part in text.split(whereSeparator: { ",;|/ ".contains($0) }) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), let first = weekday(ends[0]),
        let last = weekday(ends[ends.count - 1])
      else { return nil }
      let count = (last.rawValue - first.rawValue + 7) % 7
      for step in 0...count { found.insert(Weekday(wrapping: first.rawValue + step)) }
    }
    return found.isEmpty ? nil : found.sorted()
  }
}
