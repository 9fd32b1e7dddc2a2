import PolicingDomain

/// The columns of the tables of the organization: sections, ranks, people.
enum OrganizationColumns {
  private static let people = StudyColumn.Form.number(0...1_000_000)
  private static let employment = StudyColumn.always(
    "employment", .word(["sworn", "civilian"]), "Sworn or civilian.", "sworn")

  static let sections: [StudyColumn] =
    [
      .always("section", .text, "The number or name of the section.", "121"),
      .always("name", .text, "Its name.", "Bureau of Internal Affairs"),
      .always("bureau", .text, "The bureau or office to which it belongs.", "Patrol"),
      .optional("division", .text, "The division, if any.", "Districts"),
      .optional("bureau_basis", .text, "How its bureau is known.", "order G01-02"),
    ] + .sourced

  static let strength: [StudyColumn] =
    [
      .always("section", .reference(.sections), "The section.", "007"),
      .always("rank", .reference(.ranks), "The rank or title.", "police_officer"),
      employment,
      .column("authorized", people, "Positions authorized.", unit: "positions", "120"),
      .always("assigned", people, "People on the roster there.", unit: "people", "112"),
      .column(
        "elsewhere", people, "Those of them who work in another section.", unit: "people", "4"),
      .column(
        "deployable", people,
        "People who can be used; empty lets the study's absences decide.", unit: "people", ""),
    ] + .sourced

  static let ranks: [StudyColumn] =
    [
      .always("rank", .text, "The name of the rank or title in files.", "police_officer"),
      .always("title", .text, "The title as people write it.", "Police officer"),
      employment,
      .always(
        "order", .whole(1...10_000), "The place in the order of ranks; 1 is highest.", "12"),
      .always(
        "annual_cost_dollars", .number(0...100_000_000),
        "What one person costs in a year, benefits included.", unit: "dollars a year", "150000"),
    ] + .sourced

  static let seniority: [StudyColumn] =
    [
      .always("rank", .reference(.ranks), "The rank.", "police_officer"),
      .always("band", .text, "The band of seniority.", "4-8"),
      .always("members", people, "People of the rank in the band.", unit: "people", "940"),
    ] + .sourced

  static let authorized: [StudyColumn] =
    [
      .always("scope", .text, "What the total covers; `department` is read.", "department"),
      .always("employment", .word(["sworn", "civilian", "all"]), "Whom it counts.", "sworn"),
      .always(
        "positions", .number(0...10_000_000), "Positions authorized.", unit: "positions", "13108"),
    ] + .sourced

  static let flows: [StudyColumn] =
    [
      .always("rank", .reference(.ranks), "The rank.", "sergeant"),
      .column(
        "promoted_from", .reference(.ranks),
        "The rank from which people are promoted into it; empty where they are hired.",
        "police_officer"),
      .always(
        "exits_share_per_year", .number(0...1),
        "The share of the rank that leaves the department in a year.", unit: "share a year", "0.06"),
      .always(
        "months_to_solo", .number(0...120),
        "Months from a vacancy until the successor does the work alone.", unit: "months", "14"),
      .column(
        "entries_limit_per_year", .number(0...1_000_000),
        "Hires or promotions into the rank, at most; empty means no limit.",
        unit: "people a year", "60"),
    ] + .sourced

  static let secondCount: [StudyColumn] =
    [
      .always("section", .reference(.sections), "The section.", "007"),
      .always("rank", .reference(.ranks), "The rank or title.", "police_officer"),
      .always(
        "people", people, "People whom the second source counts there.", unit: "people", "109"),
    ] + .sourced

  static let differences: [StudyColumn] =
    [
      .column("section", .reference(.sections), "The section; empty means all.", "007"),
      .column("rank", .reference(.ranks), "The rank; empty means all.", "police_officer"),
      .always("cause", .text, "Why the two sources differ.", "detailed to the academy"),
      .always(
        "people", .number(-1_000_000...1_000_000),
        "Second count less first that the cause explains.", unit: "people", "-3"),
    ] + .sourced
}
