public import PolicingDomain

extension WaitCalibration {
  /// Predicts the waits at the units really deployed, beside those observed (FORMULATION 4.9).
  ///
  /// Both sides weigh hours as the calls in them whose wait is known; calls of hours with more work
  /// than units have no prediction and are in the observed mean alone. Where
  /// the records show that the units of an hour vary from day to day, half of the calls are taken to
  /// find the mean less the standard deviation and half the mean and as much more, because waits
  /// grow faster below than they fall above.
  ///
  /// With pooling by zone, the calls of a district find the calls and the units of their whole zone;
  /// the units of a row are the district's own.
  ///
  /// - Parameters:
  ///   - waits: What the export tells.
  ///   - deployment: The units on the street; districts that it does not tell of are left out, and,
  ///     with pooling by zone, zones with such a district.
  ///   - demand: The demand of the same period, without growth.
  ///   - watches: The watches of the rows.
  ///   - standards: Which priorities queue beside the urgent ones.
  ///   - queueing: The rule for time, and whose units go to a call.
  ///   - geography: The districts and their zones, for pooling by zone.
  /// - Throws: A ``RequirementsError`` for a demand that has negative numbers.
  /// - Complexity: O(districts × 168 × priorities) waits, some twenty times for the totals.
  public init(
    of waits: ObservedWaits, at deployment: Deployment, demand: Demand, watches: [Watch],
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions(),
    geography: Geography? = nil
  ) throws(RequirementsError) {
    let queued = try QueuedCalls(demand, under: standards, queueing: queueing)
    var rows: [Row] = []
    var sums = queued.priorities.map { PrioritySum(priority: $0) }
    let zones = queueing.pooling == .zone ? geography?.zones ?? [] : []
    var pools: [[District.ID]: DeployedHours] = [:]
    for (place, district) in demand.districts.enumerated() {
      let zone = zones.first { $0.districts.contains(district) }
      let pool = zone?.districts.sorted() ?? [district]
      guard let units = deployment.patrolLevels(in: [district])?.map(\.mean),
        let levels = deployment.patrolLevels(in: pool)
      else { continue }
      let hours = pools[pool] ?? DeployedHours(queued.calls(of: pool), levels)
      pools[pool] = hours
      for (position, priority) in queued.priorities.enumerated() {
        guard let seen = waits.row(priority) else { continue }
        sums[position].distribution += seen.distributions[place]
        for watch in watches {
          let inWatch = Weekday.allCases.flatMap { watch.hours(on: $0) }
          let cell = hours.cell(position, seen, district, inWatch, units: units)
          sums[position].add(cell)
          if let row = cell.row(district, watch.id, priority) { rows.append(row) }
        }
      }
    }
    self.init(deployment: deployment.kind, rows: rows, totals: sums.compactMap(\.total))
  }
}

/// What the calls of one pool find in each hour with the units deployed.
private struct DeployedHours {
  private let states: [[PatrolQueue.HourState]]

  init(_ calls: PoolCalls, _ levels: [Deployment.Level]) {
    let queue = calls.queue(during: HourOfWeek.all)
    states = zip(queue.hours, levels).map { hour, level in
      guard level.occurrences > 1, level.deviation > 0 else { return [hour.state(level.mean)] }
      return [-1.0, 1].map { hour.state(max(0, level.mean + $0 * level.deviation)) }
    }
  }

  /// Returns the calls of one class and district in `hours`, observed and predicted, with its units.
  func cell(
    _ position: Int, _ seen: ObservedWaits.Row, _ district: District.ID, _ hours: [HourOfWeek],
    units: [Double]
  ) -> CalibrationCell {
    var cell = CalibrationCell()
    for hour in hours {
      let calls = seen.known[district, hour]
      cell.calls += calls
      cell.hoursWaited += seen.hours[district, hour]
      cell.units += calls * units[hour.index]
      let share = calls / Double(states[hour.index].count)
      for state in states[hour.index] { cell.predicted.add(share, state, position) }
    }
    return cell
  }
}

/// Calls of one class, observed and predicted.
private struct CalibrationCell {
  var calls = 0.0
  var hoursWaited = 0.0
  var units = 0.0
  var predicted = WaitMixture()

  func row(
    _ district: District.ID, _ watch: Watch.ID, _ priority: CallPriority
  ) -> WaitCalibration.Row? {
    guard calls > 0 else { return nil }
    return .init(
      district: district, watch: watch, priority: priority, observations: Int(calls),
      units: units / calls, observedMean: Hours(hoursWaited / calls),
      predictedMean: predicted.meanOfSteady.map { Hours($0) },
      predictedWaitShare: predicted.waitShare ?? 0, overloadedShare: predicted.endlessShare)
  }
}

/// Calls of one priority in all districts.
private struct PrioritySum {
  let priority: CallPriority
  var distribution = WaitDistribution()
  private var calls = 0.0
  private var hoursWaited = 0.0
  private var predicted = WaitMixture()

  init(priority: CallPriority) { self.priority = priority }

  mutating func add(_ cell: CalibrationCell) {
    calls += cell.calls
    hoursWaited += cell.hoursWaited
    for part in cell.predicted.parts { predicted.add(part.weight, part.state, part.position) }
  }

  var total: WaitCalibration.Total? {
    guard calls > 0 else { return nil }
    return .init(
      priority: priority, observations: Int(calls), observedMean: Hours(hoursWaited / calls),
      observedNinetieth: distribution.quantile(Share(9, of: 10)),
      predictedMean: predicted.meanOfSteady.map { Hours($0) },
      predictedNinetieth: predicted.quantile(0.9).flatMap { $0.isFinite ? Hours($0) : nil },
      overloadedShare: predicted.endlessShare)
  }
}

extension Deployment {
  /// The patrol units of some districts by hour of the week; nothing when the records tell of none in
  /// one of them.
  ///
  /// Classes of units, and districts, are taken to vary independently of one another.
  fileprivate func patrolLevels(in districts: [District.ID]) -> [Level]? {
    let supply = series.filter { row in
      row.unitClass.isPatrolSupply && districts.contains { $0 == row.district }
    }
    let units = supply.compactMap(\.units)
    let told = Set(supply.compactMap(\.district))
    guard told.count == districts.count, units.count == supply.count else { return nil }
    return (0..<HourOfWeek.count).map { hour in
      let parts = units.map { $0[hour] }
      return Level(
        mean: parts.reduce(0) { $0 + $1.mean }, least: parts.reduce(0) { $0 + $1.least },
        most: parts.reduce(0) { $0 + $1.most },
        deviation: parts.reduce(0) { $0 + $1.deviation * $1.deviation }.squareRoot(),
        occurrences: parts.map(\.occurrences).min() ?? 0)
    }
  }
}
