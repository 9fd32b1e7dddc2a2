import PolicingDomain
import QueueingModels

/// The calls of one priority in one pool over the week.
struct QueuedStream {
  /// Calls an hour, by hour of the week.
  let arrivals: [Double]
  /// The shares of calls that draw 1, 2, … units.
  let units: UnitsPerCall
  /// Hours of one unit on a call.
  let unitTime: Double

  /// Adds up the parts of some districts; a district without a row in the demand has no calls.
  init(parts: [Demand.Stream], districts: [(id: District.ID, row: Int)]) {
    arrivals = HourOfWeek.all.map { hour in
      districts.reduce(0) { sum, district in
        sum + parts.reduce(0) { $0 + $1.arrivals[district.id, hour] }
      }
    }
    var calls = [Double](repeating: 0, count: UnitsPerCall.most)
    var unitHours = 0.0
    for district in districts {
      for part in parts {
        let all = part.arrivals.total(of: district.id)
        unitHours += all * part.unitTimePerCall[district.row].value
        for (position, share) in part.unitsPerCall[district.row].shares.enumerated() {
          calls[min(position, calls.count - 1)] += all * share
        }
      }
    }
    units = UnitsPerCall(calls: calls)
    let drawn = calls.reduce(0, +) * units.mean
    unitTime = drawn > 0 ? unitHours / drawn : 0
  }

  /// Units that these calls keep busy, by hour, if each were in the steady state of its own rate.
  var load: [Double] { arrivals.map { $0 * units.mean * unitTime } }
}

/// The calls that queue for one pool of units, by priority and hour of the week.
struct PoolCalls {
  /// The priorities, most urgent first.
  let priorities: [CallPriority]
  /// The calls of each priority, as they come.
  let streams: [QueuedStream]
  /// Units busy with calls of the community, by the hours that the work really covers.
  let busyUnits: [Double]
  /// Units at work that no call interrupts.
  let removedUnits: [Double]
  /// Calls of all priorities to which a unit goes.
  let allCalls: [Double]
  /// The queue of each hour, by the rates of the rule for time.
  private let hours: [PatrolQueue.Hour]

  init(
    priorities: [CallPriority], streams: [QueuedStream], busyUnits: [Double],
    removedUnits: [Double], allCalls: [Double], rule: QueueingAssumptions.TimeRule
  ) {
    self.priorities = priorities
    self.streams = streams
    self.busyUnits = busyUnits
    self.removedUnits = removedUnits
    self.allCalls = allCalls
    let rates = streams.map { Self.rates($0, rule) }
    hours = HourOfWeek.all.map { Self.hour($0.index, streams, rates, removedUnits) }
  }

  /// The rates of one stream by a rule for time; their sum over the week stays the same.
  private static func rates(
    _ stream: QueuedStream, _ rule: QueueingAssumptions.TimeRule
  ) -> [Double] {
    guard stream.unitTime > 0, stream.arrivals.contains(where: { $0 > 0 }) else {
      return stream.arrivals
    }
    let load: LoadRule =
      switch rule {
      case .hourly: .periodMean
      case .lagged: .laggedMean
      case .offeredLoad: .offeredLoadMean
      }
    let loads = load.loads(
      of: ArrivalCurve(rates: stream.arrivals), serviceRate: 1 / stream.unitTime)
    return loads.map { $0 / stream.unitTime }
  }

  /// Returns the queue over `hours`.
  func queue(during hours: [HourOfWeek]) -> PatrolQueue {
    PatrolQueue(priorities: priorities, hours: hours.map { self.hours[$0.index] })
  }

  private static func hour(
    _ index: Int, _ streams: [QueuedStream], _ rates: [[Double]], _ removedUnits: [Double]
  ) -> PatrolQueue.Hour {
    var classes: [CustomerClass] = []
    var drawn = 0.0
    var unitHours = 0.0
    for (stream, rates) in zip(streams, rates) {
      classes.append(CustomerClass(arrivalRate: rates[index], servers: stream.units.shares))
      drawn += rates[index] * stream.units.mean
      unitHours += rates[index] * stream.units.mean * stream.unitTime
    }
    return .init(
      calls: streams.map { $0.arrivals[index] }, classes: classes,
      unitTime: drawn > 0 ? unitHours / drawn : 0, removedUnits: removedUnits[index])
  }

  /// Returns units busy on average over `hours`.
  func busyUnits(during hours: [HourOfWeek]) -> Double {
    hours.isEmpty ? 0 : hours.reduce(0) { $0 + busyUnits[$1.index] } / Double(hours.count)
  }

  /// Returns units at work that no call interrupts, on average over `hours`.
  func removedUnits(during hours: [HourOfWeek]) -> Double {
    hours.isEmpty ? 0 : hours.reduce(0) { $0 + removedUnits[$1.index] } / Double(hours.count)
  }

  /// Returns calls of all priorities to which a unit goes, over `hours`.
  func allCalls(during hours: [HourOfWeek]) -> Double {
    hours.reduce(0) { $0 + allCalls[$1.index] }
  }
}
