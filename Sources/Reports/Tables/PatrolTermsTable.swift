public import PolicingDomain

extension ResultTable {
  /// District × watch: what turns units into officers and officers into hours, so that a reader can
  /// work the need of every watch out again.
  ///
  /// - Parameter results: The results, with a requirement of units.
  /// - Returns: The table `patrol-terms`.
  public static func patrolTerms(_ results: StudyResults) -> ResultTable {
    let geography = results.study.geography
    let complement = results.study.standards.complement
    let rows = geography.districts.flatMap { district in
      results.study.schedule.watches.map { watch -> [Cell] in
        [
          .text(district.id.description), .text(watch.id.description), .count(watch.startHour),
          .count(watch.length), .number(watch.oneOfficerShare.value),
          .count(geography.beatCount(in: district.id)),
          .count(geography.sectorCount(in: district.id)),
          .optional(complement?.unitsPerBeat), .optional(complement?.rapidUnitsPerSector),
        ]
      }
    }
    return ResultTable(
      name: "patrol-terms", title: "What turns units into officers and hours",
      columns: [
        Column("district", "District"), Column("watch", "Watch"), Column("start_hour", "Start"),
        Column("watch_hours", "Hours"),
        Column("one_officer_share", "One-officer share", decimals: 2), Column("beats", "Beats"),
        Column("sectors", "Sectors"), Column("units_per_beat", "Units per beat", decimals: 2),
        Column("rapid_units_per_sector", "Rapid units per sector", decimals: 2),
      ], rows: rows,
      notes: [
        "Complement = beats × units per beat + sectors × rapid units per sector. Rapid units always "
          + "carry two officers; of all units, the one-officer share carries one, as far as there are "
          + "others. Officers × hours of the watch × 365/7 weeks = officer-hours a year required on "
          + "the street. These are terms of the study, not estimates: n, interval and imputation do "
          + "not apply."
      ])
  }
}
