import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Position requirements")
struct PositionRequirementsTests {
  static func group(
    _ id: String, _ basis: PositionBasis, rank: Rank = Fixture.officer, section: String = "001",
    working: PositionGroup.WorkingHours = .desk, supply: PositionGroup.Supply = .deployable
  ) -> PositionGroup {
    PositionGroup(
      id: .init(id), section: .init(section), function: "duty", rank: rank.id, basis: basis,
      supply: supply, workingHours: working, provenance: Fixture.source)
  }

  static func organization(
    _ groups: [PositionGroup], strength: [StrengthRecord] = []
  ) -> Organization {
    Organization(
      sections: [], ranks: [Fixture.officer, Fixture.sergeant, Fixture.lieutenant, Fixture.clerk],
      strength: strength, positions: groups, authorized: [])
  }

  static let drivers = PositionDrivers(
    calls: [
      .init(priority: CallPriority(1), calls: 1000), .init(priority: CallPriority(5), calls: 3200),
      .init(priority: nil, calls: 800),
    ],
    streetHours: [.init(district: .init("001"), required: OfficerHours(160_000))],
    population: 30_000)

  /// Every rank has 200 tours of 8 hours: 1,600 net hours.
  static func all(
    _ groups: [PositionGroup], strength: [StrengthRecord] = [],
    drivers: PositionDrivers = drivers
  ) throws -> [PositionRequirement] {
    try PositionRequirements.all(
      of: organization(groups, strength: strength), availabilities: Fixture.table(),
      drivers: drivers)
  }

  /// Source of truth: by hand with 1,600 net hours: 168 × 365/7 = 8,760 h ÷ 1,600 = 5.475; 3,200 ÷
  /// 1,600 = 2; 3,200 calls × 0.5 h ÷ 1,600 = 1.
  @Test func `posts and work are divided by net hours`() throws {
    let found = try Self.all([
      Self.group("post", .fixedPost(posts: 1, hoursPerWeek: 168), rank: Fixture.lieutenant),
      Self.group("work", .workload(hoursPerYear: 3200)),
      Self.group(
        "phone", .callWorkload(priority: try #require(CallPriority(5)), hoursPerCall: 0.5)),
    ])
    #expect(near(found[0].positions.value, 5.475))
    #expect(
      found[0].reason
        == "1 post × 168 h a week × 52.14 weeks ÷ 1,600 net hours (desk) of a lieutenant = 5.48")
    #expect(found[0].basis == "fixed post" && !found[0].isSizedByTours)
    #expect(near(found[1].positions.value, 2))
    #expect(
      found[1].reason == "3,200 h a year ÷ 1,600 net hours (desk) of a police officer = 2")
    #expect(near(found[2].positions.value, 1))
    #expect(found[2].reason.hasPrefix("3,200 P5 calls a year × 0.5 h ÷ "))
  }

  /// Source of truth: by hand: 40 + 20 positions ÷ 10; 30,000 residents ÷ 1,000; 5,000 calls ÷
  /// 2,500; 90 officers assigned ÷ 30; 95 sworn ÷ 19.
  @Test func `ratios and spans count what they name`() throws {
    let records = [
      Self.record(Fixture.officer, 90), Self.record(Fixture.sergeant, 5),
      Self.record(Fixture.clerk, 7),
    ]
    let found = try Self.all(
      [
        Self.group(
          "sergeants", .spanOfControl(over: [.init("a"), .init("b")], span: 10),
          rank: Fixture.sergeant),
        Self.group("a", .policySet(positions: 40)),
        Self.group("b", .fixedCount(positions: 20), supply: .held),
        Self.group("residents", .ratio(of: .population, per: 1000)),
        Self.group("calls", .ratio(of: .callsPerYear, per: 2500)),
        Self.group("rank", .ratio(of: .rank(Fixture.officer.id), per: 30)),
        Self.group("sworn", .ratio(of: .swornStrength, per: 19)),
        Self.group("groups", .ratio(of: .groups([.init("sergeants")]), per: 4)),
      ], strength: records)
    #expect(found.map(\.positions.value) == [6, 40, 20, 30, 2, 3, 5, 1.5])
    #expect(found.map(\.group.description).first == "sergeants")
    #expect(found[0].reason == "60 positions (a, b) ÷ a span of 10 = 6")
    #expect(found[1].reason == "decided, not required: 40 positions (the test)")
    #expect(found[2].reason == "a fixed count of 20 positions (the test)")
    #expect(found[3].reason == "30,000 residents ÷ one for every 1,000 = 30")
  }

  /// Source of truth: by hand: 160,000 officer-hours ÷ 1,600 = 100; ÷ 10 for sergeants.
  @Test func `tours decide patrol and the ladder is a cross-check`() throws {
    let found = try Self.all([
      Self.group("patrol", .coverage, working: .street),
      Self.group("supervision", .spanOverTours(span: 10), rank: Fixture.sergeant, working: .street),
      Self.group(
        "lieutenants", .spanOfControl(over: [.init("supervision")], span: 5),
        rank: Fixture.lieutenant),
    ])
    #expect(found.map(\.positions.value) == [100, 10, 2])
    #expect(found.map(\.isSizedByTours) == [true, true, false])
    #expect(
      found[1].reason
        == "cross-check, the tours decide: 160,000 officer-hours a year required on the street ÷ "
        + "a span of 10 ÷ 1,600 net hours (street) of a sergeant = 10")
  }

  /// Source of truth: FORMULATION 12: zero demand leaves fixed posts and what is decided.
  @Test func `without demand only fixed posts and counts are left`() throws {
    let nothing = PositionDrivers(
      calls: [], streetHours: [.init(district: .init("001"), required: .zero)], population: nil)
    let found = try Self.all(
      [
        Self.group("patrol", .coverage), Self.group("sergeants", .spanOverTours(span: 10)),
        Self.group(
          "phone", .callWorkload(priority: try #require(CallPriority(5)), hoursPerCall: 0.5)),
        Self.group("calls", .ratio(of: .callsPerYear, per: 1000)),
        Self.group("desk", .fixedPost(posts: 2, hoursPerWeek: 168)),
        Self.group("chief", .fixedCount(positions: 1)),
      ], drivers: nothing)
    #expect(found.prefix(4).allSatisfy { $0.positions == .zero })
    #expect(near(found[4].positions.value, 10.95))
    #expect(found[5].positions.value == 1)
  }

  @Test func `a circle of groups is named`() {
    let error = #expect(throws: RequirementsError.self) {
      try Self.all([
        Self.group("z", .spanOfControl(over: [.init("a")], span: 5)),
        Self.group("a", .spanOfControl(over: [.init("b")], span: 5)),
        Self.group("b", .ratio(of: .groups([.init("a")]), per: 5)),
      ])
    }
    #expect(error == .circularGroups(["a", "b", "a"].map { PositionGroup.ID($0) }))
    #expect(error?.description.contains("a → b → a") == true)
  }

  @Test func `groups that make no sense are refused`() {
    let cases: [(PositionBasis, RequirementsError)] = [
      (
        .spanOfControl(over: [.init("b")], span: 5),
        .unknownGroup(.init("b"), namedBy: .init("a"))
      ),
      (.ratio(of: .callsPerYear, per: 0), .invalidFigure(what: "The ratio", value: 0)),
      (
        .fixedPost(posts: -1, hoursPerWeek: 168),
        .invalidFigure(what: "The number of posts", value: -1)
      ),
    ]
    for (basis, expected) in cases {
      #expect(throws: expected) { try Self.all([Self.group("a", basis)]) }
    }
    #expect(
      throws: RequirementsError.sectionWithoutDistrict(group: .init("a"), section: .init("121"))
    ) { try Self.all([Self.group("a", .coverage, section: "121")]) }
    #expect(throws: RequirementsError.repeatedCoverage(.init("a"), .init("b"))) {
      try Self.all([Self.group("a", .coverage), Self.group("b", .coverage)])
    }
    let stranger = Fixture.rank("pilot", "Pilot", .sworn, order: 9)
    #expect(throws: RequirementsError.missingAvailability(rank: stranger.id, working: .desk)) {
      try Self.all([Self.group("a", .workload(hoursPerYear: 1), rank: stranger)])
    }
  }

  /// Source of truth: by hand: 2 units × crew 2 × 8 h × 7 days × 365/7 weeks = 11,680 officer-hours
  /// a year; 730 calls in 2 years are 365 a year.
  @Test func `drivers come from the hand-offs`() throws {
    let districts = Fixture.districts(1)
    let geography = Fixture.geography(districts)
    let watch = Fixture.watch()
    let requirements = try UnitRequirements.all(
      demand: Fixture.demand([], districts), geography: geography, watches: [watch],
      standards: Fixture.standards(
        complement: .init(unitsPerBeat: 0.5, rapidUnitsPerSector: 0, provenance: Fixture.source)))
    let first = try #require(CalendarDay(year: 2022, month: 1, day: 1))
    let period = try #require(StudyPeriod(from: first, through: first.advanced(by: 729)))
    var calls = [Double](repeating: 0, count: 168)
    calls[5] = 730
    let table = HourlyTable(districts: districts, values: calls)
    let none = HourlyTable(districts: districts)
    let workload = Workload(
      period: period,
      priorities: [
        .init(
          priority: CallPriority(5), calls: table, callsWithUnit: none, unitHoursByArrival: none)
      ], communityUnitHours: none, officerUnitHours: none, categories: [], beats: [],
      unplacedUnitHours: .zero, unbeatedUnitHours: .zero, callCount: 730, callsOutsidePeriod: 0,
      callsWithoutUnit: 0, imputedUnitHours: .zero, backUpUnitHours: .zero, imputationNotes: [])
    let drivers = PositionDrivers(
      workload: workload, requirements: requirements, watches: [watch], geography: geography)
    #expect(near(drivers.streetHours.first?.required.value, 11_680, 1e-6))
    #expect(near(drivers.calls(of: try #require(CallPriority(5))), 365))
    #expect(near(drivers.allCalls, 365))
    #expect(drivers.population == 1000)
  }

  static func record(
    _ rank: Rank, _ assigned: Double, section: String = "001", elsewhere: Double = 0,
    deployable: Double? = nil, authorized: Double? = nil
  ) -> StrengthRecord {
    StrengthRecord(
      section: .init(section), rank: rank.id, employment: rank.employment,
      authorized: authorized.map { FullTimeEquivalents($0) },
      assigned: FullTimeEquivalents(assigned), elsewhere: FullTimeEquivalents(elsewhere),
      deployable: deployable.map { FullTimeEquivalents($0) }, provenance: Fixture.source)
  }
}
