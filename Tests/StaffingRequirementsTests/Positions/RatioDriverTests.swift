import PolicingDomain
import StaffingRequirements
import Testing

@Suite("Drivers of ratios")
struct RatioDriverTests {
  static let records = [
    PositionRequirementsTests.record(Fixture.officer, 90),
    PositionRequirementsTests.record(Fixture.sergeant, 10),
    PositionRequirementsTests.record(Fixture.clerk, 25),
  ]

  static let drivers = PositionDrivers(
    calls: [], streetHours: [], population: nil, arrestsPerYear: 4500, districts: 3, beats: 27,
    seniority: [
      SeniorityBand(rank: Fixture.officer.id, band: "<1", members: 20),
      SeniorityBand(rank: Fixture.officer.id, band: "1+", members: 180),
    ])

  static func positions(_ driver: RatioDriver, per: Double) throws -> PositionRequirement {
    var organization = PositionRequirementsTests.organization(
      [PositionRequirementsTests.group("a", .ratio(of: driver, per: per))], strength: records)
    organization.flows = [
      try PipelineTests.flow(Fixture.sergeant, from: Fixture.officer, exits: 0.1, months: 6),
      try PipelineTests.flow(Fixture.officer, from: nil, exits: 0.1, months: 12),
    ]
    return try PositionRequirements.all(
      of: organization, availabilities: Fixture.table(), drivers: drivers)[0]
  }

  /// Source of truth: by hand: 25 civilians ÷ 5; 125 people ÷ 25; a tenth of 90 officers ÷ 3;
  /// 9 + 1 entries into the officers ÷ 5; 4,500 arrests ÷ 900; 3 districts; 27 beats ÷ 9.
  @Test(arguments: [
    (RatioDriver.civilianStrength, 5.0, 5.0), (.headcount, 25, 5),
    (.band(rank: .init("police_officer"), band: "<1"), 3, 3),
    (.entries(rank: .init("police_officer")), 5, 2), (.arrestsPerYear, 900, 5),
    (.districts, 1, 3), (.beats, 9, 3),
  ])
  func `a ratio counts what it names`(driver: RatioDriver, per: Double, expected: Double) throws {
    let found = try Self.positions(driver, per: per)
    #expect(near(found.positions.value, expected))
    #expect(found.reason.contains("÷ one for every \(per == 900 ? "900" : "\(Int(per))")"))
  }

  @Test func `what the study does not state is named`() throws {
    #expect(
      throws: RequirementsError.missingBand(
        group: .init("a"), rank: Fixture.officer.id, band: "9+")
    ) { try Self.positions(.band(rank: Fixture.officer.id, band: "9+"), per: 1) }
    #expect(throws: RequirementsError.missingFlow(rank: Fixture.lieutenant.id)) {
      try Self.positions(.entries(rank: Fixture.lieutenant.id), per: 1)
    }
    for driver in [RatioDriver.arrestsPerYear, .districts, .beats] {
      let error = #expect(throws: RequirementsError.self) {
        try PositionRequirementsTests.all([
          PositionRequirementsTests.group("a", .ratio(of: driver, per: 1))
        ])
      }
      #expect(error?.description.contains("the study does not state") == true)
    }
  }
}
