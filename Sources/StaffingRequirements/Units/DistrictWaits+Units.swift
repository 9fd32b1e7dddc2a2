public import PolicingDomain

extension DistrictWaits {
  /// Returns the mean waits of every district, in the order of the geography, at stated units.
  ///
  /// Waits are those of ``UnitRequirements``, each watch of each weekday weighted with its calls.
  /// A district without queued calls has none; units that are not stated are none.
  ///
  /// - Throws: What ``UnitRequirements`` refuses, and a number of units that is negative or not finite.
  /// - Complexity: O(districts × watches × 7) performances.
  public static func all(
    at units: [UnitsOnStreet], demand: Demand, geography: Geography, watches: [Watch],
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [DistrictWaits] {
    let pools = try PatrolPool.all(demand, geography, standards, queueing)
    var known: [UnitKey: Double] = [:]
    for entry in units {
      let count = try Figure("The number of units", entry.units).checked()
      known[UnitKey(entry.district, entry.watch, entry.weekday), default: 0] += count
    }
    var found: [District.ID: [UnitRequirement.MeanWait]] = [:]
    for pool in pools {
      for (member, waits) in zip(pool.members, pool.waits(known, WatchDay.all(of: watches))) {
        found[member.id] = waits
      }
    }
    return geography.districts.map { DistrictWaits(district: $0.id, waits: found[$0.id] ?? []) }
  }
}

/// A district, watch and weekday.
struct UnitKey: Hashable {
  let district: District.ID
  let watch: Watch.ID
  let weekday: Weekday

  init(_ district: District.ID, _ watch: Watch.ID, _ weekday: Weekday) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
  }
}

extension PatrolPool {
  /// Returns the mean waits of each member over `days`.
  fileprivate func waits(
    _ units: [UnitKey: Double], _ days: [WatchDay]
  ) -> [[UnitRequirement.MeanWait]] {
    let none = [Double](repeating: 0, count: calls.priorities.count)
    var counts = members.map { _ in none }
    var waited = counts
    for day in days {
      let all = members.reduce(0) {
        $0 + (units[UnitKey($1.id, day.watch.id, day.weekday)] ?? 0)
      }
      let found = performance(units: all, during: day.hours, detail: .plain).meanWaits
      for (place, member) in members.enumerated() {
        let queue = member.calls.queue(during: day.hours)
        for (position, priority) in queue.priorities.enumerated() {
          let count = queue.calls(position)
          guard count > 0, let wait = found.first(where: { $0.priority == priority }) else {
            continue
          }
          counts[place][position] += count
          waited[place][position] += count * wait.wait.value
        }
      }
    }
    return members.indices.map { place in
      calls.priorities.indices.compactMap { position in
        let count = counts[place][position]
        guard count > 0 else { return nil }
        return .init(
          priority: calls.priorities[position], wait: Hours(waited[place][position] / count))
      }
    }
  }
}
