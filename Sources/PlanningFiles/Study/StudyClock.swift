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
  static func changes(
    in name: String, from first: CalendarDay, through last: CalendarDay
  ) -> [StudyPeriod.ClockChange] {
    guard let zone = zone(name) else { return [] }
    return ClockChanges.within(first: first, last: last, timeZone: zone)
  }

  private static func zone(_ name: String) -> TimeZone? {
    TimeZone.knownTimeZoneIdentifiers.contains(name) || name == "UTC"
      ? TimeZone(identifier: name) : nil
  }
}
