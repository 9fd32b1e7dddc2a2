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
/// Three needs stand side by side, and the largest is the requirement: cars fielded whatever the
/// calls (4.5), the work of the calls and the free time beside it (4.1, not rounded), and the wait
/// of the calls (4.2, whole units). Calls of the priorities 0 to 3 queue, and those of any other
/// priority that a waiting standard names; calls without a priority never do.
///
/// Waits are those of the **pooled approximation**: one pool of units per district, Erlang's and
/// Cobham's formulas for each hour on its own, one service time for all priorities, namely the mean
/// unit time per call of that hour. A call that seizes two units is one customer with twice the
/// time; the wait is to the first unit.
public enum UnitRequirements {
  /// Returns the requirement of every district × watch × weekday, in that order.
  ///
  /// A district without demand needs its complement and nothing else. An hour with more work than
  /// units counts as a share of 0 and an infinite mean wait.
  ///
  /// - Throws: A ``RequirementsError`` for a demand that has negative numbers or an unknown
  ///   district, a proactive share of 1, a standard that nothing meets, or a share within a time
  ///   for a priority that is not the most urgent one that queues.
  /// - Complexity: O(blocks × hours × units × priorities).
  public static func all(
    demand: Demand, geography: Geography, watches: [Watch], standards: ServiceStandards
  ) throws(RequirementsError) -> [UnitRequirement] {
    let calls = try QueuedCalls(demand, under: standards)
    let known = Set(geography.districts.map(\.id))
    for district in demand.districts where !known.contains(district) {
      throw .unknownDistrict(district)
    }
    return geography.districts.flatMap { district in
      let complement = Complement(standards.complement, of: district.id, in: geography)
      return watches.flatMap { watch in
        Weekday.allCases.map { weekday in
          let block = PatrolBlock(district: district.id, watch: watch, weekday: weekday)
          return requirement(block, calls, complement)
        }
      }
    }
  }

  /// Returns what the public gets when `units` are on the street during `block`: a point of the
  /// curve of performance over units.
  ///
  /// A number of units that is not whole is answered by continuous Erlang C, never by
  /// interpolation. A priority without calls in the block is not listed. The busy share exceeds 1
  /// where calls bring more work than the units can do, and is infinite for work without units.
  ///
  /// - Throws: A ``RequirementsError`` for a number of units that is negative or not finite, and
  ///   for what ``all(demand:geography:watches:standards:)`` refuses.
  public static func performance(
    units: Double, during block: PatrolBlock, demand: Demand, standards: ServiceStandards
  ) throws(RequirementsError) -> UnitRequirement.Performance {
    let units = try Figure("The number of units", units).checked()
    let calls = try QueuedCalls(demand, under: standards)
    return calls.queue(of: block.district, during: block.hours).performance(
      units: units, busyUnits: calls.busyUnits(of: block.district, during: block.hours))
  }

  private static func requirement(
    _ block: PatrolBlock, _ calls: QueuedCalls, _ complement: Complement?
  ) -> UnitRequirement {
    let hours = block.hours
    let queue = calls.queue(of: block.district, during: hours)
    let busy = calls.busyUnits(of: block.district, during: hours)
    let work = calls.standards.proactiveTime.map { busy / $0.complement.value }
    let waiting = WaitingNeed(of: queue, standards: calls.standards.waiting)
    let units = max(complement?.units ?? 0, work ?? 0, waiting.units.map { Double($0) } ?? 0)
    return UnitRequirement(
      district: block.district, watch: block.watch.id, weekday: block.weekday,
      forComplement: complement?.units, forWork: work,
      forWaiting: waiting.units.map { Double($0) },
      crew: block.watch.crew(of: units, rapidUnits: complement?.rapidUnits ?? 0),
      hardestWait: waiting.hardest,
      performance: queue.performance(units: units, busyUnits: busy), busyUnits: busy,
      calls: calls.calls(of: block.district, during: hours))
  }
}

/// The cars that one district fields whatever the calls (FORMULATION 4.5).
private struct Complement {
  let units: Double
  let rapidUnits: Double

  init?(_ standard: ServiceStandards.Complement?, of district: District.ID, in places: Geography) {
    guard let standard else { return nil }
    rapidUnits = Double(places.sectorCount(in: district)) * standard.rapidUnitsPerSector
    units = Double(places.beatCount(in: district)) * standard.unitsPerBeat + rapidUnits
  }
}

extension Watch {
  /// Returns officers per unit, when `rapidUnits` of the units always carry two (FORMULATION 4.8).
  fileprivate func crew(of units: Double, rapidUnits: Double) -> Double {
    guard units > 0 else { return crew }
    return (rapidUnits * 2 + (units - rapidUnits) * crew) / units
  }
}
