import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Unit requirements")
struct UnitRequirementsTests {
  static let one = Fixture.districts(1)
  static let place = Fixture.geography(one)
  /// One call an hour that takes an hour: a load of 1 in every hour.
  static let steady = Fixture.demand(
    [Fixture.stream(1, callsPerHour: 1, hours: 1, one)], one)

  static func first(
    _ demand: Demand, _ standards: ServiceStandards, _ watch: Watch = Fixture.watch(),
    _ rule: QueueingAssumptions.TimeRule = .offeredLoad
  ) throws -> UnitRequirement {
    let all = try UnitRequirements.all(
      demand: demand, geography: place, watches: [watch], standards: standards,
      queueing: QueueingAssumptions(timeRule: rule))
    return try #require(all.first)
  }

  /// Source of truth: Erlang's formula by hand at a load of 1: C(2) = 1/3, C(3) = 1/11; mean waits
  /// 20 min and 2.727 min; within 10 min 71.8 % and 93.5 %.
  @Test func `the wait asks for the number found by hand`() throws {
    let needs = [
      (try Fixture.mean(1, minutes: 15), 3.0), (try Fixture.mean(1, minutes: 20.01), 2),
      (try Fixture.share(0.9, of: 1, minutes: 10), 3),
      (try Fixture.share(0.71, of: 1, minutes: 10), 2),
    ]
    for (standard, expected) in needs {
      let found = try Self.first(Self.steady, Fixture.standards([standard]))
      #expect(found.needs.waiting == expected)
      #expect(found.governing == .waiting)
    }
    let both = try Self.first(
      Self.steady, Fixture.standards([needs[1].0, needs[2].0]))
    #expect(
      both.hardestWait
        == "90 % of P1 calls within 10 min: 93.5 % with 3, 71.8 % with 2 units")
    let equal = try Self.first(Self.steady, Fixture.standards([needs[2].0, needs[0].0]))
    #expect(equal.hardestWait == both.hardestWait)
    let other = try Self.first(Self.steady, Fixture.standards([needs[0].0, needs[2].0]))
    #expect(
      other.hardestWait.hasPrefix(
        "P1 calls wait 15 min on average at most: 2.7 min with 3, 20 min with 2 units"))
    #expect(near(both.performance.waitShare, 1 / 11.0))
    #expect(near(both.performance.meanWaits.first?.wait.value, 1 / 22.0))
    #expect(near(both.performance.busyShare, 1 / 3.0))
    #expect(near(both.calls, 8))
    #expect(near(both.busyUnits, 1))
  }

  /// Source of truth: Cobham by hand: λ = 0.5 and 0.5, pooled service time (0.5 × 1.5 + 0.5 × 0.5)
  /// = 1 h, 2 units: C = 1/3, waits 2/9 h and 4/9 h.
  @Test func `priorities share a pooled service time`() throws {
    let demand = Fixture.demand(
      [
        Fixture.stream(1, callsPerHour: 0.5, hours: 1.5, Self.one),
        Fixture.stream(2, callsPerHour: 0.5, hours: 0.5, Self.one),
      ], Self.one)
    let block = PatrolBlock(district: Self.one[0], watch: Fixture.watch(), weekday: .friday)
    let performance = try UnitRequirements.performance(
      units: 2, during: block, demand: demand, standards: Fixture.standards())
    #expect(performance.meanWaits.map(\.priority.level) == [1, 2])
    #expect(near(performance.meanWaits[0].wait.value, 2 / 9.0))
    #expect(near(performance.meanWaits[1].wait.value, 4 / 9.0))
    #expect(near(performance.waitShare, 1 / 3.0))
    let second = try Self.first(demand, Fixture.standards([try Fixture.mean(2, minutes: 26.7)]))
    #expect(second.needs.waiting == 2)
    let tighter = try Self.first(demand, Fixture.standards([try Fixture.mean(2, minutes: 26.6)]))
    #expect(tighter.needs.waiting == 3)
  }

  /// Source of truth: by hand: a watch of two hours with 1 and 3 calls of one hour each; with 2
  /// units the second hour is overloaded and counts as nobody within 10 minutes: 0.7178 ÷ 4.
  @Test func `an overloaded hour counts as a share of nobody and an endless mean`() throws {
    let demand = Fixture.demand(
      [
        .init(
          priority: CallPriority(1),
          arrivals: Fixture.table(Self.one) { _, hour in hour.hourOfDay == 8 ? 3 : 1 },
          unitTimePerCall: [Hours(1)])
      ], Self.one)
    let watch = Fixture.watch(length: 2)
    let units = { (standard: ServiceStandards.Waiting) in
      try Self.first(demand, Fixture.standards([standard]), watch, .hourly).needs.waiting
    }
    #expect(try units(try Fixture.share(0.179, of: 1, minutes: 10)) == 2)
    #expect(try units(try Fixture.mean(1, minutes: 100_000)) == 4)
    let block = PatrolBlock(district: Self.one[0], watch: watch, weekday: .monday)
    let performance = try UnitRequirements.performance(
      units: 2, during: block, demand: demand, standards: Fixture.standards(),
      queueing: QueueingAssumptions(timeRule: .hourly))
    #expect(performance.meanWaits.first?.wait.value == .infinity)
    #expect(near(performance.waitShare, (1 / 3.0 + 3) / 4))
  }

  /// Source of truth: FORMULATION 4.1 by hand: 1 busy unit ÷ (1 − 0.4); 4.5 by hand: 4 beats × 1 +
  /// 2 sectors × 0.5; rapid cars carry two officers, the others one: (1 × 2 + 4 × 1) ÷ 5 = 1.2.
  @Test func `work is not rounded and the complement stands beside it`() throws {
    let standards = Fixture.standards(
      proactive: 0.4,
      complement: .init(unitsPerBeat: 1, rapidUnitsPerSector: 0.5, provenance: Fixture.source))
    let found = try Self.first(
      Self.steady, standards, Fixture.watch(oneOfficerShare: .whole))
    #expect(near(found.needs.work, 1 / 0.6))
    #expect(found.needs.complement == 5)
    #expect(found.needs.waiting == nil)
    #expect(found.governing == .complement)
    #expect(near(found.crew, 1.2))
    #expect(near(found.officers, 6))
    #expect(found.hardestWait == "no waiting standard")
  }

  /// Source of truth: FORMULATION 12: zero demand leaves the complement.
  @Test func `without demand only the complement is needed`() throws {
    let empty = Demand(
      districts: Self.one, streams: [Fixture.stream(1, callsPerHour: 0, hours: 1, Self.one)],
      busyUnits: HourlyTable(districts: Self.one), callsObserved: [0], imputed: .none)
    let complement = ServiceStandards.Complement(
      unitsPerBeat: 1, rapidUnitsPerSector: 1, provenance: Fixture.source)
    let waiting = [try Fixture.share(0.9, of: 1, minutes: 5)]
    let found = try Self.first(
      empty, Fixture.standards(proactive: 0.4, waiting, complement: complement))
    #expect(found.units == 6 && found.needs.work == 0 && found.needs.waiting == 0)
    #expect(found.governing == .complement)
    #expect(found.performance.busyShare == 0 && found.performance.waitShare == 0)
    let nothing = try Self.first(empty, Fixture.standards(proactive: 0.4, waiting))
    #expect(nothing.units == 0 && nothing.governing == .nothing)
    #expect(nothing.performance.meanWaits.isEmpty)
  }

  /// Source of truth: the order stated: district, watch, weekday.
  @Test func `results come by district, watch and weekday`() throws {
    let districts = Fixture.districts(2)
    let found = try UnitRequirements.all(
      demand: Fixture.demand([], districts), geography: Fixture.geography(districts),
      watches: [Fixture.watch("first", start: 23), Fixture.watch("second")],
      standards: Fixture.standards())
    #expect(found.count == 28)
    #expect(found.map(\.weekday).prefix(7).elementsEqual(Weekday.allCases))
    #expect(found[6].watch == Watch.ID("first") && found[7].watch == Watch.ID("second"))
    #expect(found[13].district == districts[0] && found[14].district == districts[1])
  }

  @Test func `a priority queues when it is urgent or named`() throws {
    let demand = Fixture.demand(
      [0, 1, 2, 3, 4, 5, nil].map {
        Fixture.stream($0, callsPerHour: 1, hours: 1, Self.one)
      }, Self.one)
    let queued = { (standards: ServiceStandards) in
      try Self.first(demand, standards).performance.meanWaits.map(\.priority.level)
    }
    #expect(try queued(Fixture.standards(proactive: 0.1)) == [0, 1, 2, 3])
    #expect(
      try queued(Fixture.standards([try Fixture.mean(4, minutes: 60)])) == [0, 1, 2, 3, 4])
  }

  @Test func `standards that make no sense are refused`() throws {
    let demand = Fixture.demand(
      [1, 2].map { Fixture.stream($0, callsPerHour: 1, hours: 1, Self.one) }, Self.one)
    #expect(throws: RequirementsError.noTimeForCalls) {
      try Self.first(demand, Fixture.standards(proactive: 1))
    }
    #expect(throws: RequirementsError.self) {
      try Self.first(demand, Fixture.standards([try Fixture.share(1, of: 1, minutes: 10)]))
    }
    #expect(throws: RequirementsError.self) {
      try Self.first(demand, Fixture.standards([try Fixture.mean(1, minutes: 0)]))
    }
    let stranger = [District.ID("999")]
    #expect(throws: RequirementsError.unknownDistrict(stranger[0])) {
      try Self.first(Fixture.demand([], stranger), Fixture.standards())
    }
    let negative = Fixture.demand(
      [Fixture.stream(1, callsPerHour: -1, hours: 1, Self.one)], Self.one)
    #expect(throws: RequirementsError.self) { try Self.first(negative, Fixture.standards()) }
  }
}
