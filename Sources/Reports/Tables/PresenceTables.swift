public import PolicingDomain

extension ResultTable {
  /// The same for one rank.
  public static func presence(_ calendar: PresenceCalendar) -> ResultTable {
    presence([calendar])
  }

  /// Who comes in each police period and month, on average and on nineteen tours of twenty.
  ///
  /// - Parameter calendars: A calendar for each rank.
  /// - Returns: The table `presence`.
  public static func presence(_ calendars: [PresenceCalendar]) -> ResultTable {
    func rows(_ rank: Rank.ID, _ kind: String, _ parts: [PresenceCalendar.Part]) -> [[Cell]] {
      parts.flatMap { part -> [[Cell]] in
        let start: [Cell] = [
          .text(rank.description), .text(kind), .text(part.name), .text(part.from.description),
          .text(part.through.description), .number(part.scheduledAbsence), .number(part.presence),
        ]
        guard !part.watches.isEmpty else {
          return [start + [.missing, .missing, .missing, .missing]]
        }
        return part.watches.map { watch in
          start + [
            .text(watch.watch.description), .number(watch.scheduled.value),
            .number(watch.mean.value), .number(watch.atShare.value),
          ]
        }
      }
    }
    return ResultTable(
      name: "presence", title: "Presence by rank, period of the year and watch",
      columns: [
        Column("rank", "Rank"), Column("by", "By"), Column("part", "Part"), Column("from", "From"),
        Column("through", "Through"),
        Column("scheduled_absence", "Scheduled absence", decimals: 4),
        Column("presence", "Presence", decimals: 4), Column("watch", "Watch"),
        Column("scheduled", "Due", decimals: 1), Column("present_mean", "Come", decimals: 1),
        Column("present_at_share", "At least"),
      ],
      rows: calendars.flatMap {
        rows($0.rank, "police period", $0.periods) + rows($0.rank, "month", $0.months)
      },
      notes: [
        "People due on one tour of the watch. Scheduled absences follow the calendar, others come by "
          + "chance. At least: so many come on the share of tours that the notes name."
      ] + calendars.flatMap(notes))
  }

  private static func notes(_ calendar: PresenceCalendar) -> [String] {
    let correlation = calendar.correlation
    return [
      "\(calendar.rank), \(calendar.year): presence of the year "
        + "\(Format.number(calendar.meanPresence, decimals: 4)); "
        + "\(Format.percent(calendar.randomAbsence)) of those not on a scheduled absence stay away by "
        + "chance; at least, on \(Format.percent(calendar.share.value)) of tours; correlation of "
        + "absences \(Format.number(correlation.value, decimals: 3))"
        + (correlation.provenance.isAssumption ? " (assumption)" : "")
        + ": \(correlation.provenance.source)."
    ] + calendar.findings.map { "CAUTION: \($0)." }
  }
}
