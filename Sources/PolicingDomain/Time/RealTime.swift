/// Real time between readings of the wall clock, over the nights on which the clock is changed.
///
/// Stamps of an export are readings of the wall clock. A unit that is sent at 01:50 and free at
/// 03:10 on the night of spring was busy for twenty minutes, not for eighty; on the night of autumn,
/// sent at 00:50 and free at 02:10, for 140.
///
/// A reading in the hour that comes twice is ambiguous. It is taken so that the stamps stay in order
/// and the time between them is the least possible, because most calls take much less than an hour:
/// the error is nothing or one hour for each such pair, and ``Swift/Array/isAmbiguous(from:to:)``
/// tells which pairs are concerned. A reading in the hour that is skipped cannot be; it counts as
/// the end of that hour.
extension StudyPeriod {
  /// Returns the real seconds from one reading of the wall clock to another.
  ///
  /// - Parameters:
  ///   - start: The first reading, such as when a unit was sent.
  ///   - end: The second one, such as when it was free again.
  /// - Returns: Less than 0 when `end` comes before `start`, in every reading of both.
  /// - Complexity: O(clock changes).
  @inlinable
  public func realSeconds(from start: LocalTime, to end: LocalTime) -> Int {
    clockChanges.realSeconds(from: start, to: end)
  }
}

extension [StudyPeriod.ClockChange] {
  /// Returns the real seconds from one reading of the wall clock to another, as
  /// ``StudyPeriod/realSeconds(from:to:)`` does.
  @inlinable
  public func realSeconds(from start: LocalTime, to end: LocalTime) -> Int {
    var seconds = end.seconds - start.seconds
    for change in self where change.touches(start, end) {
      seconds += change.correction(from: start.seconds, to: end.seconds)
    }
    return seconds
  }

  /// Whether one of two readings of the wall clock lies in an hour that comes twice, so that the
  /// time between them is one of two.
  ///
  /// Two readings in the same such hour are not ambiguous when the second is the earlier one: it
  /// must be of the second time round.
  @inlinable
  public func isAmbiguous(from start: LocalTime, to end: LocalTime) -> Bool {
    contains { change in
      guard change.gain > 0 else { return false }
      let startsIn = start.hourNumber == change.hourNumber
      let endsIn = end.hourNumber == change.hourNumber
      return startsIn && endsIn ? start <= end : startsIn ? end > start : endsIn && start < end
    }
  }

  /// Calls `body` with every hour of the wall clock between two readings and the real seconds in
  /// it; the seconds add up to ``realSeconds(from:to:)``.
  ///
  /// The hour that comes twice gets up to 7200 seconds, the one that is skipped gets none. Nothing
  /// is called when the time is negative.
  ///
  /// - Parameters:
  ///   - start: The first reading.
  ///   - end: The second one.
  ///   - body: Called with the hour, in hours since 1 January 1970, and seconds above 0.
  /// - Complexity: O(hours × clock changes).
  @inlinable
  public func forEachHour(
    from start: LocalTime, to end: LocalTime, _ body: (_ hourNumber: Int, _ seconds: Int) -> Void
  ) {
    guard realSeconds(from: start, to: end) > 0 else { return }
    let first = Swift.min(start, end).hourNumber
    let last = Swift.max(start, end).hourNumber
    for hour in first...last {
      let from = Swift.max(start.seconds, hour * 3600)
      let to = Swift.min(end.seconds, (hour + 1) * 3600)
      var seconds = to - from
      for change in self where change.hourNumber == hour {
        seconds += change.correction(from: start.seconds, to: end.seconds)
      }
      if seconds > 0 { body(hour, seconds) }
    }
  }
}

extension StudyPeriod.ClockChange {
  /// Whether the time between two readings may include a part of the hour.
  @inlinable
  func touches(_ start: LocalTime, _ end: LocalTime) -> Bool {
    let hour = hourNumber * 3600
    return Swift.min(start.seconds, end.seconds) < hour + 3600
      && Swift.max(start.seconds, end.seconds) > hour
  }

  /// What the change adds to the difference of two readings.
  @inlinable
  func correction(from start: Int, to end: Int) -> Int {
    let first = hourNumber * 3600
    let next = first + 3600
    if gain < 0 {
      return end < start ? 0 : gain * Swift.max(0, Swift.min(end, next) - Swift.max(start, first))
    }
    // Both times round lie between the readings, or only the second can follow the first.
    if start < first, end >= next { return gain * 3600 }
    return first <= end && end < start && start < next ? gain * 3600 : 0
  }
}
