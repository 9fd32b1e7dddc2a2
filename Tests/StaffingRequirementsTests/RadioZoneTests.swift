import PolicingDomain
import StaffingRequirements
import Testing

/// Districts of a radio zone whose units answer the calls of all of them.
@Suite("Radio zones")
struct RadioZoneTests {
  static let watches = UnitRequirementsPropertyTests.watches
  static let byZone = QueueingAssumptions(pooling: .zone)

  /// Places of which each district has the zone at its position, two sectors of two beats, an area of
  /// 10 km² and 100 km of street.
  static func geography(_ districts: [District.ID], zones: [String?]) -> Geography {
    let plain = Fixture.geography(districts)
    return Geography(
      areas: plain.areas,
      districts: zip(plain.districts, zones).map { district, zone in
        District(
          id: district.id, name: district.name, area: district.area, squareKilometres: 10,
          streetKilometres: 100, zone: zone.map { RadioZone.ID($0) })
      }, sectors: plain.sectors, beats: plain.beats)
  }

  static func all(
    _ demand: Demand, _ standards: ServiceStandards, zones: [String?],
    _ queueing: QueueingAssumptions = byZone
  ) throws -> [UnitRequirement] {
    try UnitRequirements.all(
      demand: demand, geography: geography(demand.districts, zones: zones), watches: watches,
      standards: standards, queueing: queueing)
  }

  /// The same calls in one district: the sum of the rates, and the means of unit times and of units per
  /// call over the calls, worked out here a second time.
  static func merged(_ demand: Demand) -> Demand {
    let one = [District.ID("all")]
    func sum(_ table: HourlyTable) -> HourlyTable {
      Fixture.table(one) { _, hour in demand.districts.reduce(0) { $0 + table[$1, hour] } }
    }
    let streams = demand.streams.map { stream -> Demand.Stream in
      let weights = demand.districts.map { stream.arrivals.total(of: $0) }
      let all = weights.reduce(0, +)
      let time = zip(weights, stream.unitTimePerCall).reduce(0) { $0 + $1.0 * $1.1.value }
      var calls = [Double](repeating: 0, count: UnitsPerCall.most)
      for (weight, units) in zip(weights, stream.unitsPerCall) {
        for (place, share) in units.shares.enumerated() { calls[place] += weight * share }
      }
      return Demand.Stream(
        priority: stream.priority, arrivals: sum(stream.arrivals),
        unitTimePerCall: [Hours(time / all)], unitsPerCall: [UnitsPerCall(calls: calls)])
    }
    var merged = Demand(
      districts: one, streams: streams, busyUnits: sum(demand.busyUnits), callsObserved: [0],
      imputed: .none)
    merged.removedUnits = demand.removedUnits.map(sum)
    return merged
  }

  /// Districts that differ in rates, times and units per call.
  static func unlike(_ count: Int) -> Demand {
    let districts = Fixture.districts(count)
    let streams = [(1, 1.4, 0.9), (2, 2.1, 0.6), (3, 1.2, 0.8)].map { priority, rate, hours in
      Demand.Stream(
        priority: CallPriority(priority),
        arrivals: Fixture.table(districts) { row, hour in
          rate * (0.4 + Double(row) / 2) * (0.5 + Double((hour.hourOfDay + 5 * row) % 24) / 24)
        }, unitTimePerCall: districts.indices.map { Hours(hours * (1 + Double($0) / 5)) },
        unitsPerCall: districts.indices.map { UnitsPerCall(mean: 1.1 + Double($0) / 4) })
    }
    return Fixture.demand(streams, districts)
  }

  static func waiting() throws -> ServiceStandards {
    Fixture.standards([
      try Fixture.share(0.9, of: 1, minutes: 3), try Fixture.mean(3, minutes: 20),
    ])
  }

  /// Source of truth: economies of scale: twice the calls need less than twice the units, and never
  /// less than half of what the two need apart.
  @Test func `two equal districts need less together, and at least half`() throws {
    let districts = Fixture.districts(2)
    let row = UnitRequirementsPropertyTests.demand([districts[0]])
    let demand = Demand(
      districts: districts,
      streams: row.streams.map { stream in
        Demand.Stream(
          priority: stream.priority,
          arrivals: Fixture.table(districts) { _, hour in stream.arrivals[districts[0], hour] },
          unitTimePerCall: districts.map { _ in stream.unitTimePerCall[0] })
      }, busyUnits: HourlyTable(districts: districts), callsObserved: [0, 0], imputed: .none)
    let apart = try Self.all(demand, try Self.waiting(), zones: ["1", "1"], .init())
    let together = try Self.all(demand, try Self.waiting(), zones: ["1", "1"])
    try #require(apart.count == 42 && together.count == 42)
    for (one, other) in zip(apart, together) {
      #expect(other.units < one.units && other.units >= one.units / 2)
      #expect(other.needs.waiting == other.units && other.governing == .waiting)
      #expect(other.hardestWait.hasPrefix("in zone 1, "))
    }
    for place in 0..<21 { #expect(together[place].units == together[place + 21].units) }
  }

  /// Source of truth: metamorphic: a zone of one district is that district, to the last bit.
  @Test func `a zone of one district is that district`() throws {
    let demand = Self.unlike(3)
    let places = Self.geography(demand.districts, zones: ["a", nil, "c"])
    let standards = Fixture.standards(
      proactive: 0.4, [try Fixture.share(0.9, of: 1, minutes: 3)],
      complement: .init(unitsPerBeat: 0.5, rapidUnitsPerSector: 1, provenance: Fixture.source))
    func hourly(_ queueing: QueueingAssumptions) throws -> [HourlyRequirement] {
      try UnitRequirements.hourly(
        demand: demand, geography: places, standards: standards, queueing: queueing)
    }
    #expect(
      try Self.all(demand, standards, zones: ["a", nil, "c"])
        == Self.all(demand, standards, zones: [nil, nil, nil], .init()))
    #expect(try hourly(Self.byZone) == hourly(.init()))
  }

  /// Source of truth: metamorphic: neither the order of the districts nor that of the demand tells in
  /// a single bit.
  @Test func `the order of the districts does not matter`() throws {
    let forward = Self.unlike(4)
    let order = [2, 0, 3, 1]
    let ids = order.map { forward.districts[$0] }
    func permuted(_ table: HourlyTable) -> HourlyTable {
      Fixture.table(ids) { row, hour in table[ids[row], hour] }
    }
    let backward = Demand(
      districts: ids,
      streams: forward.streams.map { stream in
        Demand.Stream(
          priority: stream.priority, arrivals: permuted(stream.arrivals),
          unitTimePerCall: order.map { stream.unitTimePerCall[$0] },
          unitsPerCall: order.map { stream.unitsPerCall[$0] })
      }, busyUnits: permuted(forward.busyUnits), callsObserved: [0, 0, 0, 0], imputed: .none)
    let zones = ["a", "b", "a", "a"]
    let first = try Self.all(forward, try Self.waiting(), zones: zones)
    let second = try Self.all(backward, try Self.waiting(), zones: order.map { zones[$0] })
    #expect(second.map(\.district).first == ids[0])
    for district in ids {
      let one = first.filter { $0.district == district }
      #expect(one.count == 21 && one == second.filter { $0.district == district })
    }
  }

  /// Source of truth: the same calls as one district, whose needs, waits, hours and curve are found
  /// without any zone; and the shares by hand from the hourly loads.
  @Test(arguments: [0.0, 0.7])
  func `a zone is a district that has all its calls`(removed: Double) throws {
    var demand = Self.unlike(3)
    demand.removedUnits = Fixture.table(demand.districts) { row, _ in removed * Double(row) }
    let whole = Self.merged(demand)
    let standards = try Self.waiting()
    let parts = try Self.all(demand, standards, zones: ["z", "z", "z"])
    let expected = try Self.all(whole, standards, zones: [nil], .init())
    let loads = try UnitRequirements.hourly(
      demand: demand, geography: Self.geography(demand.districts, zones: [nil, nil, nil]),
      standards: standards
    ).map { hour in
      let place = demand.districts.firstIndex(of: hour.district) ?? 0
      return hour.offeredLoad + removed * Double(place)
    }
    for (place, one) in expected.enumerated() {
      let members = (0..<3).map { parts[$0 * 21 + place] }
      let need = try #require(one.needs.waiting)
      #expect(near(members.reduce(0) { $0 + ($1.needs.waiting ?? 0) }, need))
      #expect(near(members.reduce(0) { $0 + $1.raisedBy }, one.raisedBy))
      #expect(near(members.reduce(0) { $0 + $1.busyUnits }, one.busyUnits))
      let watch = try #require(Self.watches.first { $0.id == one.watch })
      let hours = watch.hours(on: one.weekday).map(\.index)
      let weights = (0..<3).map { row in hours.reduce(0) { $0 + loads[row * 168 + $1] } }
      for (member, weight) in zip(members, weights) {
        #expect(near(member.needs.waiting, need * weight / weights.reduce(0, +), 1e-8))
        #expect(near(member.performance.waitShare, one.performance.waitShare, 1e-8))
        #expect(
          near(member.performance.waitShareOverWeek, one.performance.waitShareOverWeek ?? -1, 1e-8))
        for (wait, other) in zip(member.performance.meanWaits, one.performance.meanWaits) {
          #expect(near(wait.wait.value, other.wait.value, 1e-8))
        }
        #expect(member.hardestWait == "in zone z, " + one.hardestWait)
      }
    }
  }

  /// Source of truth: metamorphic: the curve of a zone is that of one district with its calls and its
  /// area, and the need for the response is where that curve first meets the standard.
  @Test func `the curve of a zone is that of all its calls in all its area`() throws {
    let demand = Self.unlike(3)
    let priority = try #require(CallPriority(1))
    let standards = ServiceStandards(
      proactiveTime: nil, proactiveTimeProvenance: Fixture.source, waiting: [],
      response: [
        .init(priority: priority, limit: .mean(Hours(minutes: 5)), provenance: Fixture.source)
      ], patrolInterval: nil, complement: nil,
      travel: TravelAssumption(
        responseSpeed: 30, patrolSpeed: 20, provenance: Fixture.source))
    let places = Self.geography(demand.districts, zones: ["z", "z", "z"])
    let block = PatrolBlock(
      district: demand.districts[1], watch: Self.watches[2], weekday: .friday)
    let curve = try UnitRequirements.curve(
      of: block, demand: demand, geography: places, standards: standards, queueing: Self.byZone)
    let one = District(
      id: District.ID("all"), name: "", area: Area.ID("a"), squareKilometres: 30,
      streetKilometres: 300)
    let expected = try UnitRequirements.curve(
      of: PatrolBlock(district: one.id, watch: block.watch, weekday: .friday),
      demand: Self.merged(demand),
      geography: Geography(areas: [], districts: [one], sectors: [], beats: []),
      standards: standards)
    try #require(curve.count == expected.count && curve.count > 3)
    for (point, other) in zip(curve, expected) {
      #expect(point.units == other.units)
      #expect(near(point.performance.busyShare, other.performance.busyShare))
      #expect(near(point.performance.waitShare, other.performance.waitShare, 1e-8))
      #expect(
        near(
          point.performance.patrolInterval?.value, other.performance.patrolInterval?.value ?? -1))
      for (time, same) in zip(point.performance.meanResponses, other.performance.meanResponses) {
        #expect(near(time.wait.value, same.wait.value, 1e-8))
      }
    }
    let needs = try Self.all(demand, standards, zones: ["z", "z", "z"])
    let friday = needs.filter { $0.watch == block.watch.id && $0.weekday == .friday }
    let response = friday.reduce(0) { $0 + ($1.needs.response ?? 0) }
    let first = curve.first { point in
      point.performance.meanResponses.first.map { $0.wait.minutes <= 5 } ?? false
    }
    #expect(near(Double(first?.units ?? 0), response))
    let at = try UnitRequirements.performance(
      units: response, during: block, demand: demand, geography: places, standards: standards,
      queueing: Self.byZone)
    #expect(
      near(
        at.meanResponses.first?.wait.value,
        first.map { $0.performance.meanResponses[0].wait.value } ?? -1, 1e-8))
  }

  /// Source of truth: FORMULATION 4: the requirement is the largest need; by hand, a district whose
  /// complement is beyond its share keeps it, and the waits of both are those at the sum.
  @Test func `a complement stays with its district, and its cars help the zone`() throws {
    let demand = Self.unlike(2)
    let plain = Self.geography(demand.districts, zones: ["z", "z"])
    let places = Geography(
      areas: plain.areas, districts: plain.districts, sectors: plain.sectors,
      beats: plain.beats.filter { $0.district == demand.districts[0] })
    let standards = Fixture.standards(
      [try Fixture.share(0.9, of: 1, minutes: 3)],
      complement: .init(unitsPerBeat: 10, rapidUnitsPerSector: 0, provenance: Fixture.source))
    let needs = try UnitRequirements.all(
      demand: demand, geography: places, watches: Self.watches, standards: standards,
      queueing: Self.byZone)
    let (one, other) = (needs[0], needs[21])
    #expect(one.units == 40 && one.governing == .complement)
    #expect(other.units < 40 && other.governing == .waiting)
    let block = PatrolBlock(
      district: other.district, watch: Self.watches[0], weekday: .monday)
    let together = try UnitRequirements.performance(
      units: one.units + other.units, during: block, demand: demand, geography: places,
      standards: standards, queueing: Self.byZone)
    for need in [one, other] {
      #expect(near(need.performance.waitShare, together.waitShare))
      #expect(near(need.performance.busyShare, need.busyUnits / need.units))
    }
  }

  /// Source of truth: both runs themselves, and waits by the public performance function.
  @Test(arguments: QueueingAssumptions.Pooling.allCases)
  func `both waits are those of the two ways of pooling`(
    pooling: QueueingAssumptions.Pooling
  ) throws {
    let demand = Self.unlike(3)
    let zones = ["z", nil, "z"]
    let places = Self.geography(demand.districts, zones: zones)
    let standards = try Self.waiting()
    let chosen = QueueingAssumptions(pooling: pooling)
    let units = try Self.all(demand, standards, zones: zones, chosen)
    let apart = try Self.all(demand, standards, zones: zones, .init())
    let together = try Self.all(demand, standards, zones: zones)
    let compared = try UnitRequirements.comparingPools(
      units, demand: demand, geography: places, watches: Self.watches, standards: standards,
      queueing: chosen)
    for place in 0..<21 {
      let (first, second) = (compared[place], compared[place + 42])
      let pools = try #require(first.pools)
      #expect(compared[place + 21].pools == nil)
      #expect(pools.zone == RadioZone.ID("z") && pools.together == second.pools?.together)
      #expect(pools.alone.waiting == apart[place].needs.waiting)
      let shares = [0, 42].reduce(0) { $0 + (together[place + $1].needs.waiting ?? 0) }
      #expect(near(pools.together.waiting, shares))
      #expect(pools.together.waiting.map { $0 == $0.rounded() } ?? false)
      #expect(near(pools.together.units, first.units + second.units))
      let block = PatrolBlock(
        district: first.district, watch: try #require(Self.watches.first { $0.id == first.watch }),
        weekday: first.weekday)
      for (units, way, pool) in [
        (first.units, .district, pools.alone),
        (first.units + second.units, QueueingAssumptions.Pooling.zone, pools.together),
      ] {
        let found = try UnitRequirements.performance(
          units: units, during: block, demand: demand, geography: places, standards: standards,
          queueing: QueueingAssumptions(pooling: way))
        #expect(near(found.waitShare, pool.waitShare))
      }
      #expect(
        first.performance.waitShare
          == (pooling == .zone ? pools.together.waitShare : pools.alone.waitShare))
      // A quiet district may wait less by itself; all calls together wait less in the zone.
      let alone = [first, second].reduce(0) { $0 + $1.calls * ($1.pools?.alone.waitShare ?? 0) }
      #expect(pools.together.waitShare < alone / (first.calls + second.calls))
    }
  }

  /// Source of truth: one district with all the calls, which is raised without any zone.
  @Test func `queues of a zone that reach into the next watch raise its need`() throws {
    let districts = Fixture.districts(2)
    let burst = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(districts) { row, hour in
            let all = (20..<23).contains(hour.hourOfDay) ? 14 : hour.hourOfDay < 3 ? 2 : 0.5
            return all * (row == 0 ? 0.75 : 0.25)
          }, unitTimePerCall: [Hours(2), Hours(2)])
      ], districts)
    let standards = Fixture.standards([try Fixture.share(0.9, of: 1, minutes: 2)])
    func needs(
      _ demand: Demand, _ zones: [String?], _ pooling: QueueingAssumptions.Pooling
    ) throws -> [UnitRequirement] {
      try Self.all(
        demand, standards, zones: zones,
        QueueingAssumptions(timeRule: .hourly, pooling: pooling))
    }
    let zone = try needs(burst, ["z", "z"], .zone)
    let whole = try needs(Self.merged(burst), [nil], .district)
    #expect(whole.contains { $0.raisedBy > 0 })
    for (place, one) in whole.enumerated() {
      let pair = [zone[place], zone[place + 21]]
      #expect(near(pair.reduce(0) { $0 + $1.units }, one.units))
      #expect(near(pair.reduce(0) { $0 + $1.raisedBy }, one.raisedBy))
      #expect(near(pair[0].units, 0.75 * one.units))
      #expect(
        near(
          pair[1].performance.waitShareOverWeek, one.performance.waitShareOverWeek ?? -1, 1e-8))
    }
  }

  /// Source of truth: by construction.
  @Test func `pooling by zone without zones is refused`() throws {
    let demand = Self.unlike(2)
    #expect(throws: RequirementsError.missingZones) {
      try Self.all(demand, try Self.waiting(), zones: [nil, nil])
    }
    #expect(RequirementsError.missingZones.description.contains("`radio_zone`"))
  }

  /// Source of truth: edges by hand: a zone without calls needs nothing, one with a single district that
  /// has calls needs what that district needs, and a week far beyond all units still ends.
  @Test func `zones without calls`() throws {
    let districts = Fixture.districts(2)
    let none = Fixture.demand(
      [Fixture.stream(1, callsPerHour: 0, hours: 1, districts)], districts)
    for need in try Self.all(none, try Self.waiting(), zones: ["z", "z"]) {
      #expect(need.units == 0 && need.performance.waitShare == 0)
    }
    let half = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(districts) { row, _ in row == 0 ? 3 : 0 },
          unitTimePerCall: [Hours(1), .zero])
      ], districts)
    let alone = try Self.all(half, try Self.waiting(), zones: [nil, nil], .init())
    for (one, other) in zip(try Self.all(half, try Self.waiting(), zones: ["z", "z"]), alone) {
      #expect(near(one.units, other.units))
    }
  }
}
