public import PolicingDomain

extension BeatService {
  /// The holds that are compared: none, and 5 to 30 minutes.
  public static let usualHolds = [0, 5, 10, 15, 20, 30].map { Hours(minutes: $0) }

  /// Returns the service by own units of every district × watch, in that order, at stated units.
  ///
  /// Without holding, the own unit serves a call when it is free, or by chance when all are busy: Larson's
  /// approximate hypercube, with cars for the beats that have most calls. Held calls of one priority
  /// wait for their own unit, at most the stated time, then queue as others do. The mean over
  /// the weekdays is taken for calls and for units, which are rounded to whole ones.
  ///
  /// - Parameters:
  ///   - units: The units on the street: required, deployed or planned.
  ///   - beats: The calls of the beats: `Workload.beats`.
  ///   - waits: The waits at these units, of which the held priority's is what held calls wait afterwards.
  ///   - demand: The calls.
  ///   - geography: The beats of each district.
  ///   - watches: The watches.
  ///   - held: The priority that is held.
  ///   - holds: The longest times of holding.
  /// - Returns: A row for each; a district without calls of its beats has none.
  /// - Throws: A ``RequirementsError`` for units or holds that are negative or not finite.
  /// - Complexity: O(districts × watches × passes × beats × units).
  public static func all(
    at units: [UnitsOnStreet], beats: [Workload.BeatRow], waits: [DistrictWaits], demand: Demand,
    geography: Geography, watches: [Watch], held: CallPriority, holds: [Hours] = usualHolds
  ) throws(RequirementsError) -> [BeatService] {
    for entry in units { _ = try Figure("The number of units", entry.units).checked() }
    for hold in holds { _ = try Figure("The longest hold", hold.value).checked() }
    var rows: [BeatService] = []
    for (row, district) in demand.districts.enumerated() {
      let shares = Self.shares(of: district, beats, geography)
      guard !shares.isEmpty else { continue }
      let wait = waits.first { $0.district == district }?.waits.first { $0.priority == held }?.wait
      for watch in watches {
        let calls = WatchCalls(demand, row: row, watch, held: held)
        let removed = calls.removedUnits
        let mean = units.mean(of: district, watch.id)
        let cars = BeatCars(
          shares: shares, units: Int(max(0, mean - removed).rounded()), calls: calls.perHour,
          unitsPerCall: calls.unitsPerCall, unitTime: calls.unitTime)
        rows.append(
          service(cars, calls, wait: wait, holds: holds, of: district, during: watch.id))
      }
    }
    return rows
  }

  /// The shares of the calls of a district's beats, most calls first; those without calls are left out.
  private static func shares(
    of district: District.ID, _ beats: [Workload.BeatRow], _ geography: Geography
  ) -> [Double] {
    let own = Set(geography.beats.filter { $0.district == district }.map(\.id))
    let counts = beats.filter { own.contains($0.beat) && $0.calls > 0 }
      .map { Double($0.calls) }.sorted(by: >)
    let all = counts.reduce(0, +)
    return counts.map { $0 / all }
  }

  private static func service(
    _ beats: BeatCars, _ calls: WatchCalls, wait: Hours?, holds: [Hours],
    of district: District.ID, during watch: Watch.ID
  ) -> BeatService {
    let cars = beats.cars()
    let share = cars.map { cars in
      zip(cars, beats.shares).reduce(0) { $0 + $1.0.share * $1.1 }
    }
    var outcomes: [Hold] = []
    if let cars, let share, let wait, wait.value.isFinite, calls.heldPerHour > 0 {
      outcomes = holds.map { hold in
        let (shareOfHeld, mean) = beats.holding(cars, hold, calls, queued: wait)
        let heldPart = calls.heldPerHour / calls.perHour
        return Hold(
          longest: hold, shareOfHeld: shareOfHeld,
          shareOfAll: share * (1 - heldPart) + shareOfHeld * heldPart, meanWait: mean)
      }
    }
    return BeatService(
      district: district, watch: watch, units: beats.units, beats: beats.shares.count,
      beatsWithUnit: beats.ownCars, calls: calls.perHour, busyShare: beats.busyShare,
      shareByOwnUnit: share, smallestShare: cars?.map(\.share).min(), holds: outcomes)
  }
}

extension BeatCars {
  /// Returns the share of held calls that own cars serve, and their mean wait.
  ///
  /// A call that is given up goes where calls go that find their own car busy: to another, or into
  /// the queue, from which chance may bring it back.
  fileprivate func holding(
    _ cars: [Car], _ hold: Hours, _ calls: WatchCalls, queued: Hours
  ) -> (share: Double, wait: Hours) {
    var share = 0.0
    var wait = shares.dropFirst(cars.count).reduce(0) { $0 + $1 * queued.value }
    for (car, part) in zip(cars, shares) {
      let held = HeldCalls(
        busyShare: car.busy, callRate: calls.heldPerHour * part, serviceRate: 1 / unitTime,
        longest: hold.value)
      let byChance = car.busy > 0 ? max(0, car.share - (1 - car.busy)) / car.busy : 0
      let lost = car.busy > 0 ? held.shareLost / car.busy : 0
      share += part * (1 - held.shareLost * (1 - byChance))
      wait += part * (held.meanHold + lost * queued.value)
    }
    return (share, Hours(wait))
  }
}

/// The calls of one district during one watch, on average over the weekdays.
struct WatchCalls {
  /// Calls an hour.
  let perHour: Double
  /// Those of the held priority.
  let heldPerHour: Double
  let unitsPerCall: Double
  let unitTime: Double
  let removedUnits: Double

  init(_ demand: Demand, row: Int, _ watch: Watch, held: CallPriority) {
    let district = demand.districts[row]
    let hours = Weekday.allCases.flatMap { watch.hours(on: $0) }
    let count = Double(max(1, hours.count))
    var (all, ofHeld, drawn, work) = (0.0, 0.0, 0.0, 0.0)
    for stream in demand.streams {
      let calls = hours.reduce(0) { $0 + stream.arrivals[district, $1] } / count
      all += calls
      if stream.priority == held { ofHeld += calls }
      drawn += calls * stream.unitsPerCall[row].mean
      work += calls * stream.unitTimePerCall[row].value
    }
    perHour = all
    heldPerHour = ofHeld
    unitsPerCall = all > 0 ? drawn / all : 1
    unitTime = drawn > 0 ? work / drawn : 0
    removedUnits = hours.reduce(0) { $0 + (demand.removedUnits?[district, $1] ?? 0) } / count
  }
}

extension [UnitsOnStreet] {
  /// Returns the mean of the weekdays of one district and watch.
  fileprivate func mean(of district: District.ID, _ watch: Watch.ID) -> Double {
    let own = filter { $0.district == district && $0.watch == watch }
    return own.isEmpty ? 0 : own.reduce(0) { $0 + $1.units } / Double(own.count)
  }
}
