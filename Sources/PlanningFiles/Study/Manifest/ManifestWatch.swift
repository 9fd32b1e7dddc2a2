import PolicingDomain

/// A watch as `study.yaml` states it, before the share of one-officer units is known.
struct ManifestWatch {
  /// The name.
  let name: String
  /// The hour of the day at which it begins.
  let startHour: Int
  /// The number of hours.
  let length: Int

  /// Reads the list of watches and checks that they divide the day.
  static func read(_ value: YAMLValue, log: IssueLog) -> [ManifestWatch] {
    guard let members = value.list() else { return [] }
    let readings = members.compactMap { member in one(member, log: log) }
    let watches = readings.map(\.watch)
    if readings.count == members.count, readings.allSatisfy(\.isRight) {
      checkDay(watches, at: value.place, log: log)
    }
    for (position, watch) in watches.enumerated()
    where watches[..<position].contains(where: { $0.name == watch.name }) {
      log.add(
        .duplicate, at: value.place, "the watch \(watch.name.quoted) is listed twice",
        remedy: "give each watch a name of its own")
    }
    return watches
  }

  /// A watch whose hours are wrong keeps its name, so that tours can refer to it.
  private static func one(
    _ value: YAMLValue, log: IssueLog
  ) -> (watch: ManifestWatch, isRight: Bool)? {
    guard let keys = value.mapping(StudyKeys.watch),
      let name = keys["name"]?.text()
    else { return nil }
    let hours = keys.integer("hours")
    let start = keys["start"].flatMap { startHour($0, log: log) }
    let watch = ManifestWatch(name: name, startHour: start ?? 0, length: hours ?? 24)
    return (watch, hours != nil && start != nil)
  }

  private static func startHour(_ value: YAMLValue, log: IssueLog) -> Int? {
    guard let text = value.text() else { return nil }
    if let time = ClockTime(text), time.minutes == 0 { return time.hour }
    log.add(
      .unreadableTime, at: value.place, "\(value.name.quoted) is not a full hour: \(text.quoted)",
      remedy: "write the hour as 07:00")
    return nil
  }

  private static func checkDay(_ watches: [ManifestWatch], at place: FilePlace, log: IssueLog) {
    var covered = [Int](repeating: 0, count: 24)
    for watch in watches {
      for hour in 0..<watch.length { covered[(watch.startHour + hour) % 24] += 1 }
    }
    let faults: [(count: Int, words: String)] = [(0, "no watch"), (2, "more than one watch")]
    for fault in faults {
      let hours = covered.indices.filter { min(covered[$0], 2) == fault.count }
      guard let first = hours.first else { continue }
      let time = padded(first, to: 2) + ":00"
      let length = watches.reduce(0) { $0 + $1.length }
      log.add(
        .brokenDay, at: place,
        "\(fault.words) covers \(hours.count) of the 24 hours, the first from \(time)",
        remedy: "let the watches follow one another; their hours sum to \(length), not 24")
    }
  }
}

/// A time of day.
struct ClockTime: Hashable {
  /// The hour, from 0 to 23.
  let hour: Int
  /// The minutes, from 0 to 59.
  let minutes: Int

  /// Reads `07:00` or `7:00`.
  init?(_ text: String) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].utf8.count == 2, (1...2).contains(parts[0].utf8.count),
      let hour = Int(parts[0]), let minutes = Int(parts[1]), (0..<24).contains(hour),
      (0..<60).contains(minutes), !text.contains("+"), !text.contains("-")
    else { return nil }
    self.hour = hour
    self.minutes = minutes
  }

  /// The hours since midnight.
  var hours: Hours { Hours(Double(hour) + Double(minutes) / 60) }
}
