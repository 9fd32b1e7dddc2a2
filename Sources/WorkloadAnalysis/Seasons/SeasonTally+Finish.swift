public import PolicingDomain

extension SeasonTally {
  /// The fewest calls a day, on the days that have any, for a day without a call to be missing.
  ///
  /// At ten calls a day a day without any comes by chance once in 22,000 days.
  public static let fewestCallsADay = 10.0

  /// The days of the period on which there is no call of any kind, although calls are so many that
  /// this is no chance.
  ///
  /// Days before the first call of an export and after its last are among them.
  public var missingDays: [CalendarDay] {
    let total = anyCalls.reduce(0) { $0 + Int($1) }
    let days = anyCalls.count { $0 > 0 }
    guard days > 0, Double(total) / Double(days) >= Self.fewestCallsADay else { return [] }
    return anyCalls.indices.compactMap { index in
      let day = period.first.advanced(by: index)
      return anyCalls[index] == 0 && !period.isMissing(day) ? day : nil
    }
  }

  /// Unit-hours of the units whose times are known, on the calls that were counted.
  public var knownUnitHours: UnitHours {
    UnitHours(Double(unitSecondsByDay.reduce(0, +)) / 3600)
  }

  /// Works out the season, the forecast and the dispersion.
  ///
  /// - Parameters:
  ///   - seed: The seed of the resampling behind intervals.
  ///   - growth: The growth that the study states, if it states one.
  ///   - planYear: The calendar year that is forecast; nothing means the year after the period.
  ///   - hasTimes: Whether the export has times of day; without, nothing can be said by the hour.
  ///   - workToKnown: All unit-hours of the calls, with those of units without times and of back-up
  ///     units, over ``knownUnitHours``: the unit-hours that are forecast are multiplied by it. The
  ///     season keeps to known times.
  /// - Returns: What the calls tell; without any call, a season of zeros and no forecast.
  /// - Complexity: O(hours × districts + resamples × weeks).
  public consuming func finish(
    seed: UInt64, growth: GrowthAssumption? = nil, planYear: Int? = nil, hasTimes: Bool = true,
    workToKnown: Double = 1
  ) -> SeasonFindings {
    let observed = period.without(missingDays)
    let ledger = SeasonLedger(tally: self, period: observed)
    let season = ledger.season()
    let forecast = WeeklyForecast(
      season: season, seed: seed, stated: growth, planYear: planYear, workToKnown: workToKnown
    )?.forecast()
    return SeasonFindings(
      season: season, forecast: forecast,
      dispersion: hasTimes ? DispersionTests(ledger: ledger).dispersion() : nil)
  }

  /// Works out everything for `study`.
  ///
  /// - Parameters:
  ///   - study: Its seed, its growth and its year of planning are used.
  ///   - hasTimes: Whether the export has times of day.
  ///   - workToKnown: All unit-hours of the calls over ``knownUnitHours``.
  /// - Returns: What the calls tell.
  public consuming func finish(
    for study: Study, hasTimes: Bool = true, workToKnown: Double = 1
  ) -> SeasonFindings {
    finish(
      seed: study.seed, growth: study.growth, planYear: study.planYear, hasTimes: hasTimes,
      workToKnown: workToKnown)
  }
}
