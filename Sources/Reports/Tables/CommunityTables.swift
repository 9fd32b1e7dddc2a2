public import PolicingDomain

/// Community policing as work that is staffed (FORMULATION 2.6).
extension ResultTable {
  /// Staffed hours and positions of community policing and other scheduled work.
  public static func communityWork(_ work: CommunityWork) -> ResultTable {
    ResultTable(
      name: "community-work", title: "Community policing as staffed work, a year",
      columns: [
        Column("kind", "Work"), Column("district", "District"), Column("supply", "Staff from"),
        Column("unit_hours", "Unit-hours"), Column("officer_hours", "Officer-hours"),
        Column("positions", "Positions", decimals: 2),
      ],
      rows: work.lines.map { line in
        [
          .text(line.kind.rawValue), .text(line.district.description), .text(line.supply.rawValue),
          .number(line.unitHours.value), .number(line.officerHours.value),
          .optional(line.positions?.value),
        ]
      },
      notes: [
        "Positions: officer-hours ÷ net hours of an officer on the street. Blank: the hours come on top "
          + "of positions, for overtime pay or on cancelled days off.",
        "The row `city` is work of no district.",
      ])
  }

  /// Special events and missions, with their source of staff and what they take from presence.
  public static func events(_ work: CommunityWork) -> ResultTable {
    ResultTable(
      name: "events", title: "Special events and directed missions",
      columns: [
        Column("event", "Event"), Column("kind", "Kind"), Column("district", "District"),
        Column("supply", "Staff from"), Column("occurrences", "Times"),
        Column("officer_hours_each", "Officer-hours each", decimals: 1),
        Column("presence_taken_percent", "Of the day's presence (%)", decimals: 1),
      ],
      rows: work.events.map { event in
        [
          .text(event.name), .text(event.kind.rawValue), .text(event.district.description),
          .text(event.supply.rawValue), .count(event.occurrences),
          .number(event.officerHours.value), .optional(event.presenceTaken.map { $0 * 100 }),
        ]
      },
      notes: [
        "Presence: officer-hours on the street of the district on the weekdays of the event. Overtime, "
          + "cancelled days off and citywide teams take none of it. Blank: the presence is not known."
      ])
  }

  /// Proactive time by district at each level of staffing, against the target.
  public static func proactiveTime(_ lines: [ProactiveTime]) -> ResultTable {
    let rows = lines.flatMap { line in
      line.levels.map { level -> [Cell] in
        let verdict = line.target.flatMap { target in
          level.share.map { $0 >= target.value - 1e-9 ? "yes" : "no" }
        }
        return [
          .text(line.district.description), .text(level.name), .number(level.staffed.value),
          .number(level.free.value), .optional(level.share.map { $0 * 100 }),
          .optional(line.target.map { $0.value * 100 }), verdict.map(Cell.text) ?? .missing,
        ]
      }
    }
    return ResultTable(
      name: "proactive-time", title: "Time that calls leave free, by district",
      columns: [
        Column("district", "District"), Column("units", "Units"),
        Column("unit_hours", "Unit-hours a week"), Column("free_unit_hours", "Free"),
        Column("proactive_percent", "Proactive (%)", decimals: 1),
        Column("target_percent", "Target (%)", decimals: 1), Column("is_met", "Met"),
      ], rows: rows,
      notes: [
        "1 − unit-hours of the community's calls ÷ unit-hours on the street, over the week. Officers' own "
          + "work happens in what is free. Below zero: calls bring more work than the units do."
      ])
  }

  /// Calls served by the beat's own unit, and what holding would change.
  public static func beatService(_ rows: [BeatService], held: CallPriority) -> ResultTable {
    ResultTable(
      name: "beat-service", title: "Calls served by the beat's own unit",
      columns: [
        Column("district", "District"), Column("watch", "Watch"), Column("units", "Units"),
        Column("beats", "Beats"), Column("beats_with_unit", "With a unit"),
        Column("busy_percent", "Busy (%)", decimals: 1),
        Column("own_unit_percent", "By own unit (%)", decimals: 1),
        Column("smallest_percent", "Lowest beat (%)", decimals: 1),
      ],
      rows: rows.map { row in
        [
          .text(row.district.description), .text(row.watch.description), .count(row.units),
          .count(row.beats), .count(row.beatsWithUnit),
          row.busyShare.isFinite ? .number(row.busyShare * 100) : .missing,
          .optional(row.shareByOwnUnit.map { $0 * 100 }),
          .optional(row.smallestShare.map { $0 * 100 }),
        ]
      },
      notes: [
        "Larson's approximate hypercube, first units only; beats with most calls have a unit of their "
          + "own as far as units go, other units and then other beats' units help. Blank: more work "
          + "than units.",
        "Whole units, on average over the weekdays of the watch; travel is not in the model, and "
          + "officers' own work is interrupted. Holding priority \(held) stands in `beat-holds`.",
      ])
  }

  /// The trade between own units and waiting, hold by hold.
  public static func beatHolds(_ rows: [BeatService], held: CallPriority) -> ResultTable {
    ResultTable(
      name: "beat-holds", title: "Holding priority \(held) for the beat's own unit",
      columns: [
        Column("district", "District"), Column("watch", "Watch"),
        Column("hold_minutes", "Held up to (min)"),
        Column("own_unit_percent_held", "Held, by own unit (%)", decimals: 1),
        Column("own_unit_percent", "All, by own unit (%)", decimals: 1),
        Column("wait_minutes", "Held calls wait (min)", decimals: 1),
      ],
      rows: rows.flatMap { row in
        row.holds.map { hold in
          [
            .text(row.district.description), .text(row.watch.description),
            .number(hold.longest.minutes), .number(hold.shareOfHeld * 100),
            .number(hold.shareOfAll * 100), .number(hold.meanWait.minutes),
          ]
        }
      },
      notes: [
        "A call is held until its beat's unit is free, at most the time shown; then any unit takes it. The "
          + "wait is the time held and, for calls given up, the queue. A unit's busy share is taken "
          + "to stay the same.",
        "Neither column is better by itself: which trade is right is for the department and residents.",
      ])
  }
}
