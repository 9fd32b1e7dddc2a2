import PolicingDomain

extension StudyKeys {
  /// What a schedule must keep to.
  static let limits: [StudyKey] = [
    .optional("max_consecutive_days", .whole(1...366), "The most days on duty in a row."),
    .optional("min_rest_hours", .number(0...168), "The least hours of rest between two tours."),
    .optional("paid_hours_per_year", .number(1...8784), "The most paid hours a year."),
    .optional("starts_per_watch", .whole(1...24), "The fewest starts on each watch."),
    .optional("vehicles", .number(0...10_000), "Vehicles of a district."),
  ]

  /// What the plan should be good at.
  static let allocation: [StudyKey] = [
    .optional(
      "order", .list(.word(AllocationPreferences.Objective.allCases.map(\.rawValue))),
      "The objectives, the most important first; one that is not named is not pursued."),
    .optional(
      "tolerances", .keys(tolerances),
      "The part of its best value by which an objective may get worse for later ones."),
    .optional(
      "waiting_beyond_standard_only", .yesNo,
      "Whether waiting counts only where units are fewer than the standards require."),
    .optional("urgent_priorities", .list(.whole(1...5)), "The priorities whose waiting is urgent."),
    .optional(
      "fairness", .word(AllocationPreferences.Fairness.allCases.map(\.rawValue)),
      "What makes the worst-off district."),
    .optional("movement_limit", .number(0...1_000_000), "The most people who change sections."),
    .optional("largest_cut", .number(0...1), "The largest share of its people a section may lose."),
    .optional("overtime", .keys(overtime), "Overtime that patrol may use."),
    .optional("conversions", .number(0...1_000_000), "The most civilians hired for conversions."),
    .needed("source", .text, "Who set these preferences, and where."),
    .needed("date", .text, "The date."),
    .optional("assumption", .yesNo, "Whether the study's author chose them."),
  ]

  /// One tolerance for each objective.
  static let tolerances: [StudyKey] = AllocationPreferences.Objective.allCases.map { objective in
    .optional(objective.rawValue, .number(0...1), "The tolerance of \(objective.rawValue).")
  }

  /// Hours beyond the tours.
  static let overtime: [StudyKey] = [
    .needed("hours_per_year", .number(0...100_000_000), "Officer-hours a year, at most."),
    .needed("dollars_per_hour", .number(0...10_000), "Dollars for one officer-hour."),
  ]
}
