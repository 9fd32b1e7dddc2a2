import PolicingDomain
import QueueingModels

/// Districts whose units go to the calls of all of them: a district by itself, or those of a radio zone
/// (FORMULATION 4.2).
struct PatrolPool {
  /// How much of a performance is worked out.
  enum Detail {
    /// Busy share, probability of a wait and mean waits, by the pooled formula too.
    case plain
    /// Also the waits of nine in ten, responses and the interval of patrol.
    case full
  }

  /// The zone; nothing for a district by itself.
  let zone: RadioZone.ID?
  /// The districts, in the order of their names, so that sums have the same last digits in any order
  /// of the file.
  let members: [DistrictNeeds]
  /// The calls of all members as one stream for each priority.
  let calls: PoolCalls
  let standards: ServiceStandards
  let travel: PoolTravel?

  /// Creates a pool.
  ///
  /// - Precondition: There is a member, and several only in a zone.
  init(
    _ members: [DistrictNeeds], in zone: RadioZone.ID?, _ queued: QueuedCalls, travel: PoolTravel?
  ) {
    precondition(!members.isEmpty, "A pool has a district")
    self.zone = members.count > 1 ? zone : nil
    self.members = members.sorted { $0.id < $1.id }
    calls = members.count > 1 ? queued.calls(of: self.members.map(\.id)) : members[0].calls
    standards = queued.standards
    self.travel = travel
  }

  /// Returns what is needed over `hours`, each by itself.
  func needs(during hours: [HourOfWeek]) -> PoolNeeds {
    let queue = calls.queue(during: hours)
    return PoolNeeds(
      of: members,
      waiting: TimeNeed(
        of: queue, standards: standards.waiting.map { TimeStandard($0) }, travel: nil),
      response: TimeNeed(
        of: queue, standards: standards.response.map { TimeStandard($0) }, travel: travel),
      hours: hours)
  }

  /// Returns the requirements of each member in an hour by itself.
  func requirements(_ hour: HourOfWeek) -> [HourlyRequirement] {
    let needs = needs(during: [hour])
    let waitShare = calls.queue(during: [hour]).hours[0].state(needs.units).waitProbability
    return zip(members, needs.members).map { member, needs in
      let one = member.calls.queue(during: [hour]).hours[0]
      return HourlyRequirement(
        district: member.id, hour: hour, needs: needs, calls: one.calls.reduce(0, +),
        busyUnits: member.calls.busyUnits[hour.index], offeredLoad: one.load,
        waitShare: waitShare)
    }
  }

  /// Returns what the public gets from `units` of the pool on the street.
  func performance(
    units: Double, during hours: [HourOfWeek], detail: Detail
  ) -> UnitRequirement.Performance {
    let queue = calls.queue(during: hours)
    let finding = PatrolFinding(queue, units: units, travel: travel)
    let busy = calls.busyUnits(during: hours)
    var performance = performance(finding, busy: busy, units: units)
    guard detail == .full else { return performance }
    performance.ninetiethWaits = finding.byPriority { position in
      queue.waits(overCalls: position, finding.states).quantile(0.9)
    }
    if let travel {
      performance.meanResponses = finding.byPriority { position in
        queue.mean(overCalls: position, finding.states) { hour, state in
          state.meanWait(position) + travel.mean(state, units: hour.free(units))
        }
      }
    }
    let streets = members.compactMap(\.streetKilometres)
    if let speed = standards.travel?.patrolSpeed, streets.count == members.count {
      let free = units - busy - calls.removedUnits(during: hours)
      performance.patrolInterval = Hours(
        free > 0 ? streets.reduce(0, +) / (free * speed) : .infinity)
    }
    return performance
  }

  /// Returns the waits of `finding`, with the busy share of those `units` of which `busy` are.
  func performance(
    _ finding: PatrolFinding, busy: Double, units: Double
  ) -> UnitRequirement.Performance {
    let queue = finding.queue
    var performance = UnitRequirement.Performance(
      busyShare: busy > 0 ? busy / units : 0, waitShare: finding.waitShare,
      meanWaits: finding.byPriority { position in
        queue.mean(overCalls: position, finding.states) { $1.meanWait(position) }
      })
    performance.pooled = finding.pooled
    return performance
  }
}

extension PatrolPool {
  /// Returns the pools of every district of `geography`, each where its first district stands.
  static func all(
    _ demand: Demand, _ geography: Geography, _ standards: ServiceStandards,
    _ queueing: QueueingAssumptions
  ) throws(RequirementsError) -> [PatrolPool] {
    let calls = try QueuedCalls(demand, under: standards, queueing: queueing)
    try check(demand, geography, standards, queueing)
    let groups = groups(of: geography, by: queueing.pooling)
    for (_, districts) in groups {
      guard let travel = PoolTravel(districts, standards.travel) else { continue }
      for standard in standards.response where !travel.canKeep(standard.limit) {
        throw .unreachableResponse(priority: standard.priority, districts[0].id)
      }
    }
    return groups.map { zone, districts in
      PatrolPool(
        districts.map { district in
          DistrictNeeds(
            district.id, calls,
            complement: Complement(standards.complement, of: district.id, in: geography),
            streetKilometres: district.streetKilometres)
        }, in: zone, calls, travel: PoolTravel(districts, standards.travel))
    }
  }

  /// The districts that share their units.
  private static func groups(
    of geography: Geography, by pooling: QueueingAssumptions.Pooling
  ) -> [(zone: RadioZone.ID?, districts: [District])] {
    var groups: [(zone: RadioZone.ID?, districts: [District])] = []
    for district in geography.districts {
      let zone = pooling == .zone ? district.zone : nil
      if let zone, let place = groups.firstIndex(where: { $0.zone == zone }) {
        groups[place].districts.append(district)
      } else {
        groups.append((zone, [district]))
      }
    }
    return groups
  }

  private static func check(
    _ demand: Demand, _ geography: Geography, _ standards: ServiceStandards,
    _ queueing: QueueingAssumptions
  ) throws(RequirementsError) {
    if queueing.pooling == .zone, geography.zones.isEmpty { throw .missingZones }
    let known = Set(geography.districts.map(\.id))
    for district in demand.districts where !known.contains(district) {
      throw .unknownDistrict(district)
    }
    for district in geography.districts {
      if !standards.response.isEmpty {
        if standards.travel?.responseSpeed == nil { throw .missingSpeed(of: "response") }
        if district.squareKilometres == nil { throw .missingArea(district.id) }
      }
      if standards.patrolInterval != nil {
        if standards.travel?.patrolSpeed == nil { throw .missingSpeed(of: "patrol") }
        if district.streetKilometres == nil { throw .missingStreets(district.id) }
      }
    }
  }
}
