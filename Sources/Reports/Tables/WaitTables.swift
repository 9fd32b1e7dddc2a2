public import PolicingDomain

/// Waits: what a number of units gives, what each hour needs, and how predictions fared.
extension ResultTable {
  /// The curves of some blocks: units against what the public gets.
  ///
  /// - Parameters:
  ///   - curves: The curves, each with its requirement.
  ///   - results: The study.
  /// - Returns: A row for each block and number of units.
  public static func curve(_ curves: [PatrolCurve], _ results: StudyResults) -> ResultTable {
    let priorities = Set(
      curves.flatMap { $0.points.flatMap { $0.performance.meanWaits.map(\.priority) } }
    ).sorted()
    let hasResponses = curves.contains {
      $0.points.contains { !$0.performance.meanResponses.isEmpty }
    }
    let hasZones = curves.contains { $0.zone != nil }
    let rows = curves.flatMap { curve in
      let zone: [Cell] = [curve.zone.map { .text($0.id.description) } ?? .missing]
      return curve.points.map { point -> [Cell] in
        let performance = point.performance
        let start: [Cell] = [
          .text(curve.requirement.district.description), .text(curve.requirement.watch.description),
          .text(curve.requirement.weekday.abbreviation), .count(point.units),
          .text(Double(point.units) < curve.unitsRequired - 1e-9 ? "no" : "yes"),
          .number(performance.busyShare), .number(1 - performance.busyShare),
          .number(performance.waitShare),
        ]
        let waits = priorities.flatMap { priority -> [Cell] in
          [minutes(performance.meanWaits, priority), minutes(performance.ninetiethWaits, priority)]
            + (hasResponses ? [minutes(performance.meanResponses, priority)] : [])
        }
        let pooled = priorities.map { priority in
          minutes(performance.pooled?.meanWaits ?? [], priority)
        }
        return start + waits + [.optional(performance.pooled?.waitShare)] + pooled
          + [.optional(performance.patrolInterval?.value)] + (hasZones ? zone : [])
      }
    }
    return ResultTable(
      name: "curve", title: "Units on the street and what the public gets",
      columns: curveColumns(priorities, hasResponses: hasResponses)
        + (hasZones ? [Column("zone", "Zone")] : []), rows: rows,
      notes: curveNotes(curves, results))
  }

  private static func curveColumns(
    _ priorities: [CallPriority], hasResponses: Bool
  ) -> [Column] {
    var columns = [
      Column("district", "District"), Column("watch", "Watch"), Column("weekday", "Day"),
      Column("units", "Units"), Column("meets_standards", "Meets"),
      Column("busy_share", "Busy", decimals: 3),
      Column("proactive_share", "Proactive", decimals: 3),
      Column("wait_share", "P(wait)", decimals: 3),
    ]
    for priority in priorities {
      let key = "p\(priority.level)"
      columns.append(Column("mean_wait_\(key)_minutes", "\(priority) mean", decimals: 2))
      columns.append(Column("p90_wait_\(key)_minutes", "\(priority) 90 %", decimals: 2))
      if hasResponses {
        columns.append(Column("mean_response_\(key)_minutes", "\(priority) there", decimals: 2))
      }
    }
    columns.append(Column("pooled_wait_share", "Pooled P(wait)", decimals: 3))
    for priority in priorities {
      columns.append(
        Column(
          "pooled_mean_wait_p\(priority.level)_minutes", "\(priority) pooled", decimals: 2))
    }
    return columns + [Column("patrol_interval_hours", "Interval (h)", decimals: 1)]
  }

  private static func curveNotes(_ curves: [PatrolCurve], _ results: StudyResults) -> [String] {
    var notes = [
      "Mean and 90 %: minutes until the first unit is sent, which the mean call and nine of ten "
        + "calls do not exceed; there: until it arrives, travel by the square-root law. Pooled: the "
        + "plain formula, which counts a call that draws two units as one that takes twice the time."
    ]
    for curve in curves {
      let need = curve.requirement
      let watch = "\(need.watch) \(need.weekday.abbreviation)"
      let units = Format.number(curve.unitsRequired, decimals: 2)
      if let zone = curve.zone {
        let districts = zone.districts.map(\.description).joined(separator: ", ")
        notes.append(
          "\(watch): units and figures are those of zone \(zone.id) (districts \(districts)), which needs "
            + "\(units) units; hardest wait: \(need.hardestWait).")
      } else {
        notes.append(
          "\(watch): \(units) units required, \(need.governing.rawValue) governs; hardest wait: "
            + "\(need.hardestWait).")
      }
    }
    return notes + [demandNote(results)]
  }

  private static func minutes(
    _ waits: [UnitRequirement.MeanWait], _ priority: CallPriority
  ) -> Cell {
    guard let wait = waits.first(where: { $0.priority == priority })?.wait else { return .missing }
    return wait.value.isFinite ? .number(wait.minutes) : .text("no end")
  }

  /// The needs side by side, with the one that governs and the units required.
  static var needColumns: [Column] {
    [
      Column("units_for_complement", "Complement", decimals: 1),
      Column("units_for_work", "Work", decimals: 2),
      Column("units_for_waiting", "Waiting", decimals: 1),
      Column("units_for_response", "Response", decimals: 1),
      Column("units_for_patrol_interval", "Interval", decimals: 2), Column("governs", "Governs"),
      Column("units_required", "Units", decimals: 2),
    ]
  }

  /// The cells of ``needColumns``.
  static func needCells(_ needs: UnitNeeds) -> [Cell] {
    [
      .optional(needs.complement), .optional(needs.work), .optional(needs.waiting),
      .optional(needs.response), .optional(needs.patrolInterval),
      .text(needs.governing.rawValue), .number(needs.units),
    ]
  }

  /// Every district and hour of the week, each hour by itself.
  public static func unitsByHour(_ results: StudyResults) -> ResultTable {
    let rows = results.hourlyUnits.map { need -> [Cell] in
      [
        .text(need.district.description), .text(need.hour.weekday.abbreviation),
        .count(need.hour.hourOfDay), .number(need.calls), .number(need.busyUnits),
        .number(need.offeredLoad),
      ] + needCells(need.needs) + [.number(need.waitShare)]
    }
    return ResultTable(
      name: "units-by-hour", title: "Units on the street by district and hour of the week",
      columns: [
        Column("district", "District"), Column("weekday", "Day"), Column("hour", "Hour"),
        Column("calls_that_queue", "Calls", decimals: 2), Column("busy_units", "Busy", decimals: 2),
        Column("offered_load", "Load", decimals: 2),
      ] + needColumns + [Column("wait_share", "P(wait)", decimals: 3)], rows: rows,
      notes: [
        "Each hour by itself, as if units could change with it; watches hold them constant. Busy: by "
          + "the hours that the work of all calls covers. Load: what queued calls keep busy if none "
          + "waits, by the rule for time.", demandNote(results),
      ] + [poolingNote(results)].compactMap { $0 })
  }

  /// Predicted and observed waits by priority, then by district, watch and priority.
  public static func calibration(_ results: StudyResults) -> ResultTable {
    let calibration = results.calibration
    let totals = (calibration?.totals ?? []).map { total -> [Cell] in
      [
        .text("all"), .text("all"), .text("\(total.priority)"), .count(total.observations),
        .missing, .number(total.observedMean.minutes),
        .optional(total.predictedMean?.minutes), .optional(total.observedNinetieth?.minutes),
        .optional(total.predictedNinetieth?.minutes), .missing, .number(total.overloadedShare),
      ]
    }
    let rows = (calibration?.rows ?? []).map { row -> [Cell] in
      [
        .text(row.district.description), .text(row.watch.description), .text("\(row.priority)"),
        .count(row.observations), .number(row.units), .optional(row.observedMean?.minutes),
        .optional(row.predictedMean?.minutes), .missing, .missing,
        .number(row.predictedWaitShare), .number(row.overloadedShare),
      ]
    }
    return ResultTable(
      name: "waits-predicted-and-observed",
      title: "Waits predicted at the units deployed, and waits observed",
      columns: [
        Column("district", "District"), Column("watch", "Watch"), Column("priority", "Priority"),
        Column("calls_with_known_wait", "n"), Column("units_deployed", "Units", decimals: 2),
        Column("observed_mean_minutes", "Observed", decimals: 2),
        Column("predicted_mean_minutes", "Predicted", decimals: 2),
        Column("observed_p90_minutes", "Observed 90 %", decimals: 2),
        Column("predicted_p90_minutes", "Predicted 90 %", decimals: 2),
        Column("predicted_wait_share", "P(wait)", decimals: 3),
        Column("overloaded_share", "Overloaded", decimals: 3),
      ], rows: totals + rows, notes: calibrationNotes(results))
  }

  private static func calibrationNotes(_ results: StudyResults) -> [String] {
    guard let calibration = results.calibration else {
      return [
        "This study does not say how many units were on the street (`deployment` in study.yaml), so "
          + "that predictions cannot be held against what was observed."
      ]
    }
    var notes = [
      "Observed: from receipt to the first unit sent; it holds call-taking, dispatching and holding "
        + "by policy, which the prediction does not. Predicted: the queue alone, over the calls in "
        + "hours whose class keeps up. Overloaded: the share of the calls in hours with more work "
        + "than units, whose wait has no prediction. No interval is estimated yet."
    ]
    let told = Set(calibration.rows.map(\.district))
    let untold = results.study.geography.districts.map(\.id).filter { !told.contains($0) }
    if !untold.isEmpty {
      notes.append(
        "Not in it, because their units on the street or their waits are not told: districts "
          + "\(untold.map(\.description).joined(separator: ", ")).")
    }
    if calibration.deployment == .assumption {
      notes.append("The units deployed are an assumption of the study, so this is no test of it.")
    }
    return notes
  }
}

extension ResultTable {
  /// The table without the note that counts calls.
  public var withoutCounts: ResultTable {
    ResultTable(
      name: name, title: title, columns: columns, rows: rows, rowSums: rowSums,
      columnSums: columnSums, notes: notes.filter { !$0.hasPrefix("n = ") })
  }
}

/// The curve of one block, with what the block requires.
public struct PatrolCurve: Hashable, Sendable {
  /// The requirement of the block.
  public let requirement: UnitRequirement
  /// The points, by units.
  public let points: [CurvePoint]
  /// The radio zone whose units and calls the points are of; nothing where they are the district's.
  public let zone: RadioZone?
  /// The units required of the district, or of the zone.
  public let unitsRequired: Double

  /// Creates the curve of a district.
  public init(requirement: UnitRequirement, points: [CurvePoint]) {
    self.requirement = requirement
    self.points = points
    zone = nil
    unitsRequired = requirement.units
  }

  /// Creates the curve of a zone, of which `requirement` is that of one district.
  public init(
    requirement: UnitRequirement, points: [CurvePoint], zone: RadioZone, unitsRequired: Double
  ) {
    self.requirement = requirement
    self.points = points
    self.zone = zone
    self.unitsRequired = unitsRequired
  }
}
