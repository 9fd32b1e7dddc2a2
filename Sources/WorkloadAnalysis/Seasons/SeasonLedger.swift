import PolicingDomain

/// The counts of a tally, with what they must be divided by.
struct SeasonLedger {
  let tally: SeasonTally
  let period: StudyPeriod
  /// How many real hours each hour of the wall clock stands for.
  let weights: [Int]
  /// Calls in the whole city, by hour.
  let cityCalls: [Int]
  /// The city's mean of each hour of the week.
  private let means: WeekMeans
  /// The hour of the week of the first hour.
  private let offset: Int

  init(tally: SeasonTally, period: StudyPeriod) {
    self.tally = tally
    self.period = period
    let weights = period.hourWeights()
    self.weights = weights
    let hours = tally.hourCount
    var city = [Int](repeating: 0, count: hours)
    for row in 0...tally.districts.count {
      for hour in 0..<hours { city[hour] += Int(tally.calls[row * hours + hour]) }
    }
    cityCalls = city
    let offset = period.first.weekday.rawValue * 24
    self.offset = offset
    means = WeekMeans(
      calls: city, unitSeconds: tally.unitSeconds, weights: weights, offset: offset)
  }

  /// The hour of the week of `hour`, counted from the first midnight.
  func hourOfWeek(_ hour: Int) -> Int { (offset + hour) % HourOfWeek.count }

  /// The season, by police period, week and district.
  func season() -> Season {
    let weeks = self.weeks()
    let levels = weeks.compactMap(\.level)
    return Season(
      period: period, counts: tally.counts, meanWeek: means.week, periods: policePeriods(),
      weeks: weeks, highWeek: Self.high(levels),
      districts: tally.districts.indices.map { place($0, weeks) })
  }

  /// The 90th percentile of levels, of calls and of work each for itself.
  private static func high(_ levels: [Season.Level]) -> Season.Level? {
    guard levels.count >= Season.fewestWeeksForPercentile else { return nil }
    return Season.Level(
      calls: Quantile.of(levels.map(\.calls), at: 0.9),
      unitHours: UnitHours(Quantile.of(levels.map(\.unitHours.value), at: 0.9)))
  }

  /// The level of some hours of the city.
  private func level(of hours: some Sequence<Int>) -> Season.Level? {
    var calls = Ratio()
    var work = Ratio()
    for hour in hours where weights[hour] > 0 {
      let weight = Double(weights[hour])
      calls.add(Double(cityCalls[hour]), weight * means.calls[hourOfWeek(hour)])
      work.add(Double(tally.unitSeconds[hour]), weight * means.seconds[hourOfWeek(hour)])
    }
    guard calls.expected > 0 else { return nil }
    return Season.Level(
      calls: calls.value * means.week.calls, unitHours: means.week.unitHours * work.value)
  }

  private func weeks() -> [Season.Week] {
    let firstMonday = period.first.dayNumber - period.first.weekday.rawValue
    return stride(from: firstMonday, through: period.last.dayNumber, by: 7).map { monday in
      let days = max(monday, period.first.dayNumber)...min(monday + 6, period.last.dayNumber)
      let start = (days.lowerBound - period.first.dayNumber) * 24
      let hours = start..<start + days.count * 24
      let observed = days.count { !period.isMissing(CalendarDay(dayNumber: $0)) }
      return Season.Week(
        monday: CalendarDay(dayNumber: monday), days: observed,
        calls: cityCalls[hours].reduce(0, +),
        unitHours: UnitHours(Double(tally.unitSeconds[hours].reduce(0, +)) / 3600),
        level: observed >= Season.Week.fewestDays ? level(of: hours) : nil)
    }
  }

  /// The days of each police period, over all years, without missing days.
  private func daysByPolicePeriod() -> [(PolicePeriod, [Int])] {
    var days: [PolicePeriod: [Int]] = [:]
    for day in 0..<period.dayCount {
      let date = period.first.advanced(by: day)
      if !period.isMissing(date) { days[PolicePeriod(of: date), default: []].append(day) }
    }
    return days.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func policePeriods() -> [Season.Period] {
    daysByPolicePeriod().compactMap { number, days in
      let hours = days.flatMap { $0 * 24..<$0 * 24 + 24 }
      guard let level = level(of: hours) else { return nil }
      var occurrences = [Int](repeating: 0, count: HourOfWeek.count)
      var seconds = occurrences
      for hour in hours {
        occurrences[hourOfWeek(hour)] += weights[hour]
        seconds[hourOfWeek(hour)] += tally.unitSeconds[hour]
      }
      let table = HourlyTable(
        districts: tally.districts,
        values: tally.districts.indices.flatMap { callsByHourOfWeek(row: $0, hours: hours) })
      return Season.Period(
        policePeriod: number, days: days.count,
        calls: hours.reduce(0) { $0 + cityCalls[$1] }, level: level,
        callsPerHour: table.perOccurrence(occurrences.map(Double.init)),
        busyUnits: zip(seconds, occurrences).map { $1 > 0 ? Double($0) / 3600 / Double($1) : 0 })
    }
  }

  private func callsByHourOfWeek(row: Int, hours: [Int]) -> [Double] {
    var sums = [Double](repeating: 0, count: HourOfWeek.count)
    for hour in hours {
      sums[hourOfWeek(hour)] += Double(tally.calls[row * tally.hourCount + hour])
    }
    return sums
  }

  /// The season of the district in `row`.
  private func place(_ row: Int, _ weeks: [Season.Week]) -> Season.Place {
    let days = DistrictDays(ledger: self, row: row)
    let byPeriod = daysByPolicePeriod().map { (number: $0.0, level: days.level(of: $0.1)) }
    let peak = byPeriod.max { lhs, rhs in
      (lhs.level.calls, -lhs.number.number) < (rhs.level.calls, -rhs.number.number)
    }
    let first = period.first.dayNumber
    let levels = weeks.filter { $0.level != nil }.map { week in
      let start = max(0, week.monday.dayNumber - first)
      let end = min(period.dayCount, week.monday.dayNumber - first + 7)
      return days.level(of: Array(start..<end))
    }
    let hasCalls = days.week.calls > 0
    return Season.Place(
      district: tally.districts[row], meanWeek: days.week,
      peakPeriod: hasCalls ? peak?.number : nil, peakLevel: peak?.level ?? days.week,
      highWeek: Self.high(levels))
  }
}

/// Observed over expected.
private struct Ratio {
  private(set) var observed = 0.0
  private(set) var expected = 0.0

  mutating func add(_ observed: Double, _ expected: Double) {
    self.observed += observed
    self.expected += expected
  }

  var value: Double { expected > 0 ? observed / expected : 0 }
}
