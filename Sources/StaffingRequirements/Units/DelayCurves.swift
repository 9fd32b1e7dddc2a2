public import PolicingDomain
import QueueingModels

/// What urgent calls of each hour wait with each number of units (FORMULATION 7.2).
///
/// With λ urgent calls in the hour and W the wait of one of them for its first unit, the hours that they
/// wait before the hour is over are
///
///     D(n) = λ ∫₀¹ (1 − x) P(W > x) dx
///
/// because a call that comes at time t can wait 1 − t at most, and calls come evenly over the hour. W is that
/// of ``UnitRequirements``: steady state at the rates of the rule for time, several units a call, priorities
/// without interruption, urgent calls together before all others. Where other work piles up, urgent calls
/// find every unit busy and still have a steady wait; where urgent calls alone exceed the units, W has no
/// bound. So D is finite for every number of units: λ/2 with none, and close to λ E[W] where waits
/// are short against an hour.
///
/// P(W > x) is P(W > 0) times an exponential tail with the exact mean. That is exact where a call
/// draws one unit; for several units it touches only waits that reach beyond the end of the hour.
///
/// **What it leaves out.** An hour with too few units for its urgent calls is taken to stand amid others like
/// it, so that a call of it gets nothing until the hour is over. After calm hours the calls would wait
/// less, at least (λ − those that the units can begin) / 2; the hull, which is a straight line from no unit to a
/// number that keeps up, lies between the two. Calls that still wait from the hour before count there, up to
/// its end only. Districts do not help one another here.
///
/// Source: the mean over a finite interval is derived here; waits as in `SeveralServerQueue` of
/// QueueingModels; with one unit a call, A. Cobham, Operations Research 2 (1954), 70–76. The hull is
/// the monotone chain of A. M. Andrew, Information Processing Letters 9 (1979), 216–219.
public enum DelayCurves {
  /// The part of the waiting without units that is taken for none.
  private static let nothing = 1e-9

  /// Returns the curve of every district × hour of the week, in that order.
  ///
  /// - Parameters:
  ///   - demand: The calls.
  ///   - geography: The districts; each is a pool by itself here.
  ///   - watches: The watches of `requirements`.
  ///   - standards: Which priorities queue.
  ///   - queueing: The rule for time.
  ///   - requirements: The units required by watch and weekday; an hour without one requires none.
  ///   - urgent: The priorities whose waiting counts, equally; nothing means those with a standard for
  ///     the wait and the two most urgent that have calls.
  /// - Returns: A curve for each; one of a single zero where there are no urgent calls.
  /// - Throws: What ``UnitRequirements`` refuses, and ``RequirementsError/noSuchCalls(priority:)`` for an
  ///   urgent priority that does not queue.
  /// - Complexity: O(districts × 168 × numbers of units) states of a queue.
  public static func all(
    demand: Demand, geography: Geography, watches: [Watch], standards: ServiceStandards,
    queueing: QueueingAssumptions = QueueingAssumptions(), requirements: [UnitRequirement] = [],
    urgent: [CallPriority]? = nil
  ) throws(RequirementsError) -> [DelayCurve] {
    var alone = queueing
    alone.pooling = .district
    let pools = try PatrolPool.all(demand, geography, standards, alone)
    let priorities = pools.first?.calls.priorities ?? []
    let chosen = urgent ?? defaults(priorities, standards)
    if let wrong = chosen.first(where: { !priorities.contains($0) }), !priorities.isEmpty {
      throw .noSuchCalls(priority: wrong)
    }
    let positions = priorities.indices.filter { chosen.contains(priorities[$0]) }
    let required = RequiredByHour(requirements, watches)
    return pools.flatMap { pool in
      pool.calls.queue(during: HourOfWeek.all).hours.enumerated().map { index, hour in
        let place = HourOfWeek(wrapping: index)
        let district = pool.members[0].id
        let work = UrgentHour(hour, urgent: positions)
        return DelayCurve(
          district: district, hour: place, calls: work.calls,
          hoursWaited: LowerHull.values(of: work.hoursWaited(downTo: nothing)),
          keepsUp: work.keepsUp, required: required[district, place])
      }
    }
  }

  /// Those with a standard for the wait, and the two most urgent.
  private static func defaults(
    _ priorities: [CallPriority], _ standards: ServiceStandards
  ) -> [CallPriority] {
    let named = standards.waiting.map(\.priority).filter { priorities.contains($0) }
    return Set(named + priorities.prefix(2)).sorted()
  }
}

/// The urgent calls of one hour before all others.
struct UrgentHour {
  /// Urgent calls as they come.
  let calls: Double
  /// The hour with two classes: urgent calls, and all others.
  private let hour: PatrolQueue.Hour

  init(_ whole: PatrolQueue.Hour, urgent: [Int]) {
    calls = urgent.reduce(0) { $0 + whole.calls[$1] }
    let others = whole.classes.indices.filter { !urgent.contains($0) }
    hour = PatrolQueue.Hour(
      calls: [calls, others.reduce(0) { $0 + whole.calls[$1] }],
      classes: [Self.merged(whole, urgent), Self.merged(whole, others)], unitTime: whole.unitTime,
      removedUnits: whole.removedUnits)
  }

  private static func merged(_ hour: PatrolQueue.Hour, _ positions: [Int]) -> CustomerClass {
    var shares = [Double](repeating: 0, count: UnitsPerCall.most)
    var rate = 0.0
    for position in positions {
      let part = hour.classes[position]
      rate += part.arrivalRate
      for (place, share) in part.servers.enumerated() { shares[place] += share * part.arrivalRate }
    }
    guard rate > 0 else { return CustomerClass(arrivalRate: 0) }
    return CustomerClass(arrivalRate: rate, servers: shares.map { $0 / rate })
  }

  /// The fewest units that keep up with all calls that queue.
  var keepsUp: Int {
    hour.load > 0 ? Int((hour.load + hour.removedUnits).rounded(.down)) + 1 : 0
  }

  /// Returns the hours waited with 0, 1, 2, … units, until less than a part of those without units
  /// is left.
  func hoursWaited(downTo nothing: Double) -> [Double] {
    guard calls > 0, hour.load > 0 else { return [0] }
    var values: [Double] = []
    for units in 0..<keepsUp {
      values.append(calls * meanPart(hour.state(Double(units))))
    }
    var growing = HourUnits(hour, units: keepsUp)
    let none = calls / 2
    while true {
      // More units never make calls wait longer; what rounding adds is no wait.
      let value = min(calls * meanPart(growing.state), values.last ?? none)
      values.append(value)
      if value <= nothing * none { return values }
      growing.addUnit()
    }
  }

  /// Returns the mean hours that an urgent call waits before the hour is over.
  private func meanPart(_ state: PatrolQueue.HourState) -> Double {
    let probability = state.waitProbability
    guard probability > 0 else { return 0 }
    return probability * ExponentialParts.withinPeriod(meanWait: state.meanWait(0) / probability)
  }
}

/// The units required in each hour, by district.
private struct RequiredByHour {
  private var units: [District.ID: [Double]] = [:]

  init(_ requirements: [UnitRequirement], _ watches: [Watch]) {
    for need in requirements {
      guard let watch = watches.first(where: { $0.id == need.watch }) else { continue }
      for hour in watch.hours(on: need.weekday) {
        let row = units[need.district, default: [Double](repeating: 0, count: HourOfWeek.count)]
        units[need.district] = row
        units[need.district]?[hour.index] = max(row[hour.index], need.units)
      }
    }
  }

  subscript(district: District.ID, hour: HourOfWeek) -> Double {
    units[district]?[hour.index] ?? 0
  }
}
