internal import PolicingDomain

/// Lengths of time, and the hours that rest on weaknesses.
extension ResultTable {
  static func times(_ quality: DataQuality) -> ResultTable {
    let standards = quality.standards
    return ResultTable(
      name: "quality-times", title: "Lengths of time",
      columns: [
        Column("interval", "Time"), Column("origin", "Origin"), Column("known", "n"),
        Column("median_minutes", "Median, min", decimals: 1),
        Column("ninetieth_minutes", "90th, min", decimals: 1), Column("negative", "Below zero"),
        Column("zero", "Zero"), Column("short", "1–\(standards.shortestSeconds - 1) s"),
        Column("long", "Over \(standards.longSeconds / 3600) h"),
        Column("too_long", "Over \(standards.longestSeconds / 3600) h"),
        Column("long_hours", "Hours over \(standards.longSeconds / 3600) h", decimals: 1),
        Column("too_long_hours", "Over \(standards.longestSeconds / 3600) h", decimals: 1),
      ],
      rows: quality.times.filter { $0.known > 0 }.map { form in
        [
          .text(form.interval.name), .text(form.origin.rawValue), .count(form.known),
          .optional(form.median.map { $0 / 60 }), .optional(form.ninetieth.map { $0 / 60 }),
          .count(form.negative), .count(form.zero), .count(form.short), .count(form.long),
          .count(form.tooLong), .number(form.longHours), .number(form.tooLongHours),
        ]
      },
      notes: [
        "Unit times count once for each record of a unit, others once for each call; hours count every "
          + "unit. Medians come from bins of a sixteenth of an octave, about three in a hundred "
          + "from the true ones."
      ])
  }

  static func oddTimes(_ quality: DataQuality) -> ResultTable {
    let rows = quality.oddTimes.sorted { lhs, rhs in
      lhs.interval != rhs.interval
        ? lhs.interval.rawValue < rhs.interval.rawValue
        : (rhs.highHours, rhs.high, lhs.label) < (lhs.highHours, lhs.high, rhs.label)
    }
    return ResultTable(
      name: "quality-odd-times", title: "Times far from the median of their kind",
      columns: [
        Column("interval", "Time"), Column("kind", "Kind"), Column("known", "n"),
        Column("median_minutes", "Median, min", decimals: 1), Column("low", "Far below"),
        Column("high", "Far above"), Column("limit_minutes", "Above, min", decimals: 0),
        Column("high_hours", "Hours far above", decimals: 1),
      ],
      rows: rows.prefix(shownGroups).map { odd in
        [
          .text(odd.interval.name), .text(odd.label), .count(odd.known),
          .number(odd.median / 60), .count(odd.low), .count(odd.high),
          .number(odd.upperLimit / 60), .number(odd.highHours),
        ]
      },
      notes: [
        "Far: more than \(Format.number(quality.standards.robustDeviations, decimals: 1)) scaled median "
          + "absolute deviations of the logarithm. Unit times by category; waiting, travel and "
          + "response of calls of the community by priority."
      ])
  }

  static func costs(_ quality: DataQuality) -> ResultTable {
    let all = quality.work.unitHours
    let tellsCrew = quality.officerHours(1) != nil
    let officers = tellsCrew ? [Column("officer_hours", "Officer-hours", decimals: 1)] : []
    return ResultTable(
      name: "quality-costs", title: "Hours that rest on each weakness",
      columns: [
        Column("weakness", "Calls with"), Column("calls", "Calls"), Column("units", "Units"),
        Column("told_unit_hours", "Hours told", decimals: 1),
        Column("imputed_unit_hours", "Hours imputed", decimals: 1),
        Column("unit_hours", "All hours", decimals: 1),
      ] + officers + [Column("percent_of_hours", "% of all", decimals: 1)],
      rows: quality.costs.filter { $0.calls > 0 }.map { cost in
        let head: [Cell] = [
          .text(cost.what), .count(cost.calls), .count(cost.units), .number(cost.toldUnitHours),
          .optional(cost.imputedUnitHours), .optional(cost.unitHours),
        ]
        let crew: [Cell] = tellsCrew ? [.optional(quality.officerHours(cost.unitHours))] : []
        return head + crew + [
          .optional(cost.unitHours.flatMap { all > 0 ? 100 * $0 / all : nil })
        ]
      },
      notes: [
        "Imputed: at the mean unit time of calls of the same category and priority, or of wider kinds "
          + "where these are fewer than \(quality.standards.fewestOfKind). A call may have "
          + "several weaknesses, so rows must not be added up; the first five exclude one another. "
          + "Calls without a sign of a unit are in no total."
      ])
  }
}
