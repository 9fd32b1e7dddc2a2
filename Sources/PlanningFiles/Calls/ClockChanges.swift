public import Foundation
public import PolicingDomain

/// The nights of a period on which the clock is changed.
public enum ClockChanges {
  /// Returns the hours that are skipped or come twice in `timeZone`, in order.
  ///
  ///     // America/Chicago, 2023: 12 March 02:00 is skipped, 5 November 01:00 comes twice.
  ///
  /// A change of less than an hour skips or repeats no whole hour and is left out.
  ///
  /// - Parameters:
  ///   - first: The first day of the period.
  ///   - last: The last day of the period.
  ///   - timeZone: Where the agency is.
  /// - Returns: None when the zone has no daylight-saving time or `last` precedes `first`.
  /// - Complexity: O(changes).
  public static func within(
    first: CalendarDay, last: CalendarDay, timeZone: TimeZone
  ) -> [StudyPeriod.ClockChange] {
    let end = (last.dayNumber + 2) * 86_400
    var changes: [StudyPeriod.ClockChange] = []
    var moment = Date(timeIntervalSince1970: Double((first.dayNumber - 1) * 86_400))
    while let change = timeZone.nextDaylightSavingTimeTransition(after: moment),
      change > moment, change.timeIntervalSince1970 < Double(end)
    {
      let before = timeZone.secondsFromGMT(for: change.addingTimeInterval(-1))
      let after = timeZone.secondsFromGMT(for: change)
      let seconds = Int(change.timeIntervalSince1970.rounded())
      // On the wall clock, the hours between the two readings of the moment are concerned.
      let start = LocalTime(seconds: seconds + min(before, after)).hourNumber
      for hour in 0..<(abs(after - before) / 3600) {
        let day = LocalTime(seconds: (start + hour) * 3600).day
        guard first <= day, day <= last else { continue }
        changes.append(.init(hourNumber: start + hour, gain: after > before ? -1 : 1))
      }
      moment = change
    }
    return changes
  }
}
