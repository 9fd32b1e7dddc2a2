internal import PolicingDomain

/// Turns seconds on the street to means, extremes and deviations by hour of the week.
struct StreetSum {
  /// The seconds.
  let cells: StreetCells
  /// The clock by which they were booked.
  let clock: StreetClock
  /// The districts, by their place; the first is that of rows without one.
  let districts: [District.ID?]
  /// Whether records tell of units, and of officers.
  let tells: (units: Bool, officers: Bool)

  /// The figures and the hours in them.
  struct Answer {
    var series: [Deployment.Series] = []
    var observed = StreetCells.Amount()
    var days: Set<Int> = []
  }

  /// Returns the figures over the hours of `days` that `isObserved` says are whole.
  ///
  /// - Parameters:
  ///   - days: The days that may be observed, as numbers of days, in order.
  ///   - isObserved: Whether the records of a district, a day and an hour of the day are all there.
  /// - Returns: The series in the order of districts and classes, and the hours in them.
  /// - Complexity: O(districts × days × 24 × classes).
  func answer(days: [Int], isObserved: (Int, Int, Int) -> Bool) -> Answer {
    var answer = Answer()
    let places = Set(cells.rows.map(\.district)).sorted { order($0) < order($1) }
    for place in places {
      let rows = cells.rows.filter { $0.district == place }
        .sorted { $0.unitClass.order < $1.unitClass.order }
      var hours = [[Int]](repeating: [], count: HourOfWeek.count)
      for day in days {
        for hour in 0..<24 where isObserved(place, day, hour) {
          let wall = day * 24 + hour
          let real = clock.realHours(ofWallHour: wall)
          hours[LocalTime(seconds: wall * 3600).hourOfWeek.index] += real
          answer.days.insert(day)
        }
      }
      for row in rows { add(row, hours, to: &answer) }
    }
    return answer
  }

  private func order(_ place: Int) -> (Int, String) {
    districts[place].map { (0, $0.description) } ?? (1, "")
  }

  private func add(_ row: StreetCells.Row, _ hours: [[Int]], to answer: inout Answer) {
    var units: [Deployment.Level] = []
    var officers: [Deployment.Level] = []
    for real in hours {
      let amounts = real.map { cells.amount(of: row, realHour: $0) }
      for amount in amounts { answer.observed += amount }
      units.append(Self.level(amounts.map(\.units)))
      officers.append(Self.level(amounts.map(\.officers)))
    }
    answer.series.append(
      Deployment.Series(
        district: districts[row.district], unitClass: row.unitClass,
        units: tells.units ? units : nil, officers: tells.officers ? officers : nil))
  }

  /// The level of hours in which so many seconds were spent.
  static func level(_ seconds: [Int]) -> Deployment.Level {
    guard let least = seconds.min(), let most = seconds.max() else { return .none }
    let count = Double(seconds.count)
    let mean = Double(seconds.reduce(0, +)) / 3600 / count
    let squares = seconds.reduce(0.0) { sum, value in
      let gap = Double(value) / 3600 - mean
      return sum + gap * gap
    }
    return Deployment.Level(
      mean: mean, least: Double(least) / 3600, most: Double(most) / 3600,
      deviation: seconds.count > 1 ? (squares / (count - 1)).squareRoot() : 0,
      occurrences: seconds.count)
  }

  /// Returns `amount` in hours, as far as it is told.
  func hours(_ amount: StreetCells.Amount) -> Deployment.Total {
    Deployment.Total(
      units: tells.units ? UnitHours(Double(amount.units) / 3600) : nil,
      officers: tells.officers ? OfficerHours(Double(amount.officers) / 3600) : nil)
  }
}
