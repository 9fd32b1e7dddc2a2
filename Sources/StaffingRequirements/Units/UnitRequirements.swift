public import PolicingDomain

/// One district during one watch of one weekday: the block for which units are planned.
public struct PatrolBlock: Hashable, Sendable {
  /// The district.
  public let district: District.ID
  /// The watch.
  public let watch: Watch
  /// The weekday.
  public let weekday: Weekday

  /// Creates a block.
  public init(district: District.ID, watch: Watch, weekday: Weekday) {
    self.district = district
    self.watch = watch
    self.weekday = weekday
  }

  /// The hours of the week that the block covers.
  public var hours: [HourOfWeek] { watch.hours(on: weekday) }
}

/// Units on the street by district, watch and weekday (FORMULATION 4).
///
/// Five needs stand side by side, and the largest is the requirement: cars fielded whatever the
/// calls (4.5), the work of the calls and the free time beside it (4.1, not rounded), the wait
/// of the calls (4.2, whole units), wait and travel together (4.3, whole units), and the patrol of
/// streets (4.4, not rounded). Calls of the priorities 0 to 3 queue, and those of any other
/// priority that a standard names; calls without a priority never do.
///
/// A call draws one unit or several, and its wait is that for the first (4.7). Hours are in the steady
/// state of their rates by the rule of `QueueingAssumptions` (4.6).
///
/// All units of a district are one pool, or, where `QueueingAssumptions` say so, all units of its radio
/// zone. Waits and responses are then those of all calls of the zone with all its units, in the sum of
/// its areas. The whole units that they need are shared out to the districts in proportion to the units
/// that each district's queued calls, and work that no call interrupts, keep busy, unrounded; the other
/// needs stay with the district. A district without a zone is a pool by itself.
public enum UnitRequirements {
  /// Returns the requirement of every district × watch × weekday, in that order.
  ///
  /// A district without demand needs its complement and nothing else. An hour with more work than
  /// units counts as a share of 0 and an infinite mean wait.
  ///
  /// - Throws: A ``RequirementsError`` for a demand that has negative numbers or an unknown
  ///   district, a proactive share of 1, a standard that nothing meets, or one for travel or patrol
  ///   without a speed, an area or a length of streets; for pooling by zone where there is none.
  /// - Complexity: O(blocks × hours × log(units) × (units + priorities)).
  public static func all(
    demand: Demand, geography: Geography, watches: [Watch], standards: ServiceStandards,
    queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [UnitRequirement] {
    let days = WatchDay.all(of: watches)
    let needs = try PatrolPool.all(demand, geography, standards, queueing).flatMap { pool in
      pool.requirements(days, feedsBack: queueing.feedsBack)
    }
    return inOrder(needs, of: geography) { $0.district }
  }

  /// Returns the requirement of every district × hour of the week, in that order: each hour by
  /// itself, as if units could change with it.
  ///
  /// - Throws: What ``all(demand:geography:watches:standards:queueing:)`` throws.
  /// - Complexity: O(districts × 168 × log(units) × (units + priorities)).
  public static func hourly(
    demand: Demand, geography: Geography, standards: ServiceStandards,
    queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [HourlyRequirement] {
    let needs = try PatrolPool.all(demand, geography, standards, queueing).flatMap { pool in
      HourOfWeek.all.flatMap { pool.requirements($0) }
    }
    return inOrder(needs, of: geography) { $0.district }
  }

  /// Puts what pools need into the order of the districts, without changing that within one.
  private static func inOrder<Need>(
    _ needs: [Need], of geography: Geography, _ district: (Need) -> District.ID
  ) -> [Need] {
    let byDistrict = Dictionary(grouping: needs, by: district)
    return geography.districts.flatMap { byDistrict[$0.id] ?? [] }
  }

  /// Returns what the public gets when `units` are on the street during `block`: a point of the
  /// curve of performance over units, with all its figures.
  ///
  /// With pooling by zone and a geography, `units` are those of the whole zone of the block's district,
  /// and figures are those of all its calls.
  ///
  /// A number of units that is not whole is answered by continuous formulas, never by interpolating
  /// waits. A priority without calls in the block is not listed. The busy share exceeds 1
  /// where calls bring more work than the units can do, and is infinite for work without units.
  ///
  /// - Throws: A ``RequirementsError`` for a number of units that is negative or not finite, and
  ///   for what ``all(demand:geography:watches:standards:queueing:)`` refuses.
  public static func performance(
    units: Double, during block: PatrolBlock, demand: Demand, geography: Geography? = nil,
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> UnitRequirement.Performance {
    let units = try Figure("The number of units", units).checked()
    let calls = try QueuedCalls(demand, under: standards, queueing: queueing)
    let zone = queueing.pooling == .zone ? geography?.zone(of: block.district) : nil
    let districts = zone?.districts ?? [block.district]
    let places = districts.compactMap { id in geography?.districts.first { $0.id == id } }
    let pool = PatrolPool(
      districts.map { DistrictNeeds($0, calls) }, in: zone?.id, calls,
      travel: PoolTravel(places, standards.travel))
    return pool.performance(units: units, during: block.hours, detail: .full)
  }

  /// Returns the curve of performance of `block` over whole numbers of units: those of its district, or
  /// with pooling by zone those of the whole zone.
  ///
  /// - Parameters:
  ///   - block: The district, watch and weekday.
  ///   - units: The numbers; without them, from the first that is not overloaded to the one
  ///     from which on hardly a call waits, at most forty.
  ///   - demand: The demand.
  ///   - geography: The districts, with areas where responses are wanted.
  ///   - standards: Which priorities queue, and how fast units travel.
  ///   - queueing: The rule for time.
  /// - Returns: A point for each number.
  /// - Throws: What ``performance(units:during:demand:geography:standards:queueing:)`` throws.
  /// - Complexity: O(points × hours × priorities) distributions of waits.
  public static func curve(
    of block: PatrolBlock, units: ClosedRange<Int>? = nil, demand: Demand, geography: Geography,
    standards: ServiceStandards, queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [CurvePoint] {
    let pools = try PatrolPool.all(demand, geography, standards, queueing)
    let found = pools.first { pool in pool.members.contains { $0.id == block.district } }
    guard let pool = found else { throw .unknownDistrict(block.district) }
    if let units { _ = try Figure("The number of units", Double(units.lowerBound)).checked() }
    let queue = pool.calls.queue(during: block.hours)
    let load = queue.hours.map { $0.load + $0.removedUnits }.max() ?? 0
    let first = Int(load.rounded(.down)) + 1
    let required = Int((pool.needs(during: block.hours).units - 1e-9).rounded(.up))
    var points: [CurvePoint] = []
    for number in units ?? first...max(first + 39, required + 1) {
      let performance = pool.performance(
        units: Double(number), during: block.hours, detail: .full)
      points.append(CurvePoint(units: number, performance: performance))
      let isFlat = performance.waitShare < 0.001 && number > required
      if units == nil, isFlat { break }
    }
    return points
  }
}
