public import PolicingDomain

/// A schedule day by day, and rotations of teams.
extension ResultTable {
  /// Officers on the street by day of the cycle and hour, with one officer in every team.
  public static func tourCoverage(_ calendar: ScheduleCalendar) -> ResultTable {
    let hours = (0..<24).map { hour in
      let name = hour < 10 ? "0\(hour)" : "\(hour)"
      return Column("hour_\(name)", name, decimals: 1)
    }
    return ResultTable(
      name: "tour-coverage",
      title: "\(calendar.schedule.title): officers on the street, of one in every team",
      columns: [Column("day", "Day"), Column("weekday", "")] + hours,
      rows: calendar.days.map { day in
        [.count(day.phase + 1), day.weekday.map { .text($0.abbreviation) } ?? .text("")]
          + day.onStreet.map { .number($0) }
      }, notes: coverageNotes(calendar))
  }

  private static func coverageNotes(_ calendar: ScheduleCalendar) -> [String] {
    let rotation = calendar.schedule.rotation
    let teams = calendar.schedule.tours.count * rotation.groups.count
    let origin = calendar.schedule.provenance
    return [
      "\(calendar.schedule.tours.count) tours and \(rotation.groups.count) groups, \(teams) teams. "
        + (rotation.followsWeek
          ? "Day 1 is a Monday." : "The cycle drifts: every day of it falls on every weekday.")
        + " Roll call, relief and check-off are off the street, the meal is spread over the tour.",
      origin.source + (origin.date.isEmpty ? "" : ", \(origin.date)")
        + (origin.isAssumption ? " (in part an assumption)" : ""),
    ]
  }

  /// The days off of each group over the cycle.
  public static func dayOffCalendar(_ calendar: ScheduleCalendar) -> ResultTable {
    ResultTable(
      name: "day-off-calendar", title: "\(calendar.schedule.title): days off",
      columns: [
        Column("group", "Group"), Column("days_on", "On"), Column("days_off", "Off"),
        Column("calendar", "Days of the cycle: 1 on, – off"),
      ],
      rows: calendar.groups.map { group in
        var text = ""
        for (day, isOn) in group.isOn.enumerated() {
          if day > 0, day.isMultiple(of: 7) { text += " " }
          text += isOn ? "1" : "–"
        }
        return [
          .text(group.group.description), .count(group.isOn.count { $0 }),
          .count(group.isOn.count { !$0 }), .text(text),
        ]
      })
  }

  /// The tours of a schedule.
  public static func toursOfSchedule(_ calendar: ScheduleCalendar) -> ResultTable {
    ResultTable(
      name: "tours-of-schedule", title: "\(calendar.schedule.title): tours",
      columns: [
        Column("tour", "Tour"), Column("watch", "Watch"), Column("start", "Start"),
        Column("end", "End"), Column("length_hours", "Length", decimals: 2),
        Column("paid_hours", "Paid", decimals: 2), Column("meal_hours", "Meal", decimals: 2),
        Column("roll_call_hours", "Roll call", decimals: 2),
        Column("relief_hours", "Relief", decimals: 2),
        Column("check_off_hours", "Check-off", decimals: 2),
        Column("street_hours", "Street", decimals: 2),
      ],
      rows: calendar.schedule.tours.map { tour in
        [
          .text(tour.id.description), .text(tour.watch?.description ?? ""),
          .text(clock(tour.start)), .text(clock(tour.start + tour.length)),
          .number(tour.length.value), .number(tour.paid.value), .number(tour.meal.value),
          .number(tour.rollCall.value), .number(tour.relief.value),
          .number(tour.checkOff.value), .number(tour.onStreet.value),
        ]
      })
  }

  private static func clock(_ time: Hours) -> String {
    let minutes = Int(time.minutes.rounded()) % (24 * 60)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))"
  }

  /// The team that covers each duty on each day of a rotation, and whether its rules hold.
  public static func teamRotation(_ check: TeamRotationCheck) -> ResultTable {
    ResultTable(
      name: "team-rotation", title: "Rotation of teams \(check.name)",
      columns: [
        Column("day", "Day"), Column("groups_off", "Groups off"),
      ] + check.duties.map { Column(key($0), $0) } + [
        Column("free", "Free"), Column("off", "Off"),
      ],
      rows: check.days.map { day in
        [
          .count(day.phase + 1),
          .text(day.groupsOff.map(\.description).joined(separator: "-")),
        ] + day.cover.map { .text($0.isEmpty ? "nobody" : $0.joined(separator: " and ")) } + [
          .text(day.free.joined(separator: ", ")), .text(day.off.joined(separator: ", ")),
        ]
      }, notes: rotationNotes(check))
  }

  private static func key(_ duty: String) -> String {
    "duty_" + String(duty.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private static func rotationNotes(_ check: TeamRotationCheck) -> [String] {
    let days = check.teams.map { "\($0.team) \($0.on) on \($0.off) off, covering \($0.covering)" }
    let verdict =
      check.holds
      ? ["Every duty is covered each day by exactly one team, no relief team is needed twice."]
      : check.findings
    return ["Days of the cycle: \(days.joined(separator: "; "))."] + verdict
  }
}
