import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Conversions to civilians")
struct CivilianConversionsTests {
  static func judgement(
    _ group: String, fails: [Civilianization.Test] = [], seats: Double = 0, fit: Double = 1,
    civilian: Rank = Fixture.clerk
  ) throws -> Civilianization {
    Civilianization(
      group: .init(group), fails: fails, limitedDutySeats: seats,
      fitForFullDuty: try #require(Share(fit)), civilianRank: civilian.id,
      provenance: Fixture.source)
  }

  /// Officers have 200 tours of 8 paid hours, clerks 200 of 7.
  static func table() throws -> AvailabilityTable {
    let civilianTour = Tour(
      id: .init("civilian"), watch: nil, start: Hours(8), length: Hours(8), paid: Hours(7),
      meal: Hours(1), rollCall: .zero, relief: .zero, checkOff: .zero)
    let entries = try [(Fixture.officer, Fixture.officeTour), (Fixture.clerk, civilianTour)]
      .map { rank, tour in
        AvailabilityTable.Entry(
          working: .desk,
          availability: try Availability(
            of: rank, on: tour, scheduledTours: 200, shareOfDaysOn: 5.0 / 7, absences: [],
            seniority: []))
      }
    return AvailabilityTable(entries)
  }

  static func conversions(
    _ judgements: [Civilianization], positions: Double = 20
  ) throws -> [CivilianConversion] {
    let groups = [
      PositionRequirementsTests.group("records", .fixedCount(positions: positions)),
      PositionRequirementsTests.group("clerks", .fixedCount(positions: 5), rank: Fixture.clerk),
    ]
    var organization = PositionRequirementsTests.organization(groups)
    organization.civilianization = judgements
    return try CivilianConversions.all(
      of: organization, positions: PositionRequirementsTests.all(groups),
      availabilities: table())
  }

  /// Source of truth: by hand: 20 eligible − 5 seats = 15 convertible; × 0.8 fit = 12 freed; 1,600
  /// h ÷ 1,400 h = 1.1429 civilians a position, because a civilian's paid day is 7 h.
  @Test func `eligible, convertible, freed, by hours`() throws {
    let found = try Self.conversions([
      Self.judgement("records", fails: [.accommodation], seats: 5, fit: 0.8)
    ])
    #expect(near(found[0].eligible.value, 20) && near(found[0].convertible.value, 15))
    #expect(near(found[0].officersFreed.value, 12))
    #expect(near(found[0].civiliansPerPosition, 8.0 / 7))
    #expect(found[0].reason.contains("passes 4 of 5 tests; accommodation keeps seats"))
  }

  /// Source of truth: FORMULATION 6: any other test keeps the positions sworn, and says so.
  @Test(arguments: Civilianization.Test.allCases.filter { $0 != .accommodation })
  func `a group that fails a test is there with nothing`(test: Civilianization.Test) throws {
    let found = try Self.conversions([Self.judgement("records", fails: [test, .accommodation])])
    #expect(found.count == 1)
    #expect(found[0].eligible == .zero && found[0].officersFreed == .zero)
    #expect(found[0].reason.hasPrefix("stays sworn: needs "))
  }

  /// Source of truth: by hand: a reserve above the positions leaves none, never fewer.
  @Test func `seats for limited duty never make positions negative`() throws {
    let found = try Self.conversions([Self.judgement("records", seats: 30)])
    #expect(found[0].convertible == .zero && found[0].eligible.value == 20)
  }

  @Test func `judgements that make no sense are refused`() throws {
    let wrong = try [
      [Self.judgement("clerks")], [Self.judgement("records", civilian: Fixture.sergeant)],
      [Self.judgement("records"), Self.judgement("records")], [Self.judgement("lost")],
      [Self.judgement("records", seats: -1)], [Self.judgement("records", seats: .nan)],
    ]
    for judgements in wrong {
      #expect(throws: RequirementsError.self) { try Self.conversions(judgements) }
    }
  }
}
