internal import PolicingDomain

/// Reads the times of an export in the ways that its profile allows.
struct StampReader: Sendable {
  /// What a field that should hold a time holds.
  enum Stamp {
    case moment(LocalTime)
    /// Nothing, or a text that stands for nothing.
    case missing
    /// A time of a year that stands for nothing.
    case sentinel
    case unreadable
  }

  /// What is remembered from field to field; it changes no answer.
  struct Memory {
    fileprivate var days = DayMemory()
    /// The way that fitted last, if it may be tried first.
    fileprivate var fixed = FixedPattern.none
  }

  private struct Way: Sendable {
    let pattern: TimePattern
    let fixed: FixedPattern?
    /// Whether no text that this one reads is read by one that comes before it.
    let isApart: Bool
  }

  /// The clock of the agency, if the profile tells where it is.
  let clock: ZoneClock?
  private let ways: [Way]
  private let sentinels: [Range<LocalTime>]
  private let hasSentinels: Bool
  private let missingTexts: [[UInt8]]

  init(_ profile: ColumnProfile) {
    clock = profile.timeZone.flatMap { ZoneClock($0) }
    let patterns = profile.timePatterns
    ways = patterns.enumerated().map { place, pattern in
      Way(
        pattern: pattern, fixed: FixedPattern(pattern),
        isApart: patterns[..<place].allSatisfy { Self.areApart($0, pattern) })
    }
    missingTexts = profile.missingTexts.map { Array($0.utf8) }
    hasSentinels = !profile.sentinelYears.isEmpty
    sentinels = profile.sentinelYears.compactMap { year in
      guard let first = CalendarDay(year: year, month: 1, day: 1),
        let last = CalendarDay(year: year, month: 12, day: 31)
      else { return nil }
      let seconds = (first.dayNumber * 86_400, last.advanced(by: 1).dayNumber * 86_400)
      return LocalTime(seconds: seconds.0)..<LocalTime(seconds: seconds.1)
    }
  }

  /// Returns the stamp that `field` holds.
  ///
  /// The first pattern that fits counts. The one that fitted last is tried first where no text can
  /// fit both it and an earlier one, so that the answer is the same.
  @inline(__always)
  func read(_ field: RawField, _ memory: inout Memory) -> Stamp {
    let text = field.trimmed
    if text.count == 0 { return .missing }
    if memory.fixed.width == text.count, let moment = memory.fixed.moment(text, &memory.days) {
      if hasSentinels, isSentinel(moment) { return .sentinel }
      return .moment(moment)
    }
    return search(text, &memory)
  }

  @inline(never)
  private func search(_ text: RawField, _ memory: inout Memory) -> Stamp {
    for way in ways {
      guard let found = moment(text, way, &memory) else { continue }
      if way.isApart, let fixed = way.fixed { memory.fixed = fixed }
      let moment = way.pattern.isAbsolute ? local(found) : found
      return isSentinel(moment) || isSentinel(found) ? .sentinel : .moment(moment)
    }
    return missingTexts.contains { text.equals($0) } ? .missing : .unreadable
  }

  @inline(never)
  private func isSentinel(_ moment: LocalTime) -> Bool {
    sentinels.contains { $0.contains(moment) }
  }

  private func moment(_ text: RawField, _ way: Way, _ memory: inout Memory) -> LocalTime? {
    if let fixed = way.fixed {
      return fixed.width == text.count ? fixed.moment(text, &memory.days) : nil
    }
    return text.withSpan { way.pattern.moment($0) }
  }

  private func local(_ moment: LocalTime) -> LocalTime {
    clock.map { LocalTime(seconds: $0.wall(at: moment.seconds)) } ?? moment
  }

  /// Whether surely no text fits both patterns: they are of different widths, or a letter of one
  /// stands where the other has a digit or another letter.
  private static func areApart(_ one: TimePattern, _ other: TimePattern) -> Bool {
    guard let first = shape(one), let second = shape(other) else { return false }
    if first.count != second.count { return true }
    return zip(first, second).contains { left, right in
      guard let left, let right else { return false }
      return left != right
    }
  }

  /// What stands at each place: `0` for a digit, a letter for itself, nothing for several letters.
  private static func shape(_ pattern: TimePattern) -> [UInt8?]? {
    var shape: [UInt8?] = []
    for part in pattern.parts {
      switch part {
      case .number(_, let least, let most):
        guard least == most else { return nil }
        shape += [UInt8?](repeating: UInt8(ascii: "0"), count: most)
      case .letter(let letter):
        // A digit in quotes looks like any digit.
        let isDigit = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(letter)
        shape.append(isDigit ? nil : letter)
      case .halfDay: shape += [nil, nil]
      case .monthName: shape += [nil, nil, nil]
      case .fraction, .offset, .epoch: return nil
      }
    }
    return shape
  }
}
