import PolicingDomain

/// Schedules to compare.
struct ScheduleTable {
  /// The schedules, in the order of the file.
  private(set) var schedules: [TourSchedule] = []
  /// Their names.
  private(set) var names = ReferenceList(of: "schedule")

  private static let hourColumns = [
    "length_hours", "paid_hours", "meal_hours", "roll_call_hours", "relief_hours",
    "check_off_hours",
  ]

  /// Reads the table `schedules`.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - listed: The tours that tours.csv gives to each schedule, by its name.
  ///   - watches: The names of the watches.
  init(_ table: StudyTable?, listed: [String: [Tour]], watches: [String]) {
    for row in table?.rows ?? [] {
      let name = row.needed("schedule")
      names.insert(name, from: row, "schedule")
      let title = row.needed("title")
      let rotation = Self.rotation(row)
      let tours = Self.tours(row, name, listed[name] ?? [], watches)
      let limits = ScheduleLimits(
        consecutiveDays: row.integer(ifAny: "max_consecutive_days"),
        rest: row.number(ifAny: "min_rest_hours").map { Hours($0) },
        paidHours: row.number(ifAny: "paid_hours_per_year").map { Hours($0) },
        startsPerWatch: row.integer(ifAny: "starts_per_watch"),
        vehicles: row.number(ifAny: "vehicles"))
      let provenance = row.provenance()
      guard let rotation else { continue }
      schedules.append(
        TourSchedule(
          id: TourSchedule.ID(name), title: title, tours: tours, rotation: rotation,
          limits: limits, provenance: provenance))
    }
  }

  /// The days on and off in `pattern`, and the groups with their first days.
  private static func rotation(_ row: StudyRow) -> DayOffRotation? {
    let text = row.needed("pattern")
    let groups = row.needed("groups")
    guard !text.isEmpty, !groups.isEmpty else { return nil }
    guard let pattern = RotationPattern(text) else {
      row.complain(
        .brokenRotation, "pattern", "the pattern \(text.quoted) cannot be read",
        remedy: RotationPattern.advice)
      return nil
    }
    let last = pattern.days.count - 1
    var names: [DayOffGroup] = []
    var starts: [Int] = []
    for member in row.list("groups") {
      let parts = member.split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, let start = Int(trimmed(String(parts[1]))), !parts[0].isEmpty,
        (0...last).contains(start)
      else {
        row.complain(
          .brokenRotation, "groups", "\(member.quoted) is no group with a day of the cycle",
          remedy: "write each group with a day from 0 to \(last), as `A:0|B:\(min(last, 7))`")
        return nil
      }
      names.append(DayOffGroup(trimmed(String(parts[0]))))
      starts.append(start)
    }
    let rotation = DayOffRotation(pattern: pattern.days, groups: names, starts: starts)
    if rotation == nil {
      row.complain(
        .brokenRotation, "groups", "the rotation names a group twice, or none",
        remedy: "name each group once, with the day of the cycle on which it begins")
    }
    return rotation
  }

  /// The tours in `starts`, or those of tours.csv.
  private static func tours(
    _ row: StudyRow, _ name: String, _ listed: [Tour], _ watches: [String]
  ) -> [Tour] {
    guard !row.text("starts").isEmpty else {
      if listed.isEmpty {
        row.complain(
          .missingValue, "starts", "the schedule \(name.quoted) has no tours",
          remedy: "write starts as `first=22:00|23:00;second=06:00`, or rows in the table of tours "
            + "with \(name.quoted) under `schedule`")
      }
      for column in hourColumns where !row.text(column).isEmpty {
        row.complain(
          .unusedValue, column, "the hours are those of the tours in the table of tours",
          remedy: "empty the field, or write `starts`")
      }
      return listed
    }
    if !listed.isEmpty {
      row.complain(
        .duplicate, "starts", "the table of tours has tours of the schedule \(name.quoted) too",
        remedy: "keep one of the two")
    }
    let hours = hourColumns.map { Hours(row.number($0)) }
    return starts(row, watches).map { watch, start in
      let tour = Tour(
        id: Tour.ID(id(name, watch, start)), watch: watch.map(Watch.ID.init), start: start.hours,
        length: hours[0], paid: hours[1], meal: hours[2], rollCall: hours[3], relief: hours[4],
        checkOff: hours[5])
      TourTable.check(tour, row)
      return tour
    }
  }

  private static func id(_ schedule: String, _ watch: String?, _ start: ClockTime) -> String {
    let time = padded(start.hour, to: 2) + padded(start.minutes, to: 2)
    return ([schedule] + [watch, time].compactMap(\.self)).joined(separator: "-")
  }

  private static func starts(
    _ row: StudyRow, _ watches: [String]
  ) -> [(watch: String?, start: ClockTime)] {
    var found: [(watch: String?, start: ClockTime)] = []
    for block in row.text("starts").split(separator: ";") {
      let sides = block.split(separator: "=", omittingEmptySubsequences: false)
      let watch = sides.count == 2 ? trimmed(String(sides[0])) : nil
      if let watch, !watches.contains(watch) {
        row.complain(
          .unknownReference, "starts", "there is no watch \(watch.quoted)",
          remedy: advice(for: watch, among: watches))
      }
      for text in sides[sides.count - 1].split(separator: "|", omittingEmptySubsequences: false) {
        let text = trimmed(String(text))
        guard sides.count <= 2, let time = ClockTime(text) else {
          row.complain(
            .unreadableTime, "starts", "\(text.quoted) is not a time of day",
            remedy: "write starts as `first=22:00|23:00;second=06:00`")
          continue
        }
        if found.contains(where: { $0.start == time && $0.watch == watch }) {
          row.complain(
            .duplicate, "starts", "the start \(text.quoted) stands there twice",
            remedy: "name it once")
        } else {
          found.append((watch, time))
        }
      }
    }
    return found
  }
}
