import PolicingDomain

/// The columns of the tables of work, standards, rules, money and choices of value.
enum ValueColumns {
  static let categories: [StudyColumn] =
    [
      .always("category", .text, "The category of calls.", "domestic"),
      .column(
        "officers_needed", .whole(1...100), "Officers whom a call needs.", unit: "officers", "2"),
      .always(
        "units_per_call", .number(1...100), "Units that a call draws.", unit: "units", "2.1"),
    ] + .sourced

  static let standards: [StudyColumn] =
    [
      .always(
        "standard", .word(StandardKind.allCases.map(\.rawValue)), "The standard.", "mean_wait"),
      .column("watch", .text, "The watch, for `one_officer_share`.", "first"),
      .column(
        "priority", .whole(0...CallPriority.lowest), "The priority, for waits and responses.", "1"),
      .always("value", .number(0...8760), "The value, in the unit of the row.", "5"),
      .column(
        "within_minutes", .number(0...1440), "The time within which a share lies.", unit: "minutes",
        "3"),
      .always(
        "unit", .word(StandardKind.allWords), "The unit of the value.", "minutes"),
      .column("set_by", .text, "Who set it.", "city council"),
      .optional(
        "forum", .text, "The meeting or body in which it was set.", "council of 2025-03-04"),
    ] + .sourced

  static let rules: [StudyColumn] =
    [
      .always("rule", .text, "The name of the rule.", "span_of_control"),
      .always("value", .text, "Its number, or what it says.", "10"),
      .column(
        "share_of_tours", .number(0...1), "The share of tours on which it must hold; empty is all.",
        unit: "share", "0.95"),
      .always(
        "authority", .word(RuleAuthority.allCases.map(\.rawValue)), "Who has the power to set it.",
        "directive"),
      .always("citation", .text, "Where it is written.", "D20-02"),
      .column("where", .text, "Where it is in force, as the source says.", "all districts"),
      .always("verified", .yesNo, "Whether the citation was read in the document itself.", "yes"),
      .optional(
        "districts", .list(.districts), "The districts in which it is applied; empty means all.",
        "004|006|007"),
      .optional("on", .yesNo, "Whether the study applies it; empty means yes.", "yes"),
    ] + .sourced

  static let budget: [StudyColumn] =
    [
      .always(
        "item", .text, "The item; `limit` is the limit unless study.yaml lists items.", "limit"),
      .always(
        "annual_dollars", .number(0...1e13), "Money a year.", unit: "dollars a year", "17000000"),
    ] + .sourced

  static let deployment: [StudyColumn] =
    [
      .always("district", .text, "The district, or `all`.", "007"),
      .always("watch", .text, "The watch.", "first"),
      .column("weekday", .text, "`Mon`, `Mon-Fri`, `all`; empty means all.", "Mon-Fri"),
      .always(
        "class",
        .word(["beat", "rapid", "tactical", "supervisor", "wagon", "citywide", "unclassified"]),
        "The class of unit.", "beat"),
      .column("units", .number(0...10_000), "Units on the street.", unit: "units", "9"),
      .column("officers", .number(0...100_000), "Officers in them.", unit: "officers", "14"),
    ] + .sourced

  static let targets: [StudyColumn] =
    [
      .always(
        "target", .text,
        "What the choice is about: a standard (with a priority, as `mean_wait_priority_2`), a rule, "
          + "a commitment, a responder or an objective.", "proactive_time"),
      .always("value", .number(-1e9...1e9), "The value chosen.", "0.4"),
      .always("unit", .text, "The unit of the value.", "share"),
      .always("set_by", .text, "Who chose it.", "police board"),
      .column(
        "forum", .text, "The meeting or body in which it was chosen.", "meeting of 2025-03-04"),
      .column("alternatives", .list(nil), "Other values that were heard.", "0.3|0.5"),
    ] + .sourced

  static let responders: [StudyColumn] = taken + operation + .sourced

  /// What a responder takes of one category.
  private static let taken: [StudyColumn] = [
    .always("responder", .text, "The name of the responder.", "telephone-unit"),
    .always(
      "kind", .word(Responder.Kind.allCases.map(\.rawValue)), "How it works; the same in its rows.",
      "telephone"),
    .always("category", .reference(.categories), "The category of calls.", "theft"),
    share("eligible_share", "The share of its calls that are fit.", "0.6"),
    share("accepted_share", "The share of fit calls offered in its hours that it takes.", "0.8"),
    share("returned_share", "The share of calls taken that go back to police.", "0.05"),
    .always(
      "service_minutes", .number(0.01...10_000), "The time that one call takes a team.",
      unit: "minutes", "25"),
    .column(
      "return_delay_minutes", .number(0...10_000), "The time that a call that goes back has lost.",
      unit: "minutes", "15"),
    .column(
      "police_time_kept_share", .number(0...1),
      "For co-response, the share of police time that is still spent.", unit: "share", "0.7"),
  ]

  /// What belongs to a responder and is the same in all of its rows.
  private static let operation: [StudyColumn] = [
    .always("start", .time, "When its service starts.", "07:00"),
    .always("end", .time, "When it ends; 24:00 is allowed.", "23:00"),
    .always("weekdays", .list(nil), "`daily`, or days such as `mon|tue`.", "daily"),
    .column("districts", .list(.districts), "The districts served; empty means all.", "1|2"),
    .always("crew", .text, "One team, as ranks with numbers.", "clinician:1|medic:1"),
    .column(
      "mean_wait_minutes", .number(0.01...10_000), "The longest mean wait of its calls.",
      unit: "minutes", "20"),
    .always(
      "busy_share", .number(0.01...0.99), "The largest share of a team's time that calls may take.",
      unit: "share", "0.7"),
    .always(
      "in_data", .yesNo, "Whether the calls that it takes today are missing from the export.", "no"),
  ]

  private static func share(_ name: String, _ meaning: String, _ example: String) -> StudyColumn {
    .always(name, .number(0...1), meaning, unit: "share", example)
  }
}
