import Foundation
import PolicingDomain

/// The agency's wall clock: its zone, and the nights on which it is changed.
enum StudyClock {
  /// Complains unless `name` is a time zone of the machine's time zone database.
  static func check(_ name: String, at place: FilePlace, log: IssueLog) {
    guard zone(name) == nil else { return }
    let names = TimeZone.knownTimeZoneIdentifiers.sorted()
    let near = nearest(to: name, in: names).map { "did you mean \($0.quoted)?" }
    log.add(
      .unreadableTime, at: place, "there is no time zone \(name.quoted)",
      remedy: near ?? "write a name of the time zone database, such as `America/Chicago`")
  }

  /// Returns the changes of the clock in the zone `name` on the days from `first` through `last`.
  ///
  /// In spring the skipped hour is the one that the clock would have shown next; in autumn the
  /// repeated hour is the one that it goes back to.
  static func changes(
    in name: String, from first: CalendarDay, through last: CalendarDay
  ) -> [StudyPeriod.ClockChange] {
    guard let zone = zone(name) else { return [] }
    var found: [StudyPeriod.ClockChange] = []
    let slack = 86_400.0
    let end = Double(last.dayNumber + 1) * 86_400 + slack
    var moment = Date(timeIntervalSince1970: Double(first.dayNumber) * 86_400 - slack)
    while let next = zone.nextDaylightSavingTimeTransition(after: moment),
      next > moment, next.timeIntervalSince1970 < end
    {
      let before = zone.secondsFromGMT(for: next.addingTimeInterval(-1))
      let after = zone.secondsFromGMT(for: next.addingTimeInterval(1))
      let seconds = Int(next.timeIntervalSince1970.rounded())
      let start = LocalTime(seconds: seconds + min(before, after))
      let hours = (after - before) / 3600
      for step in 0..<abs(hours) {
        let hour = start.hourNumber + step
        let day = LocalTime(seconds: hour * 3600).day
        guard first <= day, day <= last else { continue }
        found.append(StudyPeriod.ClockChange(hourNumber: hour, gain: hours > 0 ? -1 : 1))
      }
      moment = next
    }
    return found
  }

  private static func zone(_ name: String) -> TimeZone? {
    TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC"
      ? TimeZone(identifier: name) : nil
  }
}
