import PolicingDomain

/// The days of a cycle as a planner writes them: `4 on 2 off`, `5 on 3 off, 4 on 4 off`, or ones and
/// zeros with or without spaces.
struct RotationPattern {
  /// The longest cycle, in days.
  static let longest = 366
  /// How a pattern is written, for messages.
  static let advice = "write `4 on 2 off`, `5 on 3 off, 4 on 4 off`, or ones and zeros"

  /// Whether each day is on duty.
  let days: [Bool]

  /// Reads `text`; nothing for any other text, for a cycle without a day on, and for one of more than
  /// ``longest`` days.
  init?(_ text: String) {
    guard text.utf8.count <= 2000 else { return nil }
    guard let days = Self.digits(text) ?? Self.words(text), days.contains(true),
      days.count <= Self.longest
    else { return nil }
    self.days = days
  }

  private static func digits(_ text: String) -> [Bool]? {
    let marks = text.filter { !$0.isWhitespace && $0 != "," }
    guard marks.count >= 2, marks.allSatisfy({ $0 == "0" || $0 == "1" }) else { return nil }
    return marks.map { $0 == "1" }
  }

  private static func words(_ text: String) -> [Bool]? {
    let words = text.lowercased().split { $0.isWhitespace || $0 == "," }
    guard !words.isEmpty, words.count.isMultiple(of: 4) else { return nil }
    var days: [Bool] = []
    for start in stride(from: 0, to: words.count, by: 4) {
      guard let on = number(words[start]), words[start + 1] == "on",
        let off = number(words[start + 2]), words[start + 3] == "off"
      else { return nil }
      days += [Bool](repeating: true, count: on) + [Bool](repeating: false, count: off)
    }
    return days
  }

  private static func number(_ word: Substring) -> Int? {
    guard word.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(word),
      number <= longest
    else { return nil }
    return number
  }
}

/// The rotation of days off on patrol, as `study.yaml` states it.
enum ManifestRotation {
  /// Reads `{days_on:, days_off:, groups:}` or `{pattern:, groups:}`.
  static func read(_ value: YAMLValue, log: IssueLog) -> DayOffRotation? {
    guard let entries = value.entries() else { return nil }
    return entries.contains { $0.key == "pattern" }
      ? patterned(value, log: log) : simple(value, log: log)
  }

  private static func simple(_ value: YAMLValue, log: IssueLog) -> DayOffRotation? {
    guard let keys = value.mapping(StudyKeys.rotations[0]), let daysOn = keys.integer("days_on"),
      let daysOff = keys.integer("days_off"), let groups = keys["groups"]?.list()
    else { return nil }
    let names = groups.compactMap { $0.text() }.map(DayOffGroup.init)
    let rotation = DayOffRotation(daysOn: daysOn, daysOff: daysOff, groups: names)
    guard rotation == nil else { return rotation }
    let days = daysOn + daysOff
    let fault =
      names.count == days
      ? "names a group twice" : "has \(names.count) groups for a cycle of \(days) days"
    log.add(
      .brokenRotation, at: value.place, "the rotation \(fault)",
      remedy: "name one group for each day of the cycle, \(days) in all")
    return nil
  }

  private static func patterned(_ value: YAMLValue, log: IssueLog) -> DayOffRotation? {
    guard let keys = value.mapping(StudyKeys.rotations[1]), let entry = keys["pattern"],
      let text = entry.text(), let groups = keys["groups"]
    else { return nil }
    guard let pattern = RotationPattern(text) else {
      log.add(
        .brokenRotation, at: entry.place, "the pattern \(text.quoted) cannot be read",
        remedy: RotationPattern.advice)
      return nil
    }
    let last = pattern.days.count - 1
    let pairs: [(name: String, start: Int?)]
    if groups.isSequence {
      pairs = (groups.list() ?? []).enumerated().map { ($0.element.text() ?? "", $0.offset) }
      if pairs.count != last + 1 {
        log.add(
          .brokenRotation, at: groups.place,
          "the rotation has \(pairs.count) groups for a cycle of \(last + 1) days",
          remedy: "name one group for each day, or write the day of each, as {A: 0, B: 7}")
        return nil
      }
    } else {
      pairs = (groups.entries() ?? []).map { ($0.key, $0.value.integer(in: 0...last)) }
    }
    let starts = pairs.compactMap(\.start)
    guard starts.count == pairs.count else { return nil }
    let rotation = DayOffRotation(
      pattern: pattern.days, groups: pairs.map { DayOffGroup($0.name) }, starts: starts)
    if rotation == nil {
      log.add(
        .brokenRotation, at: groups.place, "the rotation names a group twice, or none",
        remedy: "name each group once, with the day of the cycle on which it begins")
    }
    return rotation
  }
}
