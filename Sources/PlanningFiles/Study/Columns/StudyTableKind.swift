/// The tables of a study, by the key under `tables` in `study.yaml`.
enum StudyTableKind: String, CaseIterable {
  case geography
  case districts
  case sections
  case strength
  case ranks
  case positions
  case availability
  case seniority
  case tours
  case categories
  case standards
  case rules
  case budget
  case authorized
  case assumptions
  case deployment
  case commitments
  case targets
  case responders
  case caseloads
  case civilianization
  case flows
  case secondCount = "second_count"
  case differences
  case calendar
  case schedules
  case teams
  case arrests

  /// Whether a study can do without the table.
  var isOptional: Bool {
    switch self {
    case .geography, .districts, .sections, .strength, .ranks, .positions, .availability, .tours,
      .standards:
      false
    default: true
    }
  }

  /// The largest number of rows; no department has as many.
  var rowLimit: Int {
    switch self {
    case .ranks, .flows: 300
    case .tours, .availability, .standards, .schedules, .calendar, .targets, .arrests: 1000
    case .districts, .sections, .seniority, .categories, .rules, .budget, .commitments, .responders,
      .caseloads, .civilianization, .teams:
      3000
    case .geography, .strength, .positions, .authorized, .assumptions, .deployment, .secondCount,
      .differences:
      20_000
    }
  }

  /// The columns, in the usual order; those without which no table is read come first.
  var columns: [StudyColumn] {
    switch self {
    case .assumptions: own + .dated
    case .commitments: own + .flagged
    case .geography: own + [.flaggedComment] + .dated
    default: own + .flagged + .dated
    }
  }

  private var own: [StudyColumn] {
    switch self {
    case .geography: PlaceColumns.geography
    case .districts: PlaceColumns.districts
    case .assumptions: PlaceColumns.assumptions
    case .sections: OrganizationColumns.sections
    case .strength: OrganizationColumns.strength
    case .ranks: OrganizationColumns.ranks
    case .seniority: OrganizationColumns.seniority
    case .authorized: OrganizationColumns.authorized
    case .flows: OrganizationColumns.flows
    case .secondCount: OrganizationColumns.secondCount
    case .differences: OrganizationColumns.differences
    case .positions: PositionColumns.positions
    case .caseloads: PositionColumns.caseloads
    case .civilianization: PositionColumns.civilianization
    case .arrests: PositionColumns.arrests
    case .tours: ScheduleColumns.tours
    case .schedules: ScheduleColumns.schedules
    case .teams: ScheduleColumns.teams
    case .availability: ScheduleColumns.availability
    case .calendar: ScheduleColumns.calendar
    case .commitments: ScheduleColumns.commitments
    case .categories: ValueColumns.categories
    case .standards: ValueColumns.standards
    case .rules: ValueColumns.rules
    case .budget: ValueColumns.budget
    case .deployment: ValueColumns.deployment
    case .targets: ValueColumns.targets
    case .responders: ValueColumns.responders
    }
  }

  /// Whether the columns `from` and `through` say when a row is in force; those of commitments say
  /// when the work is done.
  var isDated: Bool { self != .commitments }

  /// What the table holds, in one sentence.
  var meaning: String {
    switch self {
    case .geography: "The beats, with sector, district and area."
    case .districts: "The districts."
    case .sections: "The organizational units with a roster of their own."
    case .strength: "People by section and rank."
    case .ranks: "Ranks and civilian titles, with what a person costs."
    case .positions: "Groups of positions, and why a number of each is needed."
    case .availability: "The reasons for which people are not on duty, in two ledgers."
    case .seniority: "How the people of a rank divide into bands of seniority."
    case .tours: "The tours of patrol, of the office and of civilians."
    case .categories: "What a call of each category needs."
    case .standards: "The service standards, and the share of one-officer units."
    case .rules: "The rules, with who has the power to set them."
    case .budget: "Money a year."
    case .authorized: "Published totals of authorized positions."
    case .assumptions: "What the study assumes, with the range worth trying."
    case .deployment: "Units on the street, where no records tell."
    case .commitments: "Scheduled work that is no call."
    case .targets: "Choices of value: who made them, where, and what else was heard."
    case .responders: "Who else answers calls, and what they take: a row for each category."
    case .caseloads: "Cases by group of investigators and type."
    case .civilianization: "Sworn positions held against the five tests of civilian work."
    case .flows: "How people enter and leave ranks."
    case .secondCount: "Strength as a second source counts it."
    case .differences: "Why the second source differs."
    case .calendar: "When scheduled absences fall in the year."
    case .schedules: "Schedules to compare: days on and off, starts, lengths, limits."
    case .teams: "Teams that cover sectors, and those that relieve them."
    case .arrests: "How the arrests of a week fall on its hours."
    }
  }

  /// The columns that must be there, in the usual order.
  var required: [String] { columns.filter { $0.presence != .optional }.map(\.name) }

  /// The columns that may be there.
  var optional: [String] { columns.filter { $0.presence == .optional }.map(\.name) }
}

extension StudyColumn {
  /// A note in a table whose rows are no assumptions.
  static let flaggedComment = StudyColumn.optional(
    "comment", .text, "A note for readers of the file.", "boundary of 2024")
}
