import PolicingDomain

/// Weeks and hours of a period, fast enough to be asked for every call.
struct StudyClock: Sendable {
  /// Midnight of the first day, in seconds on the wall clock.
  let start: Int
  let dayCount: Int
  let firstHour: Int
  /// Weeks of seven days from the first day on; the last one may be partial.
  let weekCount: Int
  let changes: [StudyPeriod.ClockChange]
  /// Its missing days count as days outside it.
  private let period: StudyPeriod

  init(_ period: StudyPeriod) {
    start = period.first.dayNumber * 86_400
    dayCount = period.dayCount
    firstHour = LocalTime(seconds: start).hourOfWeek.index
    weekCount = (period.dayCount + 6) / 7
    changes = period.clockChanges
    self.period = period
  }

  /// Seconds since the period began; nothing when `time` is not in it or on a missing day.
  @inline(__always)
  func offset(of time: LocalTime) -> Int? {
    let offset = time.seconds - start
    guard offset >= 0 && offset < dayCount * 86_400 else { return nil }
    return period.missingDays.isEmpty || !period.isMissing(time.day) ? offset : nil
  }

  /// The hour of the week, from 0 to 167, of any moment.
  @inline(__always)
  func hourOfWeek(_ seconds: Int) -> Int {
    let offset = seconds - start
    guard offset >= 0 else { return LocalTime(seconds: seconds).hourOfWeek.index }
    return (offset / 3600 + firstHour) % HourOfWeek.count
  }

  /// Real seconds between two readings of the wall clock.
  @inline(__always)
  func elapsed(_ from: CallBatch.Stamp, _ to: CallBatch.Stamp) -> Int {
    changes.isEmpty
      ? to.raw &- from.raw
      : changes.realSeconds(from: LocalTime(seconds: from.raw), to: LocalTime(seconds: to.raw))
  }

  /// The seconds between two stamps if both are there, in order and not longer than `longest`.
  @inline(__always)
  func span(_ from: CallBatch.Stamp, _ to: CallBatch.Stamp, longest: Int) -> Span {
    guard from.isKnown, to.isKnown else { return .missing }
    let seconds = elapsed(from, to)
    return seconds < 0 ? .reversed : seconds > longest ? .tooLong : .known(seconds)
  }

  enum Span {
    case known(Int)
    case missing
    case reversed
    case tooLong

    @inline(__always) var seconds: Int? {
      if case .known(let seconds) = self { seconds } else { nil }
    }
  }

  /// Real hours of each week of `period` that data cover.
  static func weekHours(of period: StudyPeriod) -> [Double] {
    let weights = period.hourWeights()
    return stride(from: 0, to: weights.count, by: HourOfWeek.count).map { first in
      Double(weights[first..<min(first + HourOfWeek.count, weights.count)].reduce(0, +))
    }
  }
}
