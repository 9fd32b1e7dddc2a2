import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Pipeline")
struct PipelineTests {
  static func flow(
    _ rank: Rank, from below: Rank?, exits: Double, months: Double, limit: Double? = nil
  ) throws -> RankFlow {
    RankFlow(
      rank: rank.id, promotedFrom: below?.id, exits: try #require(Share(exits)),
      monthsToSolo: months, entriesLimit: limit, provenance: Fixture.source)
  }

  static func flows() throws -> [RankFlow] {
    [
      try flow(Fixture.lieutenant, from: Fixture.sergeant, exits: 0.1, months: 3),
      try flow(Fixture.sergeant, from: Fixture.officer, exits: 0.05, months: 6),
      try flow(Fixture.officer, from: nil, exits: 0.06, months: 18, limit: 50),
    ]
  }

  static let strength: [Rank.ID: FullTimeEquivalents] = [
    Fixture.lieutenant.id: FullTimeEquivalents(20), Fixture.sergeant.id: FullTimeEquivalents(100),
    Fixture.officer.id: FullTimeEquivalents(1000),
  ]

  /// Source of truth: by hand: 2 lieutenants leave; 5 sergeants leave and 2 are promoted: 7 enter;
  /// 60 officers leave and 7 are promoted: 67 are hired.
  ///
  /// Seats 2 × 3/12 = 0.5, 7 × 6/12 = 3.5,
  /// 67 × 18/12 = 100.5. The limit of 50 leaves 17 out.
  @Test func `an exit at the top is a vacancy in every rank below`() throws {
    let pipeline = try PipelineSeats(of: Self.flows(), strength: Self.strength)
    #expect(pipeline.rows.map { ($0.entries * 1e9).rounded() / 1e9 } == [2, 7, 67])
    #expect(pipeline.rows.map(\.promotedIn).map { $0.rounded() } == [2, 7, 0])
    #expect(
      near(pipeline.hires, 67) && near(pipeline.exits, 67), "who leaves is replaced by a hire")
    for (row, seats) in zip(pipeline.rows, [0.5, 3.5, 100.5]) {
      #expect(near(row.seats.value, seats))
    }
    #expect(near(pipeline.rows[2].entriesBeyondLimit, 17))
  }

  /// Source of truth: by hand: 1 + 100.5 ÷ 1,000 = 1.1005; and FORMULATION 6: never both.
  @Test func `seats or separations, never both`() throws {
    let pipeline = try PipelineSeats(of: Self.flows(), strength: Self.strength)
    let seats = VacancyAllowance(.seats, pipeline)
    let separations = VacancyAllowance(.separations, pipeline)
    for rank in [Fixture.lieutenant, Fixture.sergeant, Fixture.officer] {
      #expect(seats.separations(of: rank.id) == 0)
      #expect(separations.factor(of: rank.id) == 1)
    }
    #expect(near(seats.factor(of: Fixture.officer.id), 1.1005))
    #expect(near(separations.separations(of: Fixture.officer.id), 60))
    #expect(seats.factor(of: Fixture.clerk.id) == 1)
  }

  /// Source of truth: by hand: 100 positions × 1.1005; held seats and a fixed count stay.
  @Test func `positions are grossed up by the seats of their rank`() throws {
    let groups = [
      PositionRequirementsTests.group("work", .workload(hoursPerYear: 160_000)),
      PositionRequirementsTests.group("recruits", .policySet(positions: 40), supply: .held),
      PositionRequirementsTests.group("chief", .fixedCount(positions: 1)),
    ]
    let organization = PositionRequirementsTests.organization(groups)
    let found = try PositionRequirementsTests.all(groups)
    let pipeline = try PipelineSeats(of: Self.flows(), strength: Self.strength)
    let more = VacancyAllowance(.seats, pipeline).grossedUp(found, organization: organization)
    #expect(near(more[0].positions.value, 110.05))
    #expect(more[0].reason.hasSuffix("× 1.1005 for seats between a vacancy and solo duty = 110.05"))
    #expect(Array(more[1...]) == Array(found[1...]))
    let same = VacancyAllowance(.separations, pipeline)
      .grossedUp(found, organization: organization)
    #expect(same == found)
    #expect(found[0].whole.value == 100 && more[0].whole.value == 111)
  }

  /// Source of truth: by hand: 0.06 × 90 on the roster, or × 100 positions.
  @Test func `rates are of the roster or of the positions`() throws {
    let groups = [PositionRequirementsTests.group("work", .workload(hoursPerYear: 160_000))]
    var organization = PositionRequirementsTests.organization(
      groups, strength: [PositionRequirementsTests.record(Fixture.officer, 90)])
    organization.flows = [try Self.flow(Fixture.officer, from: nil, exits: 0.06, months: 12)]
    let roster = try PipelineSeats(of: organization)
    let positions = try PipelineSeats(
      of: organization, positions: PositionRequirementsTests.all(groups))
    #expect(near(roster.exits, 5.4) && near(positions.exits, 6))
  }

  @Test func `flows that make no sense are refused`() throws {
    let circle = [
      try Self.flow(Fixture.sergeant, from: Fixture.officer, exits: 0, months: 1),
      try Self.flow(Fixture.officer, from: Fixture.sergeant, exits: 0, months: 1),
    ]
    let error = #expect(throws: RequirementsError.self) {
      try PipelineSeats(of: circle, strength: [:])
    }
    #expect(error?.description.contains("sergeant → police_officer → sergeant") == true)
    let own = [try Self.flow(Fixture.officer, from: Fixture.officer, exits: 0, months: 1)]
    #expect(throws: RequirementsError.self) { try PipelineSeats(of: own, strength: [:]) }
    let lost = [try Self.flow(Fixture.sergeant, from: Fixture.officer, exits: 0, months: 1)]
    #expect(throws: RequirementsError.missingFlow(rank: Fixture.officer.id)) {
      try PipelineSeats(of: lost, strength: [:])
    }
    let twice = try [Self.flows()[2], Self.flows()[2]]
    #expect(throws: RequirementsError.repeatedFlow(rank: Fixture.officer.id)) {
      try PipelineSeats(of: twice, strength: [:])
    }
    let never = [try Self.flow(Fixture.officer, from: nil, exits: 0, months: .nan)]
    #expect(throws: RequirementsError.self) { try PipelineSeats(of: never, strength: [:]) }
  }
}
