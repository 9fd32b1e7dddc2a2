import PlanningFiles
import PolicingDomain
import Testing

@Suite("Personal look")
struct PersonalLookTests {
  private static let names = [
    "DOE, JANE", "SMITH, JOHN A", "GARCIA, MARIA", "BROWN, MICHAEL", "DAVIS, LINDA", "LEE, DAVID",
    "WILSON, SUSAN", "MOORE, JAMES", "TAYLOR, MARY", "CLARK, ROBERT", "HALL, KAREN", "KING, PAUL",
  ]

  @Test func `telephone numbers, addresses, badges and names are told by their look`() {
    #expect(PersonalLook.of(["(312) 555-0143", "773-555-0199", "+1 312.555.0100"]) == .phone)
    #expect(PersonalLook.of(["+13125550143", "+17735550199", "+13125550100"]) == .phone)
    #expect(PersonalLook.of(["a.b@city.gov", "x@y.org", "c-d@e.f.com", "none"]) == .email)
    #expect(PersonalLook.of(["123-45-6789", "078-05-1120", "219-09-9999"]) == .socialSecurity)
    #expect(PersonalLook.of(["Badge 1234", "badge #4321", "Star No. 12345"]) == .badge)
    #expect(PersonalLook.of(["#1234", "#4321", "#20981"]) == .badge)
    #expect(PersonalLook.of(["PC0X123", "PC0Y456", "PC0Z789"]) == .badge)
    #expect(PersonalLook.of(Self.names) == .name)
    #expect(PersonalLook.of(Self.names.map { "Ofc. " + $0.prefix { $0 != "," } }) == .name)
  }

  /// Source of truth: constructed of what dispatch exports hold; a false alarm refuses an import.
  @Test(arguments: [
    ["2017000106644", "2022000027644", "2020000160933"],
    ["16000075639", "16000075659", "16000075375"],
    ["3125550143", "7735550199", "3125550100"], ["23-012345", "23-012346", "23-012347"],
    ["2023-04-01", "2023-04-02", "2023-04-03"], ["HZ100233", "HZ100234", "JA123456"],
    ["1123", "0713", "2534"], ["2A65", "1C12", "3L10"], ["41.881832", "-87.623177", "41.900000"],
    ["(47.619766, -122.355446)", "(47.69, -122.34)", "(47.60, -122.32)"],
    ["85XX BLOCK OF AURORA AV N", "6XX BLOCK OF 5 AV", "1 AV N / JOHN ST"],
    ["100-200-3000", "110-120-1300", "199-100-1000"],
    ["P23-123-4567", "P23-123-4568", "P23-123-4569"],
    ["07/04/2023 23:58", "07/05/2023 00:01", "07/05/2023 01:01"], ["1", "2", "3"],
    ["60657", "60614-1234", "60601"], ["900-12-3456", "000-12-3456", "666-12-3456"],
    ["14:05:10", "00:01:00", "23:59:59"], ["312.5", "10.25", "7.0"],
    [
      "ASSAULT, SIMPLE", "THEFT, AUTO", "ROBBERY, ARMED", "DISTURBANCE, NOISE", "ALARM, PANIC",
      "TRAFFIC, STOP", "FRAUD, CHECK", "ANIMAL, LOOSE", "PERSON, DOWN", "WELFARE CHECK",
      "OFFICER INITIATED", "OFFICER NEEDS HELP",
    ],
    [
      "MARTIN LUTHER KING DR", "MARY ST", "JOHN ST", "PAUL AVE", "GEORGE ST", "HENRY CT",
      "WALTER WAY", "SUSAN LN", "JAMES PL", "ROBERT RD", "HELEN BLVD", "RUTH PARK",
    ],
    [
      "WEST", "SOUTH", "NORTH", "EAST", "KING", "BOY", "CHARLIE", "DAVID", "EDWARD", "FRANK",
      "GEORGE",
    ],
    ["SGT 10", "SGT 11", "SGT 12"], ["", "", ""],
  ])
  func `numbers, places, stamps and types of calls are no false alarm`(values: [String]) {
    #expect(PersonalLook.of(values) == nil)
  }

  @Test func `mapping such a column is refused, and others are not`() throws {
    let profile = try ColumnProfile(
      yaml: """
        name: city
        columns: {id: Event, received: Time, category: Type, beat: Contact}
        times: {formats: ["yyyy-MM-dd HH:mm"]}
        """, file: "city.yaml")
    let rows = ["0143", "0144", "0145"].map {
      ["E\($0)", "2023-01-01 00:00", "312-555-\($0)", "THEFT"]
    }
    let issues = PersonalLook.issues(
      profile: profile, header: ["Event", "Time", "Contact", "Type"], sample: rows,
      file: "calls.csv")
    #expect(issues.map(\.code) == ["E141"])
    #expect(issues[0].message == "column `Contact` must not be read: it holds telephone numbers")
    #expect(issues[0].file == "calls.csv" && issues[0].column == 3)
  }

  @Test(
    .enabled(if: Exports.has(RealExportTests.seattle)),
    arguments: [
      ("seattle_call_data_sample_10k.csv.gz", "seattle-call-data"),
      ("seattle_911_incident_response_2016_03_02.csv.gz", "seattle-incident-response"),
      ("sacramento_cad_2019_01.csv.gz", "sacramento"),
      ("wilmington_nc_shotspotter_cad_2013_2015.csv.gz", "wilmington"),
    ])
  func `no column of a real export is refused`(export: String, name: String) throws {
    let sample = try ExportSample(.file(path: Exports.path(export)))
    let profile = try Exports.profile(name)
    #expect(
      PersonalLook.issues(profile: profile, header: sample.header, sample: sample.rows).isEmpty)
    for position in sample.header.indices {
      #expect(PersonalLook.of(sample.values(position)) == nil, "\(sample.header[position])")
    }
  }
}
