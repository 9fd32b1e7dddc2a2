import PolicingDomain

/// The keys of `study.yaml`, block by block.
enum StudyKeys {
  /// The keys at the left margin.
  static let top: [StudyKey] = [
    .needed("schema", .whole(0...1_000_000), "The version of the layout: 1."),
    .optional(
      "include", .list(.file),
      "Folders or YAML files inside the folder whose keys count where the file has none."),
    .needed("study", .keys(study), "What the study is called, and its period."),
    .needed("tables", .keys(tables), "The tables, each a CSV file or a list of them."),
    .needed("calls", .either(calls.map(StudyKey.Form.keys)), "Where the calls come from."),
    .needed("watches", .list(.keys(watch)), "The watches, which divide the day."),
    .needed(
      "rotation", .either(rotations.map(StudyKey.Form.keys)), "The days on and off of patrol."),
    .needed("office", .keys(tourUse), "The tour of sworn members who are not on patrol tours."),
    .needed("civilian", .keys(tourUse), "The tour of civilians."),
    .optional("budget", .keys(budget), "The rows of the table budget that make the limit."),
    .optional("stated_totals", .list(.either(totals)), "Printed totals to be added up again."),
    .optional(
      "deployment", .either(deployments.map(StudyKey.Form.keys)),
      "Records of who was on the street."),
    .optional("growth", .keys(growth), "How fast calls are taken to grow."),
    .optional("plan_year", .whole(1950...2150), "The calendar year for which the study plans."),
    .optional("missing_days", .list(.day), "Days that the export does not cover."),
    .optional(
      "as_of", .day, "The day on which rows with the columns from and through are in force."),
    .optional(
      "arrests_per_year", .number(0...100_000_000), "Arrests a year, all lockups together."),
    .optional("schedule_limits", .keys(limits), "What contract or directive sets for the tours."),
    .optional("allocation", .keys(allocation), "What the plan should be good at."),
  ]

  static let study: [StudyKey] = [
    .needed("name", .text, "Letters from a to z, digits, - and _; part of file names."),
    .needed("title", .text, "The title of reports."),
    .needed("timezone", .text, "The agency's wall clock, such as America/Chicago."),
    .needed("period", .keys(period), "The first and the last day of the calls."),
    .needed("seed", .text, "The seed of everything random: a whole number."),
    .optional("notice", .text, "What every page must say."),
  ]

  static let period: [StudyKey] = [
    .needed("from", .day, "The first day."), .needed("through", .day, "The last day."),
  ]

  /// A table is one file, or several with the same columns.
  static let tables: [StudyKey] = StudyTableKind.allCases.map { kind in
    StudyKey(
      name: kind.rawValue, form: .either([.file, .list(.file)]), isRequired: !kind.isOptional,
      meaning: kind.meaning)
  }

  static let calls: [[StudyKey]] = [
    [.needed("synthesis", .file, "The file from which calls are made up.")],
    [.needed("store", .file, "The store into which exports were imported.")],
    [.needed("file", .file, "The dispatch export.")] + export,
    [.needed("files", .list(.file), "The dispatch exports, in the order of their days.")] + export,
  ]

  private static let export: [StudyKey] = [
    .needed("profile", .text, "A bundled profile of columns, or a YAML file."),
    .optional("cleaning", .word(CleaningRules.presets.map(\.name)), "The rules of cleaning."),
    .optional("store", .file, "The store to keep the calls in."),
  ]

  static let watch: [StudyKey] = [
    .needed("name", .text, "The name of the watch."),
    .needed("start", .hour, "The full hour at which it begins."),
    .needed("hours", .whole(1...24), "Its length in hours."),
  ]

  static let rotations: [[StudyKey]] = [
    [
      .needed("days_on", .whole(1...60), "Days on duty in a row."),
      .needed("days_off", .whole(0...60), "Days off in a row."),
      .needed("groups", .list(.text), "One group for each day of the cycle."),
    ],
    [
      .needed(
        "pattern", .text, "Days on and off, as `5 on 3 off, 4 on 4 off` or ones and zeros."),
      .needed(
        "groups", .either([.names(.whole(0...365)), .list(.text)]),
        "The groups with the day of the cycle on which each begins, or one group for each day."),
    ],
  ]

  static let tourUse: [StudyKey] = [
    .needed("tour", .text, "The name of the tour."),
    .needed("tours_per_year", .number(1...366), "Scheduled tours a year."),
  ]

  static let budget: [StudyKey] = [
    .needed("items", .list(.text), "The items whose sum is the limit.")
  ]

  private static let totals: [StudyKey.Form] = [.keys(listedTotal), .keys(columnTotal)]

  static let listedTotal: [StudyKey] = [
    .needed("name", .text, "What the total counts."),
    .needed("items", .names(.number(-1e15...1e15)), "The figures that make it."),
    .needed("printed", .number(-1e15...1e15), "The total as printed."),
    .optional("source", .text, "Where it is printed."),
  ]

  static let columnTotal: [StudyKey] = [
    .needed("name", .text, "What the total counts."),
    .needed("table", .word(StudyTableKind.allCases.map(\.rawValue)), "The table."),
    .needed("column", .text, "The column that is added up."),
    .optional("where", .names(.text), "The words that other columns must hold."),
    .needed("printed", .number(-1e15...1e15), "The total as printed."),
    .optional("source", .text, "Where it is printed."),
  ]

  static let deployments: [[StudyKey]] = [
    [.needed("file", .file, "The records."), .needed("profile", .text, "Their profile.")],
    [.needed("files", .list(.file), "The records."), .needed("profile", .text, "Their profile.")],
  ]

  static let growth: [StudyKey] = [
    .needed("rate_per_year", .number(-0.5...1), "The growth of a year, as a share."),
    .needed("low", .number(-0.5...1), "The lowest growth worth trying."),
    .needed("high", .number(-0.5...1), "The highest growth worth trying."),
    .needed("source", .text, "Where it comes from."), .needed("date", .text, "The date."),
    .optional("assumption", .yesNo, "Whether it is an assumption."),
  ]
}
