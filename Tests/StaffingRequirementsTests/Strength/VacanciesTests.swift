import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Vacancies")
struct VacanciesTests {
  static func vacancies(
    _ records: [StrengthRecord], authorized: [AuthorizedTotal] = []
  ) throws -> Vacancies {
    let organization = StrengthLedgerTests.organization(records, authorized: authorized)
    let ledger = try StrengthLedger(of: organization, availabilities: Fixture.table())
    return Vacancies(of: ledger, organization: organization)
  }

  static let records = [
    PositionRequirementsTests.record(Fixture.officer, 200, authorized: 220),
    PositionRequirementsTests.record(Fixture.officer, 55, section: "121", authorized: 50),
    PositionRequirementsTests.record(Fixture.sergeant, 20, authorized: 24),
    PositionRequirementsTests.record(Fixture.clerk, 8),
  ]

  /// Source of truth: by hand: 20 vacant and 5 over among officers, never netted: 250 filled of 270.
  @Test func `a surplus fills no vacancy elsewhere`() throws {
    let found = try Self.vacancies(Self.records)
    let officers = try #require(found.byRank.first { $0.key == Fixture.officer.id }).figures
    #expect(officers.authorized?.value == 270 && officers.filled?.value == 250)
    #expect(officers.vacant?.value == 20 && officers.overStrength?.value == 5)
    #expect(near(officers.vacantShare, 20 / 270.0))
    #expect(found.findings[0] == "section 121 has 5 police_officer beyond its authorized strength")
    #expect(found.findings[1].hasPrefix("1 of 4 rows of strength state no authorized positions"))
    for row in found.rows {
      guard let filled = row.figures.filled, let authorized = row.figures.authorized else {
        continue
      }
      #expect(authorized >= filled && filled <= row.figures.assigned)
    }
    #expect(found.rows[3].figures.vacant == nil)
  }

  /// Source of truth: by hand: 10 authorized for 8 clerks, published for the department only.
  @Test func `a department's own total stands where rows state none`() throws {
    let found = try Self.vacancies(
      Self.records,
      authorized: [
        AuthorizedTotal(
          employment: .civilian, positions: FullTimeEquivalents(10), provenance: Fixture.source)
      ])
    #expect(found.byEmployment.map(\.isPublishedTotal) == [false, true])
    #expect(found.byEmployment[1].figures.vacant?.value == 2)
    #expect(found.byBureau[0].figures.authorized == nil)
  }

  /// Source of truth: Corona Solutions: 200 sworn, 100 on patrol, 10 % turnover, a year to replace:
  /// 180 filled, and patrol effectively 20 % vacant.
  @Test func `turnover of a tenth empties a fifth of patrol`() throws {
    let found = try TurnoverVacancies(
      authorized: FullTimeEquivalents(200), patrol: FullTimeEquivalents(100),
      turnover: try #require(Share(0.1)), yearsToReplace: 1)
    #expect(near(found.filled.value, 180) && near(found.vacant.value, 20))
    #expect(near(found.patrolShare.value, 0.2))
    for wrong in [-1, Double.nan, 0, 300] {
      #expect(throws: RequirementsError.self) {
        try TurnoverVacancies(
          authorized: FullTimeEquivalents(200), patrol: FullTimeEquivalents(wrong),
          turnover: .none, yearsToReplace: 1)
      }
    }
  }
}
