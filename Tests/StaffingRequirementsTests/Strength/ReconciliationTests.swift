import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Reconciliation of two counts")
struct ReconciliationTests {
  static func count(_ section: String, _ rank: Rank, _ people: Double) -> SecondCount {
    SecondCount(
      section: .init(section), rank: rank.id, people: FullTimeEquivalents(people),
      provenance: Provenance(source: "payroll", date: "2026-02-01"))
  }

  static func cause(
    _ cause: String, _ people: Double, section: String? = nil, rank: Rank? = nil
  ) -> CountDifference {
    CountDifference(
      section: section.map { .init($0) }, rank: rank?.id, cause: cause, people: people,
      provenance: Fixture.source)
  }

  static func reconciled(_ causes: [CountDifference]) throws -> Reconciliation {
    var organization = StrengthLedgerTests.organization(StrengthLedgerTests.records)
    organization.secondCount = [
      count("999", Fixture.officer, 12), count("001", Fixture.officer, 185),
      count("001", Fixture.sergeant, 22), count("121", Fixture.officer, 50),
    ]
    organization.countDifferences = causes
    return try #require(try Reconciliation(of: organization))
  }

  /// Every way in which rows and the department must close.
  static func check(_ found: Reconciliation) {
    for row in found.rows {
      #expect(near(row.difference, row.explained + row.unexplained))
    }
    let rows = found.rows.reduce(0) { $0 + $1.unexplained }
    #expect(near(found.unexplained, rows - found.explainedForDepartment))
    #expect(near(found.rows.reduce(0) { $0 + $1.difference }, found.second - found.first))
  }

  /// Source of truth: by hand: 185 − 200, 22 − 20, 50 − 50, 0 − 8 clerks, 12 of a section that the
  /// roster does not have.
  @Test func `every difference is named, largest first`() throws {
    let found = try Self.reconciled([])
    #expect(found.unexplainedRows.map(\.unexplained) == [-15, 12, -8, 2])
    #expect(found.unexplainedRows.map(\.section.description) == ["001", "999", "121", "001"])
    #expect(found.onlyInSecond.map(\.description) == ["999"] && found.onlyInFirst.isEmpty)
    #expect(found.first == 278 && found.second == 269 && found.unexplained == -9)
    let first = found.unexplainedRows[0]
    #expect(first.firstSource == Fixture.source && first.secondSource?.source == "payroll")
    Self.check(found)
  }

  /// Source of truth: by hand: −10 of −15 in the place itself; then −4 of the section to the −5 left;
  /// then +14 of the rank: 12 in section 999 and 2 beyond; then −3 of the department.
  @Test func `causes are used from the most specific`() throws {
    let found = try Self.reconciled([
      Self.cause("between dates", -3), Self.cause("hired", 14, rank: Fixture.officer),
      Self.cause("moved", -4, section: "001"),
      Self.cause("detailed out", -10, section: "001", rank: Fixture.officer),
    ])
    let officers = try #require(
      found.rows.first { $0.section.description == "001" && $0.rank == Fixture.officer.id })
    #expect(officers.causes.map(\.name) == ["detailed out", "moved"])
    #expect(near(officers.unexplained, -1))
    #expect(found.departmentCauses.map(\.people) == [2, -3])
    #expect(found.departmentCauses[0].name == "hired, beyond the differences of police_officer")
    #expect(found.unexplainedRows.map(\.unexplained) == [-8, 2, -1])
    #expect(near(found.unexplained, -9 + 10 + 4 - 14 + 3))
    Self.check(found)
  }

  /// Source of truth: by hand: −12 on differences −15 and −8 is −7.83 and −4.17.
  @Test func `a cause of a rank or section is divided in proportion`() throws {
    var organization = StrengthLedgerTests.organization([
      PositionRequirementsTests.record(Fixture.officer, 15),
      PositionRequirementsTests.record(Fixture.sergeant, 8),
    ])
    organization.secondCount = [Self.count("001", Fixture.officer, 0)]
    organization.countDifferences = [Self.cause("moved", -12, section: "001")]
    let found = try #require(try Reconciliation(of: organization))
    #expect(near(found.rows[0].explained, -12 * 8 / 23.0))
    #expect(near(found.rows[1].explained, -12 * 15 / 23.0))
    Self.check(found)
  }

  /// Source of truth: by hand: a place where nobody is in either count takes a cause to the
  /// department.
  @Test func `no cause is lost`() throws {
    let found = try Self.reconciled([
      Self.cause("closed", -7, section: "777", rank: Fixture.officer)
    ])
    #expect(found.explainedForDepartment == -7 && found.unexplained == -2)
    Self.check(found)
    let none = StrengthLedgerTests.organization(StrengthLedgerTests.records)
    #expect(try Reconciliation(of: none) == nil)
    #expect(throws: RequirementsError.self) { try Self.reconciled([Self.cause("lost", .nan)]) }
  }
}
