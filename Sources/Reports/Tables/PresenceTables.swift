public import PolicingDomain

extension ResultTable {
  /// Who comes in each police period and month, on average and on nineteen tours of twenty.
  public static func presence(_ calendar: PresenceCalendar) -> ResultTable {
    func rows(_ kind: String, _ parts: [PresenceCalendar.Part]) -> [[Cell]] {
      parts.flatMap { part -> [[Cell]] in
        let start: [Cell] = [
          .text(kind), .text(part.name), .text(part.from.description),
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
    let correlation = calendar.correlation
    return ResultTable(
      name: "presence", title: "Presence by period of the year and watch: \(calendar.rank)",
      columns: [
        Column("by", "By"), Column("part", "Part"), Column("from", "From"),
        Column("through", "Through"),
        Column("scheduled_absence", "Scheduled absence", decimals: 4),
        Column("presence", "Presence", decimals: 4), Column("watch", "Watch"),
        Column("scheduled", "Due", decimals: 1), Column("present_mean", "Come", decimals: 1),
        Column("present_at_share", "At least"),
      ], rows: rows("police period", calendar.periods) + rows("month", calendar.months),
      notes: [
        "People of the whole department due on one tour of the watch in \(calendar.year). Scheduled "
          + "absences follow the calendar; \(Format.percent(calendar.randomAbsence)) of the others "
          + "stay away by chance. Presence of the year: "
          + Format.number(calendar.meanPresence, decimals: 4) + ".",
        "At least: so many come on \(Format.percent(calendar.share.value)) of tours.",
        "Correlation of absences \(Format.number(correlation.value, decimals: 3))"
          + (correlation.provenance.isAssumption ? " (assumption)" : "")
          + ": \(correlation.provenance.source).",
      ] + calendar.findings.map { "CAUTION: \($0)." })
  }
}
