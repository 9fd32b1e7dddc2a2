public import PolicingDomain

extension PriorityWait {
  /// Returns the waits of the calls of all districts together, by priority, at stated units.
  ///
  /// Each call counts once, with the wait that it finds in its own district and hour: the mean is over
  /// calls, and the wait of nine in ten is that of the mixture, not a mean of other such waits. Units
  /// that are not stated are none.
  ///
  /// - Returns: Priorities that have calls, most urgent first.
  /// - Throws: What ``UnitRequirements`` refuses, and a number of units that is negative or not finite.
  /// - Complexity: O(districts × 168 × priorities) shares of waits, some twenty-five times.
  public static func all(
    at units: [UnitsOnStreet], demand: Demand, geography: Geography, watches: [Watch],
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [PriorityWait] {
    var known: [UnitKey: Double] = [:]
    for entry in units {
      let count = try Figure("The number of units", entry.units).checked()
      known[UnitKey(entry.district, entry.watch, entry.weekday), default: 0] += count
    }
    let days = WatchDay.all(of: watches)
    var found: [(priority: CallPriority, waits: WaitMixture)] = []
    for pool in try PatrolPool.all(demand, geography, standards, queueing) {
      for (position, priority) in pool.calls.priorities.enumerated() {
        let own = pool.waits(of: position, known, days)
        if let place = found.firstIndex(where: { $0.priority == priority }) {
          found[place].waits.add(own)
        } else {
          found.append((priority, own))
        }
      }
    }
    return found.filter { $0.waits.weight > 0 }.sorted { $0.priority < $1.priority }.map {
      let isEndless = $0.waits.endlessShare > 0
      return PriorityWait(
        priority: $0.priority, calls: $0.waits.weight,
        mean: Hours(isEndless ? .infinity : $0.waits.meanOfSteady ?? 0),
        ninetieth: Hours($0.waits.quantile(0.9) ?? 0))
    }
  }
}

extension PatrolPool {
  /// Returns the waits of one priority over `days`.
  fileprivate func waits(
    of position: Int, _ units: [UnitKey: Double], _ days: [WatchDay]
  ) -> WaitMixture {
    var mixture = WaitMixture()
    for day in days {
      let all = members.reduce(0) {
        $0 + (units[UnitKey($1.id, day.watch.id, day.weekday)] ?? 0)
      }
      let queue = calls.queue(during: day.hours)
      mixture.add(queue.waits(overCalls: position, queue.states(all)))
    }
    return mixture
  }
}
