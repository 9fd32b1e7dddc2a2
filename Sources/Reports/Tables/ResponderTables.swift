public import PolicingDomain

/// Alternate response (FORMULATION 3).
extension ResultTable {
  /// What each responder takes of each category a year, in all its districts and in each.
  public static func responders(_ mix: ResponderMix) -> ResultTable {
    var rows: [[Cell]] = []
    var sums: [Sum] = []
    for group in groups(mix.lines) {
      if group.count > 1 {
        sums.append(Sum(rows.count, of: (1...group.count).map { rows.count + $0 }))
        rows.append(cells(summed(group), district: "all"))
      }
      rows += group.map { cells($0, district: $0.district.description) }
    }
    return ResultTable(
      name: "responders", title: "Calls that other responders take, a year",
      columns: [
        Column("responder", "Responder"), Column("kind", "Kind"),
        Column("category", "Category", privacy: .callType), Column("district", "District"),
      ] + amountColumns, rows: rows, rowSums: sums, notes: mixNotes(mix))
  }

  /// The teams of each responder by watch and weekday.
  public static func responderTeams(_ mix: ResponderMix) -> ResultTable {
    let rows = mix.teams.flatMap { team in
      team.blocks.map { block -> [Cell] in
        [
          .text(team.responder.description), .text(block.watch.description),
          .text(block.weekday.abbreviation), .number(block.hours.value), .count(block.teams),
          .number(block.meanWait.minutes),
        ]
      }
    }
    return ResultTable(
      name: "responder-teams", title: "Teams of other responders on duty",
      columns: [
        Column("responder", "Responder"), Column("watch", "Watch"), Column("weekday", "Day"),
        Column("hours_in_service", "Hours in service", decimals: 1),
        Column("teams", "Teams"), Column("mean_wait_minutes", "Mean wait (min)", decimals: 1),
      ], rows: rows,
      notes: [
        "The fewest teams that keep the stated mean wait and busy share over the hours of service of the "
          + "watch, and keep up in each of them (M/M/n, all districts of the responder one pool)."
      ])
  }

  /// The people that each responder needs, and what they cost.
  public static func responderPositions(_ mix: ResponderMix) -> ResultTable {
    let rows = mix.teams.flatMap { team in
      team.positions.map { row -> [Cell] in
        [
          .text(team.responder.description), .text(row.rank.description),
          .number(row.positions.value), .number(row.cost.value),
          .optional(team.meanWait?.minutes), .optional(team.lostBeforeReturn?.minutes),
        ]
      }
    }
    return ResultTable(
      name: "responder-positions", title: "Positions of other responders",
      columns: [
        Column("responder", "Responder"), Column("rank", "Rank or title"),
        Column("positions", "Positions", decimals: 1), Column("cost_dollars", "Cost a year ($)"),
        Column("mean_wait_minutes", "Its callers wait (min)", decimals: 1),
        Column("lost_before_return_minutes", "Lost before return (min)", decimals: 1),
      ], rows: rows,
      notes: [
        "Team-hours × crew ÷ net hours of the rank. A call that comes back to police has lost the time "
          + "shown, and then waits as other calls do.",
        "Sworn officer-hours freed a year: "
          + "\(Format.number(mix.officerHoursFreedGross.value, decimals: 0)) gross, "
          + "\(Format.number(mix.officerHoursFreed.value, decimals: 0)) net of what police still "
          + "spend; positions: \(Format.number(mix.positionsFreedGross.value, decimals: 1)) gross, "
          + "\(Format.number(mix.positionsFreed.value, decimals: 1)) net.",
      ])
  }

  /// What changes for police and residents, by district and priority, at the units required before.
  public static func responderEffects(_ mix: ResponderMix) -> ResultTable {
    let rows = mix.effects.flatMap { effect in
      effect.waits.map { wait -> [Cell] in
        [
          .text(effect.district.description), .text(wait.priority.description),
          .number(effect.requiredBefore.value), .number(effect.requiredAfter.value),
          finite(wait.before), wait.after.map(finite) ?? .missing,
        ]
      }
    }
    return ResultTable(
      name: "responder-effects", title: "What other responders change for police and residents",
      columns: [
        Column("district", "District"), Column("priority", "Priority"),
        Column("required_before_unit_hours", "Unit-hours a week before"),
        Column("required_after_unit_hours", "after"),
        Column("wait_before_minutes", "Mean wait before (min)", decimals: 2),
        Column("wait_after_minutes", "after (min)", decimals: 2),
      ], rows: rows,
      notes: [
        "Waits are for police, both at the units that were required before, so that they show what "
          + "residents gain if no unit is taken away. Calls that others answer are not in the wait "
          + "after; what they wait stands in `responder-positions`.",
        "A blank wait: work exceeds the units in some hour, or no call is left.",
      ])
  }

  static func finite(_ wait: Hours) -> Cell {
    wait.value.isFinite ? .number(wait.minutes) : .missing
  }

  private static var amountColumns: [Column] {
    [
      Column("calls", "Calls", privacy: .countOfCalls),
      Column("eligible_calls", "Fit", privacy: .countOfCalls),
      Column("calls_in_service", "In its hours", privacy: .countOfCalls),
      Column("calls_taken", "Taken", privacy: .countOfCalls),
      Column("calls_returned", "Back to police", privacy: .countOfCalls),
      Column("calls_spared", "Police spared", privacy: .countOfCalls),
      Column("capture_percent", "Taken of all (%)", decimals: 1, privacy: .meanPerCall),
      Column("officer_hours_gross", "Officer-hours freed, gross"),
      Column("officer_hours_net", "net"),
    ]
  }

  private static func cells(_ line: ResponderMix.Line, district: String) -> [Cell] {
    [
      .text(line.responder.description), .text(line.kind.rawValue),
      .text(line.category.description), .text(district),
      .number(line.calls), .number(line.eligible), .number(line.inService), .number(line.taken),
      .number(line.returned), .number(line.diverted), .optional(line.capture.map { $0 * 100 }),
      .number(line.policeOfficerHours.value),
      .number((line.policeOfficerHours - line.policeOfficerHoursKept).value),
    ]
  }

  private static func mixNotes(_ mix: ResponderMix) -> [String] {
    [
      "Fit: eligible for the responder at any hour. Co-response goes together with police: it takes no "
        + "call away and spares part of the time.",
      "Assumed: " + mix.notes.joined(separator: "; ") + ".",
    ]
  }

  /// Lines of one responder and category together.
  private static func groups(_ lines: [ResponderMix.Line]) -> [[ResponderMix.Line]] {
    var groups: [[ResponderMix.Line]] = []
    for line in lines {
      if let last = groups.last?.first, last.responder == line.responder,
        last.category == line.category
      {
        groups[groups.count - 1].append(line)
      } else {
        groups.append([line])
      }
    }
    return groups
  }

  private static func summed(_ lines: [ResponderMix.Line]) -> ResponderMix.Line {
    var sum = lines[0]
    for line in lines.dropFirst() {
      sum.calls += line.calls
      sum.eligible += line.eligible
      sum.inService += line.inService
      sum.taken += line.taken
      sum.returned += line.returned
      sum.policeUnitHours += line.policeUnitHours
      sum.policeUnitHoursKept += line.policeUnitHoursKept
      sum.policeOfficerHours += line.policeOfficerHours
      sum.policeOfficerHoursKept += line.policeOfficerHoursKept
    }
    return sum
  }
}

extension ResponderMix {
  /// The tables on other responders; those without rows are left out.
  public var tables: [ResultTable] {
    let all: [ResultTable] = [
      .responders(self), .responderTeams(self), .responderPositions(self), .responderEffects(self),
    ]
    return all.filter { !$0.rows.isEmpty }
  }
}
