import PolicingDomain
import QueueingModels
import StaffingRequirements
import Testing

/// Calls that draw several units, responses, hours and weeks.
@Suite("Several units, hours and weeks")
struct SeveralUnitsTests {
  static let one = Fixture.districts(1)
  static let watches = [
    Fixture.watch("first", start: 23), Fixture.watch("second", start: 7),
    Fixture.watch("third", start: 15),
  ]

  static func stream(
    _ priority: Int, callsPerHour: Double, unitHours: Double, units: [Double]
  ) -> Demand.Stream {
    .init(
      priority: CallPriority(priority), arrivals: Fixture.table(one) { _, _ in callsPerHour },
      unitTimePerCall: [Hours(unitHours)], unitsPerCall: [UnitsPerCall(calls: units)])
  }

  static func performance(
    _ demand: Demand, units: Double, _ queueing: QueueingAssumptions = QueueingAssumptions()
  ) throws -> UnitRequirement.Performance {
    try UnitRequirements.performance(
      units: units,
      during: PatrolBlock(district: one[0], watch: Fixture.watch(), weekday: .friday),
      demand: demand, standards: Fixture.standards(), queueing: queueing)
  }

  /// Source of truth: the exact chain of QueueingModels with the same rates; and the plain formula
  /// of Cobham for the pooled figures.
  ///
  /// Calls of 6 an hour, half of them with two units of half an hour each: a load of 4.5.
  @Test func `calls that draw two units wait longer than the plain formula says`() throws {
    let demand = Fixture.demand(
      [
        Self.stream(1, callsPerHour: 2, unitHours: 0.75, units: [1, 1]),
        Self.stream(2, callsPerHour: 4, unitHours: 0.75, units: [1, 1]),
      ], Self.one)
    let found = try Self.performance(demand, units: 7)
    let exact = try #require(
      SeveralServerQueue(
        servers: 7,
        classes: [2, 4].map { CustomerClass(arrivalRate: $0, servers: [0.5, 0.5]) },
        serviceRate: 2))
    let plain = try #require(
      PriorityQueue(servers: 7, arrivalRates: [2, 4], serviceRate: 1 / 0.75))
    #expect(near(found.waitShare, exact.waitProbability))
    let pooled = try #require(found.pooled)
    #expect(near(pooled.waitShare, plain.waitProbability))
    for position in 0..<2 {
      #expect(near(found.meanWaits[position].wait.value, exact.meanWaits[position]))
      #expect(near(pooled.meanWaits[position].wait.value, plain.meanWaits[position]))
      let ninetieth = exact.waitQuantile(ofClass: position, share: 0.9)
      #expect(near(found.ninetiethWaits[position].wait.value, ninetieth, 2e-4 * ninetieth))
    }
    #expect(found.waitShare > pooled.waitShare)
  }

  /// Source of truth: metamorphic: units at work that no call interrupts are units that are not there.
  @Test func `scheduled work takes its units from the pool`() throws {
    var demand = Fixture.demand(
      [Self.stream(1, callsPerHour: 4, unitHours: 1, units: [2, 1])], Self.one)
    let without = try Self.performance(demand, units: 6)
    demand.removedUnits = Fixture.table(Self.one) { _, _ in 1.5 }
    let with = try Self.performance(demand, units: 7.5)
    #expect(near(with.waitShare, without.waitShare))
    #expect(near(with.meanWaits[0].wait.value, without.meanWaits[0].wait.value))
  }

  /// Source of truth: the closed form of the modified offered load for rates constant by hour: after
  /// a long time without calls, an hour of λ calls that take S each leaves
  /// λS (1 − (S/1)(1 − e^(−1/S))) busy on average over that hour.
  @Test func `an hour is loaded by what the hours before left`() throws {
    let demand = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(Self.one) { _, hour in hour.index == 60 ? 6 : 0 },
          unitTimePerCall: [Hours(0.5)])
      ], Self.one)
    let hours = try UnitRequirements.hourly(
      demand: demand, geography: Fixture.geography(Self.one),
      standards: Fixture.standards([try Fixture.mean(1, minutes: 5)]))
    let expected = 3 * (1 - 0.5 * (1 - 1 / 7.38905609893065))
    #expect(near(hours[60].offeredLoad, expected))
    #expect(hours[61].offeredLoad > 0 && hours[59].offeredLoad < 1e-9)
    #expect(near(hours.reduce(0) { $0 + $1.offeredLoad }, 3))
    let own = try UnitRequirements.hourly(
      demand: demand, geography: Fixture.geography(Self.one),
      standards: Fixture.standards([try Fixture.mean(1, minutes: 5)]),
      queueing: QueueingAssumptions(timeRule: .hourly))
    #expect(own[60].offeredLoad == 3 && own[61].offeredLoad == 0)
  }

  /// Source of truth: the definition of the smallest number, by the public performance function.
  @Test func `the need of an hour is the smallest whole number`() throws {
    let demand = Fixture.demand(
      [
        Self.stream(1, callsPerHour: 2, unitHours: 1.2, units: [3, 5, 2]),
        Self.stream(2, callsPerHour: 3, unitHours: 0.8, units: [8, 2]),
      ], Self.one)
    let standard = try Fixture.share(0.9, of: 2, minutes: 10)
    let hour = try #require(
      try UnitRequirements.hourly(
        demand: demand, geography: Fixture.geography(Self.one),
        standards: Fixture.standards([standard])
      ).first)
    let need = try #require(hour.needs.waiting)
    #expect(hour.needs.governing == .waiting)
    let at = try Self.performance(demand, units: need).ninetiethWaits[1].wait.minutes
    let below = try Self.performance(demand, units: need - 1).ninetiethWaits[1].wait.minutes
    #expect(at <= 10 && below > 10)
  }

  /// Source of truth: the square-root law by hand where hardly a unit is busy: right-angle distance
  /// 0.6267 √(16 ÷ 4) = 1.2533 km at 30 km/h is 2.507 minutes; 16 km of street every 2 hours at 20
  /// km/h takes 0.4 free units.
  @Test func `responses add travel, and streets are passed`() throws {
    let area = Area.ID("a")
    let places = Geography(
      areas: [Area(id: area)],
      districts: [
        District(
          id: Self.one[0], name: "", area: area, squareKilometres: 16, streetKilometres: 16)
      ], sectors: [], beats: [])
    let demand = Fixture.demand(
      [Self.stream(1, callsPerHour: 1e-6, unitHours: 1, units: [1])], Self.one)
    let priority = try #require(CallPriority(1))
    func standards(mean minutes: Double) -> ServiceStandards {
      ServiceStandards(
        proactiveTime: nil, proactiveTimeProvenance: Fixture.source, waiting: [],
        response: [
          .init(
            priority: priority, limit: .mean(Hours(minutes: minutes)), provenance: Fixture.source)
        ], patrolInterval: .init(interval: Hours(2), provenance: Fixture.source), complement: nil,
        travel: TravelAssumption(
          responseSpeed: 30, patrolSpeed: 20, provenance: Fixture.source))
    }
    for (minutes, units) in [(2.508, 4.0), (2.506, 5)] {
      let need = try #require(
        try UnitRequirements.hourly(
          demand: demand, geography: places, standards: standards(mean: minutes)
        ).first)
      #expect(need.needs.response == units)
      #expect(near(need.needs.patrolInterval, 0.4, 1e-5))
      #expect(need.needs.governing == .response)
    }
    let tooNear = RequirementsError.unreachableResponse(priority: priority, Self.one[0])
    #expect(throws: tooNear) {
      try UnitRequirements.hourly(
        demand: demand, geography: places, standards: standards(mean: 0.01))
    }
    var busy = demand
    busy.removedUnits = Fixture.table(Self.one) { _, _ in 2 }
    let need = try #require(
      try UnitRequirements.hourly(
        demand: busy, geography: places, standards: standards(mean: 5)
      ).first)
    #expect(abs((need.needs.patrolInterval ?? 0) - 2.4) < 1e-5)
    #expect(throws: RequirementsError.missingArea(Self.one[0])) {
      try UnitRequirements.hourly(
        demand: demand, geography: Fixture.geography(Self.one), standards: standards(mean: 3))
    }
  }

  /// Source of truth: metamorphic: with the same calls in every hour nothing changes over the week,
  /// and with a burst before a change of watch the next watch needs more than its own calls say.
  @Test func `queues that reach into the next watch raise its need`() throws {
    let steady = Fixture.demand(
      [Self.stream(1, callsPerHour: 5, unitHours: 1, units: [1, 1])], Self.one)
    let standards = Fixture.standards([try Fixture.share(0.9, of: 1, minutes: 2)])
    func needs(_ demand: Demand, feedsBack: Bool) throws -> [UnitRequirement] {
      try UnitRequirements.all(
        demand: demand, geography: Fixture.geography(Self.one), watches: Self.watches,
        standards: standards,
        queueing: QueueingAssumptions(timeRule: .hourly, feedsBack: feedsBack))
    }
    for need in try needs(steady, feedsBack: true) {
      #expect(need.raisedBy == 0)
      let overWeek = try #require(need.performance.waitShareOverWeek)
      #expect(near(overWeek, need.performance.waitShare, 1e-5))
    }
    let burst = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(Self.one) { _, hour in
            (20..<23).contains(hour.hourOfDay) ? 14 : hour.hourOfDay < 3 ? 2 : 0.5
          }, unitTimePerCall: [Hours(2)])
      ], Self.one)
    let alone = try needs(burst, feedsBack: false)
    let followed = try needs(burst, feedsBack: true)
    #expect(zip(alone, followed).allSatisfy { $1.units >= $0.units })
    let raised = followed.filter { $0.raisedBy > 0 }
    #expect(raised.contains { $0.watch == Watch.ID("first") })
    #expect(raised.allSatisfy { $0.needs.waiting ?? 0 > 0 })
  }
}
