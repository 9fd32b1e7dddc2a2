import PolicingDomain

/// The mean of each hour of the week in the whole city.
struct WeekMeans {
  /// Calls an hour, by hour of the week.
  let calls: [Double]
  /// Seconds of units an hour, by hour of the week.
  let seconds: [Double]
  /// The sum over the week.
  let week: Season.Level

  /// Divides sums by how often each hour of the week really occurred.
  init(calls: [Int], unitSeconds: [Int], weights: [Int], offset: Int) {
    var occurrences = [Int](repeating: 0, count: HourOfWeek.count)
    var callSums = occurrences
    var secondSums = occurrences
    for hour in weights.indices where weights[hour] > 0 {
      let slot = (offset + hour) % HourOfWeek.count
      occurrences[slot] += weights[hour]
      callSums[slot] += calls[hour]
      secondSums[slot] += unitSeconds[hour]
    }
    func means(_ sums: [Int]) -> [Double] {
      zip(sums, occurrences).map { $1 > 0 ? Double($0) / Double($1) : 0 }
    }
    self.calls = means(callSums)
    seconds = means(secondSums)
    week = Season.Level(
      calls: self.calls.reduce(0, +), unitHours: UnitHours(seconds.reduce(0, +) / 3600))
  }
}

/// The calls and the work of one district by day, with what a day of that weekday holds on average.
struct DistrictDays {
  private let calls: [Int]
  private let seconds: [Int]
  private let shares: [Double]
  private let meanCalls: [Double]
  private let meanSeconds: [Double]
  private let firstWeekday: Int
  /// The mean week.
  let week: Season.Level

  /// Takes the calls of the district in `row`.
  init(ledger: SeasonLedger, row: Int) {
    let tally = ledger.tally
    let dayCount = ledger.period.dayCount
    let start = row * tally.hourCount
    let calls = (0..<dayCount).map { day in
      tally.calls[start + day * 24..<start + day * 24 + 24].reduce(0) { $0 + Int($1) }
    }
    let seconds = Array(tally.unitSecondsByDay[row * dayCount..<(row + 1) * dayCount])
    // A day of 23 or 25 hours is that share of a day.
    let shares = (0..<dayCount).map { day in
      Double(ledger.weights[day * 24..<day * 24 + 24].reduce(0, +)) / 24
    }
    let firstWeekday = ledger.period.first.weekday.rawValue
    func means(_ values: [Int]) -> [Double] {
      var sums = [Double](repeating: 0, count: 7)
      var days = sums
      for day in values.indices {
        sums[(firstWeekday + day) % 7] += Double(values[day])
        days[(firstWeekday + day) % 7] += shares[day]
      }
      return zip(sums, days).map { $1 > 0 ? $0 / $1 : 0 }
    }
    meanCalls = means(calls)
    meanSeconds = means(seconds)
    week = Season.Level(
      calls: meanCalls.reduce(0, +), unitHours: UnitHours(meanSeconds.reduce(0, +) / 3600))
    self.calls = calls
    self.seconds = seconds
    self.shares = shares
    self.firstWeekday = firstWeekday
  }

  /// The level of `days`, counted from the first.
  func level(of days: [Int]) -> Season.Level {
    var observed = (calls: 0.0, seconds: 0.0)
    var expected = observed
    for day in days {
      let weekday = (firstWeekday + day) % 7
      observed.calls += Double(calls[day])
      observed.seconds += Double(seconds[day])
      expected.calls += shares[day] * meanCalls[weekday]
      expected.seconds += shares[day] * meanSeconds[weekday]
    }
    return Season.Level(
      calls: expected.calls > 0 ? observed.calls / expected.calls * week.calls : 0,
      unitHours: expected.seconds > 0
        ? week.unitHours * (observed.seconds / expected.seconds) : .zero)
  }
}

/// Quantiles of a sample.
enum Quantile {
  /// Returns the quantile at `share` by linear interpolation between order statistics.
  ///
  /// Source: R. J. Hyndman and Y. Fan, *American Statistician* 50, 1996, definition 7.
  ///
  /// - Precondition: There is a value, and `share` is from 0 to 1.
  static func of(_ values: [Double], at share: Double) -> Double {
    precondition(!values.isEmpty && (0...1).contains(share), "A quantile needs a sample")
    let sorted = values.sorted()
    let position = share * Double(sorted.count - 1)
    let below = Int(position)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (position - Double(below)) * (sorted[above] - sorted[below])
  }
}
