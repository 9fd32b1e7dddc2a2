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
/// A call draws one unit or several, and its wait is that for the first (4.7). All units of a
/// district are one pool; hours are in the steady state of their rates by the rule of
/// `QueueingAssumptions` (4.6).
public enum UnitRequirements {
  /// Returns the requirement of every district × watch × weekday, in that order.
  ///
  /// A district without demand needs its complement and nothing else. An hour with more work than
  /// units counts as a share of 0 and an infinite mean wait.
  ///
  /// - Throws: A ``RequirementsError`` for a demand that has negative numbers or an unknown
  ///   district, a proactive share of 1, a standard that nothing meets, or one for travel or patrol
  ///   without a speed, an area or a length of streets.
  /// - Complexity: O(blocks × hours × log(units) × (units + priorities)).
  public static func all(
    demand: Demand, geography: Geography, watches: [Watch], standards: ServiceStandards,
    queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws(RequirementsError) -> [UnitRequirement] {
    try DistrictNeeds.all(demand, geography, standards, queueing).flatMap { district in
      let blocks = watches.flatMap { watch in
        Weekday.allCases.map { PatrolBlock(district: district.id, watch: watch, weekday: $0) }
      }
      return district.requirements(blocks, feedsBack: queueing.feedsBack)
    }
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
    try DistrictNeeds.all(demand, geography, standards, queueing).flatMap { district in
      HourOfWeek.all.map { district.requirement($0) }
    }
  }

  /// Returns what the public gets when `units` are on the street during `block`: a point of the
  /// curve of performance over units, with all its figures.
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
    let place = geography?.districts.first { $0.id == block.district }
    let district = DistrictNeeds(
      block.district, calls, complement: nil,
      travel: place.flatMap { DistrictTravel($0, standards.travel) })
    return district.performance(units: units, during: block.hours, detail: .full)
  }

  /// Returns the curve of performance of `block` over whole numbers of units.
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
    let districts = try DistrictNeeds.all(demand, geography, standards, queueing)
    guard let district = districts.first(where: { $0.id == block.district }) else {
      throw .unknownDistrict(block.district)
    }
    if let units { _ = try Figure("The number of units", Double(units.lowerBound)).checked() }
    let queue = district.calls.queue(during: block.hours)
    let load = queue.hours.map { $0.load + $0.removedUnits }.max() ?? 0
    let first = Int(load.rounded(.down)) + 1
    let required = Int(district.requirements([block], feedsBack: false)[0].units.rounded(.up))
    var points: [CurvePoint] = []
    for number in units ?? first...(first + 39) {
      let performance = district.performance(
        units: Double(number), during: block.hours, detail: .full)
      points.append(CurvePoint(units: number, performance: performance))
      let isFlat = performance.waitShare < 0.001 && number > required
      if units == nil, isFlat { break }
    }
    return points
  }
}
