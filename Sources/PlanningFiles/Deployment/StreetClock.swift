internal import PolicingDomain

/// The real time behind a wall clock that is changed twice a year.
///
/// Real seconds and hours are counted so that they agree with the wall clock before the first
/// change. A skipped hour of the wall clock has no real hour, and one that comes twice has two.
struct StreetClock {
  private let changes: [StudyPeriod.ClockChange]

  init(_ changes: [StudyPeriod.ClockChange]) {
    self.changes = changes.filter { abs($0.gain) == 1 }.sorted { $0.hourNumber < $1.hourNumber }
  }

  /// Returns the real hours that show the hour `wallHour`, none, one or two of them.
  ///
  /// - Complexity: O(changes).
  func realHours(ofWallHour wallHour: Int) -> Range<Int> {
    var first = wallHour
    for change in changes {
      if change.hourNumber > wallHour { break }
      if change.hourNumber == wallHour { return first..<first + 1 + change.gain }
      first += change.gain
    }
    return first..<first + 1
  }

  /// Returns the hour on the wall clock during the real hour `realHour`.
  ///
  /// - Complexity: O(changes).
  func wallHour(ofRealHour realHour: Int) -> Int {
    var shift = 0
    for change in changes {
      let start = change.hourNumber + shift
      if realHour < start { break }
      if change.gain > 0, realHour <= start + 1 { return change.hourNumber }
      shift += change.gain
    }
    return realHour - shift
  }

  /// Whether the clock shows `moment` twice.
  func comesTwice(_ moment: LocalTime) -> Bool {
    realHours(ofWallHour: moment.hourNumber).count == 2
  }

  /// Whether the clock never shows `moment`.
  func isSkipped(_ moment: LocalTime) -> Bool {
    realHours(ofWallHour: moment.hourNumber).isEmpty
  }

  /// Returns the real second of `moment`: of one that is skipped that of the change, of one that
  /// comes twice the first or the second.
  func real(_ moment: LocalTime, second: Bool = false) -> Int {
    let hours = realHours(ofWallHour: moment.hourNumber)
    if hours.isEmpty { return hours.lowerBound * 3600 }
    let hour = second ? hours.upperBound - 1 : hours.lowerBound
    return hour * 3600 + moment.seconds - moment.hourNumber * 3600
  }

  /// Returns the real seconds from `start` to `end`.
  ///
  /// Where the clock shows one of them twice, the reading is taken that makes the time shorter; an
  /// end that precedes the start is right only when the clock shows both twice.
  func span(from start: LocalTime, to end: LocalTime) -> (start: Int, end: Int) {
    let bothTwice = comesTwice(start) && start.hourNumber == end.hourNumber
    if bothTwice {
      return (real(start), real(end, second: end < start))
    }
    return (real(start, second: true), real(end))
  }
}
