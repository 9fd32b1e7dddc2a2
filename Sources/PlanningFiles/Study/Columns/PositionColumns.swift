import PolicingDomain

/// The columns of the tables of positions and of what sizes them.
enum PositionColumns {
  private static let quantity = StudyColumn.Form.number(0...1_000_000_000)
  private static let hours = StudyColumn.Form.number(0...1_000_000)

  /// The words of the column `basis`, in the order of the formulation.
  static let bases = [
    "workload", "caseload", "ratio", "span_of_control", "fixed_post", "custody", "fixed_count",
    "policy_set",
  ]

  static let positions: [StudyColumn] =
    [
      .always("group", .text, "The name of the group of positions.", "007-patrol"),
      .always("section", .reference(.sections), "The section to which it belongs.", "007"),
      .always("function", .text, "What its holders do.", "patrol"),
      .always("rank", .reference(.ranks), "The rank of the positions.", "police_officer"),
      .column(
        "also_fits", .list(.ranks), "Other ranks that may hold them.", "field_training_officer"),
      .always(
        "holders", .word(["sworn_only", "either", "civilian_only"]), "Who may hold them.",
        "sworn_only"),
      .always("basis", .word(bases), "Why a number of them is needed.", "fixed_post"),
      .column("quantity", quantity, "The number of the basis: posts, positions or hours.", "1"),
      .column(
        "hours_per_week", .number(0.01...168), "Hours that a post is covered.",
        unit: "hours a week", "168"),
      .column(
        "driver", .text,
        "What a workload, ratio or span counts, such as `coverage`, `sworn`, `band:RANK:BAND` or "
          + "the names of groups between bars.", "coverage"),
      .column(
        "per", .number(0.000_001...1_000_000_000), "So many of the driver for one position.", "10"),
      .column(
        "weight", .number(0.000_001...1_000_000), "What one missing position counts; empty is 1.",
        "1"),
      .column("minimum_rule", .yesNo, "Whether law, decree, contract or directive sets it.", "no"),
      .always("supply", .word(["deployable", "held"]), "Whose people fill them.", "deployable"),
      .always(
        "working_hours", .word(["street", "desk"]), "Which hours of a tour count.", "street"),
      .column("authority", .text, "Who decided on the number.", "directive S03-03-03"),
      .optional(
        "on_call_teams", .number(0...10_000), "Teams of investigators on call at the same time.",
        unit: "teams", "3"),
      .optional("on_call_size", .number(0...1000), "People in such a team.", unit: "people", "2"),
      .optional(
        "hours_per_arrest", .number(0...168),
        "Hours that one arrest keeps one person of the lockup busy.", unit: "hours", "3.5"),
      .optional(
        "arrests_share", .number(0...1), "The share of all arrests that come to the lockup.",
        unit: "share", "1"),
    ] + .sourced

  static let caseloads: [StudyColumn] =
    [
      .always("group", .reference(.positions), "The group with the basis `caseload`.", "burglary"),
      .always("case_type", .text, "The type of case.", "residential burglary"),
      .always(
        "new_cases_per_year", .number(0...10_000_000), "New cases.", unit: "cases a year", "900"),
      .always(
        "triage_hours_per_case", .number(0...1000), "To decide whether a case can be worked.",
        unit: "hours", "0.5"),
      .always(
        "workable_share", .number(0...1), "The share of new cases that are worked.", unit: "share",
        "0.45"),
    ] + (1...3).flatMap(age)
    + [
      .column(
        "carried_over_cases", .number(0...10_000_000), "Open cases of earlier years.",
        unit: "cases", "120"),
      .column(
        "hours_per_carried_over_case", hours, "For each of them.", unit: "hours a year", "2"),
      .column(
        "court_hours_per_worked_case", hours, "In court and for warrants.", unit: "hours", "1.5"),
      .column(
        "call_outs_per_year", .number(0...10_000_000), "Call-outs to scenes.",
        unit: "call-outs a year", "60"),
      .column(
        "hours_per_call_out", hours, "Officer-hours of one call-out.", unit: "officer-hours", "8"),
      .optional(
        "benchmark_low_cases_per_month", .number(0...10_000),
        "The fewest cases a month of one investigator that publications call usual.",
        unit: "cases a month", "8"),
      .optional(
        "benchmark_high_cases_per_month", .number(0...10_000),
        "The most cases a month of one investigator that publications call usual.",
        unit: "cases a month", "12"),
    ] + .sourced

  private static func age(_ number: Int) -> [StudyColumn] {
    let make = number == 1 ? StudyColumn.column : StudyColumn.optional
    return [
      make("age_\(number)", .text, "The age of a case in words.", "", "first 30 days"),
      make(
        "age_\(number)_reached_share", .number(0...1),
        "The share of the worked cases that reach this age.", "share", "1"),
      make("age_\(number)_hours_per_case", hours, "For each case that reaches it.", "hours", "9"),
    ]
  }

  static let civilianization: [StudyColumn] =
    [
      .always("group", .reference(.positions), "The group of sworn positions.", "007-desk"),
      .column(
        "fails", .list(nil),
        "The tests that keep the positions sworn: "
          + Civilianization.Test.allCases.map(\.rawValue).joined(separator: ", ") + ".",
        "accommodation"),
      .always(
        "limited_duty_seats", .number(0...100_000), "Positions kept for limited duty.",
        unit: "positions", "1"),
      .always(
        "fit_for_full_duty_share", .number(0...1),
        "The share of the holders who are fit for full duty elsewhere.", unit: "share", "0.7"),
      .always("civilian_rank", .reference(.ranks), "The title that would hold them.", "clerk"),
    ] + .sourced

  static let arrests: [StudyColumn] =
    [
      .always(
        "hour_of_week", .whole(0...167), "The hour of the week; 0 is Monday 00:00.", "18"),
      .always("share", .number(0...1), "The share of a week's arrests.", unit: "share", "0.0072"),
    ] + .sourced
}
