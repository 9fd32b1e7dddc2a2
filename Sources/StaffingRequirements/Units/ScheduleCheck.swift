import PolicingDomain
import QueueingModels

/// A week of units on the street, with the queues that reach from one hour into the next
/// (FORMULATION 4.6).
///
/// The number of busy units and waiting calls is followed through the week until the week repeats,
/// with the units of each watch, and units finish their call when their watch ends. Calls of all priorities
/// that queue are one stream here, with one mean time of a unit and the units per call of the
/// pool's week, because what reaches into the next hour is work, whatever its urgency. It gives
/// the probability of a wait; how long those wait who do is taken from the steady state.
struct ScheduleCheck {
  /// The probability of a wait in each hour of the week; nothing where the week cannot keep up.
  let waitShares: [Double]?

  /// Follows the week.
  ///
  /// - Parameters:
  ///   - calls: The calls of a pool.
  ///   - units: The units on the street in each hour; parts of a unit are left out.
  init(_ calls: PoolCalls, units: [Double]) {
    let rates = HourOfWeek.all.map { hour in
      calls.streams.reduce(0) { $0 + $1.arrivals[hour.index] }
    }
    var groups = [Double](repeating: 0, count: UnitsPerCall.most)
    var drawn = 0.0
    var unitHours = 0.0
    for stream in calls.streams {
      let all = stream.arrivals.reduce(0, +)
      for (position, share) in stream.units.shares.enumerated() { groups[position] += all * share }
      drawn += all * stream.units.mean
      unitHours += all * stream.units.mean * stream.unitTime
    }
    guard unitHours > 0 else {
      waitShares = HourOfWeek.all.map { _ in 0 }
      return
    }
    let free = zip(units, calls.removedUnits).map { Int(max(0, $0 - $1 + 1e-9).rounded(.down)) }
    let queue = VaryingQueue(
      arrivals: ArrivalCurve(rates: rates), serviceRate: drawn / unitHours, servers: free,
      groups: UnitsPerCall(calls: groups).shares, shiftChange: .finishIdleFirst)
    let run = queue.cyclicSteadyState(instantsPerPeriod: 2, tolerance: 1e-6).settledRun
    waitShares = run.map { $0.periods.map(\.waitProbability) }
  }
}

extension TimeStandard {
  /// Returns whether the standard holds when the probability of a wait is that of the week's queues.
  ///
  /// - Parameters:
  ///   - finding: What calls find in the steady state of each hour.
  ///   - waitShares: The probability of a wait in each of these hours.
  /// - Returns: True without calls of its priority.
  func isMet(_ finding: PatrolFinding, waitShares: [Double]) -> Bool {
    let queue = finding.queue
    guard let position = queue.priorities.firstIndex(of: priority) else { return true }
    var calls = 0.0
    var sum = 0.0
    for (place, hour) in queue.hours.enumerated() where hour.calls[position] > 0 {
      let state = finding.states[place]
      calls += hour.calls[position]
      let steady = state.waitProbability
      let factor = steady > 0 ? waitShares[place] / steady : 1
      switch limit {
      case .share(_, let time):
        if state.isOverloaded { continue }
        let late = (1 - state.share(position, within: time.value)) * factor
        sum += hour.calls[position] * (1 - min(1, late))
      case .mean:
        sum += hour.calls[position] * state.meanWait(position) * factor
      }
    }
    guard calls > 0 else { return true }
    switch limit {
    case .share(let share, _): return sum / calls >= share.value
    case .mean(let mean): return sum / calls <= mean.value
    }
  }
}
