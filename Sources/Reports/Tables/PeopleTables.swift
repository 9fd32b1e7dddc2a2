public import PolicingDomain

extension ResultTable {
  /// The ladder from scheduled paid hours to hours on the street, item by item, for each rank.
  public static func availability(_ results: StudyResults) -> ResultTable {
    let rows = results.availabilities.flatMap { availability -> [[Cell]] in
      let rank = Cell.text(availability.rank.description)
      let tour = availability.tour
      func row(_ item: String, _ tours: Double?, _ hours: Double, _ source: String) -> [Cell] {
        [
          rank, .text(tour.id.description), .text(item), .optional(tours), .number(hours),
          .text(source),
        ]
      }
      let offStreet = tour.paid - tour.onStreet
      return [
        row("scheduled", availability.scheduledTours, availability.paidHours.value, "")
      ]
        + availability.toursLost.map {
          row($0.name, -$0.tours, -$0.hours.value, $0.provenance.source)
        } + [
          row(
            "roll call, relief, check-off and paid meal", nil,
            -(offStreet * availability.netTours).value, "")
        ]
        + availability.withinTours.map {
          row($0.name, nil, -$0.hours.value, $0.provenance.source)
        } + [
          row("on the street", availability.netTours, availability.netHours(.street).value, "")
        ]
    }
    return ResultTable(
      name: "availability", title: "Where the paid hours of a year go, by rank and tour",
      columns: [
        Column("rank", "Rank"), Column("tour", "Tour"), Column("item", "Item"),
        Column("tours", "Tours", decimals: 2), Column("hours", "Hours", decimals: 1),
        Column("source", "Source"),
      ], rows: rows,
      notes: ["Each paid hour is in one line only. Whole persons off strength are not in it."])
  }

  /// What a year of one person is worth, by rank: presence, relief factor, net hours.
  public static func netHours(_ results: StudyResults) -> ResultTable {
    ResultTable(
      name: "net-hours", title: "Net available hours, presence and relief factor by rank",
      columns: [
        Column("rank", "Rank"), Column("tour", "Tour"),
        Column("scheduled_tours", "Scheduled", decimals: 2),
        Column("net_tours", "Net tours", decimals: 2), Column("presence", "Presence", decimals: 4),
        Column("relief_factor_by_tours", "Relief", decimals: 3),
        Column("net_street_hours", "Street h", decimals: 1),
        Column("net_desk_hours", "Desk h", decimals: 1),
        Column("whole_person_share", "Off strength", decimals: 3),
      ],
      rows: results.availabilities.map { item in
        [
          .text(item.rank.description), .text(item.tour.id.description),
          .number(item.scheduledTours), .number(item.netTours), .number(item.presence),
          .number(item.reliefFactor()), .number(item.netHours(.street).value),
          .number(item.netHours(.desk).value), .number(item.wholePersonShare.value),
        ]
      },
      notes: ["Relief factor by tours for a post covered 365 days. No interval is estimated yet."])
  }

  /// Every position group with its need and the calculation behind it.
  public static func positions(_ results: StudyResults) -> ResultTable {
    let groups = Dictionary(
      results.study.organization.positions.map { ($0.id, $0) }, uniquingKeysWith: { $1 })
    let rows = results.positions.map { need -> [Cell] in
      let group = groups[need.group]
      return [
        .text(need.group.description), .text(group?.section.description ?? ""),
        .text(group?.function ?? ""), .text(group?.rank.description ?? ""),
        .text(group?.holders.rawValue ?? ""), .text(need.basis),
        .number(need.positions.value), .text(need.isSizedByTours ? "tours" : "basis"),
        .optional(filled(need.group, results.required)),
        .optional(filled(need.group, results.recommended)), .text(need.reason),
        .text(group?.provenance.authority ?? ""), .text(group?.provenance.source ?? ""),
        .text(group?.provenance.isAssumption == true ? "yes" : "no"),
      ]
    }
    return ResultTable(
      name: "positions", title: "Positions by group, with the reason",
      columns: [
        Column("group", "Group"), Column("section", "Section"), Column("function", "Function"),
        Column("rank", "Rank"), Column("holders", "Holders"), Column("basis", "Basis"),
        Column("positions", "Positions", decimals: 2), Column("sized_by", "Sized by"),
        Column("required", "Required", decimals: 2),
        Column("recommended", "Recommended", decimals: 2), Column("reason", "Reason"),
        Column("authority", "Authority"), Column("source", "Source"),
        Column("assumption", "Assumption"),
      ], rows: rows,
      notes: [
        "A group sized by tours gets its positions from the allocation; `positions` is then the "
          + "cross-check by net hours. No interval is estimated yet."
      ])
  }

  private static func filled(
    _ group: PositionGroup.ID, _ answer: StudyResults.Answer?
  ) -> Double? {
    answer?.plan?.assignments.filter { $0.group == group }.total(\.strength).value
  }

  /// From authorized to deployable, by section and rank, with sources and dates.
  public static func strength(_ results: StudyResults) -> ResultTable {
    let rows = zip(results.study.organization.strength, results.strength).map { record, line in
      [
        .text(record.section.description), .text(record.rank.description),
        .text(record.employment.rawValue), .optional(record.authorized?.value),
        .number(record.assigned.value), .number(record.elsewhere.value),
        .number(line.deployable.value),
        .text(record.deployable == nil ? "whole-person ledger" : "stated"),
        .text(record.provenance.source), .text(record.provenance.date),
      ] as [Cell]
    }
    return ResultTable(
      name: "strength", title: "Strength by section and rank",
      columns: [
        Column("section", "Section"), Column("rank", "Rank"), Column("employment", "Employment"),
        Column("authorized", "Authorized"), Column("assigned", "Assigned"),
        Column("elsewhere", "Elsewhere"), Column("deployable", "Deployable", decimals: 1),
        Column("deployable_by", "Counted by"), Column("source", "Source"), Column("date", "Date"),
      ], rows: rows, notes: ["People on the roster; the date stands in every row."])
  }
}
