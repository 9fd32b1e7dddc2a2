import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Alternatives to decided levels")
struct PolicyAlternativesTests {
  static let groups = [
    PositionRequirementsTests.group("tactical", .policySet(positions: 80)),
    PositionRequirementsTests.group(
      "tactical-sergeants", .spanOfControl(over: [.init("tactical")], span: 8),
      rank: Fixture.sergeant),
    PositionRequirementsTests.group(
      "lieutenants", .spanOfControl(over: [.init("tactical-sergeants")], span: 5),
      rank: Fixture.lieutenant),
    PositionRequirementsTests.group(
      "clerks", .ratio(of: .groups([.init("tactical")]), per: 20), rank: Fixture.clerk),
    PositionRequirementsTests.group("desk", .fixedPost(posts: 1, hoursPerWeek: 168)),
    PositionRequirementsTests.group("office", .policySet(positions: 4), rank: Fixture.clerk),
  ]

  /// Source of truth: by hand: ±20 officers bring ±2.5 sergeants, ±0.5 lieutenants and ±1 clerk; 23
  /// sworn × 1,600 ÷ (365/7) = 705.75 officer-hours a week; 24 people × $100,000.
  @Test func `a change takes its people and their hours from the districts`() throws {
    let found = try PolicyAlternatives.all(
      of: PositionRequirementsTests.organization(Self.groups), availabilities: Fixture.table())
    #expect(found.map(\.group.description) == ["tactical", "office"])
    let levels = found[0].levels
    #expect(levels.map(\.change) == [-0.25, 0, 0.25])
    #expect(levels.map(\.positions.value) == [60, 80, 100])
    #expect(near(levels[2].following.value, 4) && near(levels[0].following.value, -4))
    #expect(near(levels[2].takenFromDistricts.value, 23))
    #expect(near(levels[2].patrolHoursPerWeek.value, 23 * 1600 * 7 / 365, 1e-9))
    #expect(near(levels[0].patrolHoursPerWeek.value, -23 * 1600 * 7 / 365, 1e-9))
    #expect(near(levels[2].cost.value, 2_400_000, 1e-6))
    #expect(near(found[0].patrolHoursPerWeek.value, 80 * 1600 * 7 / 365, 1e-9))
    #expect(found[1].levels.allSatisfy { $0.takenFromDistricts == .zero })
  }

  /// Source of truth: the positions themselves, worked out again at the other level.
  @Test func `what follows agrees with positions worked out again`() throws {
    let before = try PositionRequirementsTests.all(Self.groups)
    let after = try PositionRequirementsTests.all(
      [PositionRequirementsTests.group("tactical", .policySet(positions: 100))]
        + Self.groups.dropFirst())
    let change = after.total(\.positions) - before.total(\.positions)
    let level = try PolicyAlternatives.all(
      of: PositionRequirementsTests.organization(Self.groups), availabilities: Fixture.table())[0]
      .levels[2]
    #expect(near(change.value, 20 + level.following.value))
  }

  @Test func `a level below nothing is refused`() {
    #expect(throws: RequirementsError.self) {
      try PolicyAlternatives.all(
        of: PositionRequirementsTests.organization(Self.groups), availabilities: Fixture.table(),
        changes: [-1.5])
    }
  }
}
