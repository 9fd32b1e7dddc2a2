public import PolicingDomain

extension ResultTable {
  /// Scheduled work that is no call, one line for each commitment.
  public static func scheduledWork(_ work: ScheduledWork) -> ResultTable {
    let weeks = Double(work.period.dayCount) / 7
    let rows = work.lines.map { line -> [Cell] in
      let item = line.commitment
      return [
        .text(item.name), .text(item.kind.rawValue), .text(words(item.place)),
        .text(words(item.interruptibility)), .text(item.supply.rawValue),
        .text(item.supply.lowersPresence ? "yes" : "no"), .count(line.occurrences),
        .number(line.unitHours.value), .number(line.officerHours.value),
        .number(line.officerHours.value / weeks), .text(item.provenance.source),
        .text(item.provenance.isAssumption ? "yes" : "no"),
      ]
    }
    return ResultTable(
      name: "scheduled-work", title: "Scheduled work that is no call",
      columns: [
        Column("commitment", "Commitment"), Column("kind", "Kind"), Column("district", "District"),
        Column("interruptible", "Interruptible"), Column("supply", "Supply"),
        Column("lowers_presence", "Lowers presence"), Column("occurrences", "Times"),
        Column("unit_hours", "Unit-hours", decimals: 1),
        Column("officer_hours", "Officer-hours", decimals: 1),
        Column("officer_hours_per_week", "A week", decimals: 1), Column("source", "Source"),
        Column("assumption", "Assumption"),
      ], rows: rows,
      notes: [
        "Posts × hours of the wall clock over \(work.period.first) through \(work.period.last), as "
          + "the study states them. None of it is taken from a need yet."
      ])
  }

  /// Scheduled work by district, with what calls may and may not interrupt.
  public static func scheduledWorkByDistrict(_ work: ScheduledWork) -> ResultTable {
    let districts = work.streams.first?.unitHours.districts ?? []
    func hours(
      _ district: District.ID, _ condition: (ScheduledWork.Stream) -> Bool
    ) -> Cell {
      .number(
        work.streams.filter(condition).reduce(0) { $0 + $1.officerHours.total(of: district) })
    }
    return ResultTable(
      name: "scheduled-work-by-district", title: "Officer-hours of scheduled work by district",
      columns: [
        Column("district", "District"), Column("uninterruptible", "Uninterruptible", decimals: 1),
        Column("interruptible", "Interruptible", decimals: 1), Column("free", "Free", decimals: 1),
        Column("lowers_presence", "Lowers presence", decimals: 1),
        Column("officer_hours", "All", decimals: 1),
      ],
      rows: districts.map { district in
        [
          .text(district.description),
          hours(district) { $0.interruptibility == .uninterruptible },
          hours(district) {
            if case .interruptible = $0.interruptibility { true } else { false }
          },
          hours(district) { $0.interruptibility == .free },
          hours(district) { $0.supply.lowersPresence }, hours(district) { _ in true },
        ]
      }, notes: ["Over the whole period. The row `city` holds posts that are in no district."])
  }

  private static func words(_ place: Commitment.Place) -> String {
    switch place {
    case .eachDistrict: "each"
    case .district(let id): id.description
    case .city: "city"
    }
  }

  private static func words(_ interruptibility: Commitment.Interruptibility) -> String {
    switch interruptibility {
    case .uninterruptible: "no"
    case .interruptible(let priority): "by \(priority) and more urgent"
    case .free: "by any call"
    }
  }
}

extension StudyResults {
  /// The tables on the year and on scheduled work, as far as there are any.
  var yearTables: [ResultTable] {
    var tables: [ResultTable] = []
    if let season {
      tables += [.seasons(season), .weeks(season), .seasonByDistrict(season)]
    }
    if let forecast { tables.append(.forecast(forecast, as: asPrinted)) }
    if let dispersion { tables.append(.dispersion(dispersion)) }
    if let scheduledWork {
      tables += [.scheduledWork(scheduledWork), .scheduledWorkByDistrict(scheduledWork)]
    }
    return tables
  }
}
