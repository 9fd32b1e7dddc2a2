public import PolicingDomain

/// Proactive time by the hour of the week, at the units required and planned.
extension ResultTable {
  /// The department: a row for each hour of the week.
  ///
  /// - Parameters:
  ///   - results: The run, to the requirement.
  ///   - planned: The units that a plan puts on the street; nothing without one.
  /// - Returns: The table.
  public static func proactiveByHour(
    _ results: StudyResults, planned: [UnitsOnStreet]?
  ) -> ResultTable {
    let hours = StreetHours(results, planned: planned)
    return ResultTable(
      name: "proactive-by-hour", title: "Proactive time by hour of the week",
      columns: hourColumns,
      rows: HourOfWeek.all.map { hour in
        [.text(hour.weekday.abbreviation), .count(hour.hourOfDay)]
          + cells(hours.total(hour), results.study.standards.proactiveTime)
      }, notes: hourNotes(results, hasPlan: planned != nil))
  }

  /// Each district: a row for each hour of the week.
  public static func proactiveByHourAndDistrict(
    _ results: StudyResults, planned: [UnitsOnStreet]?
  ) -> ResultTable {
    let hours = StreetHours(results, planned: planned)
    let rows = results.study.geography.districts.flatMap { district in
      HourOfWeek.all.compactMap { hour -> [Cell]? in
        guard let level = hours.level(district.id, hour) else { return nil }
        return [
          .text(district.id.description), .text(hour.weekday.abbreviation), .count(hour.hourOfDay),
        ] + cells(level, results.study.standards.proactiveTime)
      }
    }
    return ResultTable(
      name: "proactive-by-hour-and-district",
      title: "Proactive time by district and hour of the week",
      columns: [Column("district", "District")] + hourColumns, rows: rows,
      notes: hourNotes(results, hasPlan: planned != nil))
  }

  private static var hourColumns: [Column] {
    [
      Column("weekday", "Day"), Column("hour", "Hour"),
      Column("busy_units", "Busy", decimals: 2),
      Column("units_required", "Required", decimals: 2),
      Column("units_planned", "Planned", decimals: 2),
      Column("proactive_percent_required", "At required (%)", decimals: 1),
      Column("proactive_percent_planned", "At planned (%)", decimals: 1),
      Column("target_percent", "Target (%)", decimals: 1),
    ]
  }

  private static func cells(_ level: StreetHours.Level, _ target: Share?) -> [Cell] {
    func share(_ units: Double?) -> Cell {
      guard let units, units > 0 else { return .missing }
      return .number((1 - level.busy / units) * 100)
    }
    return [
      .number(level.busy), .number(level.required), .optional(level.planned),
      share(level.required), share(level.planned), .optional(target.map { $0.value * 100 }),
    ]
  }

  private static func hourNotes(_ results: StudyResults, hasPlan: Bool) -> [String] {
    [
      "1 − units busy with calls of the community ÷ units on the street. Busy: by the hours that the work "
        + "really covers. Required: units are constant over a watch, so that its quiet hours are above "
        + "the target and its busy ones below. Below zero: more work than units.",
      hasPlan
        ? "Planned: the officers of the recommended plan, the mean over the hours of the watch and the "
          + "rotation, in the crews of the units required; the same on every weekday. It is no "
          + "deployment that anybody has seen."
        : "There is no recommended plan, so that nothing is planned.",
      demandNote(results),
    ]
  }
}

/// Units busy, required and planned by district and hour of the week.
private struct StreetHours {
  struct Level {
    var busy = 0.0
    var required = 0.0
    var planned: Double?
  }

  private var levels: [District.ID: [Level?]] = [:]

  init(_ results: StudyResults, planned: [UnitsOnStreet]?) {
    for need in results.hourlyUnits {
      change(need.district, need.hour) { $0.busy = need.busyUnits }
    }
    let watches = results.study.schedule.watches
    add(UnitsOnStreet.all(results.units), watches) { $0.required += $1 }
    add(planned ?? [], watches) { $0.planned = ($0.planned ?? 0) + $1 }
  }

  private mutating func add(
    _ units: [UnitsOnStreet], _ watches: [Watch], _ body: (inout Level, Double) -> Void
  ) {
    for entry in units {
      guard let watch = watches.first(where: { $0.id == entry.watch }) else { continue }
      for hour in watch.hours(on: entry.weekday) {
        change(entry.district, hour) { body(&$0, entry.units) }
      }
    }
  }

  private mutating func change(
    _ district: District.ID, _ hour: HourOfWeek, _ body: (inout Level) -> Void
  ) {
    var all = levels[district] ?? [Level?](repeating: nil, count: HourOfWeek.count)
    var level = all[hour.index] ?? Level()
    body(&level)
    all[hour.index] = level
    levels[district] = all
  }

  func level(_ district: District.ID, _ hour: HourOfWeek) -> Level? {
    levels[district]?[hour.index]
  }

  /// The sum of all districts, in the order of their names so that bits repeat.
  func total(_ hour: HourOfWeek) -> Level {
    levels.keys.sorted().reduce(into: Level()) { sum, district in
      guard let level = levels[district]?[hour.index] else { return }
      sum.busy += level.busy
      sum.required += level.required
      if let planned = level.planned { sum.planned = (sum.planned ?? 0) + planned }
    }
  }
}
