public import PolicingDomain

extension ScheduledWork {
  /// Adds up scheduled work: posts × hours, in the hours of the week that each window covers.
  ///
  /// A window that starts within the period counts whole, also when it runs beyond its end.
  ///
  /// - Parameters:
  ///   - commitments: The work.
  ///   - period: The days on which windows may start.
  ///   - districts: The districts of the study; work in another one is not counted.
  /// - Complexity: O(commitments × (days + districts × 168)).
  public init(of commitments: [Commitment], during period: StudyPeriod, districts: [District.ID]) {
    let rows = districts + [Self.cityRow]
    var streams: [StreamCells] = []
    var lines: [Line] = []
    for commitment in commitments {
      let places = commitment.rows(in: districts)
      let hours = commitment.hoursByHourOfWeek(during: period)
      let position =
        streams.firstIndex { $0.holds(commitment) }
        ?? {
          streams.append(StreamCells(like: commitment, rows: rows.count))
          return streams.count - 1
        }()
      for row in places { streams[position].add(commitment, hours: hours, row: row) }
      let unitHours = hours.reduce(0, +) * commitment.posts * Double(places.count)
      lines.append(
        Line(
          commitment: commitment,
          occurrences: commitment.window.starts(during: period).reduce(0, +),
          unitHours: UnitHours(unitHours),
          officerHours: OfficerHours(unitHours * commitment.officersPerPost)))
    }
    self.init(period: period, lines: lines, streams: streams.map { $0.stream(rows) })
  }
}

extension Commitment {
  /// The rows of the table that the posts are in.
  fileprivate func rows(in districts: [District.ID]) -> [Int] {
    switch place {
    case .eachDistrict: Array(districts.indices)
    case .district(let id): districts.firstIndex(of: id).map { [$0] } ?? []
    case .city: [districts.count]
    }
  }

  /// The hours of one post in each hour of the week over the period.
  fileprivate func hoursByHourOfWeek(during period: StudyPeriod) -> [Double] {
    var minutes = [Int](repeating: 0, count: HourOfWeek.count)
    for (weekday, starts) in zip(Weekday.allCases, window.starts(during: period)) where starts > 0 {
      for part in window.minutesByHour(startingOn: weekday) {
        minutes[part.hour.index] += part.minutes * starts
      }
    }
    return minutes.map { Double($0) / 60 }
  }
}

/// A stream while it is being added up.
private struct StreamCells {
  let kind: Commitment.Kind
  let interruptibility: Commitment.Interruptibility
  let supply: Commitment.Supply
  private var unitHours: [Double]
  private var officerHours: [Double]

  init(like commitment: Commitment, rows: Int) {
    kind = commitment.kind
    interruptibility = commitment.interruptibility
    supply = commitment.supply
    unitHours = [Double](repeating: 0, count: rows * HourOfWeek.count)
    officerHours = unitHours
  }

  func holds(_ commitment: Commitment) -> Bool {
    kind == commitment.kind && interruptibility == commitment.interruptibility
      && supply == commitment.supply
  }

  mutating func add(_ commitment: Commitment, hours: [Double], row: Int) {
    for (hour, amount) in hours.enumerated() where amount > 0 {
      let units = amount * commitment.posts
      unitHours[row * HourOfWeek.count + hour] += units
      officerHours[row * HourOfWeek.count + hour] += units * commitment.officersPerPost
    }
  }

  func stream(_ rows: [District.ID]) -> ScheduledWork.Stream {
    ScheduledWork.Stream(
      kind: kind, interruptibility: interruptibility, supply: supply,
      unitHours: HourlyTable(districts: rows, values: unitHours),
      officerHours: HourlyTable(districts: rows, values: officerHours))
  }
}
