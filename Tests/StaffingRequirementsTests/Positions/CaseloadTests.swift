import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Caseloads")
struct CaseloadTests {
  static let detectives = PositionRequirementsTests.group(
    "detectives", .caseload(onCall: nil), rank: Fixture.officer)

  /// 1,000 new cases, 60 % of them worked: 10 h in the first month, half of them 8 h more.
  static func burglary(
    newCases: Double = 1000, benchmark: ClosedRange<Double>? = 6...8
  ) throws -> CaseType {
    CaseType(
      group: .init("detectives"), name: "burglary", newCases: newCases, triage: Hours(0.5),
      workable: try #require(Share(0.6)),
      ages: [
        .init(name: "first 30 days", reached: .whole, hours: Hours(10)),
        .init(name: "to 90 days", reached: try #require(Share(0.5)), hours: Hours(8)),
      ], carriedOver: 50, hoursCarriedOver: Hours(4), court: Hours(2), callOuts: 20,
      hoursPerCallOut: Hours(6), benchmark: benchmark, provenance: Fixture.source)
  }

  static func hours(
    _ types: [CaseType], onCall: OnCallMinimum? = nil
  ) throws(RequirementsError) -> CaseloadHours {
    try CaseloadHours(
      of: .init("detectives"), types: types, onCall: onCall, netHours: Hours(1600))
  }

  /// Source of truth: by hand: 1,000 × 0.5 = 500; 600 × (10 + 0.5 × 8) = 8,400; 50 × 4 = 200;
  /// 600 × 2 = 1,200; 20 × 6 = 120; together 10,420 h ÷ 1,600 = 6.5125; 600 ÷ 6.5125 ÷ 12 = 7.678
  /// cases a month; at 6 to 8 a month 6.25 to 8.33 investigators.
  @Test func `hours follow from cases, their age, court and call-outs`() throws {
    let load = try Self.hours([Self.burglary()])
    let line = load.lines[0]
    #expect(near(line.triage.value, 500) && near(line.working.value, 8400))
    #expect(near(line.carriedOver.value, 200) && near(line.court.value, 1200))
    #expect(near(line.callOuts.value, 120) && near(load.hours.value, 10_420))
    #expect(near(load.positions.value, 6.5125))
    #expect(load.binding == .cases)
    #expect(near(load.casesPerMonth, 7.6775, 0.0005))
    #expect(near(load.benchmarkPositions?.lowerBound, 6.25))
    #expect(near(load.benchmarkPositions?.upperBound, 8.3333, 0.0001))
  }

  /// Source of truth: by hand: 5 areas × 2 people × 168 h × 365/7 ÷ 1,600 = 54.75 against 6.51.
  @Test func `teams on call are a floor, and the reason says what decides`() throws {
    var organization = PositionRequirementsTests.organization([
      PositionRequirementsTests.group(
        "detectives", .caseload(onCall: .init(teams: 5, size: 2, hoursPerWeek: 168)))
    ])
    organization.caseloads = [try Self.burglary()]
    let found = try PositionRequirements.all(
      of: organization, availabilities: Fixture.table(), drivers: PositionRequirementsTests.drivers)
    #expect(near(found[0].positions.value, 54.75))
    #expect(found[0].basis == "caseload")
    #expect(found[0].reason.hasPrefix("teams on call need 54.75 and decide; 10,420 h of cases"))
    #expect(found[0].reason.contains("check only: 0.91 worked cases a month per investigator"))
    let small = try Self.hours(
      [Self.burglary()], onCall: .init(teams: 1, size: 1, hoursPerWeek: 168))
    #expect(small.binding == .cases && near(small.forOnCall.value, 5.475))
  }

  /// Source of truth: conservation: the group's hours are the sum of its types; a table row each.
  @Test func `types of case add up`() throws {
    let one = try Self.hours([Self.burglary()])
    let two = try Self.hours([Self.burglary(), Self.burglary(newCases: 0, benchmark: nil)])
    #expect(near(two.hours.value, one.hours.value + 200 + 120))
    #expect(two.benchmarkPositions == one.benchmarkPositions, "a type without cases has no say")
    let without = try Self.hours([Self.burglary(benchmark: nil)])
    #expect(without.benchmarkPositions == nil)
  }

  @Test func `cases that make no sense are refused`() throws {
    #expect(throws: RequirementsError.missingCaseload(group: .init("detectives"))) {
      try Self.hours([])
    }
    for wrong in [-1, Double.nan, .infinity] {
      let type = try Self.burglary(newCases: wrong)
      #expect(throws: RequirementsError.self) { try Self.hours([type]) }
    }
    let type = try Self.burglary()
    #expect(throws: RequirementsError.self) {
      try Self.hours([type], onCall: .init(teams: 1, size: 1, hoursPerWeek: 169))
    }
  }
}
