public import PolicingDomain

extension ResultTable {
  /// Where each paid hour of a year and each paid minute of a tour went, once.
  ///
  /// - Parameter ledgers: The ledger of the department, and those of districts.
  /// - Returns: The table `hours-ledger`.
  public static func hoursLedger(_ ledgers: [HoursLedger]) -> ResultTable {
    var rows: [[Cell]] = []
    var sums: [Sum] = []
    for ledger in ledgers {
      func row(
        _ part: String, _ name: String, _ lines: [HoursLedger.Line], _ source: String
      ) -> [Cell] {
        [
          .text(ledger.district?.description ?? "department"), .text(ledger.rank.description),
          .text(ledger.tour.id.description), .text(part), .text(name),
          .number(lines.total(\.hours).value),
          .number(lines.reduce(0) { $0 + $1.minutesOfScheduledTour }),
          .number(lines.reduce(0) { $0 + $1.minutesOfWorkedTour }), .text(source),
        ]
      }
      let first = rows.count
      rows.append(row("paid", "all", ledger.lines, ""))
      rows += ledger.lines.map {
        row($0.part.rawValue, $0.name, [$0], $0.provenance?.source ?? "")
      }
      sums.append(Sum(first, of: Array(first + 1..<rows.count)))
    }
    return ResultTable(
      name: "hours-ledger", title: "Where each paid hour of a year and each minute of a tour goes",
      columns: [
        Column("district", "District"), Column("rank", "Rank"), Column("tour", "Tour"),
        Column("part", "Part"), Column("item", "Item"),
        Column("hours_per_year", "Hours a year", decimals: 1),
        Column("minutes_of_scheduled_tour", "Minutes, scheduled tour", decimals: 1),
        Column("minutes_of_worked_tour", "Minutes, worked tour", decimals: 1),
        Column("source", "Source"),
      ], rows: rows, rowSums: sums,
      notes: [
        "Each paid hour is in one line only. A scheduled tour is a mean of tours that are worked and "
          + "tours that are not. Hours on the street are divided as the units there use theirs.",
        "Proactive time by the preset community holds officer-initiated work and scheduled work too.",
      ])
  }

  /// What units do with their hours on the street, by district.
  ///
  /// - Parameters:
  ///   - use: The hours of a mean week.
  ///   - basis: Where the hours staffed come from: `required` or `deployed`.
  /// - Returns: The table `street-hours-required` or `street-hours-deployed`.
  public static func streetUse(_ use: StreetUse, basis: String) -> ResultTable {
    let rows = (use.districts + [use.department]).map { row -> [Cell] in
      [.text(row.district?.description ?? "department"), .number(row.staffed.value)]
        + StreetUse.Work.allCases.map { .number(row[$0].value) }
        + [.optional(row.proactiveShare), .optional(row.saturation)]
    }
    let works = StreetUse.Work.allCases
    let names = [
      "community_call_hours", "report_hours", "officer_initiated_hours", "uninterruptible_hours",
      "interruptible_hours", "any_call_hours", "administration_hours", "free_hours",
      "beyond_hours",
    ]
    let headings = [
      "Community", "Reports", "Officer-initiated", "Uninterruptible", "Interruptible",
      "Any call", "Administration", "Free", "Beyond",
    ]
    let last = rows.count - 1
    return ResultTable(
      name: "street-hours-" + basis.split(separator: " ").joined(separator: "-"),
      title: "Unit-hours on the street in a week, \(basis)",
      columns: [
        Column("district", "District"), Column("staffed_unit_hours", "Staffed", decimals: 1),
      ] + works.indices.map { Column(names[$0], headings[$0], decimals: 1) } + [
        Column("proactive_share", "Proactive", decimals: 3),
        Column("saturation", "Saturation", decimals: 3),
      ], rows: rows, rowSums: [Sum(last, of: Array(0..<last))],
      columnSums: [Sum(1, of: Array(2..<2 + works.count))],
      notes: [
        "Staffed = the sum of all columns of hours; each hour stands in one. Beyond: work that the "
          + "hours do not hold, negative. Proactive: what community calls, reports and administration "
          + "leave. Saturation: the share that all work takes.",
        "All units' work on calls is counted, that of supervisors and tactical teams included.",
      ])
  }
}
