public import PolicingDomain

extension UnitRequirements {
  /// Returns `units` with the waits of each district alone beside those of its radio zone; districts
  /// without a zone, and studies without any, are returned as they are.
  ///
  /// Needs are those of both ways of pooling, each followed over the week where the assumptions say so.
  /// Shares of waits are both at the units required by `units`, so that what helping one another is
  /// worth can be read off: those of the district for the district, their sum for the zone.
  ///
  /// - Parameters:
  ///   - units: The requirements by ``all(demand:geography:watches:standards:queueing:)`` with the same
  ///     arguments.
  ///   - demand: The demand.
  ///   - geography: The districts, some with a zone.
  ///   - watches: The watches.
  ///   - standards: The standards.
  ///   - queueing: The assumptions by which `units` were found.
  /// - Returns: The same requirements, in the same order.
  /// - Throws: What ``all(demand:geography:watches:standards:queueing:)`` throws.
  /// - Complexity: That of the requirements by the other way of pooling.
  public static func comparingPools(
    _ units: [UnitRequirement], demand: Demand, geography: Geography, watches: [Watch],
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [UnitRequirement] {
    guard !geography.zones.isEmpty else { return units }
    var other = queueing
    other.pooling = queueing.pooling == .zone ? .district : .zone
    let others = try all(
      demand: demand, geography: geography, watches: watches, standards: standards,
      queueing: other)
    let byZone = queueing.pooling == .zone
    let needs = (
      alone: WatchNeeds(byZone ? others : units), together: WatchNeeds(byZone ? units : others)
    )
    let required = WatchNeeds(units)
    let calls = try QueuedCalls(demand, under: standards, queueing: queueing)
    var found: [WatchNeeds.Key: PoolComparison] = [:]
    for zone in geography.zones {
      let members = zone.districts.map { DistrictNeeds($0, calls) }
      let parts = members.map { PatrolPool([$0], in: nil, calls, travel: nil) }
      let whole = PatrolPool(members, in: zone.id, calls, travel: nil)
      for day in WatchDay.all(of: watches) {
        let together = whole.compared(on: day, needs.together, required)
        for part in parts {
          let key = WatchNeeds.Key(part.members[0].id, day)
          found[key] = PoolComparison(
            zone: zone.id, alone: part.compared(on: day, needs.alone, required),
            together: together)
        }
      }
    }
    return units.map { need in
      var need = need
      need.pools = found[WatchNeeds.Key(need)]
      return need
    }
  }
}

/// Requirements by district, watch and weekday.
private struct WatchNeeds {
  struct Key: Hashable {
    private let district: District.ID
    private let watch: Watch.ID
    private let weekday: Weekday

    init(_ district: District.ID, _ day: WatchDay) {
      (self.district, watch, weekday) = (district, day.watch.id, day.weekday)
    }

    init(_ need: UnitRequirement) {
      (district, watch, weekday) = (need.district, need.watch, need.weekday)
    }
  }

  private let needs: [Key: UnitRequirement]

  init(_ needs: [UnitRequirement]) {
    self.needs = Dictionary(needs.map { (Key($0), $0) }) { first, _ in first }
  }

  /// Returns the sum of one need of the members of `pool`, or nothing where nobody has it.
  func total(
    _ pool: PatrolPool, _ day: WatchDay, _ need: (UnitRequirement) -> Double?
  ) -> Double? {
    let found = pool.members.compactMap { needs[Key($0.id, day)].flatMap(need) }
    return found.isEmpty ? nil : found.reduce(0, +)
  }
}

extension PatrolPool {
  /// Returns what this pool needs by `needs`, and what its calls wait with the units `required`.
  fileprivate func compared(
    on day: WatchDay, _ needs: WatchNeeds, _ required: WatchNeeds
  ) -> PoolComparison.Pool {
    let units = required.total(self, day) { $0.units } ?? 0
    let finding = PatrolFinding(calls.queue(during: day.hours), units: units, travel: nil)
    return PoolComparison.Pool(
      waiting: needs.total(self, day) { $0.needs.waiting }.map(Self.whole),
      response: needs.total(self, day) { $0.needs.response }.map(Self.whole), units: units,
      waitShare: finding.waitShare)
  }

  /// A sum of shares of a whole number without its rounding error.
  private static func whole(_ units: Double) -> Double { units.rounded() }
}
