import PolicingDomain

/// The columns of the tables of tours, schedules and absences.
enum ScheduleColumns {
  private static let parts = StudyColumn.Form.number(0...24)

  private static func hours(
    _ presence: StudyColumn.Presence
  ) -> [StudyColumn] {
    let meanings = [
      ("length_hours", "From the start to the end, meal included.", "9"),
      ("paid_hours", "The part that is paid.", "8.5"), ("meal_hours", "The meal.", "0.5"),
      ("roll_call_hours", "Roll call at the start.", "0.5"),
      ("relief_hours", "Relief and vehicle inspection.", "0.25"),
      ("check_off_hours", "Check-off at the end.", "0.25"),
    ]
    return meanings.map { name, meaning, example in
      StudyColumn(
        name: name, form: parts, presence: presence, unit: "hours", meaning: meaning,
        example: example)
    }
  }

  static let tours: [StudyColumn] =
    [
      .always("tour", .text, "The name of the tour.", "first-early"),
      .column("watch", .text, "The watch of a patrol tour; empty for office hours.", "first"),
      .always("start", .time, "When it starts.", "22:00"),
    ] + hours(.always)
    + [
      .optional(
        "employment_ranks", .list(.ranks), "Who works it: ranks, `sworn` or `civilian`.", "sworn"),
      .optional(
        "schedule", .reference(.schedules),
        "The schedule to compare to which it belongs; empty for the study's own.", "ten-hour"),
    ] + .sourced

  static let schedules: [StudyColumn] =
    [
      .always("schedule", .text, "The name of the schedule.", "nine-hour"),
      .always("title", .text, "The title as people write it.", "Nine hours, 4 on and 2 off"),
      .always(
        "pattern", .text,
        "The days on and off, as `4 on 2 off`, `5 on 3 off, 4 on 4 off` or ones and zeros.",
        "4 on 2 off"),
      .always(
        "groups", .text, "The groups, each with the day of the cycle on which it begins.",
        "61:0|62:1|63:2|64:3|65:4|66:5"),
      .column(
        "starts", .text,
        "Starts by watch, as `first=22:00|23:00;second=06:00`; empty takes those of tours.csv.",
        "first=22:00|23:00;second=06:00|07:00;third=14:00|15:00"),
    ] + hours(.column)
    + [
      .optional(
        "max_consecutive_days", .whole(1...366), "The most days on duty in a row.", unit: "days",
        "6"),
      .optional(
        "min_rest_hours", .number(0...168), "The least rest between two tours.", unit: "hours",
        "11"),
      .optional(
        "paid_hours_per_year", .number(1...8784), "The most paid hours a year.",
        unit: "hours a year", "2080"),
      .optional(
        "starts_per_watch", .whole(1...24), "The fewest starts on each watch.", unit: "starts", "2"),
      .optional(
        "vehicles", .number(0...10_000), "Vehicles that overlapping tours of a district share.",
        unit: "vehicles", "24"),
    ] + .sourced

  static let teams: [StudyColumn] =
    [
      .always("series", .text, "The series of teams that cover one sector.", "61-63-65"),
      .always("team", .text, "The team.", "A"),
      .always("group", .text, "The group whose days off it has.", "61"),
      .always(
        "duties", .list(nil), "What it covers: one duty, or those that it relieves.", "sector 1"),
      .column("tour", .reference(.tours), "The tour of the team.", "first-early"),
      .optional(
        "schedule", .reference(.schedules),
        "The schedule whose groups are meant; empty for the study's own.", "nine-hour"),
    ] + .sourced

  static let availability: [StudyColumn] =
    [
      .always("item", .text, "The absence.", "furlough"),
      .always(
        "ledger", .word(["whole_person", "recurring"]),
        "Whether it takes people off strength or hours off the year.", "recurring"),
      .always(
        "ranks", .list(.ranks), "Whom it concerns: ranks, `sworn`, `civilian` or `*`.", "sworn"),
      .column("band", .text, "The band of seniority; empty means all.", "4-8"),
      .always("amount", .number(0...8784), "How much, in the unit of the row.", "20"),
      .always(
        "unit",
        .word(["share_of_strength", "tours", "calendar_days", "hours_of_tours", "street_hours"]),
        "What the amount counts, a year.", "tours"),
    ] + .sourced

  static let calendar: [StudyColumn] =
    [
      .always("item", .reference(.availability), "The recurring absence.", "furlough"),
      .always("first_day", .monthDay, "The first day of the period.", "06-18"),
      .always("last_day", .monthDay, "The last day of the period.", "07-15"),
      .always(
        "share_away", .number(0...1), "The share of people who may be away at the same time.",
        unit: "share", "0.08"),
    ] + .sourced

  static let commitments: [StudyColumn] =
    [
      .always("commitment", .text, "The name of the work.", "lakefront foot beat"),
      .always("kind", .word(Commitment.Kind.allCases.map(\.rawValue)), "What it is.", "foot_beat"),
      .always("district", .text, "A district, `each` or `city`.", "each"),
      .always("weekdays", .list(nil), "`daily`, or days such as `mon|tue`.", "fri|sat"),
      .always("start", .time, "When it starts.", "18:00"),
      .always("end", .time, "When it ends; 24:00 is allowed.", "02:00"),
      .always("posts", .number(0...10_000), "Posts in the place.", unit: "posts", "1"),
      .always(
        "officers_per_post", .number(0...100), "Officers at each post.", unit: "officers", "2"),
      .always(
        "interruptible", .text,
        "`no`, `free`, or the least urgent priority whose calls may interrupt it.", "2"),
      .always(
        "supply", .word(Commitment.Supply.allCases.map(\.rawValue)), "Whose officers fill them.",
        "on_duty"),
      .optional("from", .day, "The first day of the work.", "2025-06-01"),
      .optional("through", .day, "The last day of the work.", "2025-08-31"),
    ] + .sourced
}
