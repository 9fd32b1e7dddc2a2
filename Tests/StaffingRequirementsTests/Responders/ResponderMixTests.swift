import PolicingDomain
import StaffingRequirements
import Testing

/// What other responders take of the calls, and what is left for police.
@Suite("Responder mix")
struct ResponderMixTests {
  static let crisis = CallCategory("crisis")
  static let theft = CallCategory("theft")
  static let watches = [
    Fixture.watch("first", start: 23), Fixture.watch("second"), Fixture.watch("third", start: 15),
  ]

  /// Ten calls of priority 2 an hour, six of them crises of an hour, four thefts of half an hour.
  static func demand(_ districts: [District.ID]) -> Demand {
    Fixture.demand(
      [Fixture.stream(2, callsPerHour: 10, hours: 0.8, districts)], districts)
  }

  static func categories(_ districts: [District.ID]) -> [CategoryPlaces] {
    [(crisis, 600.0, 600.0), (theft, 400, 200)].map { category, calls, hours in
      CategoryPlaces(
        category: category, priority: CallPriority(2), calls: districts.map { _ in calls },
        unitHours: districts.map { _ in hours },
        callsByHour: HourOfWeek.all.map { _ in calls * Double(districts.count) / 168 })
    }
  }

  static func share(
    _ category: CallCategory = crisis, eligible: Double, accepted: Double = 1,
    returned: Double = 0, service: Double = 0.5, kept: Double = 1
  ) throws -> Responder.Share {
    .init(
      category: category, eligible: try #require(Share(eligible)),
      accepted: try #require(Share(accepted)), returned: try #require(Share(returned)),
      service: Hours(service), returnDelay: Hours(minutes: 12),
      policeTimeKept: try #require(Share(kept)), provenance: Fixture.source)
  }

  static func responder(
    _ name: String = "team", _ kind: Responder.Kind = .crisisTeam, on days: [Weekday]? = nil,
    from start: Int = 0, to end: Int = 1440, in districts: [District.ID] = [],
    meanWait: Hours? = nil, taking shares: [Responder.Share]
  ) throws -> Responder {
    Responder(
      id: .init(name), kind: kind,
      window: try #require(
        WeeklyWindow(on: days ?? Weekday.allCases, startMinute: start, endMinute: end)),
      districts: districts, crew: [.init(rank: Fixture.clerk.id, count: 2)], meanWait: meanWait,
      busyShare: .whole, shares: shares, isInData: false)
  }

  static func mix(
    _ responders: [Responder], _ districts: [District.ID] = Fixture.districts(1),
    _ eligibility: ResponderMix.Eligibility = .disjoint
  ) throws -> ResponderMix {
    try ResponderMix(
      of: responders, categories: categories(districts), demand: demand(districts),
      geography: Fixture.geography(districts), watches: watches, eligibility: eligibility,
      availabilities: Fixture.table(), ranks: [Fixture.clerk, Fixture.officer],
      officer: Fixture.officer.id)
  }

  /// Source of truth: worked by hand.
  ///
  /// Of six crises an hour half are fit and four of five accepted: 2.4 taken, a quarter of them, 0.6,
  /// comes back. Police keep 10 − 1.8 calls and 8 − 1.8 unit-hours; a car holds two officers.
  @Test func `a team takes what is fit, in service and accepted, and gives some back`() throws {
    let mix = try Self.mix([
      Self.responder(taking: [Self.share(eligible: 0.5, accepted: 0.8, returned: 0.25)])
    ])
    let line = try #require(mix.lines.first)
    #expect(near(line.calls, 6 * 8760, 1e-6) && near(line.eligible, 3 * 8760, 1e-6))
    #expect(near(line.taken, 2.4 * 8760, 1e-6) && near(line.returned, 0.6 * 8760, 1e-6))
    #expect(near(line.capture, 0.4))
    let stream = mix.demand.streams[0]
    #expect(stream.arrivals.values.allSatisfy { near($0, 8.2) })
    #expect(near(stream.unitTimePerCall[0].value, 6.2 / 8.2))
    #expect(mix.demand.busyUnits.values.allSatisfy { near($0, 6.2) })
    #expect(near(mix.officerHoursFreedGross.value, 2 * 2.4 * 8760, 1e-6))
    #expect(near(mix.officerHoursFreed.value, 2 * 1.8 * 8760, 1e-6))
    #expect(near(mix.positionsFreed.value, 2 * 1.8 * 8760 / 1600, 1e-6))
  }

  /// Source of truth: police-staffing facts, 6.2; in the first year of CARE 385 people were answered of about
  /// 3,400 calls in 4 of 22 districts, 30 of 168 hours a week: 11.3 %.
  @Test func `a pilot of few hours and districts captures a small share`() throws {
    let districts = (1...22).map { District.ID($0 < 10 ? "0\($0)" : "\($0)") }
    let inHours = 385.0 / 3400 / (30.0 / 168)
    let weekdays = Array(Weekday.allCases.prefix(5))
    let mix = try Self.mix(
      [
        Self.responder(
          on: weekdays, from: 630, to: 990, in: Array(districts.prefix(4)),
          taking: [Self.share(eligible: 0.8, accepted: inHours / 0.8)])
      ], districts)
    #expect(mix.lines.map(\.district) == Array(districts.prefix(4)))
    #expect(
      mix.lines.allSatisfy { near($0.capture, 385.0 / 3400) && near($0.capture, 0.113, 5e-4) })
    let all = 22 * 6.0 * 8760
    let taken = mix.lines.reduce(0) { $0 + $1.taken }
    #expect(near(taken / all, 385.0 / 3400 * 4 / 22))
    let first = try #require(mix.lines.first)
    #expect(near(first.inService / first.eligible, 30.0 / 168))
    let hour = HourOfWeek(.tuesday, hour: 10)
    #expect(near(mix.demand.streams[0].arrivals[districts[0], hour], 10 - 6 * 0.5 * inHours))
    #expect(mix.demand.streams[0].arrivals[districts[4], hour] == 10)
  }

  /// Source of truth: conservation; calls = left + taken − returned.
  @Test(arguments: ResponderMix.Eligibility.allCases)
  func `calls and work are conserved`(eligibility: ResponderMix.Eligibility) throws {
    let districts = Fixture.districts(3)
    let mix = try Self.mix(
      [
        Self.responder(
          "a", .telephone, from: 480, to: 1110,
          taking: [
            Self.share(Self.theft, eligible: 0.5, accepted: 0.9, returned: 0.1)
          ]),
        Self.responder(
          "b", on: [.friday], from: 1200, to: 150, in: [districts[1]],
          taking: [
            Self.share(eligible: 0.4, returned: 0.3),
            Self.share(Self.theft, eligible: 0.3, accepted: 0.7),
          ]),
        Self.responder("c", .coResponse, taking: [Self.share(eligible: 0.2, kept: 0.5)]),
      ], districts, eligibility)
    let weeks = 365.0 / 7
    let left = mix.demand.streams[0].arrivals.total * weeks
    let spared = mix.lines.reduce(0) { $0 + $1.diverted }
    #expect(near(left + spared, 30 * 8760, 1e-5))
    let stream = mix.demand.streams[0]
    let work = districts.enumerated().reduce(0) { sum, place in
      sum + stream.arrivals.total(of: place.element) * stream.unitTimePerCall[place.offset].value
    }
    let freed = mix.lines.reduce(0) {
      $0 + $1.policeUnitHours.value - $1.policeUnitHoursKept.value
    }
    #expect(near(work * weeks + freed, 24 * 8760, 1e-5))
    #expect(near(mix.demand.busyUnits.total * weeks + freed, 24 * 8760, 1e-5))
  }

  /// Source of truth: worked by hand; the second takes 0.6 of the 0.4 that the first leaves.
  @Test func `ordered shares are of what is left, disjoint ones may not overlap`() throws {
    let pair = try ["first", "next"].map {
      try Self.responder($0, taking: [Self.share(eligible: 0.6)])
    }
    let mix = try Self.mix(pair, Fixture.districts(1), .ordered)
    #expect(near(mix.lines[0].capture, 0.6) && near(mix.lines[1].capture, 0.24))
    #expect(throws: RequirementsError.overlappingResponders([Self.crisis])) {
      try Self.mix(pair)
    }
    let apart = try [
      Self.responder("day", from: 0, to: 720, taking: [Self.share(eligible: 0.6)]),
      Self.responder("night", from: 720, to: 1440, taking: [Self.share(eligible: 0.6)]),
    ]
    #expect(try near(Self.mix(apart).lines.reduce(0) { $0 + ($1.capture ?? 0) }, 0.6))
  }

  /// Source of truth: worked by hand; M/M/2 at a load of 1 waits with probability 1/3, ten minutes on
  /// average where a call takes half an hour, and M/M/3 with 1/11, 1.36 minutes.
  @Test func `teams hold the mean wait of their own calls`() throws {
    func team(_ minutes: Double?) throws -> ResponderTeam {
      let responder = try Self.responder(
        meanWait: minutes.map { Hours(minutes: $0) },
        taking: [Self.share(eligible: 1.0 / 3, returned: 0.5)])
      return try #require(try Self.mix([responder]).teams.first)
    }
    let slow = try team(10.1)
    #expect(slow.teamsByHour.allSatisfy { $0 == 2 })
    #expect(near(slow.meanWait?.minutes, 10, 1e-6))
    #expect(near(slow.lostBeforeReturn?.minutes, 22, 1e-6))
    #expect(near(slow.teamHours.value, 336) && slow.blocks.count == 21)
    #expect(near(slow.positions.first?.positions.value, 2 * 2 * 8760 / 1600))
    #expect(near(slow.cost.value, 100_000 * 2 * 2 * 8760 / 1600, 1e-3))
    #expect(try team(9.9).teamsByHour[0] == 3 && near(team(9.9).meanWait?.minutes, 30.0 / 22, 1e-6))
    #expect(try team(nil).teamsByHour[0] == 2)
  }

  /// Source of truth: worked by hand; a fifth of the six crises an hour keeps half of its hour.
  @Test func `co-response takes no call away and spares time`() throws {
    let mix = try Self.mix([
      Self.responder("joint", .coResponse, taking: [Self.share(eligible: 0.2, kept: 0.5)])
    ])
    #expect(mix.demand.streams[0].arrivals.values.allSatisfy { near($0, 10) })
    #expect(near(mix.demand.streams[0].unitTimePerCall[0].value, (8 - 0.6) / 10))
    #expect(mix.lines[0].diverted == 0 && near(mix.lines[0].taken, 1.2 * 8760, 1e-6))
    #expect(near(mix.officerHoursFreed.value, 2 * 0.6 * 8760, 1e-6))
  }

  /// Source of truth: fewer calls never need more units, nor wait longer for the same ones.
  @Test func `what is taken lowers the need and the waits of those left`() throws {
    let districts = Fixture.districts(1)
    let standards = Fixture.standards([try Fixture.mean(2, minutes: 2)])
    let demand = Self.demand(districts)
    let geography = Fixture.geography(districts)
    let required = try UnitRequirements.all(
      demand: demand, geography: geography, watches: Self.watches, standards: standards)
    var mix = try Self.mix([Self.responder(taking: [Self.share(eligible: 0.5)])])
    try mix.addEffects(
      before: demand, required: required, geography: geography, watches: Self.watches,
      standards: standards)
    let effect = try #require(mix.effects.first)
    #expect(effect.requiredAfter < effect.requiredBefore)
    let wait = try #require(effect.waits.first)
    #expect(wait.before <= Hours(minutes: 2) && wait.before > .zero)
    #expect(try #require(wait.after) < wait.before)
  }

  /// Source of truth: the message of each error.
  @Test func `nonsense is refused with a reason`() throws {
    let elsewhere = try Self.responder(in: [.init("099")], taking: [Self.share(eligible: 0.1)])
    #expect(throws: RequirementsError.responderElsewhere(.init("team"), .init("099"))) {
      try Self.mix([elsewhere])
    }
    let endless = try Self.responder(taking: [Self.share(eligible: 0.1, service: .nan)])
    #expect(throws: RequirementsError.self) { try Self.mix([endless]) }
    let unknown = try Self.mix([Self.responder(taking: [Self.share(.init("fire"), eligible: 1)])])
    #expect(unknown.notes.contains { $0.contains("fire") })
    #expect(unknown.demand.streams == Self.demand(Fixture.districts(1)).streams)
  }
}
