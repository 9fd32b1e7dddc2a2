public import PolicingDomain

/// Schedules: their list, the comparison, the calendar.
extension ResultTable {
  /// The schedules that can be compared.
  ///
  /// - Parameters:
  ///   - schedules: The schedules and what they give, those of the study first.
  ///   - countOfStudy: How many of them are of the study.
  public static func tourSchedules(
    _ schedules: [(schedule: TourSchedule, figures: ScheduleFigures)], countOfStudy: Int
  ) -> ResultTable {
    ResultTable(
      name: "tour-schedules", title: "Schedules that can be compared",
      columns: [
        Column("schedule", "Schedule"), Column("title", "Title"), Column("from", "From"),
        Column("tours", "Starts"), Column("groups", "Groups"), Column("cycle_days", "Cycle"),
        Column("tour_hours", "Tour h", decimals: 1),
        Column("scheduled_tours", "Tours/y", decimals: 2),
        Column("paid_hours", "Paid h/y", decimals: 1), Column("assumption", "Assumed"),
      ],
      rows: schedules.enumerated().map { position, entry in
        let schedule = entry.schedule
        return [
          .text(schedule.id.description), .text(schedule.title),
          .text(position < countOfStudy ? "study" : "bundled"), .count(schedule.tours.count),
          .count(schedule.rotation.groups.count), .count(schedule.rotation.cycleLength),
          .optional(schedule.tours.first?.length.value), .number(entry.figures.scheduledTours),
          .number(entry.figures.paidHours.value),
          .text(schedule.provenance.isAssumption ? "in part" : "no"),
        ]
      })
  }

  /// A comparison on one page: a row for each figure, a column for each schedule.
  public static func toursSideBySide(_ comparison: TourComparison) -> ResultTable {
    let lines = comparison.lines
    let figures = TourFigure.all.filter { figure in lines.contains { figure.value($0) != nil } }
    let limits = lines.map { line in
      line.limits.isEmpty ? "none stated" : line.limits.map(\.words).joined(separator: "; ")
    }
    let place = comparison.district.map { ", district \($0)" } ?? ""
    return ResultTable(
      name: "tours-side-by-side", title: "Schedules side by side\(place)",
      columns: [Column("figure", "")]
        + lines.map { Column($0.schedule.id.description, $0.schedule.id.description) },
      rows: figures.map { figure in
        [.text(figure.heading)] + lines.map { .text(figure.words($0)) }
      } + [[.text("limits of contract or directive")] + limits.map { .text($0) }],
      notes: comparison.notes)
  }

  /// A comparison for programs: a row for each schedule, a column for each figure.
  public static func toursCompared(_ comparison: TourComparison) -> ResultTable {
    ResultTable(
      name: "tours-compared", title: "Schedules compared",
      columns: [Column("schedule", "Schedule"), Column("district", "District")]
        + TourFigure.all.map { Column($0.key, $0.heading, decimals: $0.decimals) } + [
          Column("worst_hour", "Worst hour"), Column("limits_exceeded", "Limits exceeded"),
          Column("limits", "Limits"),
        ],
      rows: comparison.lines.map { line in
        [
          .text(line.schedule.id.description),
          comparison.district.map { .text($0.description) } ?? .missing,
        ] + TourFigure.all.map { .optional($0.value(line)) } + [
          line.fitted?.fit.worst.map { .text(TourFigure.words(of: $0, line)) } ?? .missing,
          .count(line.limits.count { !$0.isKept }),
          .text(line.limits.map(\.words).joined(separator: "; ")),
        ]
      }, notes: comparison.notes)
  }

  /// The teams of the fit of each schedule.
  public static func tourTeams(_ comparison: TourComparison) -> ResultTable {
    ResultTable(
      name: "tour-teams", title: "Officers by tour and day-off group, at the best fit",
      columns: [
        Column("schedule", "Schedule"), Column("tour", "Tour"), Column("group", "Group"),
        Column("officers", "Officers", decimals: 2),
      ],
      rows: comparison.lines.flatMap { line in
        (line.fitted?.fit.teams ?? []).map { team in
          [
            .text(line.schedule.id.description), .text(team.tour.description),
            .text(team.group.description), .number(team.officers.value),
          ]
        }
      }, notes: Array(comparison.notes.prefix(1)))
  }

  /// The proof of each optimum behind a comparison.
  public static func tourStages(_ comparison: TourComparison) -> ResultTable {
    ResultTable(
      name: "tour-stages", title: "The objectives of each fit, with their checks",
      columns: [
        Column("schedule", "Schedule"), Column("objective", "Objective"),
        Column("optimum", "Optimum", decimals: 3), Column("unit", "Unit"),
        Column("check", "Check"),
      ],
      rows: comparison.lines.flatMap { line in
        (line.fitted?.fit.stages ?? []).map { stage in
          [
            .text(line.schedule.id.description), .text(stage.objective), .number(stage.value),
            .text(stage.unit), .text(stage.check),
          ]
        }
      })
  }
}
