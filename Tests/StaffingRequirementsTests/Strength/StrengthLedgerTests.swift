import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Strength ledger")
struct StrengthLedgerTests {
  static func organization(
    _ records: [StrengthRecord], authorized: [AuthorizedTotal] = []
  ) -> Organization {
    Organization(
      sections: ["001", "121", "200"].map {
        Section(
          id: .init($0), name: $0, bureau: Bureau("Patrol"), provenance: Fixture.source)
      }, ranks: [Fixture.lieutenant, Fixture.sergeant, Fixture.officer, Fixture.clerk],
      strength: records, positions: [], authorized: authorized)
  }

  static let records = [
    PositionRequirementsTests.record(
      Fixture.officer, 200, elsewhere: 10, authorized: 220),
    PositionRequirementsTests.record(Fixture.sergeant, 20, deployable: 15, authorized: 24),
    PositionRequirementsTests.record(Fixture.officer, 50, section: "121"),
    PositionRequirementsTests.record(Fixture.clerk, 8, section: "121", authorized: 9),
  ]

  /// Source of truth: by hand with 10 % off strength: (200 − 10) × 0.9 = 171; 15 as stated; 50 ×
  /// 0.9 = 45; 8 × 0.9 = 7.2.
  @Test func `deployable is what is stated or what the shares leave`() throws {
    let ledger = try StrengthLedger(
      of: Self.organization(Self.records), availabilities: Fixture.table(absentShare: 0.1))
    let expected = [171, 15, 45, 7.2]
    for (row, value) in zip(ledger.rows, expected) {
      #expect(near(row.figures.deployable.value, value))
    }
    #expect(ledger.rows.map(\.isDeployableStated) == [false, true, false, false])
    #expect(near(ledger.department.deployable.value, 238.2))
    #expect(ledger.byRank.map(\.key) == Self.organization([]).ranks.map(\.id))
    #expect(ledger.byRank.map(\.figures.assigned.value) == [0, 20, 250, 8])
    #expect(ledger.byEmployment.map(\.figures.assigned.value) == [270, 8])
    #expect(ledger.byRank[1].figures.authorized?.value == 24)
    #expect(ledger.byRank[2].figures.authorized == nil)
  }

  /// Source of truth: FORMULATION 12: sections, ranks and employments each add up to the
  /// department.
  @Test func `every way of adding up gives the department`() throws {
    let ledger = try StrengthLedger(
      of: Self.organization(Self.records), availabilities: Fixture.table(absentShare: 0.1))
    let sums = [
      ledger.bySection.map(\.figures), ledger.byRank.map(\.figures),
      ledger.byEmployment.map(\.figures),
    ]
    for parts in sums {
      #expect(near(parts.total(\.assigned).value, ledger.department.assigned.value))
      #expect(near(parts.total(\.elsewhere).value, ledger.department.elsewhere.value))
      #expect(near(parts.total(\.deployable).value, ledger.department.deployable.value))
    }
    #expect(ledger.bySection.map(\.figures.assigned.value) == [220, 58, 0])
  }

  /// Source of truth: by hand: published totals stand where rows do not state all of theirs.
  @Test func `authorized positions come from the rows or from the department`() throws {
    let published = [
      AuthorizedTotal(
        employment: .sworn, positions: FullTimeEquivalents(300), provenance: Fixture.source)
    ]
    let ledger = try StrengthLedger(
      of: Self.organization(Self.records, authorized: published),
      availabilities: Fixture.table())
    #expect(ledger.byEmployment.map(\.figures.authorized?.value) == [300, 9])
    #expect(ledger.department.authorized?.value == 309)
    let without = try StrengthLedger(
      of: Self.organization(Self.records), availabilities: Fixture.table())
    #expect(without.department.authorized == nil)
  }

  @Test func `records that make no sense are refused`() throws {
    let table = try Fixture.table()
    let wrong = PositionRequirementsTests.record(Fixture.officer, 5, elsewhere: 6)
    #expect(
      throws: RequirementsError.moreElsewhereThanAssigned(
        section: .init("001"), rank: Fixture.officer.id)
    ) { try StrengthLedger(of: Self.organization([wrong]), availabilities: table) }
    let lost = PositionRequirementsTests.record(Fixture.officer, 5, section: "999")
    #expect(
      throws: RequirementsError.unknownPlace(section: .init("999"), rank: Fixture.officer.id)
    ) { try StrengthLedger(of: Self.organization([lost]), availabilities: table) }
  }
}
