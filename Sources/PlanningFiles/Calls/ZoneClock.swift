internal import Foundation
package import PolicingDomain

/// The wall clock of a time zone, from 1900 to 2100, without asking the system again.
struct ZoneClock: Sendable {
  /// The moments at which the distance from Greenwich changes, in seconds since 1970.
  private var moments: [Int] = []
  /// The seconds east of Greenwich before the first of them, and from each of them on.
  private var offsets: [Int] = []
  /// The hours that are skipped or come twice.
  let changes: [StudyPeriod.ClockChange]

  /// Creates the clock of a zone such as `America/Chicago`, or nothing if there is none.
  init?(_ name: String) {
    guard let zone = TimeZone(identifier: name) else { return nil }
    var moment = Date(timeIntervalSince1970: -2_208_988_800)
    offsets.append(zone.secondsFromGMT(for: moment))
    while let change = zone.nextDaylightSavingTimeTransition(after: moment), change > moment,
      change.timeIntervalSince1970 < 4_133_980_800
    {
      moments.append(Int(change.timeIntervalSince1970.rounded()))
      offsets.append(zone.secondsFromGMT(for: change))
      moment = change
    }
    let first = CalendarDay(dayNumber: -25_567)
    changes = ClockChanges.within(
      first: first, last: CalendarDay(dayNumber: 47_846), timeZone: zone)
  }

  /// Returns what the clock shows at a moment, in seconds since 1970 in Greenwich.
  func wall(at moment: Int) -> Int { moment + offsets[index(of: moment)] }

  /// Returns the moment at which the clock shows `wall`, the first one if there are two.
  ///
  /// A reading that the clock skips is taken as if it had not yet been put forward.
  func moment(of wall: Int) -> Int {
    // The distance from Greenwich is that before a change until the clock shows otherwise.
    var index = index(of: wall - 86_400)
    while index < moments.count, moments[index] + offsets[index] <= wall { index += 1 }
    return wall - offsets[index]
  }

  /// Whether a later stamp that reads earlier than the one before it is of the second time round.
  func explains(_ earlier: LocalTime, before later: LocalTime) -> Bool {
    guard earlier.hourNumber == later.hourNumber else { return false }
    let hour = earlier.hourNumber
    return changes.contains { $0.hourNumber == hour && $0.gain > 0 }
  }

  /// Whether the clock never shows `wall`, in seconds.
  @inline(__always)
  func skips(seconds wall: Int) -> Bool {
    // Clocks are put forward at night; by day there is nothing to look up.
    let ofDay = wall % 86_400
    return ofDay < 14_400 && isSkipped(LocalTime(seconds: wall).hourNumber)
  }

  private func isSkipped(_ hour: Int) -> Bool {
    var low = 0
    var high = changes.count
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].hourNumber < hour { low = middle + 1 } else { high = middle }
    }
    return low < changes.count && changes[low].hourNumber == hour && changes[low].gain < 0
  }

  /// How many changes come up to `moment`.
  private func index(of moment: Int) -> Int {
    var low = 0
    var high = moments.count
    while low < high {
      let middle = (low + high) / 2
      if moments[middle] <= moment { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

extension ColumnProfile {
  /// The changes of the clock where the agency is; none where the profile does not tell.
  package var clockChanges: [StudyPeriod.ClockChange] {
    timeZone.flatMap { ZoneClock($0) }?.changes ?? []
  }
}
