public import PolicingDomain

extension ResultTable {
  /// Calls and work by police period, with the peak of each.
  public static func seasons(_ season: Season) -> ResultTable {
    let peak = season.peak?.policePeriod
    let mean = season.meanWeek
    let rows = season.periods.map { period -> [Cell] in
      let busiest = busiestHour(period)
      return [
        .count(period.policePeriod.number), .count(period.days), .count(period.calls),
        .number(period.level.calls), .number(period.level.unitHours.value),
        .optional(mean.calls > 0 ? period.level.calls / mean.calls : nil),
        .optional(
          mean.unitHours > .zero ? period.level.unitHours / mean.unitHours : nil),
        .text(busiest.hour.weekday.abbreviation), .count(busiest.hour.hourOfDay),
        .number(busiest.calls), .number(period.busyUnits[busiest.hour.index]),
        .text(period.policePeriod == peak ? "yes" : "no"),
      ]
    }
    return ResultTable(
      name: "seasons", title: "Calls and work by police period",
      columns: [
        Column("police_period", "Period"), Column("days", "Days"), Column("calls", "Calls"),
        Column("calls_per_week", "Calls/week"),
        Column("unit_hours_per_week", "Unit-hours/week"),
        Column("calls_to_mean", "To mean", decimals: 3),
        Column("unit_hours_to_mean", "Work to mean", decimals: 3),
        Column("peak_weekday", "Peak day"), Column("peak_hour", "Peak hour"),
        Column("calls_in_peak_hour", "Calls then", decimals: 1),
        Column("busy_units_in_peak_hour", "Busy then", decimals: 1), Column("peak", "Peak"),
      ], rows: rows, notes: seasonNotes(season))
  }

  /// The hour of the week with most calls in the districts; the first of those with equally many.
  private static func busiestHour(_ period: Season.Period) -> (hour: HourOfWeek, calls: Double) {
    var best = (hour: HourOfWeek(wrapping: 0), calls: -1.0)
    for hour in HourOfWeek.all {
      let calls = period.callsPerHour.districts.reduce(0) { $0 + period.callsPerHour[$1, hour] }
      if calls > best.calls { best = (hour, calls) }
    }
    return best
  }

  /// The weeks: mean, peak period and 90th percentile first, then each of them.
  public static func weeks(_ season: Season) -> ResultTable {
    func row(_ what: String, _ level: Season.Level?) -> [Cell] {
      [
        .text(what), .missing, .missing, .missing, .optional(level?.calls),
        .optional(level?.unitHours.value),
      ]
    }
    let peak = season.peak
    let summary = [
      row("mean week", season.meanWeek),
      row("police period \(peak?.policePeriod.number ?? 0), the peak", peak?.level),
      row("90th percentile of weeks", season.highWeek),
    ]
    let weeks = season.weeks.map { week -> [Cell] in
      [
        .text("\(week.monday)"), .count(week.days), .count(week.calls),
        .number(week.unitHours.value), .optional(week.level?.calls),
        .optional(week.level?.unitHours.value),
      ]
    }
    return ResultTable(
      name: "weeks", title: "Calls and work by week",
      columns: [
        Column("week", "Week"), Column("days", "Days"), Column("calls", "Calls"),
        Column("unit_hours", "Unit-hours", decimals: 1),
        Column("calls_level", "Level", decimals: 1),
        Column("unit_hours_level", "Level of work", decimals: 1),
      ], rows: summary + weeks,
      notes: [
        "A level is what the week would hold if data covered every hour of it once; a week with "
          + "data of fewer than \(Season.Week.fewestDays) days has none."
      ] + seasonNotes(season))
  }

  /// The season of each district.
  public static func seasonByDistrict(_ season: Season) -> ResultTable {
    ResultTable(
      name: "season-by-district", title: "Mean week, peak period and busy week by district",
      columns: [
        Column("district", "District"), Column("mean_calls_per_week", "Mean", decimals: 1),
        Column("peak_police_period", "Peak period"),
        Column("peak_calls_per_week", "Peak", decimals: 1),
        Column("p90_calls_per_week", "90th pct", decimals: 1),
        Column("mean_unit_hours_per_week", "Work", decimals: 1),
        Column("p90_unit_hours_per_week", "Work 90th", decimals: 1),
      ],
      rows: season.districts.map { place in
        [
          .text(place.district.description), .number(place.meanWeek.calls),
          place.peakPeriod.map { .count($0.number) } ?? .missing, .number(place.peakLevel.calls),
          .optional(place.highWeek?.calls), .number(place.meanWeek.unitHours.value),
          .optional(place.highWeek?.unitHours.value),
        ]
      }, notes: seasonNotes(season))
  }

  /// The year for which the study plans.
  ///
  /// - Parameters:
  ///   - forecast: The forecast.
  ///   - printed: What of an estimate may be shown; intervals of made-up calls say nothing.
  /// - Returns: The table `forecast`.
  public static func forecast(
    _ forecast: Forecast, as printed: (Estimate) -> Estimate = { $0 }
  ) -> ResultTable {
    func row(_ what: String, _ estimate: Estimate) -> [Cell] {
      let estimate = printed(estimate)
      guard case .range(let low, let high, let parts) = estimate.interval else {
        var reason = ""
        if case .none(let words) = estimate.interval { reason = words }
        return [
          .text(what), .number(estimate.value), .missing, .missing, .text(estimate.unit),
          .count(estimate.observations), .text("none: \(reason)"),
        ]
      }
      return [
        .text(what), .number(estimate.value), .number(low), .number(high),
        .text(estimate.unit), .count(estimate.observations), .text(parts.joined(separator: "; ")),
      ]
    }
    var rows = [
      row("calls", forecast.calls), row("calls in any week", forecast.callsInWeek),
      row("calls in a week of the peak period", forecast.callsInPeakWeek),
      row("unit-hours", forecast.unitHours), row("growth used", forecast.growth),
    ]
    if let observed = forecast.observedGrowth { rows.append(row("growth observed", observed)) }
    let level = Format.percent(Forecast.coverage)
    return ResultTable(
      name: "forecast", title: "Forecast from \(forecast.first) through \(forecast.last)",
      columns: [
        Column("what", "What"), Column("forecast", "Forecast", decimals: 2),
        Column("low", "Low", decimals: 2), Column("high", "High", decimals: 2),
        Column("unit", "Unit"), Column("n", "n"), Column("interval_holds", "The interval holds"),
      ], rows: rows,
      notes: [
        "Intervals are meant to hold the truth with \(level); base \(forecast.base.first) through "
          + "\(forecast.base.last), \(Format.number(forecast.yearsAhead, decimals: 2)) years "
          + "ahead; a mean hour of the period times "
          + "\(Format.number(forecast.demandFactor, decimals: 4))."
      ] + forecast.notInIntervals.map { "In no interval: \($0)." })
  }

  /// Whether hourly counts vary more than by chance, by district.
  public static func dispersion(_ dispersion: Dispersion) -> ResultTable {
    func cells(_ test: Dispersion.Test?) -> [Cell] {
      guard let test else { return [.missing, .missing, .missing, .missing, .missing] }
      return [
        .number(test.index), .number(test.chiSquare), .count(test.degreesOfFreedom),
        .number(test.pValue), .number(test.rateVariation),
      ]
    }
    let flagged = Set(dispersion.flaggedTogether)
    let rows = ([dispersion.city] + dispersion.districts).map { place -> [Cell] in
      let isFlagged = place.district.map(flagged.contains) ?? false
      return [
        .text(place.district?.description ?? "all"), .number(place.callsPerHour),
        .count(place.hours),
      ] + cells(place.byHourOfWeek) + cells(place.withinPolicePeriods) + [
        place.district == nil ? .text("") : .text(isFlagged ? "yes" : "no")
      ]
    }
    let chance = Format.number(dispersion.flaggedByChance, decimals: 1)
    return ResultTable(
      name: "dispersion", title: "Variance against mean of hourly calls",
      columns: dispersionColumns, rows: rows,
      notes: [
        "Variance over mean within each hour of the week, and within each hour of the week of one "
          + "police period; 1 when chance alone is at work. Rate: the squared coefficient of "
          + "variation that the rate needs for this dispersion; no wait is mixed over it yet.",
        "\(dispersion.flaggedCount) of \(dispersion.testedCount) districts have p below "
          + "\(Format.number(Dispersion.level, decimals: 2)); by chance \(chance) would. Flagged "
          + "together: \(flagged.count), by Holm's rule. \(dispersion.hoursLeftOut) hours left out.",
      ])
  }

  private static var dispersionColumns: [Column] {
    [
      Column("district", "District"), Column("calls_per_hour", "Calls/h", decimals: 2),
      Column("hours", "Hours"), Column("index", "Index", decimals: 3),
      Column("chi_square", "χ²", decimals: 1), Column("degrees_of_freedom", "df"),
      Column("p_value", "p", decimals: 4), Column("rate_variation", "Rate", decimals: 4),
      Column("index_within_periods", "Index in periods", decimals: 3),
      Column("chi_square_within_periods", "χ²", decimals: 1),
      Column("degrees_of_freedom_within_periods", "df"),
      Column("p_value_within_periods", "p", decimals: 4),
      Column("rate_variation_within_periods", "Rate", decimals: 4),
      Column("flagged_together", "Flagged"),
    ]
  }

  private static func seasonNotes(_ season: Season) -> [String] {
    let counts = season.counts
    func number(_ count: Int) -> String { Format.number(Double(count), decimals: 0) }
    var notes = [
      "n = \(number(counts.calls)) calls of the community; \(number(counts.officerInitiated)) that "
        + "officers started and \(number(counts.duplicates)) second records are not in it. "
        + "Unit-hours of units whose time is known; \(number(counts.unknownTimes)) of "
        + "\(number(counts.knownTimes + counts.unknownTimes)) are not, and none is imputed."
    ]
    let missing = season.period.missingDays
    if !missing.isEmpty {
      let shown = missing.prefix(10).map(\.description).joined(separator: ", ")
      notes.append(
        "\(missing.count) days have no data and count nowhere: \(shown)"
          + (missing.count > 10 ? ", …" : ""))
    }
    return notes
  }
}
